"""One file per way to be wrong, each with its exact message beside it in both languages.

A case is a file in ``invalid/``, named after the kind of diagnostic that it shows: ``missing-unit.yaml``,
``missing-unit-octal.yaml``. It is judged, and what is said of it stands in ``missing-unit.zh.txt``
and ``missing-unit.en.txt``, with the exit code. In ``invalid/reviews/`` a case is a review of the one
report there; with ``NAME.second.yaml``, two reviews. New cases are found, not listed.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.diagnostics import Severity
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.load import results
from hubei_digecon.load.readers import SUFFIXES
from hubei_digecon.load.source import MAX_BYTES
from hubei_digecon.load.tree import MAX_VALUES

from .conftest import AS_OF, TESTS, Digecon, Ran, matches_golden
from .printed_diagnostics import ids_in, kind_of, said
from .spoiled_workbooks import SPOILED, write_spoiled

INVALID = TESTS / "invalid"
REVIEWS = INVALID / "reviews"
FAULTY_TARGETS = TESTS / "faulty_targets"
FAULTY_WEIGHTS = TESTS / "faulty_weights"
REPORT = "report.yaml"

OPTIONS = {"missing-document": ("--check-documents",), "waiver-left-out": ("--no-waivers",)}
"""Options without which a case shows nothing."""

BESIDE = {
    "estimated-part": {"estimated-value"},
    "hedged-verified": {"hedged-value"},
    "implausible-share": {"scope-unstated"},
    "unclear-word": {"item-lacks-field"},
}
"""What a case cannot but show beside the kind it is named after."""

ERRORS_OF_JUDGING = {
    "restated-target", "ratio-mismatch", "exceeds-whole", "divisor-not-positive", "duplicate-item",
    "missing-document", "contradicting-reviews", "share-above-whole", "magnitude", "item-unnamed",
}  # fmt: skip
"""Errors that leave the findings; all others make an input invalid."""

SHOWN_ELSEWHERE = {
    "internal": "tests/run/test_isolation.py",
    "item-perhaps-rejected": "tests/judging/cases/orders.yaml",
    "unit-alike": "tests/office_words.yaml",
    "more-faults": "tests/load/test_document.py",
    "too-many-faults": "tests/load/test_document.py",
    "more-diagnostics": "tests/load/test_document.py",
    "not-a-report": "tests/load/search/test_inputs.py",
    "no-history": "tests/run/test_history.py",
    "no-review": "tests/load/search/test_inputs.py",
    "item-not-in-register": "tests/judging/test_registered.py",
    "register-unreadable": "tests/load/registers/test_file.py",
    "register-columns-not-read": "tests/load/registers/test_file.py",
    "register-unknown-name": "tests/load/registers/test_tally.py",
    "register-cell": "tests/load/registers/test_tally.py",
    "register-cells": "tests/load/registers/test_tally.py",
    "register-codes": "tests/load/registers/test_tally.py",
    "column-type": "tests/load/tables/arrow/test_parts.py",
    "table-not-in-order": "tests/load/tables/arrow/test_ordered.py",
    "leads-out": "tests/load/search/test_inputs.py",
    "looks-like-report": "tests/cli/test_unjudged.py",
    "cannot-look-into": "tests/cli/test_unjudged.py",
    "folder-passed-over": "tests/cli/test_unjudged.py",
    "lock-file": "tests/cli/test_unjudged.py",
    "excluded": "tests/cli/test_unjudged.py",
    "not-all-looked-at": "tests/test_examples.py",
    "needs-extra": "tests/load/test_readers.py",
    "change-in-words": "tests/judging/cases/rates.yaml",
    "rate-mismatch": "tests/judging/cases/rates.yaml",
    "other-previous": "tests/judging/cases/rates.yaml",
    "base-not-positive": "tests/judging/cases/rates.yaml",
    "same-revision": "tests/cli/test_score.py",
    "item-elsewhere": "tests/scoreboard/test_across.py",
    "larger-than-city": "tests/scoreboard/test_across.py",
    "cumulative-falls": "tests/scoreboard/test_over_time.py",
    "large-change": "tests/scoreboard/test_over_time.py",
    "superseded-report": "tests/scoreboard/test_over_time.py",
    "nothing-to-judge-by": "tests/cli/test_documents.py",
    "documents-differ": "tests/judging/test_between_documents.py",
    "no-targets": "tests/test_target_files.py",
    "same-name": "tests/test_target_files.py",
}
"""Kinds that take a folder, another command or hundreds of diagnostics to be shown."""


def _large(path: Path) -> None:
    path.write_bytes(b"#" * (MAX_BYTES + 1))


def _many_values(path: Path) -> None:
    path.write_text("note:\n" + "- a\n" * MAX_VALUES, "utf-8")


MADE: dict[str, Callable[[Path], Any]] = {
    "not-a-file": os.mkfifo,
    "too-large": _large,
    "too-many-values": _many_values,
    "unreadable": lambda path: None,
    **{id: write_spoiled(id) for id in SPOILED},
}
"""Cases that cannot stand in a repository, by what makes them."""

MADE_CASES = [f"{stem}.{'xlsx' if stem in SPOILED else 'yaml'}" for stem in MADE]


def _cases(folder: Path) -> list[str]:
    names = (path.name for path in folder.iterdir() if path.suffix in SUFFIXES)
    return sorted(name for name in names if name.count(".") == 1 and name != REPORT)


CASES = _cases(INVALID)
REVIEW_CASES = _cases(REVIEWS)


@pytest.fixture
def judged(digecon: Digecon, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """Judge a case from its own folder, so that messages hold its bare name."""

    def judge(case: str, *options: str) -> Ran:
        stem = case.partition(".")[0]
        monkeypatch.chdir(tmp_path if stem in MADE else INVALID)
        if stem in MADE:
            MADE[stem](Path(case))
        options = (*options, *OPTIONS.get(stem, ()))
        return digecon("check", case, "--as-of", AS_OF, *options)

    return judge


@pytest.fixture
def reviewed(digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Judge the one report by the reviews of a case."""

    def judge(case: str, *options: str) -> Ran:
        monkeypatch.chdir(REVIEWS)
        reviews = sorted(path.name for path in REVIEWS.glob(case.removesuffix(".yaml") + ".*yaml"))
        given = [part for review in reviews for part in ("--review", review)]
        options = (*options, *OPTIONS.get(case.removesuffix(".yaml"), ()))
        return digecon("check", REPORT, "--as-of", AS_OF, *given, *options)

    return judge


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", [*CASES, *MADE_CASES])
def test_what_is_wrong_is_said_word_for_word(case: str, lang: str, judged: Callable[..., Ran]) -> None:
    matches_golden(said(judged(case, "--lang", lang)), INVALID / f"{case.partition('.')[0]}.{lang}.txt")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", REVIEW_CASES)
