"""``--document``: which documents a run judges by, and how its outputs say so."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import check, load_targets, score
from hubei_digecon.domain.exit_codes import Exit

from ..conftest import AS_OF, Digecon
from ..two_documents import TwoDocuments


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TwoDocuments:
    monkeypatch.setenv("COLUMNS", "1000")  # each sentence on a line of its own
    monkeypatch.chdir(tmp_path)
    return TwoDocuments(tmp_path)


def result(digecon: Digecon, two: TwoDocuments, *arguments: str) -> dict[str, Any]:
    ran = digecon("check", *arguments, *two.options, "--output-format", "json")
    read: dict[str, Any] = json.loads(ran.out)
    return read


def test_without_a_choice_the_default_is_judged_by_and_named_by_the_summary_alone(
    digecon: Digecon, two: TwoDocuments
) -> None:
    ran = digecon("check", two.both, *two.options)
    assert ran.code == Exit.COMPLIANT
    assert ran.out.count("Sample notice") == 1  # by the summary alone, which says what it was held to
    made = result(digecon, two, two.both)
    assert made["judged_documents"] == ["sample"]
    assert [one["document"] for one in made["assessments"]] == ["sample"]


def test_each_document_has_its_assessment_and_the_worst_decides(digecon: Digecon, two: TwoDocuments) -> None:
    ran = digecon("check", two.both, *two.options, "--document", "plan", "--document", "sample")
    assert ran.code == Exit.MISSED
    made = result(digecon, two, two.both, "--document", "plan", "--document", "sample")
    assert made["judged_documents"] == ["plan", "sample"]
    assert [(one["document"], one["verdict"]) for one in made["assessments"]] == [
        ("plan", "noncompliant"),
        ("sample", "compliant"),
    ]
    assert all(
        one["source"]["document"] == each["document"]
        for each in made["assessments"]
        for one in each["findings"]
    )


def test_all_chooses_every_document(digecon: Digecon, two: TwoDocuments) -> None:
    made = result(digecon, two, two.both, "--document", "all")
    assert made["judged_documents"] == ["plan", "sample"]
    assert result(digecon, two, two.both, "--document", "sample", "--document", "all")[
        "judged_documents"
    ] == ["sample", "plan"]


def test_an_unknown_document_is_refused_with_what_is_near(digecon: Digecon, two: TwoDocuments) -> None:
    ran = digecon("check", two.both, *two.options, "--document", "plans")
    assert ran.code == Exit.USAGE
    assert "there is no document “plans”; did you mean “plan”? documents: plan, sample, all" in ran.err


@pytest.mark.parametrize("value", ["plan", "plan,sample", "sample plan"])
def test_the_environment_chooses_too(
    digecon: Digecon, two: TwoDocuments, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("DIGECON_DOCUMENTS", value)
    assert result(digecon, two, two.both)["judged_documents"] == value.replace(",", " ").split()


def test_a_choice_of_a_file_is_told_in_every_output(digecon: Digecon, two: TwoDocuments) -> None:
    (two.folder / "digecon.toml").write_text('documents = ["plan"]\n', "utf-8")
    ran = digecon("check", two.both, *two.options)
    assert ran.code == Exit.MISSED
    assert "setting: documents = plan (digecon.toml:1)" in ran.out


def test_a_wrong_choice_of_a_file_is_refused_at_its_line(digecon: Digecon, two: TwoDocuments) -> None:
    (two.folder / "digecon.toml").write_text('documents = ["plam"]\n', "utf-8")
    ran = digecon("check", two.both, *two.options)
    assert ran.code == Exit.USAGE
    assert "did you mean “plan”?" in ran.err
    assert "digecon.toml:1" in ran.err


NOTHING = "no target is set for Threeburg"


@pytest.mark.parametrize(
    "format", ["table", "markdown", "html", "json", "csv", "junit", "sarif", "github", "text", "needed"]
)
@pytest.mark.parametrize("fail_on", ["undecided", "missed", "never"])
def test_a_place_without_targets_says_so_and_never_passes(
    digecon: Digecon, two: TwoDocuments, format: str, fail_on: str
) -> None:
    shown = ("--output-format", format, "--fail-on", fail_on)
    ran = digecon("check", two.of_three, two.report("compliant"), *two.options, *shown)
    assert ran.code == Exit.UNDECIDED
    assert NOTHING in ran.out


@pytest.mark.parametrize("format", ["table", "markdown", "text", "github", "sarif"])
def test_nor_does_it_where_a_run_is_quiet(digecon: Digecon, two: TwoDocuments, format: str) -> None:
    ran = digecon("check", "-q", two.of_three, *two.options, "--output-format", format)
    assert ran.code == Exit.UNDECIDED
    assert "no document judged by sets a target for it" in ran.out


def test_a_report_is_judged_by_those_of_the_documents_that_set_targets_for_its_place(
    digecon: Digecon, two: TwoDocuments
) -> None:
    made = result(digecon, two, two.of_three, two.report("compliant"), "--document", "all")
    assert [(one["entity"], one["document"], one["verdict"]) for one in made["assessments"]] == [
        ("three", "plan", "compliant"),
        ("one", "sample", "compliant"),
    ]


def test_verdict_lines_and_suites_name_the_document(digecon: Digecon, two: TwoDocuments) -> None:
    for arguments in (
        ("-q",),
        ("--output-format", "text"),
        ("--output-format", "github"),
        ("--output-format", "junit"),
    ):
        ran = digecon("check", two.both, *two.options, "--document", "all", *arguments)
        assert "both.yaml [plan]" in ran.out
        assert "both.yaml [sample]" in ran.out


def test_a_citation_of_a_copy_or_of_the_press_says_so(digecon: Digecon, two: TwoDocuments) -> None:
    ran = digecon("check", "-v", two.both, *two.options, "--document", "all")
    assert "Judged by: Sample plan (as copied elsewhere)" in ran.out
    assert "– Sample plan (as copied elsewhere), paragraph 3" in ran.out
    assert "Judged by: Sample notice (as reported by the press)" in ran.out
    default = digecon("check", "-v", two.both, *two.options)
    assert "– Sample notice, paragraph 1" in default.out


def test_what_is_said_of_the_file_is_said_once(digecon: Digecon, two: TwoDocuments) -> None:
    made = result(digecon, two, two.report("partly"), "--document", "all")
    said = [[one["id"] for one in each["diagnostics"]] for each in made["assessments"]]
    estimated = two.report("estimated", OF_BOTH_ESTIMATED)
    made = result(digecon, two, estimated, "--document", "all")
    said = [[one["id"] for one in each["diagnostics"]] for each in made["assessments"]]
    assert said == [["estimated-value"], []]


OF_BOTH_ESTIMATED = """\
entity: two
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  firms: {value: 12家, counting: in_force, status: 预计, source: 示例}
"""


def test_the_scoreboard_has_a_row_for_each_place_and_document(digecon: Digecon, two: TwoDocuments) -> None:
    paths = (two.both, two.of_three, two.report("compliant"))
    read = json.loads(
        digecon("score", *paths, *two.options, "--document", "all", "--output-format", "json").out
    )
    assert [(row["document"], row["entity"], row["verdict"]) for row in read["places"]] == [
        ("plan", "three", "compliant"),
        ("plan", "two", "noncompliant"),
        ("sample", "one", "compliant"),
        ("sample", "two", "compliant"),
    ]
    for format in ("table", "markdown", "html", "csv"):
        ran = digecon("score", *paths, *two.options, "--document", "all", "--output-format", format)
        assert ran.code == Exit.MISSED
        assert ("plan" if format == "csv" else "Sample plan (as") in ran.out
    assert (
        "3 of 3 places reported, 0 did not."
        in digecon("score", *paths, *two.options, "--document", "all").out
    )
    quiet = digecon("score", "-q", *paths, *two.options, "--document", "all")
    assert "Twotown [plan]: noncompliant" in quiet.out


def test_by_the_default_the_scoreboard_is_that_of_the_default_alone(
    digecon: Digecon, two: TwoDocuments
) -> None:
    shown = {}
    for format in ("table", "json", "csv", "html", "markdown"):
        arguments = ("score", two.both, two.report("compliant"), *two.options, "--output-format", format)
        shown[format] = digecon(*arguments).out
        assert shown[format] == digecon(*arguments, "--document", "sample").out
        assert "Sample plan" not in shown[format]
    assert "Judged by" not in shown["table"]


def test_a_scoreboard_tells_a_report_of_a_place_without_targets(digecon: Digecon, two: TwoDocuments) -> None:
    for more in ((), ("-q",)):
        ran = digecon("score", two.of_three, two.report("compliant"), two.both, *two.options, *more)
        assert ran.code == Exit.UNDECIDED
        assert "Threeburg" in ran.out
    assert NOTHING in digecon("score", two.of_three, *two.options).out


def test_places_are_ranked_document_by_document(digecon: Digecon, two: TwoDocuments) -> None:
    arguments = ("score", "--rank", two.both, two.of_three, *two.options, "--document", "all")
    read = json.loads(digecon(*arguments, "--output-format", "json").out)
    assert [(note["kind"], note["document"]) for note in read["recipe"]["notes"] if not note["entity"]] == [
        ("city", "plan"),
        ("city", "sample"),
    ]
    assert "demonstration city (Sample plan (as copied elsewhere))" in digecon(*arguments).out


def test_a_result_is_verified_by_its_own_documents(
    digecon: Digecon, two: TwoDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = digecon("check", two.both, *two.options, "--document", "all", "--output-format", "json").out
    Path("result.json").write_text(made, "utf-8")
    arguments = ("verify", "result.json", "--targets", str(two.targets), "--lang", "en")
    assert digecon(*arguments).code == Exit.COMPLIANT
    two.append("documents/plan.yaml", "  note: {zh: 说明, en: a note}\n")
    ran = digecon(*arguments)
    assert ran.code == Exit.MISSED
    assert "documents/plan.yaml has changed" in ran.out
    (two.targets / "documents" / "plan.yaml").unlink()
    two.write("cities/two.yaml", TWO_WITHOUT_PLAN)
    (two.targets / "cities" / "three.yaml").unlink()
    ran = digecon(*arguments)
    assert ran.code == Exit.INVALID
    assert "the document “plan” that sets targets is no longer there" in ran.out


def test_a_result_by_the_default_holds_where_a_document_is_added(digecon: Digecon, tmp_path: Path) -> None:
    small = TwoDocuments(tmp_path)
    path = small.report("compliant")
    made = digecon("check", path, *small.options, "--output-format", "json").out
    (tmp_path / "result.json").write_text(made, "utf-8")
    small.write("documents/third.yaml", "document: {id: third, title: {zh: 第三, en: Third}}\n")
    ran = digecon("verify", str(tmp_path / "result.json"), "--targets", str(small.targets), "--lang", "en")
    assert ran.code == Exit.COMPLIANT


TWO_WITHOUT_PLAN = "entity: {id: two, kind: city, name: {zh: 二市, en: Twotown}}\ntargets: {}\n"


def test_a_form_asks_for_what_the_documents_chosen_set(digecon: Digecon, two: TwoDocuments) -> None:
    shown = ("--targets", str(two.targets), "--lang", "en")
    default = digecon("new", "two", *shown)
    assert "at least 10家" in default.out
    assert "20家" not in default.out
    planned = digecon("new", "two", *shown, "--document", "plan")
    assert "at least 20家" in planned.out
    assert "Sample plan (as copied elsewhere), paragraph 3" in planned.out
    both = digecon("new", "two", *shown, "--document", "all")
    assert "at least 10家" in both.out
    assert "at least 20家" in both.out


def test_there_is_no_form_without_targets_in_the_documents_chosen(
    digecon: Digecon, two: TwoDocuments
) -> None:
    ran = digecon("new", "three", "--targets", str(two.targets), "--lang", "en")
    assert ran.code == Exit.USAGE
    assert (
        "Sample notice: no target is set for Threeburg; choose a document that does (--document): plan"
        in ran.err
    )


def test_targets_are_listed_with_what_was_read_of_their_documents(
    digecon: Digecon, two: TwoDocuments
) -> None:
    shown = ("--targets", str(two.targets), "--lang", "en")
    every = " ".join(digecon("targets", *shown).out.split())
    assert "Sample plan: targets for 2 places." in every
    assert (
        "id plan; No. 示发〔2024〕1号; Sample government; 2024-05-06; read: a copy; example.org/plan" in every
    )
    assert "Sample notice: 2 of 2 published" in every
    assert "id sample; read: a press report; judged by where no document is named" in every
    one = digecon("targets", *shown, "--document", "sample").out
    assert "Sample plan" not in one
    assert "Threeburg" not in one
    listed = json.loads(digecon("targets", "--document", "plan", *shown, "--output-format", "json").out)
    (document,) = listed["documents"]
    assert (document["id"], document["seen"], document["date"], document["default"]) == (
        "plan",
        "copy",
        "2024-05-06",
        False,
    )
    assert [one["target"] for place in listed["places"] for one in place["targets"]] == [
        "three.firms_planned",
        "two.firms_planned",
        "two.share_planned",
    ]


def test_programs_choose_documents_too(two: TwoDocuments) -> None:
    day = datetime.date.fromisoformat(AS_OF)
    for documents in ("plan", ["plan"], ("plan",)):
        run = check(two.both, targets=two.targets, as_of=day, documents=documents)
        assert [one.document for one in run] == ["plan"]
    library = load_targets(two.targets)
    assert [one.document for one in check(two.both, targets=library, documents="all")] == ["plan", "sample"]
    assert [one.document for one in check(two.both, targets=library)] == ["sample"]
    board = score(two.both, targets=two.targets, as_of=day, documents="plan").scoreboard
    assert board
    assert [(row.entity.id, row.document) for row in board.rows] == [("three", "plan"), ("two", "plan")]
    with pytest.raises(ValueError, match="documents: there is no document “plam”; did you mean “plan”"):
        check(two.both, targets=two.targets, documents="plam")
    with pytest.raises(TypeError, match="documents"):
        check(two.both, targets=two.targets, documents=1)  # type: ignore[arg-type]


def test_a_trend_is_by_the_documents_chosen(digecon: Digecon, two: TwoDocuments) -> None:
    def series(*documents: str) -> list[str]:
        chosen = [part for id in documents for part in ("--document", id)]
        ran = digecon("trend", two.both, *two.options, *chosen, "--output-format", "json")
        return [one["target"] for one in json.loads(ran.out)["series"]]

    assert series() == ["two.firms", "two.share"]
    assert series("plan") == ["two.firms_planned", "two.share_planned"]
    assert sorted(series("all")) == ["two.firms", "two.firms_planned", "two.share", "two.share_planned"]


def test_a_document_of_aspirations_alone_decides_nothing_and_says_so(
    digecon: Digecon, two: TwoDocuments
) -> None:
    hoped = (two.targets / "cities" / "three.yaml").read_text("utf-8")
    two.write(
        "cities/three.yaml", hoped.replace("wording: 20家", "wording: 力争20家") + "    aspiration: true\n"
    )
    for more in ((), ("-q",)):
        ran = digecon("check", two.of_three, *two.options, "--document", "plan", *more)
        assert ran.code == Exit.UNDECIDED
        assert "Verdict: incomplete (none of its targets bears on a verdict)" in ran.out
