"""Where two documents ask different things of one place, both are told."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from hubei_digecon.domain.targets import Citation, Entity, PolicyDocument, Target
from hubei_digecon.domain.words import EntityKind
from hubei_digecon.judging.between_documents import differing
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.text import Text

from ..building import FLOW, MILESTONE, SHARE, run_over, target
from ..conftest import AS_OF
from ..two_documents import BOTH, TwoDocuments

DOCUMENTS = {id: PolicyDocument(id, Text(f"《{id}》", f"Document {id}")) for id in "ab"}


def told(*targets: Target) -> list[str]:
    place = Entity("place", EntityKind.ZONE, Text.same("place"), targets)
    return [one.message.en for one in differing(place, DOCUMENTS)]


def of(document: str, one: Target) -> Target:
    return one._replace(key=f"{one.key}_{document}", source=Citation(document, 1, "words"))


def test_two_values_for_one_year_are_told_with_both() -> None:
    assert told(of("a", target(FLOW, 400)), of("b", target(FLOW, 450, "more_than"))) == [
        "name of flow by the end of 2025: Document a asks for at least 400亿元, Document b for more than "
        "450亿元; each is judged by itself"
    ]


@pytest.mark.parametrize(
    "pair",
    [
        (target(FLOW, 400), target(FLOW, 400)),
        (target(FLOW, 400), target(FLOW, 4_000_000)._replace(unit="万元")),
        (target(FLOW, 400), target(FLOW, 450, due=2026)),
        (target(FLOW, 400), target(SHARE, 40)),
        (target(MILESTONE), target(MILESTONE)),
    ],
)
def test_what_is_alike_or_of_another_year_or_indicator_is_not(pair: Sequence[Target]) -> None:
    first, second = pair
    assert told(of("a", first), of("b", second)) == []


def test_two_targets_of_one_document_are_its_own_matter() -> None:
    assert told(of("a", target(FLOW, 400)), of("a", target(FLOW, 450))) == []


def test_it_is_told_once_a_place_at_its_target_file(tmp_path: Path) -> None:
    two = TwoDocuments(tmp_path)
    again = two.report("again", BOTH)
    day = datetime.date.fromisoformat(AS_OF)
    library = TargetLibrary(two.targets)
    run = run_over([two.both, again, two.of_three], day, library=library.by_documents(["all"]))
    (file,) = run.file_diagnostics
    (note,) = file.diagnostics
    assert (note.kind.id, note.at, file.source.path) == (
        "documents-differ",
        ("targets", "firms_planned"),
        str(two.targets / "cities" / "two.yaml"),
    )
    assert note.place
    assert not run_over([two.both], day, library=library.by_documents(["plan"])).file_diagnostics
