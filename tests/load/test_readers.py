"""The same report through every reader: the same findings, whatever sort of file it stands in."""

import csv
import datetime
import io
import json
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.load.document import read_document
from hubei_digecon.load.faults import accepted
from hubei_digecon.load.readers import READERS, reader_of
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang

from ..building import PLACES as PLACES_OF_NOTICE
from ..building import run_over
from ..conftest import AS_OF, ROOT, Digecon
from ..printed_diagnostics import ids_in, said
from ..reports_as_rows import as_csv, as_parquet, rows_of_report
from ..workbooks import filled_from

SAMPLES = sorted(
    path
    for path in (ROOT / "sample_reports").glob("*/*.yaml")
    if path.stem.startswith(tuple(place.id for place in PLACES_OF_NOTICE))  # others have no form by default
)
PLACES = ("path", "line", "column", "sheet")
"""Where a finding stands depends on the file it stands in."""


def findings(*paths: Path) -> list[Any]:
    """Return what the reports come to, without what tells one file from another."""
    as_of = datetime.date.fromisoformat(AS_OF)
    batch = run_over(paths, as_of)
    judged = json.loads(FORMATS["json"].render(batch, View()))["assessments"]
    for assessment in judged:
        del assessment["path"], assessment["sha256"]
        for one in (*assessment["findings"], *assessment["diagnostics"]):
            for key in PLACES:
                one.pop(key, None)
        assessment["diagnostics"].sort(key=lambda one: (one["id"], one["at"] or ""))  # they follow the file
    return sorted(judged, key=lambda one: (one["entity"], one["period"]))


def as_written(sample: Path, folder: Path, reader: str) -> Path:
    """Return the sample as another sort of file."""
    path = folder / f"{sample.stem}{READERS[reader].suffixes[0]}"
    match reader:
        case "yaml":
            return sample
        case "json":
            path.write_text(
                json.dumps(accepted(read_document(str(sample))).root, ensure_ascii=False), "utf-8"
            )
        case "csv":
            path.write_text(as_csv(rows_of_report(sample)), "utf-8")
        case "xlsx":
            path.write_bytes(filled_from(sample))
        case "parquet":
            path.write_bytes(as_parquet(rows_of_report(sample)))
        case _:
            raise NotImplementedError(reader)
    return path


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_report_is_judged_the_same_through_every_reader(sample: Path, reader: str, tmp_path: Path) -> None:
    assert findings(as_written(sample, tmp_path, reader)) == findings(sample)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("lang", LANGS)
def test_one_table_holds_the_reports_of_all_places(lang: Lang, encoding: str, tmp_path: Path) -> None:
    table = tmp_path / "all.csv"
    rows = [row for sample in SAMPLES for row in rows_of_report(sample)]
    table.write_bytes(as_csv(rows, lang).encode(encoding))
    read = findings(table)
    assert _taken(read, "read-as-gb18030") == (["read-as-gb18030"] if encoding == "gb18030" else [])
    assert read == findings(*SAMPLES)


def _taken(assessments: list[Any], id: str) -> list[str]:
    """Take the diagnostics of one kind off some assessments, and return their ids."""
    taken = []
    for assessment in assessments:
        said = assessment["diagnostics"]
        taken += [one["id"] for one in said if one["id"] == id]
        assessment["diagnostics"] = [one for one in said if one["id"] != id]
    return taken


@pytest.mark.parametrize(
    ("path", "reader"),
    [
        ("a.yaml", "yaml"),
        ("a.YML", "yaml"),
        ("a.json", "json"),
        ("a.CSV", "csv"),
        ("a.tsv", "csv"),
        ("a.TAB", "csv"),
        ("a.XLSX", "xlsx"),
        ("a.xlsm", "xlsx"),
        ("a.xls", "xlsx"),
        ("a", "yaml"),
        ("-", "yaml"),
    ],
)
def test_a_file_is_read_by_its_suffix(path: str, reader: str) -> None:
    assert reader_of(path).name == reader


@pytest.mark.parametrize("name", ["report.tsv", "report.tab"])
def test_a_table_that_tabs_separate_is_judged_where_it_is_named_and_told_where_it_is_found(
    name: str, tmp_path: Path, digecon: Digecon
) -> None:
    sample = SAMPLES[0]
    table = tmp_path / name
    with io.StringIO(as_csv(rows_of_report(sample), "zh")) as text, table.open("w", encoding="utf-8") as file:
        csv.writer(file, delimiter="\t").writerows(csv.reader(text))
    assert findings(table) == findings(sample)
    found = digecon("check", str(tmp_path), "--as-of", AS_OF, "--lang", "en")
    assert found.code == Exit.UNDECIDED
    assert f"{table}: warning looks-like-report:" in found.out + found.err


def test_rows_may_call_one_place_by_several_names(tmp_path: Path) -> None:
    head = "entity,period,submitted.by,submitted.date,indicator,value\n"
    table = tmp_path / "names.csv"
    table.write_text(
        f"{head}光谷,2025,示例单位,2026-01-20,gdp,3000亿元\nwuhan-east-lake,2025,,,gazelle_firms,182家\n",
        "utf-8",
    )
    (judged,) = findings(table)
    assert (judged["entity"], judged["counts"]["met"]) == ("wuhan-east-lake", 1)


@pytest.mark.parametrize("command", ["check", "score", "lint"])
def test_what_must_be_installed_is_said_before_anything_is_read(
    command: str, digecon: Digecon, tmp_path: Path
) -> None:
    with patch.dict(sys.modules, {"duckdb": None}):
        ran = digecon(command, str(tmp_path / "report.parquet"), "--lang", "zh")
    path = tmp_path / "report.parquet"
    assert ran.code == 2
    assert ran.err.splitlines()[0] == (
        f'digecon {command}: “{path}”要用到duckdb，没有安装。请运行：python -m pip install "duckdb>=1.4"'
    )


def test_a_file_in_a_folder_that_cannot_be_read_stops_no_others(digecon: Digecon, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(as_parquet(rows_of_report(SAMPLES[0])))
    (tmp_path / "b.yaml").write_text("entity: wuhan-wedzz\nperiod: 2025\n", "utf-8")
    with patch.dict(sys.modules, {"duckdb": None}):
        ran = digecon("check", str(tmp_path), "--lang", "en")
    assert ran.code == 3
    assert set(ids_in(said(ran))) == {"needs-extra", "missing-key", "unknown-entity"}
