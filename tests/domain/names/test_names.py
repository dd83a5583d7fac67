"""One fold for all names: what takes no room, widths, forms and signs make no difference."""

import importlib
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.names import folded, folding, looks

from ...building import PROPERTY

HEAVY = settings(PROPERTY, max_examples=3000)
IGNORED = [chr(code) for first, last in folding.IGNORED for code in range(first, last + 1)]
NAMES = st.text(
    st.sampled_from("示例武汉车联网创新中心有限公司ABCabcéŁαΩ（）()“”-—·。 12①Ⅻ⻋"), min_size=1, max_size=12
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)

SAME = {
    "brackets": ("示例（武汉）公司", "示例(武汉)公司", "示例〔武汉〕公司", "示例［武汉］公司", "示例【武汉】公司", "示例《武汉》公司", "示例﹝武汉﹞公司"),
    "quotes": ("“星火”平台", "'星火'平台", '"星火"平台', "「星火」平台", "『星火』平台", "‘星火’平台", "＂星火＂平台", "«星火»平台"),
    "dashes": ("5G-A中心", "5G—A中心", "5G‐A中心", "5G‑A中心", "5G–A中心", "5G−A中心", "5G－A中心", "5G——A中心", "５Ｇ﹣Ａ中心"),
    "middle dots": ("示例·平台", "示例•平台", "示例・平台", "示例‧平台", "示例･平台", "示例∙平台", "示例⋅平台"),
    "full stop": ("示例中心", "示例中心。", "示例中心.", "示例中心．", "示例中心｡", "示例中心 。"),
    "blanks": ("示例中心", "示例 中心", "示例\u3000中心", "示例\u00a0中心\n", "示例\u2800中心", "\t示例中心"),
    "case and width": ("abc科技", "ABC科技", "ＡＢＣ科技", "ａｂｃ科技"),
    "radicals": ("车联网", "⻋联网"),
    "radical of Kangxi": ("金风", "⾦风"),
    "numbers in circles": ("示例1号", "示例①号", "示例１号"),
    "ligatures": ("office园", "oﬃce园"),
}  # fmt: skip
INVISIBLE = "\u00ad\u034f\u061c\u115f\u180e\u200b\u200d\u200e\u202e\u2060\u3164\ufe00\ufe0f\ufeff\uffa0\U000e0001\U000e0100"
APART = (
    "示例一",
    "示例二",
    "示例(一)",
    "示例“一”",
    "示例·一",
    "示例-一",
    "示例一有限公司",
    "未实现",
    "已实现",
)
ALIKE = {
    "traditional": ("示例雲平臺", "示例云平台"),
    "traditional in part": ("華中數據", "华中数据"),
    "Cyrillic": ("АВС科技", "ABC科技"),
    "Greek": ("ΑΒ科技", "AB科技"),
    "zero and O": ("示例0号", "示例O号"),
    "one and small l": ("示例1号", "示例l号"),
    "one and capital I": ("示例1号", "示例I号"),
    "capital I and small l": ("AI平台", "Al平台"),
    "small letters": ("示例сору", "示例copy"),
    "number zero": ("二〇二五", "二O二五"),
    "katakana": ("示例ロ岸", "示例口岸"),
}


@pytest.mark.parametrize("names", SAME.values(), ids=SAME)
def test_names_that_differ_in_writing_only_are_the_same(names: tuple[str, ...]) -> None:
    assert len({folded(name) for name in names}) == 1


@pytest.mark.parametrize("invisible", INVISIBLE, ids=lambda one: f"{ord(one):04X}")
def test_what_takes_no_room_makes_no_difference(invisible: str) -> None:
    assert folded(f"示例{invisible}中心{invisible}") == folded("示例中心")


def test_names_that_differ_are_kept_apart() -> None:
    assert len({folded(name) for name in APART}) == len(APART)


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_names_that_look_alike_are_not_the_same_but_perhaps(one: str, other: str) -> None:
    assert folded(one) != folded(other)
    like, unlike = looks(one, folded(one)), looks(other, folded(other))
    assert any(form in unlike * 3 for form in like)


def insertions(name: str, invisible: str, at: int) -> None:
    at %= len(name) + 1
    assert folded(name[:at] + invisible + name[at:]) == folded(name)


@PROPERTY
@given(NAMES, st.sampled_from(IGNORED), st.integers(0, 12))
def test_whatever_takes_no_room_can_stand_anywhere(name: str, invisible: str, at: int) -> None:
    insertions(name, invisible, at)


@pytest.mark.heavy
@HEAVY
@given(ANY, st.sampled_from(IGNORED), st.integers(0, 12))
def test_whatever_takes_no_room_can_stand_anywhere_at_length(name: str, invisible: str, at: int) -> None:
    insertions(name, invisible, at)


@pytest.mark.heavy
@HEAVY
@given(ANY)
def test_folding_again_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@pytest.mark.heavy
def test_every_character_is_folded_for_good() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    assert [one for one in every if folded(folded(one)) != folded(one)] == []


SINCE_UNICODE_16 = {"\U00010d6e"}
"""What Python 3.14 knows and the files of Unicode that the tables are made from do not: the hyphen of Garay."""


def test_the_tables_hold_what_python_knows_of_unicode() -> None:
    """Python's own data is of another version of Unicode: what both know must be alike."""
    every = (chr(code) for code in range(sys.maxunicode + 1))
    kinds = {one: unicodedata.category(one) for one in every if one not in SINCE_UNICODE_16}
    assert {one for one, kind in kinds.items() if kind == "Cf"} <= set(IGNORED)
    assert {one for one, kind in kinds.items() if kind in ("Zs", "Zl", "Zp", "Cc")} <= set(folding.BLANKS)
    assert {one for one, kind in kinds.items() if kind == "Pd"} <= set(folding.DASHES)
    signs = set(folding.BRACKETS) | set(folding.QUOTES)
    assert {one for one, kind in kinds.items() if kind in ("Ps", "Pe", "Pi", "Pf")} <= signs
    assert len(folding.RADICALS) == len(folding.IDEOGRAPHS)


def test_what_names_look_like_stays_a_function_once_it_was_asked() -> None:
    """A module of the same name would take its place in the package as soon as it is imported."""
    looks("甲", "甲")
    assert importlib.import_module("hubei_digecon.domain.names").looks is looks
