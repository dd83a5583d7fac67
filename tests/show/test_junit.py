"""JUnit XML: what a case holds for each outcome, word for word; counts, names and what is no case."""

import json
from pathlib import Path

import pytest

from ..junit_reader import junit
from ..small_targets import Small
from .conftest import Show

MISSED = """\
<?xml version="1.0" encoding="utf-8"?>
<testsuites name="digecon" tests="1" failures="1" errors="0">
 <testsuite name="missed.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">
  <properties>
   <property name="entity" value="one" />
   <property name="period" value="2025" />
   <property name="revision" value="1" />
   <property name="illustrative" value="false" />
   <property name="as_of" value="2026-02-28" />
   <property name="verdict" value="noncompliant" />
   <property name="sha256" value="f8c2c5ba65a5435aa57823fda5a3c250a05e1f97517c7521d1b7538b9e2e6b32" />
  </properties>
  <testcase classname="missed.yaml" name="one.firms" time="0">
   <failure type="missed" message="Sample firms: missed. Reported 8家; required: at least 10家; 2家 below the target. The published target is missed.">missed.yaml:5:18
Sample firms: missed. Reported 8家; required: at least 10家; 2家 below the target. The published target is missed.</failure>
  </testcase>
  <system-out>judged 1 of 1: met 0, missed 1; undecided 0, no data 0, not due 0, waived 0. Verdict: noncompliant (interim)</system-out>
 </testsuite>
</testsuites>
"""

CASES = {
    "compliant": """\
  <testcase classname="compliant.yaml" name="one.firms" time="0">
   <system-out>compliant.yaml:5:18
Sample firms: met (claimed, not verified). Reported 12家; required: at least 10家; 2家 above the target. The published target is met (claimed, not verified).</system-out>
  </testcase>
""",
    "undecided": """\
  <testcase classname="undecided.yaml" name="one.firms" time="0">
   <error type="undecided" message="Sample firms: undecided. Reported about 10家; required: at least 10家. “约10家” is hedged and does not settle the target. What was handed in does not settle it.">undecided.yaml:5:18
Sample firms: undecided. Reported about 10家; required: at least 10家. “约10家” is hedged and does not settle the target. What was handed in does not settle it.
Needed: the exact value, without a hedge (from the submitter) observations.firms.value</error>
  </testcase>
  <system-out>undecided.yaml:5:18: warning hedged-value “约10家” is hedged and was read as “asserting nothing certain”; give the exact value
judged 0 of 1: met 0, missed 0; undecided 1, no data 0, not due 0, waived 0. Verdict: incomplete (interim)</system-out>
""",
    "partly": """\
  <testcase classname="partly.yaml" name="two.share" time="0">
   <skipped type="no_data" message="Sample share: no data. No value was reported.">partly.yaml:5:3
Sample share: no data. No value was reported.
Needed: the value for 2025, in % (from the submitter) observations.share.value</skipped>
  </testcase>
""",
    "pending": """\
  <testcase classname="pending.yaml" name="one.firms" time="0">
   <skipped type="not_due" message="Sample firms: not due. Reported 8家; required: at least 10家; 2家 below the target. 2025-M06 is part of a year and cannot settle a target for the whole of one. The target is not due yet, so nothing is decided.">pending.yaml:5:18
""",
    "invalid": """\
  <testcase classname="invalid.yaml" name="not-a-number observations.firms.value" time="0">
   <error type="not-a-number" message="“many” is not a number that can be read; write digits, with commas in threes and a decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元">invalid.yaml:5:18: error not-a-number “many” is not a number that can be read; write digits, with commas in threes and a decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元</error>
  </testcase>
""",
}
"""The case that each report is shown as, beside others."""


def test_a_missed_target_is_a_failure_word_for_word(show: Show) -> None:
    assert show("junit", "missed") == MISSED


@pytest.mark.parametrize("name", CASES)
def test_each_outcome_has_its_ending(name: str, show: Show) -> None:
    assert CASES[name] in show("junit", name)


