"""The JSON result: its fields, its numbers, its places, and the schema that holds it."""

import datetime
import hashlib
import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import TypeAdapter

from hubei_digecon.diagnostics import Severity
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.changes import WhyNoChange
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.findings import BOUNDS_DECIDED_ON
from hubei_digecon.domain.left_out import WhyLeftOut
from hubei_digecon.domain.outcomes import Grade, Outcome, Party, Reason, Verdict
from hubei_digecon.domain.schedules import StandingWord, WhyNoSchedule
from hubei_digecon.domain.targets import Citation, TableCell
from hubei_digecon.domain.words import Status, TargetNature
from hubei_digecon.load.targets import TargetLibrary, find_targets
from hubei_digecon.quantity.hedges import Bound
from hubei_digecon.shapes.json_schema import listing_schema, result_schema, scoreboard_schema
from hubei_digecon.shapes.result import Result, ResultCell, ResultSource
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.json import source_of
from hubei_digecon.show.view import View

from ..building import run_over
from ..conftest import AS_OF, ROOT, Digecon
from ..small_targets import REPORTS, Small

SCHEMA = json.loads(result_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SAMPLES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "sample_reports").glob("*/*.yaml"))]
REVIEWS = "sample_reports/illustrative/reviews"

FIELDS = {
    "result": "format tool as_of settings targets reviews diagnostics assessments",
    "tool": "name version",
    "settings": "min_evidence waivers",
    "targets": "files",
    "files": "path sha256",
    "assessments": "path sha256 entity period revision illustrative verdict final counts findings diagnostics",
    "counts": "met missed undecided no_data not_due waived",
    "findings": "target indicator due outcome underlying reasons final comparator required stretch unit observed "
    "status decided_on decided_interval gap attainment rounding_sensitive reading_sensitive evidence message "
    "needed line column source",
    "message": "zh en",
    "source": "document paragraph wording",
    "diagnostics": "id severity message path at line column",
    "left_out": "path why files counted",
}
"""The fields of section 7 of the design, in its order, by the key that an object stands under."""

GROWN = {
    "source": "cell",
    "settings": "documents select ignore exclude configured schedule schedule_cutoffs",
    "assessments": "documents changes document schedule expected_missed summary",
    "findings": "sheet hedge decided_bound weighs nature per_year base adjusted register",
    "diagnostics": "sheet",
    "result": "ignored judged_documents left_out history baseline registers",
}
"""Fields added since, at the end of their objects: formats only grow."""

LATER = {
    *("select", "ignore", "ignored", "sheet", "judged_documents"),
    *("hedge", "decided_bound", "exclude", "configured", "left_out"),
    *("history", "changes", "schedule", "schedule_cutoffs"),
    *(
        "weighs",
        "nature",
        "per_year",
        "base",
        "adjusted",
        "expected_missed",
        "cell",
        "summary",
        "baseline",
        "register",
        "registers",
    ),
    "register",
    "registers",
}
"""Fields that results of earlier versions are without, and are read without."""

WHOLE = {"ignored", "files", "due", "paragraph", "line", "column", "revision", *FIELDS["counts"].split()}
NUMBERS = {"required", "stretch", "decided_on", "gap", "attainment"}

