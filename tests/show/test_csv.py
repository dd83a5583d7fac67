"""CSV: its columns stay, numbers are numbers, and no text is a formula."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from ..conftest import ROOT, Digecon
from ..small_targets import REPORTS, Small
from .conftest import Show

HEADER = (
    "path,entity,period,revision,illustrative,verdict,errors,warnings,"
    "target,indicator,due,outcome,underlying,reasons,final,comparator,required,stretch,unit,observed,status,"
    "decided_on,decided_low,decided_high,gap,attainment,rounding_sensitive,reading_sensitive,evidence,"
    "message_zh,message_en,needed_zh,needed_en,needed_by,needed_at,line,column,document,paragraph,wording,sheet,hedge,decided_bound,"
    "weighs,nature,per_year,base_period,base_value,base_unit,base_difference,base_growth,published,adjusted_by,"
    "adjusted_on,adjustment,"
    "change_since,change_from,change,change_unit,change_relative,change_reason,"
    "schedule_months,schedule_base,schedule_value,schedule_ratio,schedule_word,schedule_reason,"
    "register_records,register_eligible,register_in_question,register_complete,register_not_counted\n"
)
"""The names of the columns, which programs look for: new ones only ever come after these."""

ROWS = {
    "compliant": 'compliant.yaml,one,2025,1,false,compliant,0,0,one.firms,firms,2025,met,,,false,at_least,10,,家,12,unstated,12,12,12,2,1.2,false,false,claimed,自报12家，目标为不低于10家，高于目标值2家。达到目标值（仅自报，未核实）。,"Reported 12家; required: at least 10家; 2家 above the target. The published target is met (claimed, not verified).",,,,,5,18,sample,1,10家,,,,true,,false,,,,,,,,,,,,,,,,,,,,,,,,,,\n',
    "missed": 'missed.yaml,one,2025,1,false,noncompliant,0,0,one.firms,firms,2025,missed,,,false,at_least,10,,家,8,unstated,8,8,8,-2,0.8,false,false,claimed,自报8家，目标为不低于10家，低于目标值2家。未达到目标值。,"Reported 8家; required: at least 10家; 2家 below the target. The published target is missed.",,,,,5,18,sample,1,10家,,,,true,,false,,,,,,,,,,,,,,,,,,,,,,,,,,\n',
    "undecided": 'undecided.yaml,one,2025,1,false,incomplete,0,1,one.firms,firms,2025,undecided,,hedged,false,at_least,10,,家,10,unstated,,,,,,false,false,claimed,自报约10家，目标为不低于10家。“约10家”是概数，不足以认定。现有材料不足以认定。,"Reported about 10家; required: at least 10家. “约10家” is hedged and does not settle the target. What was handed in does not settle it.",填报准确数值，不用概数,"the exact value, without a hedge",submitter,observations.firms.value,5,18,sample,1,10家,,about,,true,,false,,,,,,,,,,,,,,,,,,,,,,,,,,\n',
    "invalid": "invalid.yaml,one,2025,,false,invalid,1,0" + "," * 64 + "\n",
}  # fmt: skip


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_the_columns_are_those_that_programs_look_for(show: Show) -> None:
    assert show("csv", "missed").splitlines(keepends=True)[0] == HEADER


@pytest.mark.parametrize("name", ROWS)
def test_each_outcome_has_its_row_word_for_word(name: str, show: Show) -> None:
    assert show("csv", name) == HEADER + ROWS[name]


def test_what_has_no_data_has_no_numbers(show: Show) -> None:
    row = rows_of(show("csv", "partly"))[1]
    assert row["outcome"] == "no_data"
    named = (
        "observed",
        "status",
        "decided_on",
        "decided_low",
        "decided_high",
        "gap",
        "attainment",
        "evidence",
    )
    assert [row[name] for name in (*named, "line", "column")] == [""] * 10


def test_a_waived_target_keeps_what_it_would_be(show: Show) -> None:
    (row,) = rows_of(show("csv", "missed", more=("--review", "review.yaml")))
    assert (row["outcome"], row["underlying"], row["gap"]) == ("waived", "missed", "-2")


def test_several_reasons_stand_in_one_cell(digecon: Digecon) -> None:
    path = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
    rows = rows_of(digecon("check", path, "--output-format", "csv").out)
    assert "within_stretch base_unstated" in [row["reasons"] for row in rows]


def test_a_run_that_found_nothing_is_the_names_of_the_columns(show: Show, small: Small) -> None:
    (small.folder / "empty").mkdir()
    assert show("csv", "empty") == HEADER
    assert show("csv-bom", "empty") == "\ufeff" + HEADER


def test_the_mark_stands_only_where_it_was_asked_for_and_changes_nothing_else(show: Show) -> None:
    plain = show("csv", "missed", "compliant")
    assert not plain.startswith("\ufeff")
    assert show("csv-bom", "missed", "compliant") == "\ufeff" + plain


def test_neither_language_nor_what_is_shown_elsewhere_changes_it(show: Show) -> None:
    for more in ((), ("-q",), ("-v",)):
        for lang in ("zh", "en"):
            assert show("csv", "missed", lang=lang, more=more) == HEADER + ROWS["missed"]


def test_a_negative_number_stays_a_number(show: Show, small: Small) -> None:
    text = "entity: two\nperiod: 2025\nsubmitted: {by: x, date: 2026-01-20}\nobservations: {share: -0.50%}\n"
    (small.folder / "a.yaml").write_text(text, "utf-8")
    row = rows_of(show("csv", "a.yaml"))[1]
    named = ("observed", "decided_on", "decided_low", "decided_high", "gap")
    assert [row[name] for name in named] == ["-0.50", "-0.5", "-0.505", "-0.495", "-3.5"]


@pytest.mark.parametrize(
    "name",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        " =1",
        "\u3000=1",
        "\u00a0@A",
        "=cmd|' /C calc'!A0",
    ],
)
def test_a_text_that_begins_a_formula_is_quoted(name: str, show: Show, small: Small) -> None:
    (small.folder / name.replace("/", "∕")).write_text(REPORTS["missed"], "utf-8")
    (row,) = rows_of(show("csv", name.replace("/", "∕")))
    assert row["path"] == "'" + name.replace("/", "∕")


@pytest.mark.parametrize(
    "name", ["a=1", "1-1", "'=1", "a b", 'a"b', "a,b", "a;b", "1.yaml", "汉", "’=1", "^A1"]
)
def test_any_other_text_is_as_it_was(name: str, show: Show, small: Small) -> None:
    (small.folder / name).write_text(REPORTS["missed"], "utf-8")
    (row,) = rows_of(show("csv", name))
    assert row["path"] == name


def test_standard_input_has_the_path_of_a_dash(small: Small, digecon: Digecon) -> None:
    arguments = ("check", "-", *small.options, "--output-format", "csv")
    (row,) = rows_of(digecon(*arguments, stdin=REPORTS["missed"].encode()).out)
    assert row["path"] == "-"


@pytest.mark.parametrize("sign", [";", "|", ",", " ;"])
def test_a_program_that_guesses_the_separator_guesses_the_comma(sign: str, show: Show, small: Small) -> None:
    name = sign * 100
    (small.folder / name).write_text(REPORTS["missed"], "utf-8")
    shown = show("csv", name)
    assert csv.Sniffer().sniff(shown, ",;|\t ").delimiter == ","
    assert shown.splitlines()[1].startswith(f'"{name}",')
    assert rows_of(shown)[0]["path"] == name


def test_what_is_hidden_is_made_visible_and_a_row_stays_one_line(show: Show, small: Small) -> None:
    name = "a\t\r\n\u202eb.yaml"
    (small.folder / name).write_text(REPORTS["missed"], "utf-8")
    shown = show("csv", name)
    assert shown.count("\n") == 2
    assert rows_of(shown)[0]["path"] == "a<U+0009><U+000D><U+000A><U+202E>b.yaml"


def test_no_line_is_a_command_of_github(show: Show, small: Small) -> None:
    for name, shown in (("::error::x", "<U+003A>:error::x"), ("a ##[error]x", "a #<U+0023>[error]x")):
        (small.folder / name).write_text(REPORTS["missed"], "utf-8")
        assert rows_of(show("csv", name))[0]["path"] == shown


def test_a_report_that_cannot_be_read_is_told_beside_it(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("invalid"), "--output-format", "csv")
    assert "error not-a-number" in ran.err
    assert rows_of(ran.out)[0]["errors"] == "1"


def test_cells_are_those_of_the_json_result(digecon: Digecon) -> None:
    samples = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("sample_reports/*/*.yaml"))
    rows = rows_of(digecon("check", *samples, "--as-of", "2026-02-28", "--output-format", "csv").out)
    result = json.loads(digecon("check", *samples, "--as-of", "2026-02-28", "--output-format", "json").out)
    pairs = [(one, finding) for one in result["assessments"] for finding in one["findings"] or [None]]
    assert len(rows) == len(pairs)
    for row, (assessment, finding) in zip(rows, pairs, strict=True):
        assert row["path"] == assessment["path"]
        if finding is not None:
            assert row["message_zh"] == finding["message"]["zh"]
            assert row["gap"] == (finding["gap"] or "")
            assert [row["decided_low"], row["decided_high"]] == [
                one or "" for one in finding["decided_interval"] or ["", ""]
            ]
            assert row["needed_by"] == (finding["needed"]["by"] if finding["needed"] else "")
            assert row["wording"] == finding["source"]["wording"]


def test_a_file_named_twice_has_its_rows_twice(show: Show) -> None:
    assert show("csv", "missed", "missed") == HEADER + 2 * ROWS["missed"]


def test_it_is_written_to_a_file_byte_for_byte(show: Show, small: Small, tmp_path: Path) -> None:
    show("csv-bom=out.csv", "missed")
    assert (tmp_path / "out.csv").read_bytes() == ("\ufeff" + HEADER + ROWS["missed"]).encode()
