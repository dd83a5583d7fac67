"""The kinds of diagnostics on items that do not count, or may not count."""

from ...diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort
from ...text import Text

OPEN = Text("是否计入不能确定", "it is not known whether it counts")
OUT = Text("不予计入", "it does not count")
"""What a doubt about an item comes to."""


def _platforms(*items: str, value: int = 0) -> str:
    """Return a count of platforms for an example, with the items behind it."""
    return _count("new_innovation_platforms", "counting: cumulative", items, value)


def _certified(*items: str, value: int = 0) -> str:
    """Return a count of certified firms for an example, with the items behind it."""
    facts = "counting: in_force, scope: gbt-23001-certified"
    return _count("integration_certified_firms", facts, items, value)


def _count(indicator: str, facts: str, items: tuple[str, ...], value: int = 0) -> str:
    lines = (
        "observations:",
        f"  {indicator}:",
        f"    value: {value or len(items)}家",
        *(f"    {fact}" for fact in facts.split(", ")),
        "    items:",
        *(f"      - {{{item}}}" for item in items),
    )
    return "\n".join(lines)


_FIRST = "name: 示例平台一, level: 省级, by: 示例机构, recognised_on: 2025-03-12"
_SECOND = "name: 示例平台二, level: 省级, by: 示例机构, recognised_on: 2025-06-18"

_FIRM = "name: 示例企业, list: 榜单, publisher: 机构, year: 2025, recognised_on: 2025-03-12"

