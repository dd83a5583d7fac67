"""What a schema takes from target files: names of places, targets, scopes and indicators."""

from hubei_digecon.domain.targets import Entity
from hubei_digecon.domain.words import EntityKind
from hubei_digecon.shapes.json_schema.named import (
    called,
    entity_key,
    measured_alike,
    names_of_place,
    names_of_targets,
    proposing,
    scope_key,
)
from hubei_digecon.text import Text

from ...building import LIBRARY, MILESTONE, SHARE, STOCK, target

PLACE = Entity(
    "place",
    EntityKind.ZONE,
    Text("某区", "Some Zone"),
    (target(SHARE, 13), target(STOCK, 5, key="place.firms")),
    ("某园区",),
)


def test_a_place_goes_by_its_id_first() -> None:
    assert list(names_of_place(PLACE).items()) == [
        ("place", "place"),
        ("某园区", "place"),
        ("某区", "place"),
        ("Some Zone", "place"),
    ]


def test_a_target_goes_by_its_key_and_by_its_whole_id() -> None:
    assert {name: one.key for name, one in names_of_targets(PLACE).items()} == {
        "share": "share",
        "place.share": "share",
        "place.place.firms": "place.firms",
    }


def test_an_indicator_is_told_with_unit_counting_and_scope() -> None:
    assert called(STOCK) == {
        "title": "stock的名称 / name of stock",
        "description": "stock的名称计量单位：家。统计方式：in_force。统计口径：own。\n"
        "name of stock Unit: 家. Counting: in_force. Scope: own.",
    }
    assert called(MILESTONE)["description"] == "milestone的名称\nname of milestone"


def test_what_is_known_is_proposed_and_any_other_text_taken() -> None:
    assert proposing(["a", "b"], {"description": "told", "type": "string"}) == {
        "description": "told",
        "anyOf": [{"enum": ["a", "b"]}, {"type": "string"}],
    }


def test_a_place_is_named_by_its_key_or_by_a_name() -> None:
    key = entity_key(LIBRARY, {"description": "told", "type": "string"})
    proposed = key["anyOf"][0]["enum"]
    assert proposed[: len(LIBRARY.files)] == list(LIBRARY.files)
    assert "武汉市" in proposed
    assert key["description"].startswith(f"told\n`{LIBRARY.entities()[0].id}`：")


def test_scopes_are_listed_beside_their_names() -> None:
    key = scope_key(LIBRARY, {"description": "told", "type": "string"})
    assert key["anyOf"] == [{"enum": list(LIBRARY.catalogue.scopes)}, {"type": "string"}]
    assert key["description"].count("\n") == len(LIBRARY.catalogue.scopes)


def test_indicators_of_one_kind_and_in_the_same_units_stand_together() -> None:
    together = measured_alike(LIBRARY)
    assert list(together)[:2] == ["share", "amount"]
    assert {one.id for group in together.values() for one in group} == set(LIBRARY.catalogue.indicators)
    assert all(len({(one.kind, tuple(one.units)) for one in group}) == 1 for group in together.values())
