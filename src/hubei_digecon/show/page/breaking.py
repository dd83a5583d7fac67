"""Where lines may break: a number keeps its unit, and a Chinese heading breaks between its words only.

A browser breaks Chinese between any two characters. Headings and names are styled to break nowhere but at
the places given here, and where they would not fit at all.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from ..escape import html_visible

_UNIT = "(?:个?百分点|[万亿千]{0,2}(?:元|家|项|个|户|人|件|架|台|次|份|位|倍|年|月|日|行|列|段|条)|%| pp)"
_DIGITS = "[0-9][0-9,.]{0,17}"
_FIGURE = re.compile(
    rf"(?<![0-9.,])(?:[≥≤<>≈+-]|至少|至多|约|第)?{_DIGITS}(?:%?—{_DIGITS})?(?:（(?:上限|力争){_DIGITS}）)?{_UNIT}"
    "|[0-9]{4}-(?:[MQH]?[0-9]{2}|[QH][0-9])(?:-[0-9]{2})?(?![0-9])"
)
"""A number with its unit, a period or a day: so short that it fits into a line of a phone."""

_BEFORE = (
    "湖北省", "数字经济目标", "数字经济", "完成情况", "平均", "差距最大", "较上年", "经批准", "总体", "指标",
    "完成", "佐证", "与目标值", "核验基准", "核心产业", "增加值", "地区生产总值", "新建", "新引进",
    "省级及以上", "两化融合", "传统制造业", "国家级", "百强", "瞪羚", "序时进度",
)  # fmt: skip
"""Words of headings after which a line may end, where two characters or more follow."""

_GIVEN = re.compile(rf"(?:{'|'.join(_BEFORE)})(?=[\u4e00-\u9fff]{{2}})|[：、](?=.)|(?=（)")


def kept(text: object) -> Markup:
    """Return a text as HTML in which no line breaks between a number and its unit."""
    return Markup("").join(_kept(html_visible(str(text))))


def _kept(text: str) -> Iterator[Markup]:
    at = 0
    for found in _FIGURE.finditer(text):
        yield escape(text[at : found.start()])
        yield Markup('<span class="figure">{}</span>').format(found[0])
        at = found.end()
    yield escape(text[at:])


def headed(text: object) -> Markup:
    """Return a heading as HTML, with the places at which it may break."""
    shown, parts, at = html_visible(str(text)), [], 0
    for found in _GIVEN.finditer(shown):
        parts.append(escape(shown[at : found.end()]))
        at = found.end()
    return Markup("<wbr>").join([*parts, escape(shown[at:])])
