"""What reading files found: every diagnostic, then the counts that no run goes without."""

from hubei_digecon.diagnostics import Diagnostic, DiagnosticKind, Example, Place, Severity, SourceFile
from hubei_digecon.domain.assessments import FileDiagnostics, Settings
from hubei_digecon.domain.run_counts import FilesRead
from hubei_digecon.show.lint import count_lines, files_document, last_lines, linted
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

EN, QUIET = View("en"), View("en", quiet=True)
KIND = DiagnosticKind(
    "odd-key", Severity.WARNING, Text("键", "odd key"), Text("改", "remove it"), Example("", "")
)
ODD = Diagnostic(KIND, {}, ("key",), Place(2, 3))
FILES = FilesRead(
    (FileDiagnostics(SourceFile("a.yaml"), (ODD,)), FileDiagnostics(SourceFile("b.yaml"), ())), Settings()
)
COUNTS = "files read: 2; errors 0, warnings 1, notes 0."


def test_every_diagnostic_has_its_place_and_how_to_fix_it() -> None:
    assert linted(FILES, EN) == f"a.yaml:2:3: warning odd-key: odd key\n  fix: remove it\n{COUNTS}\n"


def test_quiet_only_the_counts_are_left() -> None:
    assert linted(FILES, QUIET) == last_lines(FILES, EN) == f"{COUNTS}\n"


def test_the_document_holds_the_same() -> None:
    document = files_document(FILES, EN)
    assert [(one.path, one.diagnostic) for one in document.beside.listed] == [("a.yaml", ODD)]
    assert document.ends == count_lines(FILES, EN) == (COUNTS,)
