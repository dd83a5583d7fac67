"""Every finding of every judging case, sample and example reads well: in both languages, short and in full.

What is looked for is what has misled somebody: an empty word, an end that is infinite, an interval rounded
to the line or over it, a key in a Chinese sentence, a line of a workbook, a need that nobody can meet.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from hubei_digecon import check
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.assessments import Assessment
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome, Party, Reason, Verdict
from hubei_digecon.domain.reports import Observation
from hubei_digecon.domain.run import Run
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.numbers import plain, shown, shown_interval
from hubei_digecon.show.findings import gap_cell
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.summaries import problems_of, summary_of
from hubei_digecon.text import LANGS, Text

from . import casebook
from .casebook import Case
from .conftest import AS_OF, ROOT
from .samples import SAMPLES
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
    told = str(shown_interval(interval, "", required).en)
    for number, end in zip(
        NUMBER.findall(told), [one for one in interval[:2] if one is not None], strict=True
    ):
        assert compare(Fraction(number), required) == compare(end, required), told


def compare(one: Fraction, other: Fraction) -> int:
    return (one > other) - (one < other)


def check_need(finding: Finding) -> None:
    """What is open needs something, of whom it can be had: what the assessor gave, the assessor fixes."""
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


SHORT_AND_FULL = ((True, False), (False, False), (False, True))
FORMATS_FOR_PEOPLE = {
    "table": SHORT_AND_FULL,
    "markdown": SHORT_AND_FULL,
    "text": SHORT_AND_FULL,
    "needed": ((False, False),),
    "html": ((False, False),),
}
"""Each format for people, with the ways to show it that differ: quiet or not, verbose or not."""


DOUBLED = re.compile(r"[；，。：、][；，。：、]|[;,:] ?[.;,:]|\.\.")


def check_summary(assessment: Assessment, run: Run) -> None:
    """The paragraph and the problems read well, name what is open, and hold no number of their own."""
    problems = problems_of(assessment, run)
    said = [summary_of(assessment, run), *(one.sentence for one in problems)]
    written = {text for one in assessment.findings for text in quoted(one)}
    for text in said:
        for words in (text.zh, text.en):
            check_words(words)
            assert not DOUBLED.search(words), words
        if assessment.verdict is not Verdict.INVALID:
            check_chinese(text.zh, written)
    together = Text.joined(said)
    for finding in assessment.findings:
        indicator = finding.target.indicator
        if finding.weighs and finding.outcome in OPEN:
            assert {indicator.name.zh, indicator.short.zh} & {one.subject.zh for one in problems}
            assert indicator.name.zh in together.zh or indicator.short.zh in together.zh
    if assessment.verdict is not Verdict.INVALID:
        known = numbers_in(*known_words(assessment, run))
        assert [one for one in numbers_in(together) if not is_known(one, known)] == [], together.zh


def known_words(assessment: Assessment, run: Run) -> Iterator[Text]:
    """Return the words whose numbers a summary may repeat: those of the findings and of the counts."""
    yield Text.joined(one.title for one in run.documents.values())
    yield assessment.period.words if assessment.period else Text("", "")
    yield Text.same(f"{assessment.period} {assessment.beside} {assessment.expected_missed}")
    yield Text.same(" ".join(str(number) for number in range(len(assessment.outcomes) + 1)))
    yield Text.same(str(sum(one.is_error for one in assessment.diagnostics)))
    for finding in assessment.findings:
        target, found, needed = finding.target, finding.recompute(), finding.needed
        yield Text.joined((target.indicator.name, target.indicator.short, finding.message))
        yield Text.same(f"{target.source.wording} {target.due} {gap_cell(finding, View('zh'))}")
        yield Text.same("" if finding.decided_on is None else shown(finding.decided_on, target.value))
        yield Text.joined([one.message for one in finding.diagnostics])
        yield Text.joined(Text.same(text) for _, text in (finding.observation or NOTHING).told)
        if found:
            yield Text.same(f"{shown(found.value)} {found.worth and found.worth.amount}")
        if needed:
            yield needed.what
    for one in assessment.diagnostics:
        yield one.message


NOTHING = Observation("")
OPEN = (Outcome.MISSED, Outcome.UNDECIDED, Outcome.NO_DATA)


def numbers_in(*texts: Text) -> set[str]:
    """Return the numbers in some texts, without their signs."""
    found = {number.lstrip("-") for text in texts for number in NUMBER.findall(f"{text.zh} {text.en}")}
    return found | {plain(Fraction(number)) for number in found}


def is_known(number: str, known: set[str]) -> bool:
    """Whether a number is one of those known, or one of them rounded to its decimals."""
    decimals = len(number.partition(".")[2])
    return any(round(Fraction(one), decimals) == Fraction(number) for one in known)


def check_words_of(run: Run) -> None:
    """Every finding of a run, and every diagnostic on its reports, reads well by itself."""
    for assessment in run.assessments:
        check_summary(assessment, run)
        for finding in assessment.findings:
            check_finding(finding, assessment)
        for one in assessment.diagnostics:
            if one.kind.id not in ASKED:
                assert bare_keys(one.message.zh) + bare_keys(one.fix.zh) == []


def check_formats_of(run: Run) -> None:
    """A run reads well in every format for people, short and in full."""
    for name, ways in FORMATS_FOR_PEOPLE.items():
        for lang in LANGS:
            for quiet, verbose in ways:
                drawn = str(FORMATS[name].render(run, View(lang, quiet=quiet, verbose=verbose)))
                found = re.search("“”|（）|∞|None", drawn)
                assert not found, drawn[max(found.start() - 200, 0) : found.end() + 200]


@pytest.mark.parametrize("case", casebook.cases(), ids=lambda case: case.id)
def test_every_judging_case(case: Case, cases_folder: Path) -> None:
    check_words_of(casebook.run_of(case, cases_folder))


@pytest.mark.heavy
@casebook.each_group
def test_every_format_of_the_judging_cases(cases: Sequence[Case], cases_folder: Path) -> None:
    """The cases of a group that share their settings are shown as one run."""
    runs = [casebook.run_of(case, cases_folder) for case in cases]
    for settings in {run.settings: None for run in runs}:
        like = [run for run in runs if run.settings == settings]
        check_formats_of(replace(like[0], assessments=[one for run in like for one in run.assessments]))


@pytest.mark.parametrize("reviewed", [False, True], ids=["alone", "reviewed"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample(path: Path, reviewed: bool) -> None:
    review = path.parent / "reviews" / path.name
    reviews = [review] if reviewed and review.exists() else []
    run = check(path, reviews=reviews, as_of=datetime.date.fromisoformat(AS_OF))
    check_words_of(run)
    check_formats_of(run)
