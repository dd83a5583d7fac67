"""The API is the command line: the same JSON, the same exit code, however a report is given."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.generate import report_text

from hubei_digecon import ReportText, check
from hubei_digecon.shapes.columns import COLUMNS

from ..building import LIBRARY
from ..conftest import AS_OF, TESTS, Digecon
from ..reports_as_rows import as_csv, rows_of_report
from ..samples import SAMPLES

DAY = datetime.date.fromisoformat(AS_OF)
INVALID = sorted(path for path in (TESTS / "invalid").glob("*.*") if path.suffix != ".txt")
GENERATED = 500
PLACE = re.compile(r"[(（](?:line \d+|第\d+行|observations\.[^()（）]*)[)）]")
"""Where an item stands, within a sentence."""


def holds(path: Path | str, digecon: Digecon) -> None:
    run = check(path, as_of=DAY)
    ran = digecon("check", str(path), "--as-of", AS_OF, "--output-format", "json")
    assert run.to_json() == ran.out
    assert run.exit_code == ran.code


@pytest.mark.parametrize("path", SAMPLES[:2] + INVALID[:2], ids=lambda path: path.name)
def test_a_file_is_judged_alike(path: Path, digecon: Digecon) -> None:
    holds(path, digecon)


@pytest.mark.heavy
@pytest.mark.parametrize("path", [*SAMPLES, *INVALID], ids=lambda path: path.name)
def test_every_file_is_judged_alike(path: Path, digecon: Digecon) -> None:
    holds(path, digecon)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("generated")
    paths = [folder / f"{number:03}.yaml" for number in range(GENERATED)]
    for number, path in enumerate(paths):
        path.write_bytes(report_text(number).encode())
    return paths


@pytest.mark.heavy
def test_generated_reports_are_judged_alike(generated: list[Path], digecon: Digecon) -> None:
    for path in generated:
        holds(path, digecon)


# However a report is given


def findings(run: Any) -> Iterator[tuple[Any, ...]]:
    """Return what a run says, but for paths, places and digests."""
    for one in run.to_dict()["assessments"]:
        yield one["verdict"], one["counts"], one["period"], one["entity"], one["illustrative"]
        for finding in one["findings"]:
            yield tuple(
                PLACE.sub("", str(value))
                for name, value in finding.items()
                if name not in ("line", "column", "sheet")
            )
        for said in one["diagnostics"]:
            yield said["id"], said["severity"], said["at"]


def as_mapping(path: Path) -> Any:
    """Return a report as PyYAML reads it, without guessing at types."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def readable() -> list[Path]:
    return [path for path in SAMPLES if path.suffix == ".yaml" and "faults" not in path.name]


@pytest.mark.parametrize("path", readable()[:3], ids=lambda path: path.name)
def test_a_mapping_and_a_text_are_judged_as_the_file(path: Path) -> None:
    expected = list(findings(check(path, as_of=DAY, targets=LIBRARY)))
    for given in (as_mapping(path), ReportText(path.read_text("utf-8"))):
        assert list(findings(check(given, as_of=DAY, targets=LIBRARY))) == expected


@pytest.mark.heavy
@pytest.mark.parametrize("number", range(0, GENERATED, 5))
def test_a_generated_report_is_judged_alike_however_it_is_given(number: int, generated: list[Path]) -> None:
    path = generated[number]
    expected = list(findings(check(path, as_of=DAY, targets=LIBRARY)))
    for given in (as_mapping(path), ReportText(path.read_text("utf-8"))):
        assert list(findings(check(given, as_of=DAY, targets=LIBRARY))) == expected


@pytest.mark.heavy
@pytest.mark.parametrize("path", readable(), ids=lambda path: path.name)
def test_a_table_is_judged_as_the_csv_file(path: Path, tmp_path: Path) -> None:
    import pandas
    import polars
    import pyarrow

    rows = rows_of_report(path)
    columns = {column.key: [row.get(column.key) for row in rows] for column in COLUMNS}
    (tmp_path / "rows.csv").write_text(as_csv(rows), "utf-8")
    expected = list(findings(check(tmp_path / "rows.csv", as_of=DAY, targets=LIBRARY)))
    for table in (pyarrow.table(columns), pandas.DataFrame(columns), polars.DataFrame(columns)):
        assert list(findings(check(table, as_of=DAY, targets=LIBRARY))) == expected
