"""The HTML page: what stands on it word for word, the same in both languages and in every run."""

import re
from pathlib import Path

import pytest

from hubei_digecon.show.page.words import TITLE
from hubei_digecon.text import LANGS

from ...html_reader import HtmlPage, html
from ...process import environment, ran
from ...small_targets import REPORTS, Small
from ..conftest import Show

RETURNED = """\
judged 0 of 0: met 0, missed 0; undecided 0, no data 0, not due 0, waived 0. Verdict: invalid (it cannot be read, or not as a report)
### Diagnostics on the file
1 error line 5 (value) “many” is not a number that can be read fix: write digits, with commas in threes and a decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元
### What it rests on
Weakest evidence accepted: claimed
Waivers: heeded
Not the conclusion of the competent authority
Appendix: ids of diagnostics, files read and their digests
Ids and places of the diagnostics
No | Report file | Place | Id
1 | invalid.yaml | 5:18 | not-a-number
Files read, and their SHA-256
Sort | File | SHA-256
report | missed.yaml | <digest>
report | invalid.yaml | <digest>
target file | cities/one.yaml | <digest>
target file | documents/sample.yaml | <digest>
target file | indicators.yaml | <digest>
"""
"""The part of the page on a report that cannot be read: to be handed back, with what is wrong in it."""

SUMMARY = [
    ["Place", "Period", "Report file", "Verdict", "met", "missed", "undecided", "no data", "not due", "waived"],
    ["one", "2025", "invalid.yaml:5:18", "invalid", *"––––––"],
    ["Twotown", "2025", "partly.yaml", "incomplete (interim)", *"100100"],
    ["Oneville", "2025", "missed.yaml", "noncompliant (interim)", *"010000"],
]  # fmt: skip

HEADINGS = [
    "No", "Indicator", "Target (its words)", "Reported", "Verified", "Decided on", "Gap", "Rate", "Outcome", "Evidence",
]  # fmt: skip
ROWS = {
    "compliant": [
        "1",
        "Sample firms",
        "≥10家 “10家”",
        "12家",
        "–",
        "12家",
        "+2家",
        "120%",
        "✓ met (claimed, not verified)",
        "claimed (no list)",
    ],
    "missed": [
        "1",
        "Sample firms",
        "≥10家 “10家”",
        "8家",
        "–",
        "8家",
        "-2家",
        "80%",
        "✗ missed",
        "claimed (no list)",
    ],
    "undecided": [
        "1",
        "Sample firms",
        "≥10家 “10家”",
        "about 10家",
        *"––––",
        "? undecided",
        "claimed (no list)",
    ],
    "partly": ["2", "Sample share", "≥3% “达到3%”", *"–––––", "○ no data", "–"],
    "pending": [
        "1",
        "Sample firms",
        "≥10家 “10家”",
        "8家",
        "–",
        "8家",
        "-2家",
        "80%",
        "… not due",
        "claimed (no list)",
    ],
}
"""The last row of the table of each report."""

VERIFIED = """\
entity: one
period: 2025
reviewer: {name: 核验组, organisation: 核验单位}
verified:
  firms: {value: 11, unit: 家, basis: 示例}
"""


def page(text: str) -> HtmlPage:
    """Read a page, every digest on it as one word."""
    return html(re.sub("[0-9a-f]{64}", "&lt;digest&gt;", text))


def section(text: str, heading: str) -> str:
    """Return the lines of a page from a heading as far as the next one of its level."""
    _, found, rest = page(text).outline.partition(f"## {heading}")
    return f"{found}{rest.partition('Made by an open-source tool')[0]}"


def test_a_report_that_cannot_be_read_is_returned_word_for_word(show: Show) -> None:
    shown = section(show("html", "missed", "invalid"), "Returned")
    assert shown.startswith("## Returned, not assessed one\nPeriod\n2025\n")
    assert shown[shown.index("judged 0 of 0") :] == RETURNED


def test_several_reports_stand_in_a_table_above(show: Show) -> None:
    shown = page(show("html", "invalid", "partly", "missed"))
    assert shown.tables[0] == SUMMARY
    assert (
        "3 reports: invalid (it cannot be read, or not as a report) 1, noncompliant 1, incomplete 1."
        in shown.lines
    )


def test_one_report_needs_no_table_above(show: Show) -> None:
    assert [table[0] for table in page(show("html", "missed")).tables] == [
        HEADINGS,
        ["Sort", "File", "SHA-256"],
    ]


@pytest.mark.parametrize("name", ROWS)
def test_each_outcome_has_its_row(name: str, show: Show) -> None:
    assert page(show("html", name)).tables[0][-1] == ROWS[name]


def test_what_was_verified_stands_beside_what_was_reported(small: Small, show: Show) -> None:
    Path("verified.yaml").write_text(VERIFIED, "utf-8")
    shown = page(show("html", "missed", more=("--review", "verified.yaml")))
    row = ["1", "Sample firms", "≥10家 “10家”", "8家", "11家", "11家", "+1家", "110%", "✓ met", "verified"]
    assert shown.tables[0][-1] == row
    assert ["review", "verified.yaml", "<digest>"] in shown.tables[-1]


def test_a_waived_target_is_marked(show: Show) -> None:
    shown = page(show("html", "missed", more=("--review", "review.yaml")))
    assert shown.tables[0][-1][-2:] == ["— waived", "claimed (no list)"]


def test_both_languages_stand_on_the_page_whichever_is_shown(show: Show) -> None:
    zh, en = (html(show("html", *REPORTS, lang=lang)) for lang in LANGS)
    assert (zh.lang, en.lang) == LANGS
    legends = {"语言 Language", "Language 语言"}
    assert set(zh.texts) ^ set(en.texts) == {*legends, TITLE.zh}  # which the heading has in parts
    assert zh.lines != en.lines


def test_every_run_gives_the_same_bytes(small: Small) -> None:
    arguments = (*small.check(*REPORTS), "--output-format", "html")
    first, second = (ran(*arguments, env=environment({"PYTHONHASHSEED": seed})).stdout for seed in "12")
    assert first == second
    assert page(first).lines
