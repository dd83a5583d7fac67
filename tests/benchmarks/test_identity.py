"""Two versions are held together byte by byte: what differs is shown, and words replaced on purpose are not."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from benchmarks.identity.__main__ import compare
from benchmarks.identity.compare import Comparison, Difference
from benchmarks.identity.version import CommandLine, Version

Made = Callable[[str, str], Version]

MENDED = (("mend: ", "fix: "),)


def workbook(**members: str) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Make a version of a program that is as small as can be."""

    def make(name: str, code: str) -> Version:
        package = tmp_path / name / "tree" / "src" / "hubei_digecon"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text(f"import os, sys\n{code}\n", "utf-8")
        (tmp_path / name / "work").mkdir()
        return Version(tmp_path / name)

    return make


def shown(
    old: Version, new: Version, comparison: Comparison, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """Return what is printed of a command line of both."""
    with old, new:
        compare(old, new, [CommandLine(("check", "a b.yaml"), {"COLUMNS": "40"})], comparison)
    return capsys.readouterr().out.splitlines()


def test_the_same_is_the_same(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    code = "print(sys.argv[1:], os.environ['COLUMNS'], os.getcwd()); open('out/a.json', 'w').write('{}'); sys.exit(4)"
    comparison = Comparison(())
    assert shown(made("old", code), made("new", code), comparison, capsys) == []
    assert comparison.summary() == (
        "1 command lines, 4 outputs compared; 0 have words replaced, 0 of them with other line breaks or widths.\n"
        "Differences: 0."
    )


def test_every_output_that_differs_is_shown_with_its_first_line(
    made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    old = made("old", "print('met\\nmissed\\nlast')")
    new = made("new", "print('met\\nmist'); open('out/a.json', 'w').write('{}'); sys.exit(1)")
    comparison = Comparison(())
    assert shown(old, new, comparison, capsys) == [
        "COLUMNS=40 digecon check 'a b.yaml'",
        "  a.json, line 1",
        "  - (not written)",
        "  + {}",
        "COLUMNS=40 digecon check 'a b.yaml'",
        "  exit code, line 1",
        "  - 0",
        "  + 1",
        "COLUMNS=40 digecon check 'a b.yaml'",
        "  stdout, line 2",
        "  - missed",
        "  + mist",
    ]
    assert comparison.summary().endswith("Differences: 3.")


def test_a_word_replaced_on_purpose_is_no_difference(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = made("old", "print('mend: write the\\n  unit')"), made("new", "print('fix: write the unit')")
    comparison = Comparison(MENDED)
    assert shown(old, new, comparison, capsys) == []
    assert comparison.summary() == (
        "1 command lines, 3 outputs compared; 1 have words replaced, 1 of them with other line breaks or widths.\n"
        "'mend: ' → 'fix: ': 1 times\n"
        "Differences: 0."
    )


def test_what_has_another_name_now_is_asked_for_by_that(
    made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    comparison = Comparison((("b.yaml", "c.yaml"),))
    old, new = made("old", "print('a b.yaml')"), made("new", "print(sys.argv[2])")
    assert shown(old, new, comparison, capsys) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted", "said"),
    [
        ("mend: it", "mend: it", "fix: it", "mend: it"),
        ("mend: it", "fix: that", "fix: it", "fix: that"),
        ("write the unit", "write the\nunit", "write the unit", "write the"),
        ("met", "met\n", "(no such line)", ""),
    ],
)
def test_what_else_changes_is_a_difference(old: str, new: str, wanted: str, said: str) -> None:
    (difference,) = Comparison(MENDED).differences({"stdout": old.encode()}, {"stdout": new.encode()})
    assert (difference.old, difference.new) == (wanted, said)


def test_of_a_long_line_the_part_that_differs_is_shown() -> None:
    difference = Difference("json", 1, "a" * 300 + "b" + "c" * 300, "a" * 300 + "d")
    assert str(difference) == f"  json, line 1\n  - …{'a' * 100}b{'c' * 99}\n  + …{'a' * 100}d"


def test_of_a_workbook_the_members_are_compared() -> None:
    old = {"xlsx": workbook(sheet="mend: it", styles="bold")}
    assert Comparison(MENDED).differences(old, {"xlsx": workbook(sheet="fix: it", styles="bold")}) == []
    (difference,) = Comparison(MENDED).differences(old, {"xlsx": workbook(sheet="fix: it", styles="plain")})
    assert difference == Difference("xlsx: styles", 1, "bold", "plain")
    (difference,) = Comparison(MENDED).differences(old, {"xlsx": workbook(sheet="fix: it")})
    assert difference == Difference("xlsx: members", 2, "styles", "(no such line)")


def test_columns_may_be_wider_for_words_replaced_and_for_nothing_else() -> None:
    old = {"xlsx": workbook(words="mend: it", sheet='<col width="9"/>')}
    assert (
        Comparison(MENDED).differences(old, {"xlsx": workbook(words="fix: it", sheet='<col width="8"/>')})
        == []
    )
    plain = {"xlsx": workbook(words="it", sheet='<col width="9"/>')}
    (difference,) = Comparison(MENDED).differences(
        plain, {"xlsx": workbook(words="it", sheet='<col width="8"/>')}
    )
    assert difference == Difference("xlsx: sheet", 1, '<col width="9"/>', '<col width="8"/>')


def test_an_empty_file_is_one_that_was_written() -> None:
    (difference,) = Comparison(()).differences({"csv": b""}, {})
    assert difference == Difference("csv", 1, "", "(not written)")


def test_bytes_that_no_text_shows_differ_too() -> None:
    (difference,) = Comparison(()).differences({"stdout": b"\\xff"}, {"stdout": b"\xff"})
    assert (difference.output, difference.old) == ("stdout", "the same text in other bytes")
