"""The document: cells of a table in words, and diagnostics with where they were found."""

from hubei_digecon.diagnostics import Diagnostic, DiagnosticKind, Example, Place, Severity, SourceFile
from hubei_digecon.domain.assessments import FileDiagnostics
from hubei_digecon.show.document import Cell, Column, ListedDiagnostic, Number, Table, Value, diagnostics_of
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

EN = View("en")
TITLE = Text("表", "Table")
KIND = DiagnosticKind("sample", Severity.WARNING, Text("示例", "sample"), Text("改", "mend"), Example("", ""))


def table(*values: Value, marks_gaps: bool = True) -> Table[Value]:
    """Return a table of one column, whose rows are what stands in it."""
    column: Column[Value] = Column("value", Text("数值", "Value"), lambda row, _: row)
    return Table(TITLE, (column,), values, marks_gaps=marks_gaps)


def test_headings_are_in_the_language_of_the_view() -> None:
    assert table().headings(EN) == ["Value"]
    assert table().headings(View("zh")) == ["数值"]


def test_a_value_is_a_cell_of_one_line_and_lines_are_its_lines() -> None:
    cells = table("text", 3, ("above", "", "below"), "a\nb").cells(EN)
    assert [cell.lines for (cell,) in cells] == [("text",), ("3",), ("above", "below"), ("a\nb",)]


def test_the_text_of_a_cell_is_its_lines() -> None:
    assert Cell(("above", "below")).text == "above\nbelow"


def test_what_is_empty_has_a_dash_where_gaps_are_marked() -> None:
    empty: tuple[Value, ...] = (None, "", ("", ""))
    assert [cell.text for (cell,) in table(*empty).cells(EN)] == ["–"] * 3
    assert [cell.text for (cell,) in table(*empty).cells(View("en", encoding="ascii"))] == ["-"] * 3
    assert [cell.text for (cell,) in table(*empty, marks_gaps=False).cells(EN)] == [""] * 3


def test_a_number_of_a_workbook_is_a_value_of_its_own_and_no_lines() -> None:
    number = Number("1.50", '0.00"%"')
    assert isinstance(number, tuple)
    ((cell,),) = table(number).cells(EN)
    assert len(cell.lines) == 1


def test_a_column_says_how_a_cell_is_coloured_and_where_it_leads() -> None:
    column: Column[str] = Column(
        "name", TITLE, lambda row, _: row, mark=lambda row: f"mark of {row}", link=lambda row: f"id of {row}"
    )
    assert column.cell("one", EN, "–") == Cell(("one",), "mark of one", "id of one")


def test_a_diagnostic_tells_its_file_and_its_place() -> None:
    file, other = SourceFile("a.yaml"), SourceFile("b.yaml")
    own = ListedDiagnostic(Diagnostic(KIND, {}, place=Place(3, 5)), file)
    foreign = ListedDiagnostic(Diagnostic(KIND, {}, source=other), file)
    assert (own.path, own.place, own.is_own, own.mark) == ("a.yaml", "3:5", True, "undecided")
    assert (foreign.path, foreign.place, foreign.is_own) == ("b.yaml", "", False)


def test_diagnostics_are_listed_file_by_file() -> None:
    one, two = (Diagnostic(KIND, {}, (name,)) for name in ("one", "two"))
    files = [
        FileDiagnostics(SourceFile("a.yaml"), (one, two)),
        FileDiagnostics(SourceFile("b.yaml"), ()),
        FileDiagnostics(SourceFile("c.yaml"), (two,)),
    ]
    listed = list(diagnostics_of(files))
    assert [(said.listed_with.path, said.diagnostic, said.assessment) for said in listed] == [
        ("a.yaml", one, None),
        ("a.yaml", two, None),
        ("c.yaml", two, None),
    ]
