"""What the documents claim is executed: tables, outputs, examples, links, names, and the picture."""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from docs import picture
from docs.blocks import COPIED, ENVIRONMENT, Block, blocks, commands, documents, prepare, with_outputs
from docs.keys import keys_in, with_keys
from docs.tables import TABLES, tables_in, with_tables

import hubei_digecon
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.main import group
from hubei_digecon.load.document import parsed
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import CATALOGUE, TargetLibrary
from hubei_digecon.shapes.base import name_of
from hubei_digecon.shapes.files import FILES, shapes_in
from hubei_digecon.version import VERSION

from .conftest import ROOT, Digecon

DOCUMENTS = documents()
REPORT = "sample_reports/illustrative/wuhan-east-lake-2025.yaml"
HEAD = """\
entity: wuhan-wedz
period: 2025
submitted: {by: 示例单位, date: 2026-02-05}
illustrative: true
observations:
"""

PARTS_OF_EXAMPLES = ("fails", "passes", "beside")
"""Blocks of diagnostics.md, which ``test_examples.py`` runs."""

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SPAN = re.compile(r"`([^`]+)`")
_PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)*/?")
_MAKE = re.compile(r"\bmake\s+([a-z][a-z-]*)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")

each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _prose(path: Path) -> str:
    """Return a document without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", _text(path), flags=re.DOTALL | re.MULTILINE)


def _of_all(language: str) -> list[Block]:
    return [block for path in DOCUMENTS for block in blocks(_text(path)) if block.language == language]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with copies of what commands need; they run there, and find the targets there."""
    monkeypatch.chdir(prepare(tmp_path))
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def _play(text: str, scratch: Path, digecon: Digecon) -> str:
    """Go through a document in ``scratch``, and return it with what its commands write."""

    def run(arguments: list[str]) -> tuple[int, str]:
        ran = digecon(*arguments)
        return ran.code, ran.out + ran.err

    return with_outputs(text, scratch, run)


# Tables and outputs


@each_document
def test_tables_are_those_of_the_program(path: Path) -> None:
    assert _text(path) == with_tables(_text(path)), "stale: python -m docs writes it anew"


@each_document
def test_every_mark_of_a_table_has_its_end(path: Path) -> None:
    marks = re.findall(r"^<!-- (table|keys): ", _text(path), re.MULTILINE)
    assert marks.count("table") == len(tables_in(_text(path)))
    assert marks.count("keys") == len(keys_in(_text(path)))


def test_every_table_is_shown_somewhere() -> None:
    assert {name for path in DOCUMENTS for name in tables_in(_text(path))} == set(TABLES)


@each_document
def test_outputs_are_those_of_a_real_run(path: Path, scratch: Path, digecon: Digecon) -> None:
    played = _play(_text(path), scratch, digecon)
    assert _text(path) == played, "stale: python -m docs writes it anew"


def test_every_run_that_judges_says_as_of_when_and_in_which_language() -> None:
    for block in _of_all("console"):
        for command in commands(block.text):
            if command.startswith("digecon"):
                assert "--lang" in command
            if command.startswith("digecon check") and "--show-config" not in command:
                assert "--as-of" in command


def test_only_what_a_document_copies_is_run_on() -> None:
    assert all((ROOT / name).is_dir() for name in COPIED)


# Examples


@each_document
def test_files_shown_are_read_without_a_fault_or_refused_as_told(
    path: Path, scratch: Path, digecon: Digecon
) -> None:
    _play(_text(path), scratch, digecon)
    targets = "my-targets" if (scratch / "my-targets").is_dir() else "targets"
    for block in blocks(_text(path)):
        if block.language == "toml" and block.is_file:
            (scratch / block.name).write_text(block.text, "utf-8")
            assert digecon("check", "--show-config").code == (2 if block.refused else 0)
        elif block.is_file:
            file = Path(block.name)
            linted = str(file.parent if file.name == CATALOGUE else file)
            assert digecon("lint", linted, "--targets", targets).code == (3 if block.refused else 0)


@pytest.mark.parametrize("block", [one for one in _of_all("yaml") if one.name == "observations"])
def test_observations_shown_are_read_without_a_fault(block: Block, scratch: Path, digecon: Digecon) -> None:
    inside = "".join(f"  {line}\n" for line in block.text.splitlines())
    (scratch / "report.yaml").write_text(HEAD + inside, "utf-8")
    assert digecon("lint", "report.yaml", "--lang", "en").out.endswith("errors 0, warnings 0, notes 0.\n")


def test_every_yaml_block_is_read_by_our_own_reader() -> None:
    shown = _of_all("yaml")
    assert shown
    for block in shown:
        if block.name in PARTS_OF_EXAMPLES:
            continue
        assert block.is_file or block.name == "observations", f"nobody reads the block “{block.name}”"
        parsed(decoded("block.yaml", block.text.encode()))


def test_the_report_in_the_readme_has_ten_lines() -> None:
    block = next(one for one in blocks(_text(ROOT / "README.md")) if one.name == "report.yaml")
    assert len(block.text.splitlines()) == 10


