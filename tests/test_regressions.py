"""Bugs that once were in what is written and said: each has the test that found it."""

from pathlib import Path

import pytest

from hubei_digecon.show.formats import FORMATS

from .chinese_and_english import english_in
from .cli.test_output import _untouched
from .conftest import Digecon
from .readers import PRINTED
from .small_targets import REPORTS, Small
from .test_text import both, found, placeholders, written_out


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path)


def test_a_document_that_was_looked_up_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    document = small.folder / "document.pdf"
    document.write_text("evidence", "utf-8")
    documented = "in_force, source: {title: 示例, document: document.pdf}}"
    report = small.report("documented", REPORTS["compliant"].replace("in_force}", documented))
    arguments = ("check", report, "--check-documents", *small.options)
    _untouched(digecon, arguments, str(document), document)


WRITTEN_APART = {
    "hubei_digecon.domain.reports._JANUARY",
    "hubei_digecon.domain.reports._MONTHS",
    "hubei_digecon.domain.reports._YEAR",
    "hubei_digecon.forms.xlsx.indicators.BANDS",
    "hubei_digecon.show.word.numbering._LEVELS[1]",
    "hubei_digecon.show.word.numbering._LEVELS[2]",
    "hubei_digecon.summaries.reports.ALL_WAIVED",
    "hubei_digecon.summaries.reports.HAS",
    "hubei_digecon.summaries.reports.NOTHING",
    "hubei_digecon.summaries.reports.OPENING",
    "hubei_digecon.summaries.reports.WAIVED",
    "hubei_digecon.summaries.trends.SINCE",
}
"""Texts that each language fills with words of its own: 2025年1—9月 is 2025-M09 in English."""


def test_the_two_languages_of_a_text_speak_of_the_same_things() -> None:
    differing = {where for where, text in found().items() if placeholders(text.zh) != placeholders(text.en)}
    assert differing == WRITTEN_APART
    apart = {(found()[where].zh, found()[where].en) for where in WRITTEN_APART}
    for where, call in written_out().items():
        zh, en = both(call)
        if (zh, en) in apart or zh is None or en is None or "“}”" in zh:  # a bracket that is spoken of
            continue
        assert placeholders(zh) == placeholders(en), where


@pytest.mark.parametrize("format", [name for name, one in FORMATS.items() if not one.data])
def test_nothing_found_is_told_in_every_format_for_people(
    format: str, small: Small, digecon: Digecon
) -> None:
    ran = digecon("check", str(small.targets), *small.options, "--output-format", format)
    assert ran.code == 4
    assert "judged 0 of 0" in ran.out


@pytest.mark.parametrize("format", PRINTED)
def test_an_invalid_review_is_told_in_every_format(format: str, small: Small, digecon: Digecon) -> None:
    review = small.report("review", "reviewer: [\n")
    ran = digecon(*small.check("compliant"), "--review", review, "--output-format", format)
    assert ran.code == 3
    assert "review.yaml" in ran.out + ran.err
    assert "syntax" in ran.out + ran.err


UNTRANSLATED = [
    "a: !<\n",
    "? a\n\tb\n",
    'a: "\\x1"\n',
    'a: "\\U00110000"\n',
    "%YAML 3.1\n---\na: b\n",
    "%FOO\n",
    "a: !x!y b\n",
    'a: "b\n---\n"\n',
    "a: |0\n",
    "a: |1x\n",
    "[b: c:{é,",
    "- ? a\n - ? b: ? c\n",
    "\n|9\n\ta",
    "a: &\n",
]


@pytest.mark.parametrize("text", UNTRANSLATED)
def test_faults_of_syntax_are_told_in_chinese(text: str, small: Small, digecon: Digecon) -> None:
    shown = digecon("check", small.report("broken", text), "--lang", "zh").out
    said = [line for line in shown.splitlines() if "语法错误" in line]
    assert [line for line in said if english_in(line.partition("：")[2])] == []


def test_a_result_that_is_none_is_refused_in_chinese(small: Small, digecon: Digecon) -> None:
    shown = digecon("verify", small.report("compliant"), "--lang", "zh").err
    assert english_in(shown.splitlines()[0].partition("：")[2]) == []