def test_a_waived_target_is_skipped_and_says_what_it_would_be(show: Show) -> None:
    (case,) = junit(show("junit", "missed", more=("--review", "review.yaml"))).iter("testcase")
    assert (case[0].tag, case[0].get("type")) == ("skipped", "waived")
    assert "Without the waiver it would be: missed." in case[0].get("message", "")


def test_counts_are_those_of_all_reports(show: Show) -> None:
    root = junit(show("junit", "compliant", "missed", "undecided", "partly", "pending", "invalid"))
    assert root.attrib == {"name": "digecon", "tests": "7", "failures": "1", "errors": "2"}
    assert [suite.get("skipped") for suite in root] == ["0", "0", "0", "1", "1", "0"]


def test_a_run_that_found_nothing_is_an_error(show: Show, small: Small) -> None:
    (small.folder / "empty").mkdir()
    assert show("junit", "empty") == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<testsuites name="digecon" tests="1" failures="0" errors="1">\n'
        ' <testsuite name="digecon" tests="1" failures="0" errors="1" skipped="0" time="0">\n'
        '  <testcase classname="digecon" name="check" time="0">\n'
        '   <error type="nothing_found" message="judged 0 of 0: no report was found to check.">'
        "judged 0 of 0: no report was found to check.</error>\n"
        "  </testcase>\n </testsuite>\n</testsuites>\n"
    )


def test_a_report_of_a_place_without_targets_is_an_error(show: Show, small: Small) -> None:
    city = small.targets / "cities" / "one.yaml"
    city.write_text(city.read_text("utf-8").partition("targets:")[0] + "targets: {}\n", "utf-8")
    (case,) = junit(show("junit", "missed")).iter("testcase")
    assert (case.get("name"), case[0].tag, case[0].get("type")) == ("check", "error", "nothing_judged")
    assert (case[0].get("message") or "").startswith("judged 0 of 0: ")


def test_a_run_that_read_nothing_is_an_error(show: Show, small: Small) -> None:
    (small.folder / "empty").mkdir()
    (case,) = junit(show("junit", "empty", command="lint")).iter("testcase")
    said = "files read: 0; errors 0, warnings 0, notes 0."
    assert (case[0].tag, case[0].get("type"), case[0].get("message")) == ("error", "nothing_found", said)


def test_a_file_that_was_only_read_has_a_case_an_error_or_one_that_passes(show: Show) -> None:
    suites = list(junit(show("junit", "compliant", "invalid", "undecided", command="lint")))
    assert [[(case.get("name"), case[0].tag) for case in suite.iter("testcase")] for suite in suites] == [
        [("read", "system-out")],
        [("not-a-number observations.firms.value", "error")],
        [("read", "system-out")],
    ]
    assert [suite.findtext("system-out") for suite in suites] == [
        None,
        None,
        "undecided.yaml:5:18: warning hedged-value “约10家” is hedged and was read as "
        "“asserting nothing certain”; give the exact value",
    ]


def test_a_file_named_twice_has_two_suites(show: Show) -> None:
    suites = list(junit(show("junit", "missed", "missed", "missed")))
    assert [suite.get("name") for suite in suites] == ["missed.yaml", "missed.yaml (2)", "missed.yaml (3)"]


def test_a_number_given_to_a_name_is_never_that_of_another_file(show: Show, small: Small) -> None:
    small.report("missed")
    for name in ("missed.yaml (2)", "missed.yaml (3)"):
        (small.folder / name).write_text("- 1\n", "utf-8")
    names = ("missed", "missed", "missed.yaml (2)", "missed", "missed.yaml (3)")
    assert [suite.get("name") for suite in junit(show("junit", *names))] == [
        "missed.yaml",
        "missed.yaml (2)",
        "missed.yaml (2) (2)",
        "missed.yaml (3)",
        "missed.yaml (3) (2)",
    ]


def test_a_file_called_as_the_program_is_told_from_a_run_that_found_nothing(
    show: Show, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small.folder / "digecon").write_text("", "utf-8")
    (small.folder / "empty").mkdir()
    suites = list(junit(show("junit", "empty", more=("--review", "digecon"))))
    assert [suite.get("name") for suite in suites] == ["digecon", "digecon (2)"]


