"""A diagnostic: what it says, of what, and where."""

import pytest

from hubei_digecon.diagnostics import (
    DiagnosticKind,
    Example,
    Place,
    Severity,
    SourceFile,
    diagnose,
    letters,
    located,
    written,
)
from hubei_digecon.text import Text

KIND = DiagnosticKind(
    "sample",
    Severity.WARNING,
    Text("“{text}”", "“{text}” is odd"),
    Text("改正", "fix it"),
    example=Example("a", "b"),
)


def test_a_diagnostic_is_filled_with_its_values() -> None:
    said = diagnose(KIND, ("observations", "gdp"), Place(3, 5), text="1")
    assert (said.message, said.fix) == (Text("“1”", "“1” is odd"), Text("改正", "fix it"))
    assert (said.at, said.place, said.is_error) == (("observations", "gdp"), Place(3, 5), False)


def test_a_place_is_written_after_the_path() -> None:
    assert located("report.yaml", Place(7, 22)) == "report.yaml:7:22"
    assert located("report.yaml", None) == "report.yaml"


def test_a_symbolic_place_is_written_with_points_and_numbers() -> None:
    assert written(("observations", "gdp", "items", 0, "name")) == "observations.gdp.items[0].name"


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_columns_of_a_workbook_are_letters(column: int, name: str) -> None:
    assert letters(column) == name


def test_a_diagnostic_found_in_a_file_has_its_place_there() -> None:
    source = SourceFile("report.yaml", find=lambda at: Place(9, 1))
    said = diagnose(KIND, ("period",), text="1").located_in(source)
    assert (said.place, said.source) == (Place(9, 1), source)
