"""The worked example of docs/methodology.md: every number in it, worked out by hand, is what the program gives."""

import datetime
import re
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from docs.blocks import blocks

from hubei_digecon import check
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.domain.scoreboard import EQUAL, Rank, Score, Weights, weighted
from hubei_digecon.load.faults import accepted
from hubei_digecon.load.weights import read_weights
from hubei_digecon.quantity.numbers import plain
from hubei_digecon.scoreboard.ranking import UNIT, factor, rank
from hubei_digecon.scoreboard.score import score_of

from ..building import LIBRARY
from ..conftest import ROOT
from .scoring import score

METHODOLOGY = (ROOT / "docs" / "methodology.md").read_text("utf-8")
BLOCKS = blocks(METHODOLOGY)
SCORED, WEIGHED, DRAWN, RANKED = (block.text for block in BLOCKS if block.language == "text")

_TERM = re.compile(r"[0-9.]+|[()+]|[×÷]")
_SUMS = {"×": "*", "÷": "/"}


def _lines(text: str) -> dict[str, str]:
    """Return what stands after the first word of each line."""
    return dict(line.split(maxsplit=1) for line in text.splitlines() if line)


def _worked(sum: str) -> Fraction:
    """Return what a sum comes to, worked out in fractions."""
    terms = _TERM.findall(sum)
    assert "".join(terms) == sum.replace(" ", "")
    python = "".join(f"Fraction('{one}')" if one[0].isdigit() else _SUMS.get(one, one) for one in terms)
    worked = eval(python, {"Fraction": Fraction})
    assert isinstance(worked, Fraction)
    return worked


def _same(line: str) -> Fraction:
    """Return what a line comes to; all sides of it must come to the same, but for a last one after ≈."""
    exact, _, rounded = line.partition(" ≈ ")
    first, *others = (_value(side) for side in exact.split(" = "))
    assert all(other == first for other in others), line
    if rounded:
        tenths = Fraction(rounded.removesuffix("%")) * 10
        assert tenths == round(first * 1000), line
    return first


def _value(side: str) -> Fraction:
    return Fraction(side.removesuffix("%")) / 100 if side.endswith("%") else _worked(side)


def _shown(name: str, folder: Path) -> Path:
    """Write a file of the document out."""
    (text,) = (block.text for block in BLOCKS if block.name == name)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def _scored(folder: Path, weights: Weights = EQUAL) -> Score:
    as_of = datetime.date(2026, 3, 31)
    (assessment,) = check(_shown("score.yaml", folder), targets=LIBRARY, as_of=as_of)
    outcomes = {finding.target.key: finding.outcome for finding in assessment.findings}
    assert outcomes["new_innovation_platforms"] is Outcome.UNDECIDED
    assert outcomes["attracted_top100_firms"] is Outcome.NO_DATA
    return score_of(assessment.findings, weights)


def test_the_score_is_as_worked_out_by_hand(tmp_path: Path) -> None:
    found, by_hand = _scored(tmp_path), _lines(SCORED)
    for part in found.parts:
        line = by_hand.pop(part.indicator)
        sum, _, capped = line.partition(" → ")
        assert part.attainment == (None if line == "–" else min(_same(sum), Fraction(1)))
        assert not capped or Fraction(capped) == part.attainment
    bounds = {"mean": found.mean, "lower": found.lower, "upper": found.upper, "coverage": found.coverage}
    assert {name: _same(line) for name, line in by_hand.items()} == bounds


def test_the_score_with_weights_is_as_worked_out_by_hand(tmp_path: Path) -> None:
    weights = accepted(read_weights(str(_shown("own-weights.yaml", tmp_path)), LIBRARY)).weights
    found = _scored(tmp_path, weights)
    by_hand = {name: _same(line) for name, line in _lines(WEIGHED).items()}
    assert by_hand == {"mean": found.mean, "lower": found.lower, "upper": found.upper}


def test_the_first_draw_is_as_worked_out_by_hand(tmp_path: Path) -> None:
    found, by_hand = _scored(tmp_path), _lines(DRAWN)
    drawn = {part.indicator: Fraction(factor(1, part.indicator), UNIT) for part in found.parts}
    for indicator, u in drawn.items():
        name = f"2025:1:{indicator}"
        digest = sha256(name.encode()).hexdigest()
        remainder = int(digest, 16) % 5001
        assert by_hand.pop(name).split() == [
            f"{digest[:8]}…", "mod", "5001", "=", str(remainder), "u", "=", f"{plain(u):0<6}",
        ]  # fmt: skip
        assert u == Fraction(7500 + remainder, 10_000)
    lower = weighted((drawn[part.indicator], part.attainment or Fraction(0)) for part in found.parts)
    assert {name: _same(line) for name, line in by_hand.items()} == {"lower": lower}


def test_ranks_and_intervals_are_as_told() -> None:
    columns, *rows = (line.split() for line in RANKED.splitlines())
    assert columns == ["place", "core_value_added", "gazelle_firms", "lower", "rank", "interval"]
    places = {name: score(dict(zip(columns[1:3], row[1:3], strict=True))) for name, *row in rows}
    made = rank(places).ranks
    for name, *_, lower, place, interval in rows:
        low, high = interval.split("–")
        assert places[name].lower == Fraction(lower)
        assert made[name] == Rank(int(place), int(low), int(high), len(places))


@pytest.mark.parametrize("wrong", ["1 ÷ 3 = 0.3", "1 ÷ 3 ≈ 33.4%", "2 × 3 = 5"])
def test_a_sum_that_is_wrong_would_be_noticed(wrong: str) -> None:
    with pytest.raises(AssertionError):
        _same(wrong)