HEAD = "entity: {entity}\nperiod: {period}\nsubmitted: {{by: 示例, date: {date}}}\nobservations:\n"
CONTENTS = {
    "hedged": ("wuhan-wedz", "2025", "core_share_of_gdp: 约20%"),
    "bounded": ("wuhan-wedz", "2025", "integration_certified_firms: 超149家"),
    "bounded above": ("wuhan-wedz", "2025", "integration_certified_firms: 不足151家"),
    "missing": ("wuhan-wedz", "2025", "core_value_added: {missing: not_published}"),
    "left empty": ("wuhan-wedz", "2025", "core_value_added:"),
    "milestones": (
        "wuhan-wedz",
        "2025",
        "manufacturing_path: achieved\n  5g_industrial_internet_zone: partial",
    ),
    "recomputed": (
        "wuhan",
        "2025",
        "gdp: 22000亿元\n  core_value_added: 2900.1亿元\n  core_share_of_gdp: 13.2%",
    ),
    "derived": ("wuhan", "2025", "gdp: 3亿元\n  core_value_added: 1亿元"),
    "derived below": ("wuhan", "2025", "gdp: 300亿元\n  core_value_added: 38.9999亿元"),
    "inconsistent": (
        "wuhan",
        "2025",
        "gdp: 22000亿元\n  core_value_added: 2000亿元\n  core_share_of_gdp: 13.2%",
    ),
    "zero": ("wuhan", "2025", "core_share_of_gdp: 0%"),
    "negative": ("wuhan", "2025", "core_share_of_gdp: -1.5%"),
    "long": ("wuhan", "2025", "core_share_of_gdp: 13.00000000000000000000000000001%"),
    "per mille": ("wuhan", "2025", "core_share_of_gdp: 130‰"),
    "at the line": ("wuhan-wedz", "2025", "core_value_added: 4000000万元"),
    "of another year": ("wuhan", "2026", "core_share_of_gdp: 14%"),
    "of part of a year": ("wuhan", "2025-H1", "core_share_of_gdp: 14%"),
    "estimated": ("wuhan", "2025", "core_share_of_gdp: {value: 14%, status: 预计}"),
    "of another scope": ("wuhan", "2025", "core_share_of_gdp: {value: 14%, scope: digital-economy-broad}"),
    "counted": (
        "wuhan-wedz",
        "2025",
        "attracted_top100_firms: {value: 1家, items: [{name: 示例, list: 榜, publisher: 甲, year: 2024}]}",
    ),
    "listed too short": ("wuhan-wedz", "2025", "attracted_top100_firms: {value: 6家, items: [{name: 示例}]}"),
    "invalid": ("wuhan", "2025", "core_share_of_gdp: many"),
    "of no known place": ("nowhere", "2025", "gdp: 1亿元"),
    "of no known period": ("wuhan", "soon", "gdp: 1亿元"),
    "empty": ("wuhan", "2025", "{}"),
}
"""Reports by what they show: entity, period and observations."""


def report_of(content: str, folder: Path) -> str:
    entity, period, observations = CONTENTS[content]
    path = folder / "report.yaml"
    head = HEAD.format(entity=entity, period=period, date="2027-01-20" if period == "2026" else "2026-01-20")
    path.write_text(f"{head}  {observations}\n", "utf-8")
    return str(path)


def judged(digecon: Digecon, *arguments: str, **settings: Any) -> Any:
    ran = digecon("check", *arguments, "--as-of", AS_OF, "--output-format", "json", **settings)
    return json.loads(ran.out)


def objects(node: Any, key: str = "result") -> Iterator[tuple[str, dict[str, Any]]]:
    """Return every object of a result with the key that it stands under."""
    if isinstance(node, list):
        for element in node:
            yield from objects(element, key)
    if isinstance(node, dict):
        yield key, node
        for name, value in node.items():
            yield from objects(value, name)


def findings(result: Any) -> list[Any]:
    return [finding for assessment in result["assessments"] for finding in assessment["findings"]]


def whole(digecon: Digecon) -> Any:
    """Return one result that has something in every field."""
    return judged(digecon, *SAMPLES, "targets", "--review", REVIEWS)


# What it holds


@pytest.mark.parametrize("content", CONTENTS)
def test_the_schema_takes_every_content(content: str, tmp_path: Path, digecon: Digecon) -> None:
    VALIDATOR.validate(judged(digecon, report_of(content, tmp_path)))


@pytest.mark.parametrize(
    "options", [["--min-evidence", "verified"], ["--no-waivers"], ["--check-documents"], []], ids=str
)
def test_the_schema_takes_every_setting(options: list[str], digecon: Digecon) -> None:
    VALIDATOR.validate(judged(digecon, *SAMPLES, "--review", REVIEWS, *options))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"- 1",
        b"a: [",
        b"[" * 100,
        b"a: b",
        "﻿entity: 示例".encode(),
        b"x: \x07",
        b"#" * 2_000_000,
        b"{}",
        b'{"a": 1e9}',
    ],
    ids=lambda data: repr(data[:12]),
)
def test_the_schema_takes_what_cannot_be_read(data: bytes, digecon: Digecon) -> None:
    result = judged(digecon, "-", stdin=data)
    VALIDATOR.validate(result)
    (assessment,) = result["assessments"]
    assert assessment["verdict"] == "invalid"
    assert (assessment["findings"], set(assessment["counts"].values())) == ([], {0})
    assert assessment["diagnostics"]


def test_the_schema_takes_a_file_that_is_not_there(digecon: Digecon) -> None:
    result = judged(digecon, "no-such-file.yaml")
    VALIDATOR.validate(result)
    (assessment,) = result["assessments"]
    assert [assessment[key] for key in ("sha256", "entity", "period", "revision")] == [None] * 4


