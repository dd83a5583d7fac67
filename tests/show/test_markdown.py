"""Markdown: what a reader sees of each outcome, and that no text of a file is markup in it."""

import json

import pytest

from hubei_digecon.show.escape import visible

from ..conftest import ROOT
from ..hostile import in_yaml
from ..markdown_reader import markdown
from ..small_targets import NOTE, REPORTS, Small
from .conftest import Show

MISSED = """\
## Oneville (missed.yaml)

Period: 2025  Revision: 1  As of: 2026-02-28

### Summary

Held against the Sample notice, Oneville had 1 target to be checked for 2025: 1 missed. Missed: Sample firms: 8家, required: at least 10家, 2家 short of it. Verdict: noncompliant (interim).

### Main problems

1. Sample firms (missed): 8家, 2家 short. Neither the cause of the miss nor further measures are stated, to be added.

| No | Indicator | Target | Observed | Gap | Rate | Outcome | Evidence |
|---|---|---:|---:|---:|---:|---|---|
| 1 | Sample firms | ≥10家 | 8家 | \\-2家 | 80% | ✗ missed | claimed (no list) |

### Findings in words

1. **Sample firms**

   Reported 8家; required: at least 10家; 2家 below the target. The published target is missed.

### Words of the targets and where they stand

- 1 “10家” – Sample notice, paragraph 1 Read as at least.

**judged 1 of 1: met 0, missed 1; undecided 0, no data 0, not due 0, waived 0. Verdict: noncompliant (interim)**
"""

INVALID = """\
## invalid.yaml

Period: 2025  Revision: –  As of: 2026-02-28

### Summary

invalid.yaml, 2025: returned to be reported again; errors: 1, the first (line 5): ‘many’ is not a number that can be read. Nothing was judged.

### Main problems

1. What was reported (to be corrected): “many” is not a number that can be read.

### Diagnostics on the file

- invalid.yaml\\:5:18 error not-a-number: “many” is not a number that can be read; write digits, with commas in threes and a decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元

**judged 0 of 0: met 0, missed 0; undecided 0, no data 0, not due 0, waived 0. Verdict: invalid (it cannot be read, or not as a report)**
"""

ROWS = {
    "compliant": [
        "1",
        "Sample firms",
        "≥10家",
        "12家",
        "+2家",
        "120%",
        "✓ met (claimed, not verified)",
        "claimed (no list)",
    ],
    "missed": ["1", "Sample firms", "≥10家", "8家", "-2家", "80%", "✗ missed", "claimed (no list)"],
    "undecided": ["1", "Sample firms", "≥10家", "about 10家", "–", "–", "? undecided", "claimed (no list)"],
    "partly": ["2", "Sample share", "≥3%", "–", "–", "–", "○ no data", "–"],
    "pending": ["1", "Sample firms", "≥10家", "8家", "-2家", "80%", "… not due", "claimed (no list)"],
}
"""The last row of the table of each report, as a reader sees it."""

HEAD = "entity: one\nperiod: 2025\nsubmitted: {by: 示例, date: 2026-01-20}\n"


def test_a_missed_target_is_shown_word_for_word(show: Show) -> None:
    assert show("markdown", "missed") == MISSED


def test_a_report_that_cannot_be_read_is_shown_word_for_word(show: Show) -> None:
    assert show("markdown", "invalid") == INVALID


@pytest.mark.parametrize("name", ROWS)
def test_each_outcome_has_its_row(name: str, show: Show) -> None:
    (table,) = markdown(show("markdown", name)).tables
    assert table[-1] == ROWS[name]


def test_a_waived_target_is_marked(show: Show) -> None:
    (table,) = markdown(show("markdown", "missed", more=("--review", "review.yaml"))).tables
    assert table[1][-2:] == ["— waived", "claimed (no list)"]


def test_what_is_needed_stands_under_the_finding(show: Show) -> None:
    said = "Needed: the value for 2025, in % (from the submitter, under observations.share.value)"
    assert said in markdown(show("markdown", "partly")).texts


