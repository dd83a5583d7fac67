"""Kinds of faults in texts and keys of files, which reader and JSON Schema tell in the same words."""

from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..text import Text


def indicator_of(*facts: str) -> str:
    """Return an indicator for an example."""
    lines = (
        "indicators:",
        "  example:",
        "    name: {zh: 示例指标, en: An example}",
        "    definition: {zh: 示例。, en: An example.}",
        *(f"    {fact}" for fact in facts),
    )
    return "\n".join(lines)


def milestone_of(key: str, *more: str) -> str:
    """Return a target without a number for an example."""
    lines = (
        "targets:",
        f"  {key}:",
        "    due: 2025",
        "    comparator: milestone",
        "    source: {document: example, paragraph: 1, wording: 形成}",
        *(f"    {one}" for one in more),
    )
    return "\n".join(lines)


_ALL = (
    "weights: {{core_share_of_gdp: {share}, core_value_added: {rest}, core_industry_scale: {rest},\n"
    "  gazelle_firms: {rest}, integration_certified_firms: {rest}, new_innovation_platforms: {rest},\n"
    "  attracted_top100_firms: {rest}{more}}}"
)


def weights_of(share: str = "2", rest: str = "1", more: str = "") -> str:
    """Return the weights of an example."""
    return _ALL.format(share=share, rest=rest, more=more)


