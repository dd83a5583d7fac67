"""What there is to say of figures that do not go together: kinds of remarks that the relations raise."""

from .diagnostics import DiagnosticKind, Example, Severity, Sort
from .text import Text

RATIO_MISMATCH = DiagnosticKind(
    "ratio-mismatch",
    Severity.ERROR,
    Text(
        "{share}填报{reported}（即{asserted}），而{arithmetic}（即{quotient}），超出修约误差",
        "{share} is reported as {reported} (that is, {asserted}), but {arithmetic} (that is, {quotient}): "
        "more than rounding explains",
    ),
    Text("核对比重及其分项，改正有误的一项", "compare the share with its parts and mend what is wrong"),
    example=Example(
        fails="observations:\n"
        "  gdp: 1000亿元\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 6.0%, scope: core-2021}",
        passes="observations:\n"
        "  gdp: 1000亿元\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 5.0%, scope: core-2021}",
    ),
)
EXCEEDS_WHOLE = DiagnosticKind(
    "exceeds-whole",
    Severity.ERROR,
    Text(
        "{part}（{part_value}）大于{whole}（{whole_value}）",
        "{part} ({part_value}) exceeds {whole} ({whole_value})",
    ),
    Text("核对两项的数值、单位和口径", "compare value, unit and scope of both"),
    example=Example(
        fails="observations:\n"
        "  core_value_added: {value: 50亿元, scope: core-2021}\n"
        "  core_industry_scale: {value: 45亿元, scope: core-2021}",
        passes="observations:\n"
        "  core_value_added: {value: 50亿元, scope: core-2021}\n"
        "  core_industry_scale: {value: 90亿元, scope: core-2021}",
    ),
)
NOT_POSITIVE = DiagnosticKind(
    "divisor-not-positive",
    Severity.ERROR,
    Text("{name}为{value}，不能作除数", "{name} is {value}, which nothing can be divided by"),
    Text("填写大于0的数值", "give a value above 0"),
    example=Example(fails="observations: {gdp: 0亿元}", passes="observations: {gdp: 1000亿元}"),
)
SHARE_ABOVE_WHOLE = DiagnosticKind(
    "share-above-whole",
    Severity.ERROR,
    Text(
        "{name}为{value}：比重超过100%，部分不能大于整体，不作认定依据",
        "{name} is {value}: a share above 100%, where no part exceeds its whole; nothing is decided on it",
    ),
    Text("核对数值、计量单位和分项数据", "compare the value, its unit and its parts"),
    example=Example(
        fails="observations: {core_share_of_gdp: {value: 253%, scope: core-2021}}",
        passes="observations: {core_share_of_gdp: {value: 25.3%, scope: core-2021}}",
    ),
)
ESTIMATED_PART = DiagnosticKind(
    "estimated-part",
    Severity.WARNING,
    Text(
        "分项中有预计数（{part}），不据以复算{share}，只用于核对",
        "a part, {part}, is an estimate: {share} is not recomputed from it but only held against it",
    ),
    Text("填报与比重同一数据性质的分项数据", "give parts that are as settled as the share"),
    example=Example(
        fails="observations:\n"
        "  gdp: {value: 1000亿元, status: 预计}\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 5.0%, scope: core-2021}",
        passes="observations:\n"
        "  gdp: 1000亿元\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 5.0%, scope: core-2021}",
    ),
)
IMPLAUSIBLE_SHARE = DiagnosticKind(
    "implausible-share",
    Severity.WARNING,
    Text("{name}为{value}，高于{at_most}：{because}", "{name} is {value}, above {at_most}: {because}"),
    Text("核对统计口径，并予注明（scope）", "check the scope, and state it"),
    example=Example(
        fails="observations: {core_share_of_gdp: {value: 45.0%, scope: core-2021}}",
        passes="observations: {core_share_of_gdp: {value: 25.3%, scope: core-2021}}",
    ),
)
DIFFERS_FROM_VERIFIED = DiagnosticKind(
    "differs-from-verified",
    Severity.NOTE,
    Text(
        "{name}自报{reported}，核定为{verified}，以核定值为准",
        "{name}: reported {reported}, verified {verified}, which stands",
    ),
    Text("如有异议，向评估方说明", "take it up with the assessor, if you disagree"),
    example=Example(
        fails="verified: {core_value_added: {value: 49.8亿元, basis: 示例}}",
        passes="verified: {core_value_added: {value: 50.0亿元, basis: 示例}}",
        sort=Sort.REVIEW,
        beside="observations: {core_value_added: {value: 50.0亿元, scope: core-2021}}",
    ),
)
KINDS = (
    RATIO_MISMATCH, EXCEEDS_WHOLE, NOT_POSITIVE, SHARE_ABOVE_WHOLE, ESTIMATED_PART, IMPLAUSIBLE_SHARE,
    DIFFERS_FROM_VERIFIED,
)  # fmt: skip
