"""The kinds of diagnostics on a written value: its number, its unit and its hedge."""

from ..diagnostics import DiagnosticKind, Example, Severity
from ..text import Text

NOT_A_NUMBER = DiagnosticKind(
    "not-a-number",
    Severity.ERROR,
    Text("“{text}”不是可以读取的数值", "“{text}” is not a number that can be read"),
    Text(
        "{clue}写成阿拉伯数字，可带千分位逗号和小数，不用科学计数法，不超过30位，如 1,048.3亿元",
        "{clue}write digits, with commas in threes and a decimal point if needed, no exponent, "
        "at most 30 digits, as in 1,048.3亿元",
    ),
    example=Example(fails="observations: {gdp: 1.0e3亿元}", passes="observations: {gdp: 1000亿元}"),
)
SEVERAL_HEDGES = DiagnosticKind(
    "several-hedges",
    Severity.ERROR,
    Text("“{text}”同时用了两个概数词，含义不明", "“{text}” carries two hedges; what it asserts is unclear"),
    Text("填写准确数值，或只保留一个概数词", "give the exact value, or keep one hedge"),
    example=Example(fails="observations: {gdp: 约1000亿元以上}", passes="observations: {gdp: 1000亿元}"),
)
MISSING_UNIT = DiagnosticKind(
    "missing-unit",
    Severity.ERROR,
    Text("“{text}”没有计量单位", "“{text}” has no unit"),
    Text(
        "写明单位，例如 {suggestion}（如果是这个意思）",
        "write the unit: {suggestion}, if that is what is meant",
    ),
    example=Example(
        fails="observations: {core_share_of_gdp: {value: 0.253, scope: core-2021}}",
        passes="observations: {core_share_of_gdp: {value: 25.3%, scope: core-2021}}",
    ),
)
UNKNOWN_UNIT = DiagnosticKind(
    "unknown-unit",
    Severity.ERROR,
    Text("不认识的计量单位“{unit}”", "“{unit}” is not a known unit"),
    Text("{clue}可用的单位：{units}", "{clue}units that can be used here: {units}"),
    example=Example(fails="observations: {gdp: 1000亿圆}", passes="observations: {gdp: 1000亿元}"),
)
UNIT_MISMATCH = DiagnosticKind(
    "unit-mismatch",
    Severity.ERROR,
    Text("单位“{unit}”不适用于{kind}指标", "the unit “{unit}” is not for {kind}"),
    Text("可用的单位：{units}", "units that can be used here: {units}"),
    example=Example(fails="observations: {gdp: 1000家}", passes="observations: {gdp: 1000亿元}"),
)
DIFFERENCE_AS_LEVEL = DiagnosticKind(
    "difference-as-level",
    Severity.ERROR,
    Text(
        "“{text}”：{unit}表示差值，不能表示水平",
        "“{text}”: {unit} is a difference, never a level",
    ),
    Text("填写水平本身：{how}", "give the level itself: {how}"),
    example=Example(
        fails="observations: {core_share_of_gdp: {value: 1.5百分点, scope: core-2021}}",
        passes="observations: {core_share_of_gdp: {value: 25.3%, scope: core-2021}}",
    ),
)
TWO_UNITS = DiagnosticKind(
    "two-units",
    Severity.ERROR,
    Text(
        "数值中的单位“{unit}”与单位栏的“{other}”不一致",
        "the unit “{unit}” beside the value is not the “{other}” of the key unit",
    ),
    Text("只保留一个单位", "keep one of them"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, unit: 万元}}",
        passes="observations: {gdp: {value: 1000, unit: 亿元}}",
    ),
)
UNIT_ALIKE = DiagnosticKind(
    "unit-alike",
    Severity.NOTE,
    Text(
        "数值后的单位“{unit}”与单位栏的“{other}”含义相同，按同一单位读取",
        "“{unit}” beside the value and “{other}” of the key unit are words for the same thing",
    ),
    Text("只保留一个单位", "keep one of them"),
    example=Example(
        fails="observations: {attracted_top100_firms: {value: 4个, unit: 家, counting: cumulative}}",
        passes="observations: {attracted_top100_firms: {value: 4, unit: 家, counting: cumulative}}",
    ),
)
NEGATIVE_COUNT = DiagnosticKind(
    "negative-count",
    Severity.ERROR,
    Text("数量不能为负：“{text}”", "a count cannot be negative: “{text}”"),
    Text("填写0或正整数", "give a whole number, 0 or more"),
    example=Example(
        fails="observations: {attracted_top100_firms: {value: -4家, counting: cumulative}}",
        passes="observations: {attracted_top100_firms: {value: 4家, counting: cumulative}}",
    ),
)
FRACTIONAL_COUNT = DiagnosticKind(
    "fractional-count",
    Severity.ERROR,
    Text("数量必须为整数：“{text}”", "a count must be whole: “{text}”"),
    Text("填写整数", "give a whole number"),
    example=Example(
        fails="observations: {attracted_top100_firms: {value: 4.5家, counting: cumulative}}",
        passes="observations: {attracted_top100_firms: {value: 4家, counting: cumulative}}",
    ),
)
FULL_WIDTH_DIGITS = DiagnosticKind(
    "full-width-digits",
    Severity.WARNING,
    Text(
        "“{text}”含全角字符，按“{read_as}”读取",
        "“{text}” has full-width characters and was read as “{read_as}”",
    ),
    Text("改用半角数字和标点", "use ordinary digits and punctuation"),
    example=Example(fails="observations: {gdp: １０００亿元}", passes="observations: {gdp: 1000亿元}"),
)
HEDGED_VALUE = DiagnosticKind(
    "hedged-value",
    Severity.WARNING,
    Text("“{text}”是概数，按“{reading}”理解", "“{text}” is hedged and was read as “{reading}”"),
    Text("填写准确数值", "give the exact value"),
    example=Example(fails="observations: {gdp: 1000多亿元}", passes="observations: {gdp: 1002亿元}"),
)
SHORT_UNIT = DiagnosticKind(
    "short-unit",
    Severity.NOTE,
    Text("“{unit}”按“{stands_for}”读取", "“{unit}” was read as “{stands_for}”"),
    Text("写全单位：{stands_for}", "write the unit in full: {stands_for}"),
    example=Example(fails="observations: {gdp: 1000亿}", passes="observations: {gdp: 1000亿元}"),
)

KINDS = (
    NOT_A_NUMBER, SEVERAL_HEDGES, MISSING_UNIT, UNKNOWN_UNIT, UNIT_MISMATCH, DIFFERENCE_AS_LEVEL,
    TWO_UNITS, UNIT_ALIKE, NEGATIVE_COUNT, FRACTIONAL_COUNT, FULL_WIDTH_DIGITS, HEDGED_VALUE, SHORT_UNIT,
)  # fmt: skip

ABOUT_UNITS = (UNKNOWN_UNIT, UNIT_MISMATCH, DIFFERENCE_AS_LEVEL, TWO_UNITS, UNIT_ALIKE, SHORT_UNIT)
"""Kinds of diagnostics that are about the unit rather than the number."""
