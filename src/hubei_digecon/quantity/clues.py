"""Guess what a cell that cannot be read probably is, so that the diagnostic can say how to fix it.

A clue is only a hint beside a refusal. It never makes a cell readable.
"""

import re

from ..text import Text

_NUMERAL = "[一二三四五六七八九十百千〇零两壹贰叁肆伍陆柒捌玖拾佰仟]"
_NO_DATA = (
    r"[/\-—–－×√…*?？~]+|无|暂无|没有|未统计|未公布|不适用|待定|待补充|同上|见附件|空|"
    r"(?i:n/?a|null|none|nil|no|nan|true|false)|是|否"
)

CLUES: tuple[tuple[re.Pattern[str], Text], ...] = (
    (
        re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]"),
        Text("其中有看不见的字符，删去后重填。", "it holds a hidden character: remove it; "),
    ),
    (
        re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)"),
        Text("这是公式的错误值，先改正公式。", "it is the error of a formula: fix that first; "),
    ),
    (
        re.compile(f"(?:{_NO_DATA})$"),
        Text(
            "没有数值的，留空，并写明原因（未公布、未统计、不适用）。",
            "where there is no value leave it empty, and say why under missing; ",
        ),
    ),
    (
        re.compile(".*(?:同比|环比|增长|增速|下降|上升|提高|降低|减少|增加|百分点|pct)", re.DOTALL),
        Text(
            "增速和增减不是水平，填写指标本身的数值。",
            "a growth or a change is no level: give the level itself; ",
        ),
    ),
    (
        re.compile(".*(?:预计|预测|测算|快报|初步|公报)", re.DOTALL),
        Text("预计、快报等写在“数据性质”（status）中。", "how settled a figure is belongs under status; "),
    ),
    (
        re.compile(".*(?:累计|新增|有效期内)", re.DOTALL),
        Text("累计、新增写在“统计方式”（counting）中。", "what a count takes in belongs under counting; "),
    ),
    (
        re.compile("[≥≤><＞＜]|大于|小于|多于|少于"),
        Text(
            "写成“不低于”“超过”“不超过”“不足”。",
            "write it as 不低于, 超过, 不超过 or 不足; ",
        ),
    ),
    (
        re.compile(r"(?:[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}:[0-9]{2})$"),
        Text(
            "表格软件可能把输入改成了日期，请核对。",
            "a spreadsheet may have made a date of it: look at what was meant; ",
        ),
    ),
    (
        re.compile(r".*(?:[0-9]\s*[年月]|截至|全年|上半年|季度)", re.DOTALL),
        Text(
            "数据所属期写在“数据所属期”（period）中。",
            "the period of a figure belongs under period; ",
        ),
    ),
    (
        re.compile(r"=\S"),
        Text("这是没有算出结果的公式。", "it is a formula without its result; "),
    ),
    (
        re.compile(r".*[0-9]\s+[0-9]", re.DOTALL),
        Text("数中不能有空格。", "a number holds no blank; "),
    ),
    (
        re.compile(r".*[0-9][^0-9.,，．]*?[-—–~～至到、/;；或\n:][^0-9]*[0-9]", re.DOTALL),
        Text("一格只填一个数。", "give one number; "),
    ),
    (
        re.compile(f"[上数几近约超]?{_NUMERAL}+[余多]?[家户个项亿万元%]|百分之|若干|一批|[数几]"),
        Text("用阿拉伯数字填写。", "write it in digits; "),
    ),
    (
        re.compile(r"[+-]?[0-9.]+[eE][+-]?[0-9]"),
        Text("不用科学计数法。", "write it without an exponent; "),
    ),
    (
        re.compile(".*(?:人民币|美元|RMB|CNY|USD|[¥￥$])", re.DOTALL),
        Text(
            "不写币种；金额以人民币计，单位用亿元等。",
            "leave the currency out; amounts are in yuan, as 亿元; ",
        ),
    ),
    (
        re.compile(r".*[（(\[【]", re.DOTALL),
        Text("括号中的说明写在“备注”（note）中。", "what stands in brackets belongs under note; "),
    ),
)
"""What to look for in a cell, and what to say where it is found; the first that fits is said."""


def clue(text: str) -> Text:
    """Return a hint on how to fix a cell that cannot be read; an empty text where no clue fits."""
    shown = text.strip()
    return next(
        (said for pattern, said in CLUES if pattern.match(shown) or _inside(pattern, shown)), Text("", "")
    )


def _inside(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the first clue, hidden characters, is found anywhere in the text."""
    return pattern is CLUES[0][0] and pattern.search(text) is not None
