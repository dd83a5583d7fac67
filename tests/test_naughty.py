"""Every naughty string in every field of every file, through every format, read back and found again."""

import csv
import multiprocessing
import os
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import pytest

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run import Run
from hubei_digecon.domain.run_counts import FilesRead
from hubei_digecon.domain.words import State
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.run.lint import lint_paths
from hubei_digecon.shapes.result import written_path, written_text
from hubei_digecon.show.escape import csv_cell, html_visible, visible, xml_visible
from hubei_digecon.show.format import Format
from hubei_digecon.show.formats import FORMATS, variants_of
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS

from .building import run_over
from .conftest import AS_OF
from .docx_reader import Letter, docx
from .fetched import naughty_strings
from .html_reader import HtmlPage
from .markdown_reader import Page
from .naughty import OURS, SHAPES, Files, as_json, as_yaml, fields_of, fields_with, in_a_name, world, write
from .readers import Log, UnreadableError, read_back
from .sarif_reader import messages
from .spreadsheet import read_sheets
from .xlsx_reader import Book, xlsx

MARK = "\ue0ffMARK"
"""Stands in for any text where only its places matter."""


def test_a_text_stands_in_every_field_of_every_file() -> None:
    made = world(MARK)
    files = {
        "report": [made.spoken, *made.faulty.values()],
        "review": [made.review, *made.faulty_reviews.values()],
        **{path: [made.targets[path], made.faulty_targets[path]] for path in made.targets},
    }
    assert files.keys() == SHAPES.keys()
    for name, shape in SHAPES.items():
        found = {path for one in files[name] for path in fields_with(MARK, shape, one)}
        assert found == fields_of(shape)


def test_every_format_is_shown_in_every_way_that_changes_it() -> None:
    assert LOUDNESS.keys() == FORMATS.keys()


def test_what_may_be_any_text_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for text in ("示例", "x" * 200, EVERY_SIGN):
        batch, linted = _read(write(text, tmp_path, as_json, ".json"))
        spoken = [one for one in batch.assessments if one.source.path in ("spoken.json", in_a_name(text))]
        assert [(len(one.findings), one.outcomes[0].id) for one in spoken] == [(3, "waived")] * 2
        assert not any(
            one.is_error for file in linted if file.source.path == "review.json" for one in file.diagnostics
        )


EVERY_SIGN = "".join(map(chr, range(0x20, 0x7F)))


def _texts_tried() -> list[str]:
    return list(dict.fromkeys([*naughty_strings(), *OURS]))


@dataclass
class Tried:
    """What became of one text: what is wrong, how many outputs were read, and the tables among them."""

    text: str
    complaints: list[str] = field(default_factory=list)
    read: int = 0
    tables: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> list[Tried]:
    """What became of every text."""
    texts = _texts_tried()
    folder = tmp_path_factory.mktemp("naughty")
    jobs = [(index, text, folder / str(index)) for index, text in enumerate(texts)]
    # A fork would lack the threads of DuckDB, which other tests have used in this process, and wait for them.
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_try, jobs, chunksize=8))


@pytest.mark.heavy
def test_every_text_in_every_field_is_read_back_in_every_format_and_found_again(tried: list[Tried]) -> None:
    assert len(tried) > 550
    assert {ascii(one.text): one.complaints for one in tried if one.complaints} == {}
    assert [one.read for one in tried] == [len(ways_of(*one)) for one in enumerate(_texts_tried())]
    assert {str(way) for one in enumerate(_texts_tried()) for way in ways_of(*one)} == set(map(str, WAYS))


@pytest.mark.heavy
def test_a_spreadsheet_finds_no_formula_and_the_same_texts_and_numbers(tried: list[Tried]) -> None:
    tables = [table for one in tried for table in one.tables]
    assert {table.startswith("\ufeff") for table in tables} == {True, False}
    for table, sheet in zip(tables, read_sheets(tables), strict=True):
        rows = list(csv.reader(StringIO(table.removeprefix("\ufeff"), newline=""), strict=True))
        assert [[cell.value for cell in row] for row in sheet.plain] == rows
        for row, typed in zip(rows[1:], sheet.typed[1:], strict=True):
            for name, text, cell in zip(rows[0], row, typed, strict=True):
                assert cell.formula is None
                if name in NUMBERS and text and text not in STATES:
                    assert (cell.type, cell.value) == ("n", float(text))
                if name in TEXTS and text:
                    assert (cell.type, cell.value) == ("s", text)


