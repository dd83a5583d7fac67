"""What is told is written as Markdown, and how much is measured can be chosen."""

from pathlib import Path

import pytest
from benchmarks.commands import ROOT
from benchmarks.options import options
from benchmarks.record import Record


def test_what_is_told_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = Record()
    record.tell("Times", iter(["a 1.0", "b 2.0"]))
    record.tell("Memory", ["much"])
    assert capsys.readouterr().out == "== Times\na 1.0\nb 2.0\n\n== Memory\nmuch\n\n"
    record.write(tmp_path / "results.md")
    assert (tmp_path / "results.md").read_text("utf-8") == (
        "# Results of `make bench`\n\n"
        "All figures are of one run on one machine. How they come about: "
        "[docs/benchmarks.md](../docs/benchmarks.md).\n\n"
        "## Times\n\n```text\na 1.0\nb 2.0\n```\n\n"
        "## Memory\n\n```text\nmuch\n```\n"
    )


@pytest.mark.parametrize(
    ("given", "many", "results"),
    [
        ((), 10_000, "benchmarks/results.md"),
        (("--quick",), 600, "benchmarks/work/results.md"),
        (("--quick", "--many", "50", "--results", "here.md"), 50, "here.md"),
    ],
)
def test_how_much_is_measured(
    given: tuple[str, ...], many: int, results: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", *given])
    chosen = options(None)
    assert (chosen.many, chosen.results) == (many, ROOT / results)


def test_too_few_reports_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", "--few", "5"])
    with pytest.raises(SystemExit):
        options(None)
    assert "argument --few: 5 is fewer than 6" in capsys.readouterr().err
