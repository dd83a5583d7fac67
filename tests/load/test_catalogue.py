"""The catalogue and the documents that set targets: what they hold, and what does not go together in them."""

import datetime
from fractions import Fraction

import pytest

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.domain.targets import (
    Catalogue,
    Eligibility,
    NoMoreThan,
    Plausible,
    PolicyDocument,
    Ratio,
    Scope,
)
from hubei_digecon.domain.words import EntityKind, ItemLevel, SeenAs
from hubei_digecon.load.catalogue import read_catalogue, read_policy_document
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, Nature
from hubei_digecon.text import Text

from .reading import document

NAMED = "name: {zh: 指标, en: An indicator}, definition: {zh: 定义, en: A definition}"
AMOUNT, SHARE, MILESTONE, COUNT = (
    f"{{{NAMED}, {facts}}}"
    for facts in (
        "kind: amount, unit: 亿元, nature: flow",
        "kind: share, unit: '%'",
        "kind: milestone",
        "kind: count, unit: 家, nature: added, eligible: ELIGIBLE",
    )
)
SCOPES = "scopes:\n  narrow: {name: {zh: 窄, en: Narrow}, definition: {zh: 定义, en: A definition}}\n"
INDICATORS = f"indicators:\n  part: {AMOUNT}\n  whole: {AMOUNT}\n  share: {SHARE}\n  path: {MILESTONE}\n"


def read(text: str) -> tuple[Catalogue, list[Diagnostic]]:
    return read_catalogue(document(text, "indicators.yaml"))


def told(text: str) -> list[tuple[str, str]]:
    """Return the kinds of the faults of a catalogue, with the last step of their places."""
    return [(fault.kind.id, str(fault.at[-1])) for fault in read(text)[1]]


def test_an_indicator_has_what_is_said_of_it() -> None:
    catalogue, faults = read(INDICATORS)
    part = catalogue.indicators["part"]
    assert faults == []
    assert (part.name, part.short) == (Text("指标", "An indicator"), Text("指标", "An indicator"))
    assert (part.kind, part.unit, part.nature) == (INDICATOR_KINDS["amount"], "亿元", Nature.FLOW)
    assert (part.scopes, part.eligible, part.units_alike) == ((), None, ())


def test_a_scope_names_those_that_are_narrower() -> None:
    wide = "  wide: {name: {zh: 宽, en: Wide}, definition: {zh: 定义, en: A definition}, wider_than: [%s]}\n"
    catalogue, faults = read(SCOPES + wide % "narrow" + INDICATORS)
    assert faults == []
    assert catalogue.scopes["wide"] == Scope(
        "wide", Text("宽", "Wide"), Text("定义", "A definition"), ("narrow",)
    )
    assert told(SCOPES + wide % "narow" + INDICATORS)[0][0] == "unknown-reference"


def test_what_items_must_fulfil_is_kept_in_order() -> None:
    wants = "{levels: [国家级, provincial], requires: [by], certificate: GB/T 23001, asks: [year]}"
    catalogue, faults = read("indicators:\n  firms: " + COUNT.replace("ELIGIBLE", wants))
    assert faults == []
    assert catalogue.indicators["firms"].eligible == Eligibility(
        (ItemLevel.NATIONAL, ItemLevel.PROVINCIAL), ("by",), "GB/T 23001", ("year",)
    )
    for wants in ("{levels: [provincal]}", "{requires: [name]}", "{asks: [what]}"):
        firms = COUNT.replace("ELIGIBLE", wants)
        assert [kind for kind, _ in told(f"indicators:\n  firms: {firms}")] == ["unknown-reference"]


def test_the_relations_are_three() -> None:
    catalogue, faults = read(
        f"{INDICATORS}relations:\n"
        "  - {ratio: share, numerator: part, denominator: whole}\n"
        "  - {no_more_than: [part, whole]}\n"
        "  - {plausible: share, at_most: 40, because: {zh: 原因, en: A reason}}\n"
    )
    assert faults == []
    assert catalogue.relations == (
        Ratio("share", "part", "whole"),
        NoMoreThan("part", "whole"),
        Plausible("share", Fraction(40), Text("原因", "A reason")),
    )