def test_what_is_wrong_with_a_review_is_said_word_for_word(
    case: str, lang: str, reviewed: Callable[..., Ran]
) -> None:
    matches_golden(said(reviewed(case, "--lang", lang)), REVIEWS / f"{case.partition('.')[0]}.{lang}.txt")


@pytest.mark.parametrize("case", [*CASES, *MADE_CASES])
def test_a_case_shows_the_kind_it_is_named_after_and_nothing_else(case: str) -> None:
    assert _shows_its_kind(INVALID, case)


@pytest.mark.parametrize("case", REVIEW_CASES)
def test_a_review_shows_the_kind_it_is_named_after_and_nothing_else(case: str) -> None:
    assert _shows_its_kind(REVIEWS, case)


def _shows_its_kind(folder: Path, case: str) -> bool:
    """Whether the messages beside a case are of its kind, and the exit code is one for it.

    Errors of reading, and they alone, end in 3; an error of judging is never compliant.
    """
    kind = kind_of(case)
    *messages, last = (
        (folder / f"{case.partition('.')[0]}.en.txt").read_text("utf-8").splitlines(keepends=True)
    )
    assert set(ids_in("".join(messages))) - BESIDE.get(kind, set()) == {kind}
    code = int(last.removeprefix("exit "))
    if DIAGNOSTICS[kind].severity is not Severity.ERROR:
        return code in {Exit.COMPLIANT, Exit.MISSED, Exit.UNDECIDED}
    return code in {Exit.MISSED, Exit.UNDECIDED} if kind in ERRORS_OF_JUDGING else code == Exit.INVALID


@pytest.mark.parametrize(
    "folder", [INVALID, REVIEWS, FAULTY_TARGETS, FAULTY_WEIGHTS], ids=lambda path: path.name
)
def test_every_case_has_a_name_of_its_own_and_every_message_a_case(folder: Path) -> None:
    stems = [path.stem for path in folder.iterdir() if path.suffix in SUFFIXES]
    assert len(stems) == len(set(stems))
    made = set(MADE) if folder == INVALID else set()
    for text in folder.glob("*.txt"):
        assert text.name.partition(".")[0] in made.union(stems), f"{text} is of no case"


def test_every_kind_of_diagnostic_has_a_case() -> None:
    read = (*_cases(FAULTY_TARGETS), *_cases(FAULTY_WEIGHTS))
    of_files = set(DIAGNOSTICS) - {kind.id for kind in results.KINDS}
    have_cases = {kind_of(case) for case in (*CASES, *REVIEW_CASES, *read)} | set(MADE)
    assert of_files - have_cases == set(SHOWN_ELSEWHERE), "each kind of diagnostic needs a case of its own"
    assert all((TESTS.parent / file).is_file() for file in SHOWN_ELSEWHERE.values())
