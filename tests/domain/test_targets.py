"""Targets, indicators and the catalogue."""

from fractions import Fraction

from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.targets import (
    Base,
    Citation,
    Entity,
    PolicyDocument,
    TableCell,
    are_told,
    cited_in,
    scored_indicators,
)
from hubei_digecon.domain.words import Counting, EntityKind, SeenAs
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.text import Text

from ..building import ADDED, CATALOGUE, FLOW, LIBRARY, MILESTONE, SHARE, STOCK, target


def test_a_target_is_named_by_its_place_and_its_key() -> None:
    assert target(FLOW, 400, key="other").id == "place.other"


def test_some_indicators_only_grow() -> None:
    assert [one.grows for one in (FLOW, ADDED, STOCK, MILESTONE)] == [True, True, False, False]


def test_nobody_lists_what_is_counted_in_ten_thousands() -> None:
    in_ten_thousands = STOCK._replace(unit="万家")
    assert [one.is_listed for one in (STOCK, ADDED, in_ten_thousands, FLOW, MILESTONE)] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_a_wider_scope_takes_a_narrower_one_in() -> None:
    assert CATALOGUE.takes_in("wider", "own")
    assert not CATALOGUE.takes_in("own", "wider")
    assert not CATALOGUE.takes_in("own", "other")


def test_only_indicators_with_a_number_are_scored() -> None:
    scored = scored_indicators(LIBRARY.entities(), LIBRARY.catalogue, {"notice"})
    assert "online_retail_sales" not in scored
    assert "core_value_added" in scored
    assert "manufacturing_path" not in scored
    assert Fraction(400) in {one.value for place in LIBRARY.entities() for one in place.targets}


WORDS = Citation("document", 5, "达到13%")
CELL = TableCell("专栏1", "5G用户普及率（%）", "2025年", "56", "不低于")


def test_a_citation_tells_the_paragraph_or_the_cell_of_its_words() -> None:
    told = WORDS.told(Text("《文件》", "A document"))
    assert told == Text("《文件》第5段", "A document, paragraph 5")
    assert WORDS._replace(paragraph=None).told("《文件》") == Text.same("《文件》")
    cited = Citation("document", None, "56", cell=CELL)
    assert cited.standing == Text(
        "专栏1“5G用户普及率（%）”行“2025年”列（表头“不低于”）",
        "专栏1, row “5G用户普及率（%）”, column “2025年” (head “不低于”)",
    )
    assert cited._replace(paragraph=3, cell=CELL._replace(head=None)).standing == Text(
        "第3段专栏1“5G用户普及率（%）”行“2025年”列",
        "paragraph 3, 专栏1, row “5G用户普及率（%）”, column “2025年”",
    )


def test_a_comparator_may_stand_in_the_head_over_a_cell() -> None:
    assert [WORDS.read, Citation("document", None, "56", cell=CELL).read] == ["达到13%", "不低于 56"]


COPY = PolicyDocument("copy", Text("规划", "A plan"), seen=SeenAs.COPY)
DEFAULT = PolicyDocument("notice", Text("通知", "A notice"), seen=SeenAs.PRESS, default=True)


def test_a_place_is_judged_by_the_targets_in_force_of_the_documents_chosen() -> None:
    sources = {"one": "notice", "two": "copy", "three": "copy"}
    targets = [target(FLOW, 400, key=key, source=Citation(id, 1, "")) for key, id in sources.items()]
    targets[2] = targets[2]._replace(superseded_by="one")
    place = Entity("place", EntityKind.ZONE, Text.same("place"), tuple(targets))
    judged = {
        ids: [one.key for one in place.judged(ids)] for ids in [("notice",), ("copy",), ("copy", "notice")]
    }
    assert [*judged.values()] == [["one"], ["two"], ["one", "two"]]
    assert place.judged(()) == ()


def test_documents_are_told_unless_there_is_the_default_alone() -> None:
    assert not are_told({})
    assert not are_told({"notice": DEFAULT})
    assert are_told({"copy": COPY})
    assert are_told({"notice": DEFAULT, "copy": COPY})


def test_a_citation_says_what_was_read_where_documents_are_told() -> None:
    assert cited_in("notice", {"notice": DEFAULT}).en == "A notice"
    assert cited_in("notice", {"notice": DEFAULT, "copy": COPY}).en == "A notice (as reported by the press)"
    assert cited_in("copy", {"copy": COPY}).zh == "规划（据转载文本）"
    assert cited_in("other", {"copy": COPY}) == Text.same("other")
    assert COPY._replace(seen=SeenAs.OFFICIAL).cited == COPY._replace(seen=None).cited == COPY.title


# What weighs, what is due each year, where a target starts from


def test_neither_an_aspiration_nor_about_without_a_tolerance_weighs() -> None:
    about = COMPARATORS["about"]
    assert target(FLOW, 400).weighs
    assert not target(FLOW, 400)._replace(aspiration=True).weighs
    assert not target(FLOW, 400, "about").weighs
    assert target(FLOW, 400)._replace(comparator=about.tolerating(Fraction(1), Fraction(1), False)).weighs


def test_a_target_of_each_year_is_due_in_the_year_of_the_report_and_counts_from_its_first_day() -> None:
    yearly = target(ADDED, 6)._replace(per_year=True)
    due = [yearly.due_in(year) for year in (2023, 2025, 2027)]
    assert [(one.due, str(one.since)) for one in due] == [
        (2023, "2023-01-01"),
        (2025, "2025-01-01"),
        (2025, "2025-01-01"),
    ]
    assert target(ADDED, 6).due_in(2023) == target(ADDED, 6)


def test_of_what_is_added_each_year_the_count_of_the_year_is_asked_for() -> None:
    asked = [target(one, 6)._replace(per_year=True).counting for one in (ADDED, STOCK, FLOW)]
    assert asked == [Counting.THIS_YEAR, Counting.IN_FORCE, None]
    assert target(ADDED, 6).counting is Counting.CUMULATIVE


def test_an_adjusted_target_keeps_a_stretch_only_where_that_still_asks_for_more() -> None:
    published = target(FLOW, 400)._replace(stretch=Fraction(420))
    assert published.adjusted(Fraction(410))[6:9:2] == (Fraction(410), Fraction(420))
    assert published.adjusted(Fraction(420)).stretch is None


def _based(value: str, unit: str) -> Base:
    return Base(Period(2020), Fraction(value), unit, Interval.point(Fraction(value)))


def test_what_is_needed_since_the_base_is_in_the_unit_of_the_target() -> None:
    flow = target(FLOW, 400)._replace(base=_based("2500000", "万元"))
    assert (flow.needed_since_base, flow.growth_needed) == (Fraction(150), Fraction(3, 5))
    share = target(SHARE, 30)._replace(base=_based("23.5", "%"))
    assert (share.needed_since_base, share.growth_needed) == (Fraction(13, 2), None)
    assert (target(FLOW, 400).needed_since_base, target(FLOW, 400).growth_needed) == (None, None)
    assert target(FLOW, 400)._replace(base=_based("0", "亿元")).growth_needed is None
