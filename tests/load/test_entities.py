"""The file of a place: its targets, and what does not go together in them."""

import datetime
from fractions import Fraction

import pytest

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.targets import Catalogue, Citation, Entity, OtherReading, TableCell, Tolerance
from hubei_digecon.domain.words import EntityKind, TargetNature
from hubei_digecon.load.entities import Known, read_entity, target_of
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.text import Text

from ..building import CATALOGUE, MILESTONE, SHARE
from .reading import document

HEAD = "entity: {id: place, kind: zone, name: {zh: 某区, en: Some Zone}}\n"
SOURCE = "source: {document: notice, paragraph: 3, wording: 达到13%}"
KNOWN = Known(CATALOGUE, {"notice": 1}, {"place": 1, "town": 1}, holds_wording=False)


def read(text: str, stem: str = "place", known: Known = KNOWN) -> tuple[Entity, list[Diagnostic]]:
    return read_entity(document(text, f"{stem}.yaml"), stem, known)


def target(facts: str, key: str = "share") -> str:
    """Return the file of a place with one target."""
    return f"{HEAD}targets:\n  {key}: {{due: 2025, {facts}, {SOURCE}}}\n"


def told(facts: str, key: str = "share", known: Known = KNOWN) -> list[tuple[str, str]]:
    """Return the faults of one target by kind, with the last step of their places."""
    return [(fault.kind.id, str(fault.at[-1])) for fault in read(target(facts, key), known=known)[1]]


def test_a_place_has_its_names_and_tasks() -> None:
    entity, faults = read(
        "entity: {id: place, kind: city, name: {zh: 某市, en: Town}, aliases: [市], within: town}\n"
        "tasks: [{zh: 任务, en: A task}]\ntargets: {}\n"
    )
    assert faults == []
    assert entity == Entity(
        "place", EntityKind.CITY, Text("某市", "Town"), (), ("市",), "town", (Text("任务", "A task"),)
    )


def test_a_target_with_a_number_is_read_exactly() -> None:
    entity, faults = read(
        target("comparator: at_least, value: 13, unit: '%', stretch: 13.5, since: 2024-01-01, "
               "other_reading: {comparator: more_than, value: 12.9}")
    )  # fmt: skip
    (one,) = entity.targets
    assert faults == []
    assert (one.id, one.indicator, one.due, one.comparator) == (
        "place.share",
        SHARE,
        2025,
        COMPARATORS["at_least"],
    )
    assert (one.value, one.stretch, one.unit, one.since) == (
        Fraction(13),
        Fraction(27, 2),
        "%",
        datetime.date(2024, 1, 1),
    )
    assert one.other_reading == OtherReading(COMPARATORS["more_than"], Fraction(129, 10))
    assert one.source == Citation("notice", 3, "达到13%")


def test_a_cell_of_a_table_is_its_own_wording() -> None:
    source = (
        "source: {document: notice, table: 专栏1, row: 占比（%）, column: 2025年, cell: 13%, head: 不低于}"
    )
    words = target("comparator: at_least, value: 13, unit: '%'")
    entity, faults = read(words.replace(words[words.index("source:") : words.rindex("}")], source))
    assert faults == []
    cell = TableCell("专栏1", "占比（%）", "2025年", "13%", "不低于")
    assert entity.targets[0].source == Citation("notice", None, "13%", cell=cell)


def test_a_milestone_has_parts_and_no_number() -> None:
    entity, faults = read(target("comparator: milestone, parts: {plan: {zh: 规划, en: A plan}}", "milestone"))
    (one,) = entity.targets
    assert faults == []
    assert (one.indicator, one.value, one.unit, one.parts) == (
        MILESTONE,
        None,
        None,
        {"plan": Text("规划", "A plan")},
    )


def test_a_target_is_on_the_indicator_that_it_names_or_that_of_its_key() -> None:
    entity, faults = read(
        target("indicator: share, comparator: at_least, value: 13, unit: '%'", "share_2027")
    )
    assert ([(one.key, one.indicator.id) for one in entity.targets], faults) == (
        [("share_2027", "share")],
        [],
    )


@pytest.mark.parametrize(
    ("facts", "key", "faults"),
    [
        ("comparator: at_least, unit: '%'", "share", [("key-of-comparator", "share")]),
        ("comparator: at_least, value: 13", "share", [("key-of-comparator", "share")]),
        (
            "comparator: at_least, value: 13, unit: '%', parts: {a: {zh: 甲, en: A}}",
            "share",
            [("key-of-comparator", "parts")],
        ),
        ("comparator: milestone, value: 5", "milestone", [("key-of-comparator", "value")]),
        ("comparator: milestone", "share", [("comparator-of-kind", "comparator")]),
        ("comparator: at_least, value: 13, unit: 家", "share", [("unit-of-kind", "unit")]),
        ("comparator: at_least, value: 13, unit: '%', stretch: 13", "share", [("stretch-below", "stretch")]),
        ("comparator: at_most, value: 13, unit: '%', stretch: 14", "share", [("stretch-below", "stretch")]),
        ("comparator: at_most, value: 13, unit: '%', stretch: 12", "share", []),
        (
            "indicator: shar, comparator: at_least, value: 1, unit: '%'",
            "share",
            [("unknown-reference", "indicator")],
        ),
        (
            "comparator: at_least, value: 13, unit: '%', superseded_by: other",
            "share",
            [("unknown-reference", "superseded_by")],
        ),
    ],
)
def test_what_does_not_go_together_is_refused_at_its_key(
    facts: str, key: str, faults: list[tuple[str, str]]
) -> None:
    assert told(facts, key) == faults