def test_two_errors_at_one_place_have_names_of_their_own(show: Show, small: Small) -> None:
    text = "entity: one\nperiod: 2025\nsubmitted: {by: x, date: 2026-01-20}\n"
    (small.folder / "a.yaml").write_text(text + "x: 1\nx: 2\nx: 3\n'x (2)': 1\nobservations: {}\n", "utf-8")
    names = [case.get("name") for case in junit(show("junit", "a.yaml")).iter("testcase")]
    assert names
    assert len(set(names)) == len(names)


def test_what_was_left_out_is_counted_in_its_suite(show: Show) -> None:
    for command in ("check", "lint"):
        shown = show("junit", "undecided", command=command, more=("--ignore", "hedged-value"))
        suite, over_all = junit(shown)
        told = {one.get("name"): one.get("value") for one in suite.iter("property")}
        assert told["ignored"] == "1"
        assert over_all.findtext("system-out") == "warnings and notes left out, as asked for: 1."
        assert "warning hedged-value" not in shown


def test_what_xml_has_no_way_to_write_is_made_visible(show: Show, small: Small) -> None:
    path = small.folder / "a.json"
    path.write_text('{"\\u0000\\ufffe\\uffff\\u0085\\u2028]]>&<\\u0009𠮷": 1}', "utf-8")
    shown = show("junit", path.name)
    said = "“<U+0000><U+FFFE><U+FFFF><U+0085><U+2028>]]>&<<U+0009>𠮷”"
    assert any(said in (error.text or "") for error in junit(shown).iter("error"))
    assert "𠮷" in shown


def test_no_line_is_a_command_of_github_and_a_reader_sees_what_was_written(
    show: Show, small: Small, tmp_path: Path
) -> None:
    (tmp_path / "::error::##[x.yaml").write_text(
        small.folder.joinpath(small.report("missed")).read_text("utf-8"), "utf-8"
    )
    shown = show("junit", "::error::##[x.yaml")
    assert "\n::" not in shown
    assert "##[" not in shown
    (failure,) = junit(shown).iter("failure")
    assert (failure.text or "").startswith("::error::##[x.yaml:5:18\n")


def test_chinese_is_shown_in_chinese(show: Show) -> None:
    (failure,) = junit(show("junit", "missed", lang="zh")).iter("failure")
    assert (
        failure.get("message") == "示例企业：未完成。自报8家，目标为不低于10家，低于目标值2家。未达到目标值。"
    )


def test_verbose_adds_the_words_of_the_target_and_quiet_takes_nothing_away(show: Show) -> None:
    (failure,) = junit(show("junit", "missed", more=("-v",))).iter("failure")
    assert (failure.get("message") or "").endswith("Words: “10家”, Sample notice, paragraph 1.")
    assert show("junit", "missed", more=("-q",)) == show("junit", "missed")


def test_a_very_long_key_does_not_make_a_name_as_long(show: Show, small: Small) -> None:
    key = "k" * 100_000
    (small.folder / "a.json").write_text(json.dumps({key: 1, f"{key}k": 1}), "utf-8")
    names = [case.get("name") or "" for case in junit(show("junit", "a.json")).iter("testcase")]
    assert f"unknown-key {'k' * 300}…" in names
    assert f"unknown-key {'k' * 300}… (2)" in names
    assert max(map(len, names)) < 400


def test_an_aspiration_is_skipped_whatever_it_comes_to(show: Show, small: Small) -> None:
    path = small.targets / "cities" / "one.yaml"
    text = path.read_text("utf-8").replace("wording: 10家", "wording: 力争达到10家")
    path.write_text(text.replace("    due:", "    aspiration: true\n    due:"), "utf-8")
    for name, outcome in (("missed", "missed"), ("compliant", "met")):
        cases = {one.get("name"): one for one in junit(show("junit", name)).iter("testcase")}
        case = cases["one.firms"]
        assert [(part.tag, part.get("type")) for part in case] == [("skipped", outcome)]