BAD_DATE = DiagnosticKind(
    "bad-date",
    Severity.ERROR,
    Text("“{text}”不是日历上的日期", "“{text}” is not a date of the calendar"),
    Text(
        "{clue}写成“年-月-日”，如 2026-01-20（2026/1/20、2026年1月20日亦可）",
        "{clue}write year-month-day, as in 2026-01-20 (2026/1/20 and 2026年1月20日 too)",
    ),
    example=Example(
        fails="submitted: {by: 示例单位, date: 2026-02-30}",
        passes="submitted: {by: 示例单位, date: 2026-02-28}",
    ),
)
BAD_PERIOD = DiagnosticKind(
    "bad-period",
    Severity.ERROR,
    Text("“{text}”不是可以读取的报告期", "“{text}” is not a period that can be read"),
    Text(
        "{clue}写成年份，如 2025；或1月至某月，如 2025-M09（2025年1—9月、2025年前三季度亦可）",
        "{clue}write a year, as in 2025, or January to a month, as in 2025-M09 (2025年1—9月 and 2025-Q3 too)",
    ),
    example=Example(fails="period: 2025-12", passes="period: 2025"),
)
TWO_READINGS = DiagnosticKind(
    "two-readings",
    Severity.WARNING,
    Text(
        "“{text}”可指{one}，也可指{other}，按未填写处理",
        "“{text}” can mean {one}, or {other}; it counts as not given",
    ),
    Text("写明是哪一种", "say which it is"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, period: 2025年9月}}",
        passes="observations: {gdp: {value: 1000亿元, period: 2025年1—9月}}",
    ),
)
YEAR_OF_REPORT = DiagnosticKind(
    "year-of-report",
    Severity.NOTE,
    Text(
        "“{text}”没有写年份，按报告期所在年份读作{period}",
        "“{text}” has no year; with that of the report it was read as {period}",
    ),
    Text("写明年份，如 2025年1—9月", "write the year too, as in 2025年1—9月"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, period: 前三季度}}",
        passes="observations: {gdp: {value: 1000亿元, period: 2025年前三季度}}",
    ),
)
NOT_WHOLE = DiagnosticKind(
    "not-whole",
    Severity.ERROR,
    Text(
        "“{key}”应为{least}到{most}之间的整数，实际是“{text}”",
        "“{key}” should be a whole number from {least} to {most}, but is “{text}”",
    ),
    Text("用半角数字写整数", "write a whole number in digits"),
    example=Example(
        fails="submitted: {by: 示例单位, date: 2026-01-20, revision: 二}",
        passes="submitted: {by: 示例单位, date: 2026-01-20, revision: 2}",
    ),
)
UNKNOWN_WORD = DiagnosticKind(
    "unknown-word",
    Severity.ERROR,
    Text("“{text}”不能用于“{key}”", "“{text}” is not a word for “{key}”"),
    Text("{suggestion}可用：{words}", "{suggestion}words that can stand here: {words}"),
    example=Example(
        fails="illustrative: 也许",
        passes="illustrative: 是",
    ),
)
UNCLEAR_WORD = DiagnosticKind(
    "unclear-word",
    Severity.WARNING,
    Text(
        "“{text}”不能用于“{key}”，按未填写处理",
        "“{text}” is not a word for “{key}” and counts as not given",
    ),
    Text("{suggestion}可写：{words}", "{suggestion}words that can stand here: {words}"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, status: 核定}}",
        passes="observations: {gdp: {value: 1000亿元, status: 快报}}",
    ),
)
UNKNOWN_FORMAT = DiagnosticKind(
    "unknown-format",
    Severity.ERROR,
    Text("不认识的格式“{text}”", "unknown format “{text}”"),
    Text("此处只能是“{expected}”，也可以不写", "only “{expected}” can stand here, or nothing"),
    example=Example(fails="format: digecon/report/v9", passes="format: digecon/report/v1"),
)
BAD_DOCUMENT_PATH = DiagnosticKind(
    "bad-document-path",
    Severity.ERROR,
    Text(
        "“{text}”不是所在文件夹之内的相对路径",
        "“{text}” is no relative path within the folder of this file",
    ),
    Text("写成相对路径，如 docs/1.pdf，不含“..”", "write a relative path, as in docs/1.pdf, without “..”"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, source: {document: ../1.pdf}}}",
        passes="observations: {gdp: {value: 1000亿元, source: {document: docs/1.pdf}}}",
    ),
)
BARE_NUMBER = DiagnosticKind(
    "bare-number",
    Severity.ERROR,
    Text("“{text}”不是单独的数值", "“{text}” is not a number alone"),
    Text("只写数值，计量单位写在“unit”", "write the number alone, and the unit under “unit”"),
    example=Example(
        fails="relations: [{plausible: core_share_of_gdp, at_most: 40%, because: {zh: 示例, en: sample}}]",
        passes="relations: [{plausible: core_share_of_gdp, at_most: 40, because: {zh: 示例, en: sample}}]",
        sort=Sort.CATALOGUE,
    ),
)
BAD_WEIGHT = DiagnosticKind(
    "bad-weight",
    Severity.ERROR,
    Text("“{text}”不是可以读取的权重", "“{text}” is not a weight that can be read"),
    Text(
        "写不小于0的数，不带单位，如 2 或 0.5；不计的写0",
        "give a number of 0 or more without a unit, as 2 or 0.5; what should not weigh has 0",
    ),
    example=Example(fails=weights_of("-2"), passes=weights_of("0"), sort=Sort.WEIGHTS),
)
BAD_SHA256 = DiagnosticKind(
    "bad-sha256",
    Severity.ERROR,
    Text("“{text}”不是SHA-256", "“{text}” is not a SHA-256"),
    Text(
        "写64个十六进制数字，如 sha256sum 所示；结果中也写有名录的SHA-256",
        "write 64 hexadecimal digits as sha256sum does; a result names that of a register too",
    ),
    example=Example(
        fails="registers: [{sha256: 12ab, complete: true}]",
        passes="registers: []",
        sort=Sort.REVIEW,
    ),
)
NOT_FOR_KIND = DiagnosticKind(
    "not-for-kind",
    Severity.ERROR,
    Text("{kind}指标不能填写“{key}”", "an indicator of kind {kind} takes no “{key}”"),
    Text("改填“{instead}”", "give “{instead}” instead"),
    example=Example(
        fails="observations: {manufacturing_path: {value: 100%}}",
        passes="observations: {manufacturing_path: {state: partial}}",
    ),
)
VALUE_AND_MISSING = DiagnosticKind(
    "value-and-missing",
    Severity.ERROR,
    Text("既有数值又注明缺失", "there is a value, and yet it is said to be missing"),
    Text("只保留一项", "keep one of the two"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, missing: not_published}}",
        passes="observations: {gdp: {missing: not_published}}",
    ),
)
PARTS_OF_MILESTONE = DiagnosticKind(
    "parts-of-milestone",
    Severity.ERROR,
    Text("目标“{key}”的认定意见应当{wanted}", "the attestation of “{key}” should {wanted}"),
    Text(
        "分为几部分（parts）的目标逐项写明，其他目标写明进展情况（state）",
        "a target with parts takes a state for each, any other one state",
    ),
    example=Example(
        fails="attestations: {manufacturing_path: {parts: {示例: achieved}, date: 2026-02-10, basis: 示例}}",
        passes="attestations: {manufacturing_path: {state: achieved, date: 2026-02-10, basis: 示例}}",
        sort=Sort.REVIEW,
    ),
)
NATURE_OF_KIND = DiagnosticKind(
    "nature-of-kind",
    Severity.ERROR,
    Text(
        "{kind}指标的性质（nature）应为：{natures}",
        "the nature of an indicator of kind {kind} can be: {natures}",
    ),
    Text(
        "总量填时期指标（flow）或时点指标（stock），数量填时点指标（stock）或新增指标（added），比重和定性任务不填",
        "amounts take flow or stock, counts stock or added, shares and milestones none",
    ),
    example=Example(
        fails=indicator_of("kind: count", "unit: 家", "nature: flow"),
        passes=indicator_of("kind: count", "unit: 家", "nature: stock"),
        sort=Sort.CATALOGUE,
    ),
)
BAD_RELATION = DiagnosticKind(
    "bad-relation",
    Severity.ERROR,
    Text("不是可以读取的指标关系", "this is no relation between indicators"),
    Text(
        "写成“ratio”“numerator”“denominator”，或“no_more_than: [部分, 整体]”，"
        "或“plausible”“at_most”“because”",
        "give ratio with numerator and denominator, no_more_than with [part, whole], "
        "or plausible with at_most and because",
    ),
    example=Example(
        fails="relations:\n  - {ratio: core_share_of_gdp, numerator: core_value_added}",
        passes="relations:\n  - {ratio: core_share_of_gdp, numerator: core_value_added, denominator: gdp}",
        sort=Sort.CATALOGUE,
    ),
)
KEY_OF_COMPARATOR = DiagnosticKind(
    "key-of-comparator",
    Severity.ERROR,
    Text("比较方式为{comparator}的目标{must}“{key}”", "a target with {comparator} {must} “{key}”"),
    Text(
        "定性任务不带数值、单位等，其他目标必须有数值和单位，不分几部分（parts）；只有“左右”有容差（tolerance）",
        "a milestone has no value, unit and the like; any other target has both, and no parts; only about "
        "has a tolerance",
    ),
    example=Example(
        fails=milestone_of("manufacturing_path", "value: 1"),
        passes=milestone_of("manufacturing_path"),
        sort=Sort.TARGETS,
    ),
)
CELL_AND_WORDING = DiagnosticKind(
    "cell-and-wording",
    Severity.ERROR,
    Text("出处不能既有“cell”又有“wording”", "a citation has a cell or a wording, not both"),
    Text(
        "出自表格的，原文即单元格的内容，删去“wording”；否则删去表格各键",
        "the words of a cell are what stands in it: take out the wording, or the keys of the table",
    ),
    example=Example(
        fails=milestone_of("manufacturing_path").replace(
            "wording: 形成", "wording: 形成, table: 表1, row: 路径, column: 目标, cell: 形成"
        ),
        passes=milestone_of("manufacturing_path").replace(
            "wording: 形成", "table: 表1, row: 路径, column: 目标, cell: 形成"
        ),
        sort=Sort.TARGETS,
    ),
)
KINDS = (BAD_DATE, BAD_PERIOD, TWO_READINGS, YEAR_OF_REPORT, NOT_WHOLE, UNKNOWN_WORD)
"""Those of one text: a day, a period, a whole number, a word."""
