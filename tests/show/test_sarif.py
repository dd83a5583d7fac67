"""SARIF: the result of each outcome, rules with their words, places, URIs and fingerprints."""

import json
import os
from typing import Any

import pytest

from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.text import LANGS

from ..conftest import ROOT, Digecon
from ..fetched import sarif_schema
from ..sarif_reader import messages, sarif, shown
from ..small_targets import REPORTS, Small
from .conftest import Show

HEAD = "entity: one\nperiod: 2025\nsubmitted: {by: 示例, date: 2026-01-20}\n"

RULE = {
    "id": "one.firms",
    "name": "Sample firms",
    "shortDescription": {"text": "Sample firms: at least 10家 (by the end of 2025)"},
    "fullDescription": {"text": "Sample firms: at least 10家 (by the end of 2025). A sample."},
    "help": {
        "text": "Words: “10家”, Sample notice, paragraph 1. Read as at least.\n"
        "Report it under observations.firms; digecon explain one.firms tells more."
    },
    "defaultConfiguration": {"level": "error"},
    "properties": {"tags": ["target"]},
}
RESULT = {
    "ruleId": "one.firms",
    "ruleIndex": 0,
    "kind": "fail",
    "level": "error",
    "message": {
        "text": "Sample firms: missed. Reported 8家; required: at least 10家; 2家 below the target. "
        "The published target is missed."
    },
    "properties": {
        "outcome": "missed",
        "underlying": None,
        "reasons": [],
        "final": False,
        "required": "10",
        "stretch": None,
        "unit": "家",
        "observed": "8",
        "decided_on": "8",
        "decided_bound": None,
        "gap": "-2",
        "attainment": "0.8",
        "evidence": "claimed",
    },
    "locations": [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "missed.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 5, "startColumn": 18, "endLine": 5, "endColumn": 20},
            },
            "logicalLocations": [{"fullyQualifiedName": "observations.firms.value"}],
        }
    ],
}

OUTCOMES = {
    "compliant": [("pass", "none", "met")],
    "missed": [("fail", "error", "missed")],
    "undecided": [("open", "none", "undecided"), ("fail", "warning", None)],
    "partly": [("pass", "none", "met"), ("open", "none", "no_data")],
    "pending": [("notApplicable", "none", "not_due")],
    "invalid": [("fail", "error", None)],
}
"""Kind, level and outcome of the results of each report; a diagnostic has no outcome."""


def run_of(text: str) -> Any:
    return sarif(text)["runs"][0]


def regions(run: Any) -> list[Any]:
    return [one["locations"][0]["physicalLocation"]["region"] for one in run["results"]]


def uris(run: Any) -> list[str]:
    return [one["location"]["uri"] for one in run["artifacts"]]


def marks(run: Any) -> list[str]:
    return [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]


def rules(run: Any) -> dict[str, Any]:
    return {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}


def test_a_missed_target_is_a_result_word_for_word(show: Show) -> None:
    run = run_of(show("sarif", "missed"))
    (result,) = run["results"]
    assert list(result.pop("partialFingerprints")) == ["primaryLocationLineHash"]
    assert result == RESULT
    assert run["tool"]["driver"]["rules"] == [RULE]


@pytest.mark.parametrize("name", OUTCOMES)
def test_each_outcome_has_its_kind_and_level(name: str, show: Show) -> None:
    results = run_of(show("sarif", name))["results"]
    told = [(one["kind"], one["level"], one.get("properties", {}).get("outcome")) for one in results]
    assert told == OUTCOMES[name]


def test_a_waived_target_is_not_applicable_and_keeps_what_it_would_be(show: Show) -> None:
    (result,) = run_of(show("sarif", "missed", more=("--review", "review.yaml")))["results"]
    assert (result["kind"], result["level"]) == ("notApplicable", "none")
    assert (result["properties"]["outcome"], result["properties"]["underlying"]) == ("waived", "missed")