@pytest.mark.parametrize(
    ("relation", "kinds"),
    [
        ("{ratio: share, numerator: part}", ["bad-relation"]),
        ("{no_more_than: [part]}", ["bad-relation"]),
        ("{no_more_than: [part, whole], plausible: share}", ["bad-relation"]),
        ("{ratio: part, numerator: share, denominator: whole}", ["relation-of-kinds"]),
        ("{no_more_than: [part, share]}", ["relation-of-kinds"]),
        ("{no_more_than: [path, path]}", ["relation-of-kinds"]),
        ("{no_more_than: [part, wole]}", ["unknown-reference"]),
        ("{ratio: share, numerator: a, denominator: b}", ["unknown-reference"] * 2),
    ],
)
def test_a_relation_that_cannot_be_is_refused(relation: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in told(f"{INDICATORS}relations:\n  - {relation}\n")] == kinds


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ("kind: share, unit: 亿元", ("unit-of-kind", "unit")),
        ("kind: amount, unit: 亿, nature: flow", ("unit-of-kind", "unit")),
        ("kind: milestone, unit: 家", ("unit-of-kind", "unit")),
        ("kind: amount, nature: flow", ("missing-key", "unit")),
        ("kind: amount, unit: 亿元", ("nature-of-kind", "nature")),
        ("kind: share, unit: '%', nature: flow", ("nature-of-kind", "nature")),
        ("kind: count, unit: 家, nature: stock, units_alike: [亿元]", ("unit-of-kind", "units_alike")),
        ("kind: share, unit: '%', scopes: [none]", ("unknown-reference", "scopes")),
    ],
)
def test_unit_nature_and_scope_fit_the_kind(facts: str, fault: tuple[str, str]) -> None:
    assert told(f"indicators:\n  one: {{{NAMED}, {facts}}}\n") == [fault]


def test_a_name_that_is_nearly_one_is_asked_about() -> None:
    (fault,) = read(f"{INDICATORS}relations:\n  - {{no_more_than: [part, wole]}}\n")[1]
    assert fault.message == Text(
        "“no_more_than”所指的“wole”不存在", "“wole”, named by “no_more_than”, does not exist"
    )
    assert fault.fix.en == "did you mean “whole”? what can be named: part, whole, share, path"


def test_a_document_tells_how_many_places_it_names() -> None:
    text = "document: {id: notice, title: {zh: 通知, en: A notice}, named: {zone: 3, city: 0}, published: 2}"
    assert read_policy_document(document(text, "notice.yaml")) == (
        PolicyDocument("notice", Text("通知", "A notice"), {EntityKind.ZONE: 3, EntityKind.CITY: 0}, 2),
        [],
    )


def test_a_document_without_its_facts_is_told_of_each() -> None:
    read, faults = read_policy_document(document("document: {id: notice, named: {zone: few}}", "notice.yaml"))
    assert (read.id, read.title, dict(read.named), read.published) == ("notice", Text("", ""), {}, None)
    assert sorted(fault.kind.id for fault in faults) == ["missing-key", "not-whole"]


def test_a_document_tells_who_issued_it_when_and_what_was_read() -> None:
    facts = (
        "number: 国发〔2021〕29号, date: 2021-12-12, addresses: [example.org], seen: official, default: true"
    )
    issuer = "issuer: {zh: 国务院, en: State Council}"
    text = f"document: {{id: plan, title: {{zh: 规划, en: A plan}}, {facts}, {issuer}}}"
    read, faults = read_policy_document(document(text, "plan.yaml"))
    assert faults == []
    assert read == PolicyDocument(
        "plan",
        Text("规划", "A plan"),
        number="国发〔2021〕29号",
        issuer=Text("国务院", "State Council"),
        date=datetime.date(2021, 12, 12),
        addresses=("example.org",),
        seen=SeenAs.OFFICIAL,
        default=True,
    )


def test_what_was_read_is_one_of_three() -> None:
    text = "document: {id: plan, title: {zh: 规划, en: A plan}, seen: officially}"
    (fault,) = read_policy_document(document(text, "plan.yaml"))[1]
    assert (fault.kind.id, fault.fix.en) == (
        "unknown-word",
        "did you mean “official”? words that can stand here: official, press, copy, 官方原文, 媒体报道, 转载文本",
    )