DUPLICATE_ITEM = DiagnosticKind(
    "duplicate-item",
    Severity.ERROR,
    Text("“{name}”与第{first}项重复，{so}", "“{name}” is item {first} once more; {so}"),
    Text(
        "确为同一项的，删去一项；不是同一项的，改正名称或统一社会信用代码",
        "remove one if they are the same; if they are not, fix the name or the code",
    ),
    example=Example(fails=_platforms(_FIRST, _FIRST), passes=_platforms(_FIRST, _SECOND)),
)
SIMILAR_ITEM = DiagnosticKind(
    "similar-item",
    Severity.WARNING,
    Text(
        "“{name}”与第{first}项“{other}”名称相近，可能是同一家",
        "“{name}” is much like item {first}, “{other}”, and may be the same",
    ),
    Text(
        "若为同一家，删去一项；确为两家的，核对名称和统一社会信用代码后，由核验单位核定家数",
        "remove one if they are the same; if they are two, compare names and codes, and have the assessor "
        "verify the count",
    ),
    example=Example(
        fails=_certified(
            "name: 示例有限公司, certificate: GB/T 23001-1",
            "name: 示例有限责任公司, certificate: GB/T 23001-2",
        ),
        passes=_certified(
            "name: 示例有限公司, certificate: GB/T 23001-1",
            "name: 示例科技有限公司, certificate: GB/T 23001-2",
        ),
    ),
)
ITEM_UNNAMED = DiagnosticKind(
    "item-unnamed",
    Severity.ERROR,
    Text(
        "第{position}项的名称写作{name}，没有指明任何一项，{so}",
        "item {position} has {name} for its name, which names nothing; {so}",
    ),
    Text("填写全称；没有这一项的，删去整行", "write its full name, or remove the whole item"),
    example=Example(
        fails=_platforms(_FIRST, _SECOND.replace("示例平台二", "合计"), value=1),
        passes=_platforms(_FIRST, _SECOND),
    ),
)
ITEM_BELOW_LEVEL = DiagnosticKind(
    "item-below-level",
    Severity.WARNING,
    Text(
        "“{name}”为{level}，只计{levels}，不予计入",
        "“{name}” is {level} and does not count; the levels that do: {levels}",
    ),
    Text("核对级别；级别无误的，删去", "compare its level; remove it, if that is right"),
    example=Example(fails=_platforms(_FIRST.replace("省级", "市级")), passes=_platforms(_FIRST)),
)
ITEM_ONLY_SIGNED = DiagnosticKind(
    "item-only-signed",
    Severity.WARNING,
    Text(
        "“{name}”的引进方式为签约，尚未落地，不予计入",
        "“{name}” has only signed and not come yet, so it does not count",
    ),
    Text(
        "已落地的，引进方式填新设或迁入，并填落地日期；没有落地的，删去",
        "if it has come, say how (founded or relocated) and on which day; else remove it",
    ),
    example=Example(
        fails=_count("attracted_top100_firms", "counting: cumulative", (f"{_FIRM}, arrival: 签约",)),
        passes=_count("attracted_top100_firms", "counting: cumulative", (f"{_FIRM}, arrival: 新设",)),
    ),
)
ITEM_OUTSIDE_PERIOD = DiagnosticKind(
    "item-outside-period",
    Severity.WARNING,
    Text(
        "“{name}”的日期{date}不在{span}，不予计入", "“{name}” is of {date}, not {span}, so it does not count"
    ),
    Text("核对日期；确在期外的，删去", "compare its date; remove it, if that is right"),
    example=Example(fails=_platforms(_FIRST.replace("2025", "2026")), passes=_platforms(_FIRST)),
)
ITEM_EXPIRED = DiagnosticKind(
    "item-expired",
    Severity.WARNING,
    Text(
        "“{name}”的有效期至{date}，{end}已失效，不予计入",
        "“{name}” was valid until {date}, no longer on {end}, so it does not count",
    ),
    Text("核对有效期；已失效的，删去", "compare the date; remove it, if that is right"),
    example=Example(
        fails=_certified("name: 示例公司, certificate: GB/T 23001-1, valid_until: 2025-06-30"),
        passes=_certified("name: 示例公司, certificate: GB/T 23001-1, valid_until: 2027-06-30"),
    ),
)
ITEM_OTHER_CERTIFICATE = DiagnosticKind(
    "item-other-certificate",
    Severity.WARNING,
    Text(
        "“{name}”的证书“{certificate}”不是{wanted}证书，不予计入",
        "“{name}” has a certificate “{certificate}”, not one to {wanted}, so it does not count",
    ),
    Text("核对证书依据的标准", "compare the standard of the certificate"),
    example=Example(
        fails=_certified("name: 示例公司, certificate: GB/T 19001-1"),
        passes=_certified("name: 示例公司, certificate: GB/T 23001-1"),
    ),
)
ITEM_LACKS_FIELD = DiagnosticKind(
    "item-lacks-field",
    Severity.WARNING,
    Text(
        "“{name}”缺少{fields}，是否计入不能确定",
        "“{name}” lacks: {fields}; so it is not known whether it counts",
    ),
    Text("补上{fields}", "add: {fields}"),
    example=Example(
        fails=_platforms("name: 示例平台一, level: 省级, recognised_on: 2025-03-12"),
        passes=_platforms(_FIRST),
    ),
)
ITEM_REJECTED = DiagnosticKind(
    "item-rejected",
    Severity.NOTE,
    Text("“{name}”经核验单位核减：{reason}", "the assessor does not count “{name}”: {reason}"),
    Text("如有异议，向核验单位说明", "take it up with the assessor, if you disagree"),
    example=Example(
        fails="rejected_items: {new_innovation_platforms: [{name: 示例平台一, reason: 示例}]}",
        passes="verified: {new_innovation_platforms: {value: 1家, basis: 示例}}",
        sort=Sort.REVIEW,
        beside=_platforms(_FIRST),
    ),
)
ITEM_PERHAPS_REJECTED = DiagnosticKind(
    "item-perhaps-rejected",
    Severity.WARNING,
    Text(
        "“{name}”与核验单位核减的第{first}项“{other}”代码相同，是否计入不能确定",
        "“{name}” has the code of item {first}, “{other}”, which the assessor does not count, so it is not "
        "known whether it counts",
    ),
    Text(
        "属重复填报的，删去第{first}项；单位本身应予核减的，由核验单位将两个名称一并列明",
        "remove item {first} if it is a duplicate; if it is the firm that does not count, have the assessor "
        "name both",
    ),
    example=Example(
        fails="rejected_items: {new_innovation_platforms: [{name: 示例平台一, reason: 示例}]}",
        passes="rejected_items: {new_innovation_platforms: []}",
        sort=Sort.REVIEW,
        beside=_platforms(f"{_FIRST}, code: 91420100MA4K0000XJ", f"{_SECOND}, code: 91420100MA4K0000XJ"),
    ),
)
ITEM_HISTORY = DiagnosticKind(
    "item-history",
    Severity.NOTE,
    Text(
        "“{name}”是第{first}项在核计日期之外的记录，不另计一项",
        "“{name}” is a record of item {first} from outside the days that count, and no other item",
    ),
    Text("无需处理", "nothing needs to be fixed"),
    example=Example(
        fails=_certified(
            "name: 示例公司, certificate: GB/T 23001-1, valid_until: 2025-06-30",
            "name: 示例公司, certificate: GB/T 23001-2, valid_until: 2028-06-30",
            value=1,
        ),
        passes=_certified("name: 示例公司, certificate: GB/T 23001-2, valid_until: 2028-06-30"),
    ),
)
BAD_CREDIT_CODE = DiagnosticKind(
    "bad-credit-code",
    Severity.WARNING,
    Text(
        "“{code}”不是有效的统一社会信用代码（GB 32100），不作为识别依据",
        "“{code}” is no valid unified social credit code (GB 32100), so it identifies nothing",
    ),
    Text(
        "核对18位代码：第3—8位为数字，末位为校验位；没有代码的留空",
        "compare the 18 characters: the third to eighth are digits, the last is a check; leave it empty "
        "where there is none",
    ),
    example=Example(
        fails=_platforms(f"{_FIRST}, code: 91420100MA4K0000XX"),
        passes=_platforms(f"{_FIRST}, code: 91420100MA4K0000XJ"),
    ),
)
SPOILED_CODE = DiagnosticKind(
    "code-spoiled-by-spreadsheet",
    Severity.WARNING,
    Text(
        "“{code}”是被电子表格当作数字改坏的统一社会信用代码，不作为识别依据，“{name}”按名称识别",
        "“{code}” is a unified social credit code that a spreadsheet took for a number and spoiled; it "
        "identifies nothing, and “{name}” is known by its name",
    ),
    Text(
        "先把这一列的单元格格式设为“文本”，再重新填写18位代码",
        "format the column as text first, then enter the 18 characters again",
    ),
    example=Example(
        fails=_platforms(f"{_FIRST}, code: 9.14201E+17"),
        passes=_platforms(f"{_FIRST}, code: 914201006822330012"),
    ),
)
ITEM_COUNT_MISMATCH = DiagnosticKind(
    "item-count-mismatch",
    Severity.WARNING,
    Text(
        "填报{value}，清单列{listed}项，其中符合条件{eligible}项",
        "{value} reported, but {listed} listed, of which eligible: {eligible}",
    ),
    Text("补齐清单，或改正填报数", "complete the list, or fix the value"),
    example=Example(fails=_platforms(_FIRST, _SECOND, value=3), passes=_platforms(_FIRST, _SECOND)),
)
KINDS = (
    DUPLICATE_ITEM, SIMILAR_ITEM, ITEM_UNNAMED, ITEM_BELOW_LEVEL, ITEM_ONLY_SIGNED, ITEM_OUTSIDE_PERIOD,
    ITEM_EXPIRED, ITEM_OTHER_CERTIFICATE, ITEM_LACKS_FIELD, ITEM_REJECTED, ITEM_PERHAPS_REJECTED,
    ITEM_HISTORY, BAD_CREDIT_CODE, SPOILED_CODE, ITEM_COUNT_MISMATCH,
)  # fmt: skip

_TAKING_OUT = (
    DUPLICATE_ITEM, ITEM_UNNAMED, ITEM_BELOW_LEVEL, ITEM_ONLY_SIGNED, ITEM_OUTSIDE_PERIOD, ITEM_EXPIRED,
    ITEM_OTHER_CERTIFICATE, ITEM_REJECTED,
)  # fmt: skip


def takes_out(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic says of an item that it does not count, and not only that it is in question."""
    return diagnostic.kind in _TAKING_OUT and diagnostic.values.get("so", OUT) is OUT