def test_a_run_tells_its_verdicts_its_day_and_its_settings(show: Show) -> None:
    run = run_of(show("sarif", "missed", "undecided", more=("--ignore", "hedged-value")))
    (invocation,) = run["invocations"]
    assert [one["level"] for one in invocation["toolExecutionNotifications"]] == ["note"] * 3
    assert next(messages({"runs": [run]})) == (
        "missed.yaml: judged 1 of 1: met 0, missed 1; undecided 0, no data 0, not due 0, waived 0. "
        "Verdict: noncompliant (interim)"
    )
    assert run["properties"] == {
        "as_of": "2026-02-28",
        "settings": {
            "min_evidence": "claimed",
            "waivers": True,
            "documents": False,
            "select": [],
            "ignore": ["hedged-value"],
            "exclude": [],
            "configured": [],
            "schedule": False,
            "schedule_cutoffs": [],
        },
        "ignored": 1,
    }
    assert [one["properties"]["verdict"] for one in run["artifacts"]] == ["noncompliant", "incomplete"]


def test_a_report_of_which_nothing_was_judged_is_told_as_an_error(show: Show, small: Small) -> None:
    city = small.targets / "cities" / "two.yaml"
    city.write_text(city.read_text("utf-8").partition("targets:")[0] + "targets: {}\n", "utf-8")
    run = run_of(show("sarif", "missed", "partly", "invalid"))
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert [one["level"] for one in told] == ["note", "error", "error"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("check", "judged 0 of 0: no report was found to check."),
        ("lint", "files read: 0; errors 0, warnings 0, notes 0."),
    ],
)
def test_a_run_that_found_nothing_says_so_as_an_error(
    command: str, said: str, show: Show, small: Small
) -> None:
    (small.folder / "empty").mkdir()
    run = run_of(show("sarif", "empty", command=command))
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification == {"level": "error", "message": {"text": said}}
    assert run["results"] == []