NUMBERS = (
    "revision", "errors", "warnings", "due", "required", "stretch", "observed", "decided_on", "decided_low", "decided_high",
    "gap", "attainment", "line", "column", "paragraph",
)  # fmt: skip
STATES = {state.id for state in State}
"""What is observed of a milestone."""

NUMBER = re.compile("-?[0-9]+([.][0-9]+)?")
TEXTS = (
    "target",
    "indicator",
    "outcome",
    "unit",
    "message_zh",
    "message_en",
    "needed_zh",
    "needed_en",
    "wording",
)


@dataclass(frozen=True)
class Way:
    """One way to show a text's files: a format, of what was judged or only read, and how much of it."""

    format: Format
    linted: bool
    loudness: str
    variant: str = ""

    def __str__(self) -> str:
        name = self.variant or self.format.name
        return f"{'lint' if self.linted else 'check'} {name} {self.loudness}".rstrip()

    @property
    def holds_all(self) -> bool:
        """Whether it shows all of a report; a list of tasks shows what is needed alone."""
        return not self.variant.endswith("+tasks")

    def read(self, shown: str | bytes) -> object:
        """Read back what was shown."""
        if isinstance(shown, str):
            return read_back(self.format.name, shown.removeprefix(self.format.mark))
        if self.holds_all:
            return read_back(self.format.name, shown)
        return docx(shown) if self.format.name == "docx" else xlsx(shown)

    def shown(self, batch: Run, files: FilesRead, view: View) -> str | bytes:
        """Return what is shown."""
        louder = view._replace(verbose=self.loudness == "verbose", quiet=self.loudness == "quiet")
        return self.format.linted(files, louder) if self.linted else self.format.render(batch, louder)


LOUDNESS = {
    "table": ("", "verbose", "quiet"),
    "text": ("", "verbose", "quiet"),
    "markdown": ("", "verbose", "quiet"),
    "needed": ("", "verbose"),
    "junit": ("", "verbose"),
    "sarif": ("", "verbose"),
    "github": ("", "verbose"),
    "html": ("",),
    "json": ("",),
    "csv": ("",),
    "xlsx": ("",),
    "parquet": ("",),
    "docx": ("",),
}
"""What each format can be asked for that changes it; of files that were only read, only quiet does."""


def _ways() -> Iterator[Way]:
    for name, asked in LOUDNESS.items():
        yield from (Way(FORMATS[name], False, loudness) for loudness in asked)
        if FORMATS[name].lints:
            yield from (Way(FORMATS[name], True, loudness) for loudness in asked if loudness != "verbose")
    yield from (Way(one, False, "", name) for name, one in variants_of("runs").items())


WAYS = tuple(_ways())
_SLOW = ("html", "xlsx", "docx")


