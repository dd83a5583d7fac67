"""Places on a page: in the words of forms, in whatever file the report came, and never by keys in Chinese."""

import pytest

from hubei_digecon.diagnostics import Diagnostic, DiagnosticKind, Example, Path, Place, Severity, SourceFile
from hubei_digecon.show.document import ListedDiagnostic
from hubei_digecon.show.page.places import field_in_words, place_in_words, told_in_words
from hubei_digecon.text import Text

KIND = DiagnosticKind(
    "sample",
    Severity.NOTE,
    Text("“{key}”应为{what}（scope）", "“{key}” must be {what}"),
    Text("核对 {what}（YAML、JSON中的键是“{key}”）", "compare {what}"),
    Example("a: 1", "a: 2"),
)
RECOGNISED: Path = ("observations", "firms", "items", 4, "recognised_on")


def found(at: Path, place: Place | None) -> ListedDiagnostic:
    """Return a diagnostic at a place."""
    return ListedDiagnostic(
        Diagnostic(KIND, {"key": "revision", "what": "（kept）"}, at, place), SourceFile("a")
    )


@pytest.mark.parametrize(
    ("at", "place", "told"),
    [
        (RECOGNISED, Place(48, 9), Text("第48行（清单第5项认定（批准）日期）", "line 48 (item 5 date of recognition)")),
        (("observations", "gdp", "value"), Place(5, 7, 1, "表1"), Text("“表1”表第5行G列（完成值）", "sheet “表1”, row 5, column G (value)")),
        ((), Place(3, 1), Text("第3行", "line 3")),
        ((), None, Text("", "")),
    ],
)  # fmt: skip
def test_a_place_is_told_in_words(at: Path, place: Place | None, told: Text) -> None:
    assert place_in_words(found(at, place)) == told


def test_a_field_that_no_form_has_has_no_name() -> None:
    assert field_in_words(("observations", "firms", "items")) is None
    assert field_in_words(("somewhere",)) is None
    assert field_in_words(("observations", "firms", "items", 0, "other")) == Text("清单第1项", "item 1")


def test_keys_of_files_are_left_out_of_our_own_words_but_never_out_of_what_was_written() -> None:
    told = told_in_words(found(("submitted", "revision"), None).diagnostic)
    assert told.message == Text("“第几次报送”应为（kept）", "“revision” must be （kept）")
    assert told.fix == Text("核对 （kept）", "compare （kept）")
