"""Every finding of every judging case, sample and example reads well: in both languages, short and in full.

What is looked for is what has misled somebody: an empty word, an end that is infinite, an interval rounded
to the line or over it, a key in a Chinese sentence, a line of a workbook, a need that nobody can meet.
"""

import datetime
import re
from fractions import Fraction
from pathlib import Path

import pytest

from hubei_digecon import check
from hubei_digecon.exact import shown_interval
from hubei_digecon.findings import Assessment, Finding, Outcome, Party, Reason
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.remarks import DIAGNOSTICS
from hubei_digecon.render import FORMATS
from hubei_digecon.render.view import View
from hubei_digecon.run import Run
from hubei_digecon.text import LANGS

from . import casebook
from .casebook import Case
from .conftest import AS_OF, ROOT
from .test_diagnostics_in_words import ASKED, bare_keys

CATALOGUE = TargetLibrary(ROOT / "targets").catalogue
KEYS = {
    *CATALOGUE.indicators,
    *CATALOGUE.scopes,
    *(reason.id for reason in Reason),
    *DIAGNOSTICS,
    *("recognised_on", "valid_until", "achieved_on", "observations", "attestations", "verified", "counting"),
    *("cumulative", "in_force", "this_year", "at_least", "more_than", "at_most", "less_than"),
} - {"gdp"}
"""What stands in files and programs, and in no Chinese sentence; GDP is a word of offices too."""

EMPTY = re.compile(r"“”|‘’|（）|\(\)|：。|：；|，，|、、|。。|: \.|, ,|\.\. | ;|  |None|\{|\}")
INFINITE = re.compile(r"∞|\binf(?:inity)?\b|无穷")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def check_words(words: str) -> None:
    """A sentence in either language has no empty word and no infinite end."""
    assert words.strip()
    assert not EMPTY.search(words), words
    assert not INFINITE.search(words), words


def check_chinese(words: str, quoted: set[str]) -> None:
    """A Chinese sentence holds no key of files or programs, but where it quotes what was written."""
    for text in quoted:
        words = words.replace(text, "")
    assert [
        key for key in KEYS if re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", words, re.ASCII)
    ] == [], words


def check_finding(finding: Finding, assessment: Assessment) -> None:
    """All that is said of a finding reads well, and agrees with it."""
    needed = finding.needed
    places = (needed.what, needed.called, needed.where(assessment.source)) if needed else ()
    for text in (finding.message, *places):
        check_words(text.zh)
        check_words(text.en)
        check_chinese(text.zh, quoted(finding))
    check_sides(finding)
    check_need(finding)
    said = finding.message.zh
    if assessment.source.path.endswith(".xlsx"):
        assert not re.search(r"第[0-9]+行", said), said
    if assessment.source.path.endswith((".xlsx", ".csv")) and needed and needed.by is Party.SUBMITTER:
        assert "observations." not in needed.where(assessment.source).en
    if finding.outcome in (Outcome.MISSED, Outcome.MET) and Reason.ESTIMATED in finding.reasons:
        assert "其余" in said, said


def quoted(finding: Finding) -> set[str]:
    """Return what a message may repeat as it was written."""
    observation = finding.observation
    return {item.name for item in observation.items} if observation else set()


def check_sides(finding: Finding) -> None:
    """An end of an interval that is not the line is not shown as the line, nor beyond it."""
    required, interval = finding.target.value, finding.decided_interval
    if required is None or interval is None:
        return
    shown = str(shown_interval(interval, "", required).en)
    for number, end in zip(
        NUMBER.findall(shown), [one for one in interval[:2] if one is not None], strict=True
    ):
        assert compare(Fraction(number), required) == compare(end, required), shown


def compare(one: Fraction, other: Fraction) -> int:
    return (one > other) - (one < other)


def check_need(finding: Finding) -> None:
    """What is open needs something, of whom it can be had: what the assessor gave, the assessor mends."""
    needed = finding.needed
    assert (needed is not None) is (finding.outcome in (Outcome.UNDECIDED, Outcome.NO_DATA))
    if needed is None:
        return
    root, about, *_ = needed.at
    assert (root == "observations") is (needed.by is Party.SUBMITTER)
    if root == "attestations":
        assert about == finding.target.key
    else:
        assert about in {finding.target.indicator.id, *CATALOGUE.indicators}


FORMATS_FOR_PEOPLE = ("table", "markdown", "needed", "text", "html")


def check_run(run: Run) -> None:
    """Every finding of a run reads well, by itself and in every format for people, short and in full."""
    for assessment in run.assessments:
        for finding in assessment.findings:
            check_finding(finding, assessment)
        for one in assessment.diagnostics:
            if one.kind.id not in ASKED:
                assert bare_keys(one.message.zh) + bare_keys(one.mend.zh) == []
    for name in FORMATS_FOR_PEOPLE:
        for lang in LANGS:
            for quiet, verbose in ((True, False), (False, False), (False, True)):
                shown = FORMATS[name].render(run, View(lang, quiet=quiet, verbose=verbose))
                assert not re.search("“”|（）|∞|None", str(shown))


@pytest.mark.parametrize("case", casebook.cases(), ids=lambda case: case.id)
def test_every_judging_case(case: Case, tmp_path: Path) -> None:
    check_run(casebook.run_of(case, tmp_path))


SAMPLES = [one for one in sorted((ROOT / "sample_reports").rglob("*.yaml")) if "reviews" not in one.parts]


@pytest.mark.parametrize("reviewed", [False, True], ids=["alone", "reviewed"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample(path: Path, reviewed: bool) -> None:
    review = path.parent / "reviews" / path.name
    reviews = [review] if reviewed and review.exists() else []
    check_run(check(path, reviews=reviews, as_of=datetime.date.fromisoformat(AS_OF)))