def test_sections_come_in_the_order_given_and_the_verdicts_over_all_last(show: Show) -> None:
    page = markdown(show("markdown", "partly", "missed", "invalid"))
    titles = ["Twotown (partly.yaml)", "Oneville (missed.yaml)", "invalid.yaml"]
    assert [heading for heading in page.headings if heading.endswith((".yaml", ")"))] == titles
    assert page.texts[-1] == (
        "3 reports: invalid (it cannot be read, or not as a report) 1, noncompliant 1, incomplete 1."
    )


def test_quiet_is_the_verdicts_alone(show: Show) -> None:
    assert show("markdown", "missed", "compliant", more=("-q",)) == (
        "**missed.yaml: judged 1 of 1: met 0, missed 1; undecided 0, no data 0, not due 0, waived 0. "
        "Verdict: noncompliant (interim)**\n\n"
        "**compliant.yaml: judged 1 of 1: met 1, missed 0; undecided 0, no data 0, not due 0, waived 0. "
        "Verdict: compliant (interim)**\n\n"
        "**2 reports: noncompliant 1, compliant 1.**\n"
    )


def test_verbose_cites_every_target(show: Show) -> None:
    cited = "1 “10家” – Sample notice, paragraph 1 Read as at least."
    assert cited not in markdown(show("markdown", "compliant")).texts
    assert cited in markdown(show("markdown", "compliant", more=("-v",))).texts


def test_a_run_that_found_nothing_says_so(show: Show, small: Small) -> None:
    (small.folder / "empty").mkdir()
    for more in ((), ("-q",), ("-v",)):
        assert show("markdown", "empty", more=more) == "**judged 0 of 0: no report was found to check.**\n"
    read = show("markdown", "empty", command="lint")
    assert read == "**files read: 0; errors 0, warnings 0, notes 0.**\n"


def test_files_that_were_only_read_are_a_list_and_a_count(show: Show) -> None:
    assert show("markdown", "missed", "undecided", command="lint") == (
        "- undecided.yaml\\:5:18 warning hedged-value: “约10家” is hedged and was read as "
        "“asserting nothing certain”; give the exact value\n\n"
        "**files read: 2; errors 0, warnings 1, notes 0.**\n"
    )


def test_what_was_left_out_is_counted_last(show: Show) -> None:
    for more in (("--ignore", "hedged-value"), ("--ignore", "hedged-value", "-q")):
        for command in ("check", "lint"):
            page = markdown(show("markdown", "undecided", command=command, more=more))
            assert page.texts[-1] == "warnings and notes left out, as asked for: 1."


def test_files_beside_the_reports_have_a_section(show: Show) -> None:
    page = markdown(show("markdown", "missed", "targets/documents"))
    assert "Files beside the reports" in page.headings
    said = "targets/documents/sample.yaml note not-a-report: this is a target file, not a report, and was left out; nothing needs to be fixed"
    assert said in page.texts


def test_an_illustrative_report_says_so(show: Show, small: Small) -> None:
    (small.folder / "a.yaml").write_text("illustrative: true\n" + REPORTS["missed"], "utf-8")
    said = "Illustrative: the values below are not published; they only show how the tool works."
    shown = show("markdown", "a.yaml")
    assert said in markdown(shown).texts
    assert f"\n> {said}\n" in shown


def test_findings_stay_one_list_however_many_there_are(show: Show, small: Small) -> None:
    keys = [f"firms_{number}" for number in range(12)]
    catalogue, city = small.targets / "indicators.yaml", small.targets / "cities" / "one.yaml"
    target = city.read_text("utf-8").partition("targets:\n")[2]
    city.write_text(
        city.read_text("utf-8")
        + "".join(target.replace("firms:", f"{key}:\n    indicator: firms") for key in keys),
        "utf-8",
    )
    assert catalogue.exists()
    page = markdown(show("markdown", "missed"))
    assert page.lists == [13, 13]


# What texts of a file must not become

