"""What target files hold, looked up: targets, places, indicators, scopes, relations."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from hubei_digecon.domain.targets import Catalogue, Eligibility, Entity, NoMoreThan, Plausible, PolicyDocument
from hubei_digecon.domain.words import EntityKind, ItemLevel
from hubei_digecon.explain import published
from hubei_digecon.explain.published import Published, commitment, eligible_told, measure
from hubei_digecon.quantity.kinds import Nature
from hubei_digecon.show.explain import Line
from hubei_digecon.text import Text

from ..building import ADDED, CATALOGUE, SCOPES, SHARE, STOCK, reading_as, target
from ..rates import library_with_rates

SORT = Text("类别", "sort")
RELATIONS = (NoMoreThan("stock", "added"), Plausible("share", Fraction(40), Text("原因", "a reason")))
NOTICE = PolicyDocument("document", Text("示例通知", "A notice"), {}, 1)
PLACE = Entity(
    "place",
    EntityKind.ZONE,
    Text("某区", "Some Zone"),
    (target(STOCK, 170), target(SHARE, 13, stretch=Fraction(27, 2))),
    ("别名",),
    "town",
    (Text("任务", "A task"),),
)
HELD = Published(Catalogue(CATALOGUE.indicators, SCOPES, RELATIONS), {"document": NOTICE}, (PLACE,))


def told(lines: Iterable[Line]) -> list[tuple[str, str]]:
    """Return lines in English."""
    return [(line.label.en, line.words.en if isinstance(line.words, Text) else line.words) for line in lines]


def test_a_target_is_told_by_its_words_and_how_they_are_read() -> None:
    one = target(SHARE, 13, other_reading=reading_as("more_than", 13), note=Text("按此理解。", "Read so."))
    lines = dict(told(commitment(one, HELD.documents)))
    assert lines["wording"] == "“13%”"
    assert lines["source"] == "A notice, paragraph 1"
    assert lines["second reading"] == "more than 13%. The outcome follows the first reading."
    assert (lines["due"], lines["note"]) == ("by the end of 2025", "Read so.")


def test_a_document_that_is_not_known_goes_by_its_id() -> None:
    assert ("source", "document, paragraph 1") in told(commitment(target(STOCK, 5), {}))


def test_what_only_some_targets_have_is_told_of_those() -> None:
    one = target(SHARE, 13, stretch=Fraction(27, 2), superseded_by="other")
    lines = told(commitment(one, {}))
    assert lines[-2:] == [("stretch", "13.5%"), ("superseded by", "place.other")]
    assert [label for label, _ in told(commitment(target(SHARE, 13), {}))] == [
        "wording",
        "source",
        "reading",
        "due",
    ]


def test_a_place_is_told_with_its_targets_and_tasks() -> None:
    (one,) = published.places(HELD, SORT)
    assert (one.id, one.name) == ("place", Text("某区", "Some Zone"))
    assert told(one.lines) == [
        ("kind", EntityKind.ZONE.term.en),
        ("within", "town"),
        ("target", "place.stock: at least 170家"),
        ("target", "place.share: at least 13%"),
        ("tasks (recorded, never judged)", "A task"),
    ]


def test_an_indicator_is_told_with_its_relations_and_targets() -> None:
    found = {one.id: told(one.lines) for one in published.indicators(HELD, SORT)}
    assert ("target", "place.share: at least 13%") in found["share"]
    assert [label for label, _ in found["stock"]].count("relation") == 1
    assert "relation" not in [label for label, _ in found["flow"]]


def test_a_scope_is_told_with_the_indicators_that_want_it() -> None:
    found = {one.id: told(one.lines) for one in published.scopes(HELD, SORT)}
    assert found["own"][1] == ("wanted by", "share, flow, stock")
    assert [label for label, _ in found["other"]] == ["definition"]


def test_a_kind_of_relation_is_told_with_every_one_of_the_catalogue() -> None:
    lines = {one.id: told(one.lines) for one in published.relations(HELD, SORT)}
    assert [label for label, _ in lines["no_more_than"]] == ["note", "relation"]
    assert "name of stock" in lines["no_more_than"][1][1]
    assert "40%" in lines["plausible"][1][1]


def test_what_is_measured_is_told_with_unit_counting_and_scope() -> None:
    lines = dict(told(measure(STOCK, HELD.catalogue)))
    assert (lines["unit"], lines["counting"]) == ("家", "in force (in_force)")
    assert lines["scope"].startswith("own scope: ")
    assert "unit" not in dict(told(measure(CATALOGUE.indicators["milestone"], HELD.catalogue)))


def test_what_makes_an_item_count_is_told_in_full() -> None:
    wants = Eligibility((ItemLevel.NATIONAL, ItemLevel.PROVINCIAL), ("by",), "GB/T 23001")
    one = eligible_told(STOCK._replace(eligible=wants))
    assert one.en == (
        "it states: body that recognised it, level, number of the certificate; its level is national or provincial; "
        "its certificate is to GB/T 23001; it is valid at the end of the period"
    )
    assert ADDED.nature is Nature.ADDED
    assert eligible_told(ADDED).en.endswith(
        "it is dated from the base date, if there is one, to the end of the period or of the due year"
    )


def test_a_rate_is_told_with_what_changes_from_when_and_at_which_prices(tmp_path: Path) -> None:
    catalogue = library_with_rates(tmp_path / "targets").catalogue
    lines = {
        id: dict(told(measure(one, catalogue))).get("change") for id, one in catalogue.indicators.items()
    }
    assert lines["gdp"] is None
    assert lines["value_growth"] == (
        "growth of Value added of the core industries of the digital economy from the same period of the year before, at constant prices"
    )
    assert lines["gdp_mean"] == "mean growth a year of Gross domestic product from 2020, at current prices"
    assert (
        lines["times"]
        == "multiple of Gross domestic product from a period that is not stated, at constant prices"
    )
    assert lines["firms_times"] == "multiple of Gazelle firms of the digital economy from 2020"