def ways_of(index: int, text: str) -> list[Way]:
    """Return the ways to show a text: all of them for one of ours, which means something in a format.

    One that others collected is shown in half of the formats of lines, as loud as its turn has it, and in one of
    those that take long, in turn.
    """
    if text in OURS:
        return list(WAYS)
    chosen = dict[tuple[str, bool, str], list[Way]]()
    for way in WAYS:
        if way.format.name not in _SLOW or _SLOW.index(way.format.name) == index % len(_SLOW):
            chosen.setdefault((way.format.name, way.linted, way.variant), []).append(way)
    return [
        ways[index // 2 % len(ways)]
        for turn, ways in enumerate(chosen.values(), index)
        if turn % 2 == 0 or ways[0].format.name in _SLOW
    ]


def _try(job: tuple[int, str, Path]) -> Tried:
    index, text, folder = job
    folder.mkdir()
    os.chdir(folder)
    form, suffix = ((as_json, ".json"), (as_yaml, ".yaml"))[index % 2]
    files = write(text, folder, form, suffix)
    view = View(LANGS[index // 2 % 2], width=4_000, folder=str(folder), root=str(folder))
    one, (batch, linted) = Tried(text), _read(files)
    for way in ways_of(index, text):
        shown = way.shown(batch, linted, view)
        if way.format.name.startswith("csv") and isinstance(shown, str):
            one.tables.append(shown)
        try:
            missing = _missing(way, way.read(shown), view, text)
        except UnreadableError as error:
            missing = [str(error)]
        one.complaints.extend(f"{way}: {what}" for what in missing)
        one.read += 1
    return one


def _read(files: Files) -> tuple[Run, FilesRead]:
    """Judge and read the files of a text."""
    library = TargetLibrary(files.targets)
    batch = run_over(files.reports, date.fromisoformat(AS_OF), Settings(), files.reviews, library)
    paths = (*files.reports, *files.reviews, str(files.faulty_targets), str(files.targets))
    return batch, lint_paths(paths, library, Settings())


# Where a text must be found again


def _missing(way: Way, read: object, view: View, text: str) -> list[str]:
    """Return which texts that this format shows are not found in what was read back of it."""
    if not way.holds_all:
        return []
    told = list(_texts(way.format.name, read))
    wanted = [f"“{_seen(text, way)}”"] if _tells_faults(way) else []
    if (
        not way.linted
        and way.format.name in ("table", "markdown", "html", "xlsx", "docx")
        and way.loudness != "quiet"
        and text.strip()
    ):
        *notes, base = NOTES[view.lang]
        wanted += [
            *(f"{mark}{_seen(text.strip(), way)}" for mark in notes),
            f"{base}{_seen(f'基{text}'.strip(), way)}",
        ]
    if not way.linted and way.format.name != "github":
        wanted.append(_path(way, text))
    return [f"{one!a} is not found" for one in wanted if not any(one in other for other in told)]


NOTES = {
    "zh": ("偏差原因：", "改进措施：", "情况说明：", "备注：", "基期值："),
    "en": ("cause of deviation: ", "measures: ", "explanation: ", "note: ", "base value: "),
}


def _tells_faults(way: Way) -> bool:
    """Whether this way shows errors one by one."""
    quiet = way.loudness == "quiet" and way.format.name in ("table", "text", "markdown")
    return not quiet and not way.format.findings_only


def _seen(text: str, way: Way) -> str:
    match way.format.name:
        case "junit" | "xlsx" | "docx":
            return xml_visible(text)
        case "html":
            return html_visible(text)
        case "json":
            return written_text(text)
        case _:
            return visible(text)


def _path(way: Way, text: str) -> str:
    """Return the name of the report that has the text in its name, as this format shows it."""
    name = in_a_name(text)
    match way.format.name:
        case "json":
            return written_path(name)
        case "csv":
            return name if NUMBER.fullmatch(name) else csv_cell(name)
        case "sarif":
            return name
        case "parquet":
            return written_text(name)
        case _:
            return _seen(name, way).strip()


def _texts(format: str, read: Any) -> Iterator[str]:
    """Return every text that stands in what was read back."""
    match read:
        case HtmlPage():
            yield from (*read.texts, *read.lines)  # a figure has an element of its own, a line holds all
        case Page() | Book() | Letter():
            yield from read.texts
        case Log():
            yield from read.lines
            for one in read.annotations:
                yield from (one.message, *one.properties.values())
        case ET.Element():
            for element in read.iter():
                yield from (element.text or "", *element.attrib.values())
        case list() if format.startswith("csv"):
            yield from (cell for row in read for cell in row)
        case list():
            yield from map(str, read)
        case dict():
            yield from messages(read)
            for artifact in read["runs"][0]["artifacts"]:
                yield os.fsdecode(unquote_to_bytes(artifact["location"]["uri"].removeprefix("./")))
        case _:
            yield from _strings(asdict(read))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for one in node.values() if isinstance(node, dict) else node:
            yield from _strings(one)