def test_a_file_is_named_after_its_place() -> None:
    entity, (fault,) = read(f"{HEAD}targets: {{}}\n", "other")
    assert entity.id == "other"
    assert fault.message == Text(
        "文件名应为“place.yaml”，实际是“other.yaml”",
        "the file should be named “place.yaml”, but is “other.yaml”",
    )


@pytest.mark.parametrize(
    ("file", "step"),
    [
        (HEAD.replace("kind: zone", "kind: zone, within: nowhere") + "targets: {}\n", "within"),
        (target("comparator: at_least, value: 13, unit: '%'").replace("notice", "notce"), "document"),
    ],
)
def test_what_is_named_must_exist(file: str, step: str) -> None:
    assert [(fault.kind.id, fault.at[-1]) for fault in read(file)[1]] == [("unknown-reference", step)]


def test_a_target_is_held_against_its_words_where_that_is_asked() -> None:
    facts = "comparator: at_least, value: 14, unit: '%'"
    assert told(facts) == []
    assert told(facts, known=KNOWN._replace(holds_wording=True)) != []
    right = "comparator: at_least, value: 13, unit: '%'"
    assert told(right, known=KNOWN._replace(holds_wording=True)) == []


def test_an_example_of_a_target_cites_words() -> None:
    assert target_of("at_least", "达到50亿元", "stretch: 60", neutral="50").split("\n") == [
        "targets:",
        "  core_value_added:",
        "    due: 2025",
        "    comparator: at_least",
        "    value: 50",
        "    unit: 亿元",
        "    source: {document: example, paragraph: 1, wording: 达到50亿元, neutral: [50]}",
        "    stretch: 60",
    ]


# What weighs, from where and how near


def test_what_a_text_aspires_to_each_year_and_starts_from_is_read() -> None:
    entity, faults = read(
        target("comparator: at_least, value: 13, unit: '%', aspiration: true, per_year: 是, nature: 预期性, "
               "base: {period: 2020, value: 8.70, unit: '%', "
               "source: {document: notice, paragraph: 3, wording: 2020年的8.7%}}")
    )  # fmt: skip
    (one,) = entity.targets
    assert faults == []
    assert (one.aspiration, one.per_year, one.nature) == (True, True, TargetNature.EXPECTED)
    half = Interval(Fraction("8.695"), Fraction("8.705"))
    assert one.base is not None
    assert one.base[:4] == (Period(2020), Fraction("8.7"), "%", half)


def test_a_tolerance_becomes_part_of_the_comparator() -> None:
    about = "comparator: about, value: 13, unit: '%'"
    entity, faults = read(target(f"{about}, tolerance: {{below: 1, above: 0, in: unit}}"))
    (one,) = entity.targets
    assert faults == []
    assert one.weighs
    assert one.tolerance == Tolerance(Fraction(1), Fraction(0), False)
    assert [one.comparator.holds(Fraction(value), Fraction(13)) for value in ("12", "13", "13.1")] == [
        True,
        True,
        False,
    ]
    (open_still,) = read(target(about))[0].targets
    assert (open_still.comparator, open_still.weighs) == (COMPARATORS["about"], False)


AT_LEAST, ABOUT = "comparator: at_least, value: 13, unit: '%'", "comparator: about, value: 13, unit: '%'"
OF_BASE = "source: {document: notice, paragraph: 3, wording: 从9%}"


@pytest.mark.parametrize(
    ("keys", "kind", "at"),
    [
        (f"{AT_LEAST}, tolerance: {{below: 1, above: 1, in: unit}}", "key-of-comparator", "tolerance"),
        (f"{ABOUT}, tolerance: {{below: -1, above: 1, in: unit}}", "negative-tolerance", "below"),
        (f"{ABOUT}, tolerance: {{below: 1, above: 1, in: 个}}", "unknown-word", "in"),
        (f"{AT_LEAST}, base: {{period: 2025, value: 8, unit: '%'}}", "base-not-before", "period"),
        (f"{AT_LEAST}, base: {{period: 2020, value: 8, unit: 家}}", "unit-of-kind", "unit"),
    ],
)
def test_what_does_not_go_together_with_it_is_told(keys: str, kind: str, at: str) -> None:
    assert told(keys) == [(kind, at)]


@pytest.mark.parametrize(("value", "kinds"), [("8", [("base-not-in-wording", "value")]), ("9", [])])
def test_a_base_stands_in_the_words_cited_for_it(value: str, kinds: list[tuple[str, str]]) -> None:
    keys = f"{AT_LEAST}, base: {{period: 2020, value: {value}, unit: '%', {OF_BASE}}}"
    assert told(keys, known=KNOWN._replace(holds_wording=True)) == kinds


@pytest.mark.parametrize(
    ("unit", "base", "kinds"),
    [
        ("", "{period: 2020, value: 1.6}", []),
        ("", "{period: 2020, value: 1.6, unit: '%'}", [("unit-of-kind", "unit")]),
        ("%", "{period: 2020, value: 1.6}", [("missing-key", "unit")]),
    ],
)
def test_a_base_needs_a_unit_where_its_indicator_has_one(
    unit: str, base: str, kinds: list[tuple[str, str]]
) -> None:
    number = SHARE._replace(kind=INDICATOR_KINDS["number"], unit=unit)
    known = KNOWN._replace(catalogue=Catalogue({"share": number}, CATALOGUE.scopes, ()))
    own = f", unit: '{unit}'" if unit else ""
    facts = f"comparator: less_than, value: 1.3{own}, base: {base}"
    found = read(target(facts), known=known)
    assert [(one.kind.id, str(one.at[-1])) for one in found[1]] == kinds
    assert [one.base is not None for one in found[0].targets] == [not kinds]