@pytest.mark.parametrize(
    "path", [path for path in DOCUMENTS if "```pycon" in _text(path)], ids=lambda path: path.name
)
def test_python_shown_does_what_it_shows(path: Path, scratch: Path, digecon: Digecon) -> None:
    _play(_text(path), scratch, digecon)
    names: dict[str, Any] = {}
    for block in blocks(_text(path)):
        if block.language == "pycon":
            example = doctest.DocTestParser().get_doctest(block.text, names, path.name, path.name, 0)
            assert example.examples
            assert doctest.DocTestRunner(verbose=False).run(example, clear_globs=False).failed == 0
            names.update(example.globs)


def test_python_is_shown_where_it_is_promised() -> None:
    assert {path.name for path in DOCUMENTS if "```pycon" in _text(path)} >= {"guide.md", "api.md"}


def test_every_public_name_is_told_of() -> None:
    told = _text(ROOT / "docs/api.md")
    assert [name for name in hubei_digecon.__all__ if f"`{name}" not in told and name != "__version__"] == []


# Keys


@each_document
def test_keys_told_are_those_that_are_read(path: Path) -> None:
    assert _text(path) == with_keys(_text(path)), "stale: python -m docs writes it anew"


@pytest.mark.parametrize("sort", FILES)
def test_every_key_of_a_file_is_told(sort: str) -> None:
    told = {name for path in DOCUMENTS for name in keys_in(_text(path))}
    shapes = {name_of(shape) for shape in shapes_in(FILES[sort])}
    assert shapes - {"Words", "Named"} <= told  # what they hold is told where they stand


# Names and links


@each_document
def test_links_lead_somewhere(path: Path) -> None:
    for link in _LINK.findall(_prose(path)):
        file, _, anchor = link.partition("#")
        if file.startswith("https://"):
            continue
        found = (path.parent / file) if file else path
        assert found.exists(), link
        if anchor:
            assert anchor in _anchors(found), link


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", _prose(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@each_document
def test_files_named_are_there(path: Path) -> None:
    for span in _spans(path):
        if span.startswith((*(f"{name}/" for name in _folders()), ".ci/")) and _PATH.fullmatch(span):
            assert "ID" in span or "NAME" in span or list(ROOT.glob(span.rstrip("/"))), span


def _folders() -> list[str]:
    return [one.name for one in ROOT.iterdir() if one.is_dir() and not one.name.startswith(".")]


@each_document
def test_make_targets_named_are_there(path: Path) -> None:
    made = set(re.findall(r"^([a-z-]+):", _text(ROOT / "Makefile"), re.MULTILINE))
    named = [name for span in _spans_and_scripts(path) for name in _MAKE.findall(span)]
    assert set(named) <= made


@each_document
def test_commands_and_options_named_are_there(path: Path) -> None:
    known = {"--help", "--version", *_options()}
    for span in _spans_and_scripts(path):
        assert set(_OPTION.findall(span)) <= known, span
        words = span.split()
        if words[:1] == ["digecon"] and len(words) > 1 and words[1].islower():
            assert words[1] in COMMANDS, span


def _spans(path: Path) -> Iterator[str]:
    """Return the code spans of a document, those that go over the end of a line as well."""
    for paragraph in _prose(path).split("\n\n"):
        yield from _SPAN.findall(paragraph.replace("\n", " "))


def _spans_and_scripts(path: Path) -> Iterator[str]:
    yield from _spans(path)
    for block in blocks(_text(path)):
        if block.language == "sh":
            yield from (line.partition("#")[0].strip() for line in block.text.splitlines())


def _options() -> Iterator[str]:
    line = group()
    context = click.Context(line)
    for name in COMMANDS:
        command = line.get_command(context, name)
        assert command
        yield from (option for param in command.params for option in param.opts)


def test_the_readme_says_how_much_of_the_notice_is_known() -> None:
    notice = TargetLibrary(ROOT / "targets").documents["notice"]
    said = f"**{notice.published} of {sum(notice.named.values())} places.**"
    assert said in "\n".join(_text(ROOT / "README.md").splitlines()[:10])


def test_the_changelog_tells_of_this_version() -> None:
    assert VERSION in _text(ROOT / "CHANGELOG.md")


# The picture


def test_the_picture_is_that_of_a_real_run(digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(picture.COLUMNS))
    ran = digecon(*picture.SHOWN, *picture.HIDDEN, REPORT)
    drawn = picture.picture(picture.command(REPORT), ran.out)
    assert drawn == _text(ROOT / "docs/table.svg"), "stale: make picture draws it anew"


def test_the_picture_needs_nothing_from_outside() -> None:
    svg = _text(ROOT / "docs/table.svg").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"http|url\(|@import|href|<script|<image", svg)


def test_the_picture_is_drawn_of_the_report_of_the_demo() -> None:
    assert f"REPORT := {REPORT}\n" in _text(ROOT / "Makefile")