def test_the_schema_takes_a_run_that_found_nothing(tmp_path: Path, digecon: Digecon) -> None:
    VALIDATOR.validate(judged(digecon, str(tmp_path)))


def test_the_schema_takes_a_folder_with_files_left_out(digecon: Digecon) -> None:
    result = judged(digecon, "targets")
    VALIDATOR.validate(result)
    assert {one["id"] for one in result["diagnostics"]} == {"not-a-report"}


def test_objects_have_the_fields_of_the_design_in_its_order(digecon: Digecon) -> None:
    result = whole(digecon)
    met = set()
    for key, node in objects(result):
        if key in FIELDS:
            fields = FIELDS[key].split()
            assert list(node)[: len(fields)] == fields
            assert list(node)[len(fields) :] in ([], GROWN.get(key, "").split())
            met.add(key)
        else:
            assert (key, list(node)) in (
                ("reviews", ["path", "sha256"]),
                ("needed", ["what", "by", "at"]),
                ("what", ["zh", "en"]),
                ("summary", ["zh", "en"]),
            )
    assert met == set(FIELDS)


def test_numbers_are_texts_but_for_what_counts(digecon: Digecon) -> None:
    for _, node in objects(whole(digecon)):
        for key, value in node.items():
            assert not isinstance(value, float)
            if isinstance(value, int) and not isinstance(value, bool):
                assert key in WHOLE
            if key in NUMBERS:
                assert value is None or isinstance(value, str)


def test_texts_are_in_both_languages(digecon: Digecon) -> None:
    for key, node in objects(whole(digecon)):
        if key in ("message", "what"):
            assert node["zh"]
            assert node["en"]
            assert "{" not in node["zh"] + node["en"]


@pytest.mark.parametrize("content", CONTENTS)
def test_gap_and_attainment_are_those_of_the_number_shown(
    content: str, tmp_path: Path, digecon: Digecon
) -> None:
    for finding in findings(judged(digecon, report_of(content, tmp_path))):
        decided, required, gap = finding["decided_on"], finding["required"], finding["gap"]
        assert (gap is None) == (decided is None)
        assert (finding["attainment"] is None) == (decided is None or Fraction(decided) < 0)
        if decided is not None and Fraction(decided) >= 0:
            quotient, shown = Fraction(decided) / Fraction(required), Fraction(finding["attainment"])
            assert Fraction(gap) == Fraction(decided) - Fraction(required)
            assert abs(shown - quotient) <= abs(quotient) / 10**5
            assert (shown > 1, shown < 1) == (quotient > 1, quotient < 1)


@pytest.mark.parametrize("content", CONTENTS)
def test_what_is_decided_on_lies_in_its_interval(content: str, tmp_path: Path, digecon: Digecon) -> None:
    for finding in findings(judged(digecon, report_of(content, tmp_path))):
        if finding["decided_interval"] is not None:
            low, high = finding["decided_interval"]
            assert low is None or high is None or Fraction(low) <= Fraction(high)
            if (value := finding["decided_on"]) is not None:
                assert low is None or Fraction(low) <= Fraction(value)
                assert high is None or Fraction(value) <= Fraction(high)


