"""The fenced blocks of the documents: files that they show, commands that they run, and what comes out.

A document is gone through from top to bottom, in a folder of its own that holds copies of ``targets``
and ``sample_reports``. A block ``yaml NAME.yaml`` or ``toml NAME.toml`` is written there; a block ``console``
runs the commands after ``$``, and the lines below each command are what it wrote.
"""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
COPIED = ("targets", "sample_reports")
ENVIRONMENT = {"COLUMNS": "80", "DIGECON_TARGETS": "targets"}
"""What a command of a document finds in its environment, beside an English locale."""

Run = Callable[[list[str]], tuple[int, str]]
"""Runs ``digecon`` with these arguments; returns its exit code and all that it wrote."""

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_PROMPT = "$ "


def documents() -> list[Path]:
    """Return the documents that are held to the program."""
    return [
        ROOT / "README.md",
        ROOT / "README.zh.md",
        ROOT / "CONTRIBUTING.md",
        *sorted((ROOT / "docs").glob("*.md")),
    ]


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the words after it, and the text inside.

    ``name`` is the file that the block shows, or what it is a part of; ``refused`` says that reading
    the file gives errors, as the document tells.
    """

    language: str
    name: str
    refused: bool
    text: str

    @property
    def is_file(self) -> bool:
        """Whether the block shows a whole file, under the name of that file."""
        return self.language in ("yaml", "toml") and "." in self.name


def blocks(text: str) -> list[Block]:
    """Return the fenced blocks of a document in their order."""
    return [_block(match) for match in _FENCE.finditer(text)]


def _block(match: re.Match[str]) -> Block:
    language, name, *marks = [*match["info"].split(), "", ""][:3]
    return Block(language, name, "refused" in marks, match["text"])


def prepare(folder: Path) -> Path:
    """Put copies of what commands need into ``folder``, and return it."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name)
    return folder


def with_outputs(text: str, folder: Path, run: Run) -> str:
    """Return a document with what its commands now write; ``folder`` is where they run."""
    player = _Player(folder, run)
    return _FENCE.sub(player.played, text)


class _Player:
    """Goes through one document; remembers how the last command ended."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder, self.run, self.code = folder, run, 0

    def played(self, match: re.Match[str]) -> str:
        block = _block(match)
        if block.is_file:
            path = self.folder / block.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8")
        if block.language != "console":
            return match.group()
        return f"```console\n{''.join(map(self._answered, commands(block.text)))}```"

    def _answered(self, command: str) -> str:
        """Return a command with what it writes below it."""
        return f"{_PROMPT}{command}\n{self._output(command)}"

    def _output(self, command: str) -> str:
        match shlex.split(command.replace("\\\n", " ")):
            case ["digecon", *arguments]:
                self.code, output = self.run(arguments)
                return output
            case ["echo", "$?"]:
                return f"{self.code}\n"
            case ["cat", name]:
                return (self.folder / name).read_text("utf-8")
            case ["cp", "-r", source, copy]:
                shutil.copytree(self.folder / source, self.folder / copy)
                return ""
        raise ValueError(f"a document cannot run: {command}")


def commands(text: str) -> Iterator[str]:
    """Return the commands of a console block; a line that ends in a backslash goes on in the next."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith(_PROMPT):
            command = line.removeprefix(_PROMPT)
            while command.endswith("\\"):
                command += "\n" + next(lines)
            yield command
