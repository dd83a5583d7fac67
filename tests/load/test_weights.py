"""An office's own weights: read exactly, and refused with every fault and its place.

A case is a file in ``faulty_weights/``, named after the kind of diagnostic that it shows. What is said of it
stands beside it in both languages.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.scoreboard import Weighting
from hubei_digecon.domain.targets import scored_indicators
from hubei_digecon.load.faults import InputError, accepted
from hubei_digecon.load.targets import TargetLibrary, TargetsError
from hubei_digecon.load.weights import read_weighting, read_weights
from hubei_digecon.shapes.text_kinds import WEIGHTS_FORMAT

from ..building import PROPERTY, written
from ..conftest import AS_OF, TESTS, Digecon, Ran, matches_golden
from ..printed_diagnostics import ids_in, kind_of, said
from ..small_targets import Small
from .reading import document

FAULTY = TESTS / "faulty_weights"
CASES = sorted(path.name for path in FAULTY.glob("*.yaml"))
GOOD = TESTS / "weights"

ONE = Fraction(1)
WEIGHTS = {
    "core_value_added": ONE,
    "core_share_of_gdp": Fraction(2),
    "core_industry_scale": ONE,
    "gazelle_firms": Fraction(1, 2),
    "integration_certified_firms": Fraction(0),
    "attracted_top100_firms": ONE,
    "new_innovation_platforms": ONE,
}
"""What the good files say."""


@pytest.fixture
def linted(digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Read a case from its own folder, so that messages hold its bare name."""

    def lint(case: str, *options: str) -> Ran:
        monkeypatch.chdir(FAULTY)
        return digecon("lint", case, *options)

    return lint


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_said_word_for_word(case: str, lang: str, linted: Callable[..., Ran]) -> None:
    matches_golden(said(linted(case, "--lang", lang)), FAULTY / f"{Path(case).stem}.{lang}.txt")


@pytest.mark.parametrize("case", CASES)
def test_a_case_shows_the_kind_it_is_named_after_and_nothing_else(case: str) -> None:
    messages = (FAULTY / f"{Path(case).stem}.en.txt").read_text("utf-8")
    assert set(ids_in(messages)) == {kind_of(case)}
    assert messages.endswith("exit 0\n" if kind_of(case) == "weight-unused" else "exit 3\n")


@pytest.mark.parametrize("case", CASES)
def test_a_faulty_file_gives_no_weights(case: str, library: TargetLibrary) -> None:
    if kind_of(case) == "weight-unused":
        read = accepted(read_weights(str(FAULTY / case), library))
        assert [diagnostic.kind.id for diagnostic in read.diagnostics] == ["weight-unused"]
        assert "gdp" not in read.weights
    else:
        with pytest.raises(InputError) as raised:
            accepted(read_weights(str(FAULTY / case), library))
        assert {fault.kind.id for fault in raised.value.faults} == {kind_of(case)}


@pytest.mark.parametrize("name", ["whole.yaml", "bare.yaml"])
def test_weights_are_exact_with_who_issued_them(name: str, library: TargetLibrary) -> None:
    read = accepted(read_weights(str(GOOD / name), library))
    assert (read.by, read.date, read.diagnostics) == ("示例核验单位", date(2026, 3, 1), ())
    assert read.weights == WEIGHTS
    assert read.source.path == str(GOOD / name)
    assert read.source.sha256 is not None


def test_numbers_are_read_by_our_own_grammar_in_json_too(library: TargetLibrary) -> None:
    read = accepted(read_weights(str(GOOD / "numbers.json"), library))
    assert read.weights == WEIGHTS | {"core_value_added": Fraction(1000)}


def test_weights_stand_in_the_order_of_the_catalogue(library: TargetLibrary) -> None:
    read = accepted(read_weights(str(GOOD / "whole.yaml"), library))
    assert list(read.weights) == [id for id in library.catalogue.indicators if id in WEIGHTS]


def test_good_files_are_clean(digecon: Digecon) -> None:
    for path in sorted(GOOD.iterdir()):
        ran = digecon("lint", str(path), "--lang", "en")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.endswith("errors 0, warnings 0, notes 0.\n")


def test_weights_among_reports_are_left_out_and_named_as_a_report_refused(
    tmp_path: Path, digecon: Digecon
) -> None:
    weights = tmp_path / "weights.yaml"
    weights.write_bytes((GOOD / "bare.yaml").read_bytes())
    found = digecon("check", str(tmp_path), "--as-of", AS_OF, "--lang", "en")
    assert "note not-a-report: this is a weights file, not a report, and was left out" in found.out
    named = digecon("check", str(weights), "--as-of", AS_OF, "--lang", "zh")
    assert "错误（须更正） given-as-report：这是权重文件，不是报告" in named.out
    assert (found.code, named.code) == (4, 3)


def test_every_indicator_with_a_number_to_reach_is_scored_and_no_other(library: TargetLibrary) -> None:
    assert set(scored_indicators(library.entities(), library.catalogue, library.judged_documents)) == set(
        WEIGHTS
    )
    assert {"gdp", "manufacturing_path"} <= set(library.catalogue.indicators)


def test_every_fault_is_told_in_one_run(library: TargetLibrary) -> None:
    text = (
        f"format: {WEIGHTS_FORMAT}\nissued: {{by: 示例核验单位, date: tomorrow}}\n"
        "weights: {gazelle_firm: 1, core_share_of_gdp: -1, gdp: x, future_tracks: 1}\nother: 1\n"
    )
    with pytest.raises(InputError) as raised:
        accepted(read_weighting(document(text, "weights.yaml"), library))
    told = [(fault.kind.id, fault.place.line if fault.place else 0) for fault in raised.value.faults]
    assert told == [
        ("bad-date", 2),
        *[("missing-weight", 3)] * 6,
        ("unknown-indicator", 3),
        ("bad-weight", 3),
        ("weight-unused", 3),
        ("bad-weight", 3),
        ("weight-of-milestone", 3),
        ("unknown-key", 4),
    ]


SMALL = "issued: {{by: 示例核验单位, date: 2026-03-01}}\nweights: {{firms: {firms}, share: {share}}}\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> TargetLibrary:
    """The targets of a small folder: one on firms, one on a share."""
    return TargetLibrary(Small(tmp_path_factory.mktemp("weights")).targets)


def _small(firms: str, share: str, library: TargetLibrary) -> Weighting:
    return accepted(read_weighting(document(SMALL.format(firms=firms, share=share), "weights.yaml"), library))


def test_targets_given_decide_what_must_weigh(small: TargetLibrary) -> None:
    assert _small("1", "2.50", small).weights == {"firms": ONE, "share": Fraction(5, 2)}


def test_no_weights_are_read_against_target_files_with_an_error(tmp_path: Path) -> None:
    targets = Small(tmp_path).targets
    (targets / "cities" / "one.yaml").write_text("entity: one\n", "utf-8")
    with pytest.raises(TargetsError):
        _small("1", "2", TargetLibrary(targets))


@PROPERTY
@given(st.integers(0, 10**8), st.integers(0, 9))
def test_what_is_written_is_what_weighs(small: TargetLibrary, steps: int, decimals: int) -> None:
    read = _small(written(steps, decimals), "1", small)
    assert read.weights["firms"] == Fraction(steps, 10**decimals)