def test_a_quotient_is_shown_on_its_side_of_the_target(tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "report.yaml"
    head = HEAD.format(entity="wuhan", period="2025", date="2026-01-20")
    path.write_text(f"{head}  gdp: 30000000000.000亿元\n  core_value_added: 3899999999.900亿元\n", "utf-8")
    finding = findings(judged(digecon, str(path)))[0]
    assert finding["outcome"] == "missed"
    assert Fraction(finding["decided_on"]) < 13
    assert Fraction(finding["gap"]) < 0
    assert Fraction(finding["attainment"]) < 1


def test_counts_are_those_of_the_findings(digecon: Digecon) -> None:
    for assessment in whole(digecon)["assessments"]:
        outcomes = [finding["outcome"] for finding in assessment["findings"]]
        assert assessment["counts"] == {outcome.id: outcomes.count(outcome.id) for outcome in Outcome}


def test_places_are_where_the_observation_stands(digecon: Digecon) -> None:
    path = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
    lines = (ROOT / path).read_text("utf-8").splitlines()
    for finding in findings(judged(digecon, path)):
        start = lines[finding["line"] - 1][finding["column"] - 1 :]
        assert start.startswith((finding["observed"], f"{finding['indicator']}:"))


def test_a_target_without_an_observation_has_no_place(tmp_path: Path, digecon: Digecon) -> None:
    for finding in findings(judged(digecon, report_of("empty", tmp_path))):
        nothing = (
            "observed",
            "status",
            "decided_on",
            "decided_interval",
            "gap",
            "attainment",
            "line",
            "column",
        )
        assert [finding[key] for key in (*nothing, "evidence")] == [None] * 9
        assert (finding["outcome"], finding["reasons"]) == ("no_data", [])
        assert finding["needed"]["by"] == "submitter"


def test_what_was_observed_is_as_exact_as_it_was_written(tmp_path: Path, digecon: Digecon) -> None:
    for content, observed in (("per mille", "13.0"), ("at the line", "400.0000"), ("zero", "0")):
        shown = [one["observed"] for one in findings(judged(digecon, report_of(content, tmp_path)))]
        assert observed in shown


def test_standard_input_has_the_path_of_a_dash(digecon: Digecon) -> None:
    data = (ROOT / SAMPLES[0]).read_bytes()
    (assessment,) = judged(digecon, "-", stdin=data)["assessments"]
    assert (assessment["path"], assessment["sha256"]) == ("-", hashlib.sha256(data).hexdigest())
    assert {one["path"] for one in assessment["diagnostics"]} <= {"-"}


def test_digests_are_those_of_the_files(digecon: Digecon) -> None:
    result = judged(digecon, *SAMPLES, "--review", REVIEWS)
    files = [ROOT / "targets" / file["path"] for file in result["targets"]["files"]]
    named = [ROOT / one["path"] for one in (*result["assessments"], *result["reviews"])]
    told = [*result["targets"]["files"], *result["assessments"], *result["reviews"]]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (*files, *named)]
    assert [one["sha256"] for one in told] == digests
    assert len(result["reviews"]) == 3


# The same input gives the same bytes


@pytest.mark.parametrize(
    "options",
    [[], ["--lang", "zh"], ["--lang", "en"], ["--color", "always"], ["-v"], ["-q"], ["--fail-on", "never"]],
    ids=str,
)
def test_nothing_of_the_view_changes_a_byte(
    options: list[str], digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("check", *SAMPLES, "--review", REVIEWS, "--as-of", AS_OF, "--output-format", "json")
    first = digecon(*arguments).out
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LANG", "zh_CN.GBK")
    assert digecon(*arguments, *options).out == first


# What the schema refuses


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.fixture(scope="module")
def example() -> str:
    """One finding that needs something, one with numbers, and one of every other object."""
    paths, reviews = [str(ROOT / sample) for sample in SAMPLES], [str(ROOT / REVIEWS)]
    library = TargetLibrary(find_targets(str(ROOT / "targets")))
    batch = run_over(paths, datetime.date.fromisoformat(AS_OF), Settings(), reviews, library)
    made = json.loads(FORMATS["json"].render(batch, View()))
    assessment = next(one for one in made["assessments"] if one["findings"] and one["diagnostics"])
    needing = next(one for one in findings(made) if one["needed"])
    numeric = next(one for one in findings(made) if one["decided_interval"])
    assessment["findings"], made["assessments"] = [needing, numeric], [assessment]
    return json.dumps(made)


def known(node: Any) -> Any:
    """Return a result without the key that was added to each of its objects."""
    if isinstance(node, list):
        return [known(element) for element in node]
    if isinstance(node, dict):
        return {key: known(value) for key, value in node.items() if key != "unknown"}
    return node


@pytest.fixture
def short(example: str) -> Any:
    """That result, to be spoilt."""
    result = json.loads(example)
    VALIDATOR.validate(result)
    return result


def test_the_schema_takes_keys_that_later_versions_add(short: Any) -> None:
    for _, node in list(objects(short)):
        node["unknown"] = {"of": ["any", 1]}
        VALIDATOR.validate(short)
    assert TypeAdapter(Result).validate_python(short) == TypeAdapter(Result).validate_python(known(short))


def test_the_schema_misses_every_key_that_is_left_out(short: Any) -> None:
    for at, node in objects(short):
        for key in list(node):
            kept = dict(node)
            del node[key]
            later = key in LATER or (at, key) == ("assessments", "document")  # others have one, of old
            assert VALIDATOR.is_valid(short) == later
            node.clear()
            node.update(kept)
    assert VALIDATOR.is_valid(short)


@pytest.mark.parametrize("wrong", [1.5, [[]], {"a": 1}], ids=repr)
def test_the_schema_refuses_every_value_of_another_type(wrong: Any, short: Any) -> None:
    for _, node in objects(short):
        for key, value in node.items():
            node[key] = wrong
            assert not VALIDATOR.is_valid(short), key
            node[key] = value
    assert VALIDATOR.is_valid(short)


@pytest.mark.parametrize(
    "wrong", ["1,000", "1e3", ".5", "1.", "+1", "--1", "NaN", "Infinity", "", " 1", "１", "1/3", 1, True]
)
@pytest.mark.parametrize("key", sorted(NUMBERS))
def test_the_schema_refuses_what_is_no_number(key: str, wrong: Any, short: Any) -> None:
    short["assessments"][0]["findings"][1][key] = wrong
    assert not VALIDATOR.is_valid(short)


@pytest.mark.parametrize("key", ["path", "outcome", "target", "wording", "due", "verdict"])
def test_the_schema_refuses_null_where_something_must_stand(key: str, short: Any) -> None:
    nodes = [node for _, node in objects(short) if key in node]
    assert nodes
    for node in nodes:
        value, node[key] = node[key], None
        assert not VALIDATOR.is_valid(short)
        node[key] = value


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("sha256", "0"), ("sha256", "G" * 64), ("as_of", "28.2.2026"), ("format", "digecon/result/v2"),
        ("name", "other"), ("decided_interval", ["1", "x"]),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_no_version_writes(key: str, wrong: Any, short: Any) -> None:
    for node in having(key, short):
        value, node[key] = node[key], wrong
        assert not VALIDATOR.is_valid(short)
        node[key] = value


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("outcome", "passed"), ("underlying", "passed"), ("verdict", "ok"), ("reasons", ["because"]),
        ("comparator", "equals"), ("status", "known"), ("evidence", "strong"), ("severity", "fatal"),
        ("by", "nobody"), ("min_evidence", "none"),
    ],
)  # fmt: skip
def test_the_schema_takes_words_that_later_versions_add(key: str, word: Any, short: Any) -> None:
    for node in having(key, short):
        node[key] = word
    VALIDATOR.validate(short)