TEXTS = (
    "# a", "a\\", "\\*a*", "*a*", "**a**", "_a_", "__a__", "`a`", "``a", "~~a~~", "~~~", "```", "[a](b)", "![a](b)",
    "[a]: b", "[a][b]", "[^1]", "<b>", "</script>", "<!-- a", "<?a", "<![CDATA[a]]>", "&amp;", "&#60;", "a | b", "|a|b|",
    "|---|", "---", "***", "___", "- a", "+ a", "* a", "1. a", "1) a", "> a", "    a", "\ta", "=====", "-----", "a  ",
    "http://x.example", "https://x.example/a_b*c", "www.x.example", "WWW.x.example", "x@y.example", "@all", "#1",
    ":100:", "::error::a", "::error file=a::b", "##[error]a", "$a$", "a\nb", "a\r\n- b", "a\u2028b", "{{ a }}", "]]>",
    "𠮷𪛖", "=1+1", "＝1+1", "\\", "\\\\", "a\\|b", "\u202ea", "\u00a0a\u3000", "…", "-", "1.", "`", "|", "<", "*", "_",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_a_text_is_seen_as_it_was_written(text: str, show: Show, small: Small) -> None:
    report = {
        "entity": "one",
        "period": "2025",
        "submitted": {"by": "示例", "date": "2026-01-20"},
        "observations": {
            "firms": {"value": "8家", "counting": "in_force", "note": text, "explanation": f"示{text}"}
        },
    }
    (small.folder / "a.json").write_text(json.dumps(report), "utf-8")
    page = markdown(show("markdown", "a.json"))
    assert f"note: {visible(text.strip())}" in page.texts
    assert f"explanation: 示{visible(text.rstrip())}" in page.texts
    report["unknown"] = {text: "1"}
    (small.folder / "a.json").write_text(json.dumps({**report, text: "1"}), "utf-8")
    page = markdown(show("markdown", "a.json"))
    assert any(f"unknown key “{visible(text)}”; " in shown for shown in page.texts)


@pytest.mark.parametrize("text", [text for text in TEXTS if "/" not in text and text != "-"], ids=ascii)
def test_a_file_name_is_seen_as_it_is(text: str, show: Show, small: Small) -> None:
    for content, title in (
        (REPORTS["missed"], f"Oneville ({visible(text)})"),
        ("- 1\n", visible(text).strip()),
    ):
        (small.folder / text).write_text(content, "utf-8")
        assert markdown(show("markdown", text)).headings[0] == title
        quiet = markdown(show("markdown", text, more=("-q",)))
        assert quiet.texts[0].startswith(f"{visible(text)}: judged ".lstrip())
        assert quiet.headings == []


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_the_words_of_a_target_are_seen_as_they_are_written(text: str, show: Show, small: Small) -> None:
    city = small.targets / "cities" / "one.yaml"
    said = city.read_text("utf-8").replace("en: Oneville", f"en: {in_yaml(f'One{text}')}")
    note = f"    note: {{zh: {in_yaml(text)}, en: {in_yaml(text)}}}\n"
    city.write_text(said.replace(NOTE, note), "utf-8")
    document = small.targets / "documents" / "sample.yaml"
    titled = document.read_text("utf-8").replace("en: Sample notice", f"en: {in_yaml(f'Notice{text}')}")
    document.write_text(titled, "utf-8")
    page = markdown(show("markdown", "missed"))
    assert page.headings[0] == f"One{visible(text.rstrip())} (missed.yaml)"
    cited = f"1 “10家” – Notice{visible(text.rstrip())}, paragraph 1 {visible(text.strip())}".rstrip()
    assert cited in page.texts


def test_every_sample_is_a_page(show: Show) -> None:
    samples = [str(path) for path in sorted((ROOT / "sample_reports").glob("*/*.yaml"))]
    page = markdown(show("markdown", *samples, more=("--targets", str(ROOT / "targets"))))
    assert len([heading for heading in page.headings if ".yaml" in heading]) == len(samples)