def test_files_that_were_only_read_are_listed_though_clean(show: Show) -> None:
    run = run_of(show("sarif", "compliant", "undecided", command="lint", more=("--ignore", "hedged-value")))
    assert uris(run) == ["compliant.yaml", "undecided.yaml"]
    assert (run["results"], run["properties"]) == ([], {"ignored": 1})
    told = [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    assert told == [
        "files read: 2; errors 0, warnings 0, notes 0.",
        "warnings and notes left out, as asked for: 1.",
    ]


# Rules


@pytest.mark.heavy
@pytest.mark.parametrize("lang", LANGS)
def test_every_target_judged_and_every_kind_of_diagnostic_raised_has_a_rule(
    lang: str, digecon: Digecon
) -> None:
    samples = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("sample_reports/*/*.yaml"))
    invalid = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/invalid/*.yaml"))
    shown_as = ("--output-format", "sarif", "--lang", lang, "--as-of", "2026-02-28")
    run = run_of(digecon("check", *samples, *invalid, *shown_as).out)
    told = json.loads(
        digecon("check", *samples, *invalid, *shown_as, "--output-format", "json=/dev/null").out
    )
    assert told["runs"][0]["results"] == run["results"]
    assert run["language"] == run["tool"]["driver"]["language"] == lang
    kinds = rules(run).keys() & DIAGNOSTICS.keys()
    assert len(kinds) > 50
    for id, rule in rules(run).items():
        helps = rule["help"]["text"]
        if id in DIAGNOSTICS:
            assert rule["defaultConfiguration"]["level"] == DIAGNOSTICS[id].severity.id
        else:
            assert ("原文：“" if lang == "zh" else "Words: “") in helps
            assert f"digecon explain {id}" in helps


def test_the_rule_of_a_diagnostic_says_what_happened_how_to_fix_it_and_what_passes(show: Show) -> None:
    (rule,) = run_of(show("sarif", "invalid"))["tool"]["driver"]["rules"]
    assert rule == {
        "id": "not-a-number",
        "name": "not-a-number",
        "shortDescription": {"text": "“…” is not a number that can be read"},
        "fullDescription": {
            "text": "“…” is not a number that can be read. Fix: …write digits, with commas in threes and a "
            "decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元."
        },
        "help": {
            "text": "“…” is not a number that can be read. Fix: …write digits, with commas in threes and a "
            "decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元.\n\n"
            f"Fails:\n{DIAGNOSTICS['not-a-number'].example.fails}\n\n"
            f"Passes:\n{DIAGNOSTICS['not-a-number'].example.passes}"
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["diagnostic"]},
    }


# Places


@pytest.mark.parametrize(
    ("observation", "column", "end"),
    [
        ("firms: {value: 8家, counting: in_force}", 18, 20),
        ("firms: {counting: in_force, value: 𠮷8家}", 38, 41),
        ('firms: {counting: in_force, value: "8"}', 38, 41),
        ("firms: {counting: in_force, value: many}", 38, 42),
    ],
)
def test_a_region_ends_after_the_last_character(
    observation: str, column: int, end: int, show: Show, small: Small
) -> None:
    (small.folder / "a.yaml").write_text(f"{HEAD}observations:\n  {observation}\n", "utf-8")
    wanted = {"startLine": 5, "startColumn": column, "endLine": 5, "endColumn": end}
    assert wanted in regions(run_of(show("sarif", "a.yaml")))


@pytest.mark.parametrize("name", ["not-there.yaml", "targets/cities/one.yaml", "empty.yaml"])
def test_what_has_no_place_stands_in_the_first_line(name: str, show: Show, small: Small) -> None:
    (small.folder / "empty.yaml").write_text("", "utf-8")
    assert {region["startLine"] for region in regions(run_of(show("sarif", name)))} == {1}


# URIs


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("a:b.yaml", "./a:b.yaml"),
        ("报告/二〇二五.yaml", "%E6%8A%A5%E5%91%8A/%E4%BA%8C%E3%80%87%E4%BA%8C%E4%BA%94.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("%41.yaml", "%2541.yaml"),
        ("a?b#c.yaml", "a%3Fb%23c.yaml"),
        ("a\\b[c]{d}.yaml", "a%5Cb%5Bc%5D%7Bd%7D.yaml"),
        ("sub/a:b.yaml", "sub/a:b.yaml"),
        ("./a.yaml", "a.yaml"),
        ("sub/../a.yaml", "a.yaml"),
        (os.fsdecode(b"a\xff\xfe.yaml"), "a%FF%FE.yaml"),
        ("a\u202eb.yaml", "a%E2%80%AEb.yaml"),
        ("a\nb.yaml", "a%0Ab.yaml"),
        ("𠮷.yaml", "%F0%A0%AE%B7.yaml"),
    ],
)
def test_a_path_is_a_relative_uri_percent_encoded(name: str, uri: str, show: Show, small: Small) -> None:
    path = small.folder / name
    (small.folder / "sub").mkdir()
    path.parent.mkdir(exist_ok=True)
    path.write_text(REPORTS["missed"], "utf-8")
    run = run_of(show("sarif", name))
    assert run["artifacts"][0]["location"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_path_is_told_from_the_root_of_the_repository(
    show: Show, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small.folder / ".git").mkdir()
    (small.folder / "reports" / "here").mkdir(parents=True)
    monkeypatch.chdir(small.folder / "reports" / "here")
    small.report("missed")
    (small.folder / "reports" / "a.yaml").write_text(REPORTS["missed"], "utf-8")
    names = ("../a.yaml", "../../missed.yaml", str(small.folder / "reports" / "a.yaml"))
    shown = show("sarif", *names, more=("--targets", "../../targets"))
    assert uris(run_of(shown)) == ["reports/a.yaml", "missed.yaml"]


def test_a_file_outside_the_repository_is_told_whole(
    show: Show, small: Small, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "汉 a:b.yaml"
    outside.write_text(REPORTS["missed"], "utf-8")
    (artifact,) = run_of(show("sarif", str(outside)))["artifacts"]
    assert artifact["location"] == {"uri": f"file://{outside.parent}/%E6%B1%89%20a:b.yaml"}


def test_a_file_named_in_two_ways_is_listed_once(show: Show, small: Small) -> None:
    small.report("missed")
    run = run_of(show("sarif", "missed", "./missed.yaml", str(small.folder / "missed.yaml"), "missed"))
    assert uris(run) == ["missed.yaml"]
    assert [mark.partition(":")[2] for mark in marks(run)] == ["1", "2", "3", "4"]


# Fingerprints


def test_fingerprints_stay_when_lines_move(show: Show, small: Small) -> None:
    before = marks(run_of(show("sarif", "undecided")))
    moved = REPORTS["undecided"].replace("entity", "# moved\n\n\nentity").replace("  firms", "    firms")
    (small.folder / "undecided.yaml").write_text(moved, "utf-8")
    again = run_of(show("sarif", "./undecided.yaml"))
    assert {region["startLine"] for region in regions(again)} == {8}
    assert marks(again) == before


def test_the_fingerprint_of_what_was_not_reported_does_not_hang_on_other_values(
    show: Show, small: Small
) -> None:
    def mark(value: str) -> str:
        (small.folder / "a.yaml").write_text(REPORTS["partly"].replace("12家", value), "utf-8")
        return marks(run_of(show("sarif", "a.yaml")))[1]

    assert mark("12家") == mark("13家")


def test_a_fingerprint_tells_another_value_another_file_and_another_rule(show: Show, small: Small) -> None:
    for name, value in (("a", "8家"), ("b", "8家"), ("c", "7家")):
        text = REPORTS["partly"].replace("12家", value)
        (small.folder / f"{name}.yaml").write_text(text, "utf-8")
    found = marks(run_of(show("sarif", "a.yaml", "b.yaml", "c.yaml")))
    assert len({mark.partition(":")[0] for mark in found}) == 6
    (small.folder / "a.yaml").write_text(REPORTS["partly"].replace("12家", "7家"), "utf-8")
    assert marks(run_of(show("sarif", "a.yaml")))[0] not in found


# Texts


@pytest.mark.parametrize(
    "key",
    [
        "[a](b)",
        "[a\\](b)",
        "[a\\\\](b)",
        "[[a]](b)",
        "[a] (b)",
        "\\[a](http://x.example)",
        "{0}",
        "{{0}}",
        "}{",
        "{0} [x](1) {1}",
        "[](){}",
        "##[error]x",
        "</script><b>",
    ],
)
def test_no_text_of_a_report_is_a_link_or_a_placeholder(key: str, show: Show, small: Small) -> None:
    (small.folder / "a.json").write_text(json.dumps({key: 1}), "utf-8")
    log = sarif(show("sarif", "a.json"))
    assert any(one.startswith(f"unknown key “{key}”;") for one in messages(log))


def test_a_message_is_read_as_it_was_written() -> None:
    assert shown("a[0] and b\\c") == "a[0] and b\\c"
    assert shown("{{0}} [a\\\\\\](b)") == "{0} [a\\](b)"


def test_what_is_hidden_is_named_in_messages_and_the_same_again_in_uris(show: Show, small: Small) -> None:
    name = "a\u202e\U000e0041.json"
    (small.folder / name).write_text('{"\\u202e\\udb40\\udc41": 1}', "utf-8")
    text = show("sarif", name)
    assert not {"\u202e", "\U000e0041"} & set(text)
    assert any("unknown key “<U+202E><U+E0041>”" in one for one in messages(sarif(text)))
    assert uris(run_of(text)) == ["a%E2%80%AE%F3%A0%81%81.json"]


def test_two_hundred_diagnostics_are_told_one_by_one_and_the_rest_counted(show: Show, small: Small) -> None:
    (small.folder / "a.yaml").write_text(HEAD + "".join(f"k{number}: 1\n" for number in range(500)), "utf-8")
    run = run_of(show("sarif", "a.yaml"))
    assert len(run["results"]) == 201
    assert len(set(marks(run))) == 201
    assert rules(run).keys() == {"unknown-key", "more-faults"}


def test_a_very_long_text_is_told_in_part(show: Show, small: Small) -> None:
    (small.folder / "a.json").write_text(json.dumps({"k" * 100_000: 1}), "utf-8")
    text = show("sarif", "a.json")
    assert len(text) < 20_000
    assert f"“{'k' * 300}…”" in text


def test_target_files_show_their_texts_as_they_are(show: Show, small: Small) -> None:
    hostile, document = "{0}</script>10家 [a](b)", small.targets / "documents" / "sample.yaml"
    document.write_text(
        document.read_text("utf-8").replace("en: Sample notice", f"en: {json.dumps(hostile)}"), "utf-8"
    )
    (rule,) = rules(run_of(show("sarif", "missed"))).values()
    assert f"Words: “10家”, {hostile}, paragraph 1." in rule["help"]["text"]


def test_the_schema_named_is_the_one_that_it_is_held_to(show: Show) -> None:
    schema = json.loads(sarif_schema().read_text("utf-8"))
    assert json.loads(show("sarif", "missed"))["$schema"] == schema["id"]