def having(key: str, result: Any) -> list[dict[str, Any]]:
    nodes = [node for _, node in objects(result) if key in node]
    assert nodes
    return nodes


def test_the_schema_names_the_words_of_the_program() -> None:
    def listed(node: Any) -> Iterator[tuple[str, ...]]:
        if isinstance(node, dict):
            assert "enum" not in node
            if "examples" in node:
                yield tuple(node["examples"])
            for value in node.values():
                yield from listed(value)
        if isinstance(node, list):
            for element in node:
                yield from listed(element)

    tables = (
        *(Outcome, Verdict, Reason, Grade, Status, Severity, Party),
        *(
            Bound,
            BOUNDS_DECIDED_ON,
            WhyLeftOut,
            WhyNoChange,
            WhyNoSchedule,
            StandingWord,
            COMPARATORS.values(),
            TargetNature,
        ),
    )
    assert set(listed(SCHEMA)) == {tuple(member.id for member in table) for table in tables}


@pytest.mark.parametrize("made", [result_schema, scoreboard_schema, listing_schema])
def test_no_schema_of_results_is_closed(made: Callable[[], str]) -> None:
    text = made()
    assert '"additionalProperties": false' not in text
    assert '"enum"' not in text


# What may come


@pytest.mark.parametrize("report", REPORTS)
def test_the_verdict_is_that_of_the_exit_code(report: str, tmp_path: Path, digecon: Digecon) -> None:
    small = Small(tmp_path)
    ran = digecon(*small.check(report), "--output-format", "json")
    verdict = json.loads(ran.out)["assessments"][0]["verdict"]
    codes = {"compliant": 0, "noncompliant": 1, "incomplete": 4, "pending": 4, "invalid": 3}
    assert ran.code == codes[verdict]


def test_the_schema_wants_two_ends_of_an_interval(short: Any) -> None:
    for wrong in ([], ["1"], ["1", "2", "3"]):
        short["assessments"][0]["findings"][1]["decided_interval"] = wrong
        assert not VALIDATOR.is_valid(short)


def test_a_cell_of_a_table_is_told_with_the_words_that_stand_in_it() -> None:
    cell = TableCell("专栏1", "占比（%）", "2025年", "55", "不低于")
    assert source_of(Citation("plan", None, "55", cell=cell)) == ResultSource(
        "plan", None, "55", ResultCell("专栏1", "占比（%）", "2025年", "不低于")
    )
    assert source_of(Citation("plan", 3, "达到55%")) == ResultSource("plan", 3, "达到55%")
