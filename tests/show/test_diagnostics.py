"""A diagnostic in lines: where, what, the line of the file, how to fix it."""

from hubei_digecon.diagnostics import Diagnostic, DiagnosticKind, Example, Place, Severity, SourceFile
from hubei_digecon.show.diagnostics import diagnostic_lines, line_shown
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

KIND = DiagnosticKind(
    "odd-key",
    Severity.ERROR,
    Text("“{key}”多余", "odd key “{key}”"),
    Text("删去", "remove it"),
    Example("", ""),
)
ODD = Diagnostic(KIND, {"key": "kay"}, ("kay",), Place(2, 1, 3))
FILE = SourceFile("a.yaml", line=lambda number: "kay: 1" if number == 2 else "")


def test_it_has_the_line_and_carets_under_the_value() -> None:
    assert list(diagnostic_lines(ODD, FILE, View("en"))) == [
        "a.yaml:2:1: error odd-key: odd key “kay”",
        "     2 │ kay: 1",
        "       │ ^^^",
        "  fix: remove it",
    ]
    assert (
        next(iter(diagnostic_lines(ODD, FILE, View("zh")))) == "a.yaml:2:1: 错误（须更正） odd-key：“kay”多余"
    )


def test_a_file_without_lines_shows_none() -> None:
    assert list(diagnostic_lines(ODD, SourceFile("b.yaml"), View("en"))) == [
        "b.yaml:2:1: error odd-key: odd key “kay”",
        "  fix: remove it",
    ]
    assert list(line_shown(FILE, None, View("en"))) == []
