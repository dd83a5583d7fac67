"""Draws the table of a real run as an SVG: ``python docs/picture.py REPORT SVG``.

Every run of characters has its place and its length in columns, so that Chinese and Latin text stay
aligned in whatever fonts the reader has; the picture refers to nothing outside itself.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len, get_character_cell_size
from rich.console import Console
from rich.style import Style
from rich.text import Text

COLUMNS = 108
SHOWN = ("check", "--lang", "en", "--as-of", "2026-02-28")
HIDDEN = ("--color", "always", "--fail-on", "never")
"""The arguments of the run: what the picture shows of them, and what it need not."""

CELL, LINE, SIZE, MARGIN = 8, 20, 13, 18
BACKGROUND, FOREGROUND = "#0d1117", "#d6dde5"
GREY = 8
COLORS = {1: "#ff7b72", 2: "#56d364", 3: "#e3b341", 5: "#d2a8ff", 6: "#79c0ff", GREY: "#8b949e"}
"""The colours of the terminal by their ANSI numbers."""

NARROW = (
    "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', "
    "'Noto Sans Mono CJK SC', monospace"
)
WIDE = (
    "'Noto Sans Mono CJK SC', 'Source Han Mono SC', 'Noto Sans CJK SC', 'Source Han Sans SC', "
    "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', SimHei, 'WenQuanYi Zen Hei Mono', sans-serif"
)
CUT = "⋮"
_SHOWN_BLOCKS = 4
"""Heading, summary, problems, table: what blank lines part."""
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one width and one style, and the column at which they begin."""

    text: str
    column: int
    wide: bool
    style: Style


def command(report: str) -> str:
    """Return the command line as the picture shows it."""
    return " ".join(("digecon", *SHOWN, report))


def picture(command: str, output: str) -> str:
    """Return the SVG of a run: the command, what comes first, the last line; the rest is cut."""
    lines = [Text(f"$ {command}", style=f"color({GREY})"), *map(Text.from_ansi, shown(output))]
    width = max(line.cell_len for line in lines) * CELL + 2 * MARGIN
    height = len(lines) * LINE + 2 * MARGIN
    body = [element for number, line in enumerate(lines) for element in _elements(line, number)]
    return "\n".join([*_head(command, width, height), *body, "</svg>", ""])


def shown(output: str) -> list[str]:
    """Return the heading, summary, problems and table, a mark for what is cut, and the last line."""
    blocks = output.rstrip().split("\n\n")
    return [*"\n\n".join(blocks[:_SHOWN_BLOCKS]).splitlines(), CUT, blocks[-1].splitlines()[-1]]


def _head(command: str, width: int, height: int) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
    yield f"<title>{escape(command)}</title>"
    yield "<style>"
    yield f"text {{ font-size: {SIZE}px; fill: {FOREGROUND} }}"
    yield f".n {{ font-family: {NARROW} }}"
    yield f".w {{ font-family: {WIDE} }}"
    yield ".b { font-weight: bold }"
    yield from (f".c{number} {{ fill: {color} }}" for number, color in COLORS.items())
    yield "</style>"
    yield f'<rect width="{width}" height="{height}" rx="8" fill="{BACKGROUND}"/>'


def _elements(line: Text, number: int) -> Iterator[str]:
    y = MARGIN + number * LINE + LINE * 3 // 4
    for run in _runs(line):
        text = run.text.replace(" ", NBSP)
        x, length = MARGIN + run.column * CELL, cell_len(run.text) * CELL
        yield (
            f'<text class="{" ".join(_classes(run))}" x="{x}" y="{y}" '
            f'textLength="{length}" lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
        )


def _runs(line: Text) -> Iterator[Run]:
    """Return the runs of a line without the blanks around them."""
    column = 0
    for segment in line.render(Console(width=COLUMNS, color_system="standard")):
        for wide, characters in groupby(segment.text, lambda one: get_character_cell_size(one) == 2):
            text = "".join(characters)
            before = len(text) - len(text.lstrip())
            if text.strip():
                yield Run(text.strip(), column + before, wide, segment.style or Style())
            column += cell_len(text)


def _classes(run: Run) -> Iterator[str]:
    yield "w" if run.wide else "n"
    if run.style.bold:
        yield "b"
    if run.style.color and run.style.color.number in COLORS:
        yield f"c{run.style.color.number}"


def main(report: str, svg: str) -> None:
    """Run ``digecon check`` on ``report`` and write the picture to ``svg``."""
    ran = subprocess.run(
        [sys.executable, "-m", "hubei_digecon", *SHOWN, *HIDDEN, report],
        env=os.environ | {"COLUMNS": str(COLUMNS)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    Path(svg).write_text(picture(command(report), ran.stdout), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
