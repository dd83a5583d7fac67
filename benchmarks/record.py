"""What is told while the bench runs, kept to be written as one Markdown file at the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_HEAD = """\
# Results of `make bench`

All figures are of one run on one machine. How they come about: [docs/benchmarks.md](../docs/benchmarks.md).
"""


@dataclass(slots=True)
class Record:
    """The sections told so far: a title, and lines of plain text."""

    sections: list[tuple[str, list[str]]] = field(default_factory=list)

    def tell(self, title: str, lines: Iterable[str]) -> None:
        """Print a section at once, so that it stands there while the next is measured; and keep it."""
        told = list(lines)
        self.sections.append((title, told))
        print("\n".join((f"== {title}", *told, "")), flush=True)

    def write(self, path: Path) -> None:
        """Write all sections as Markdown."""
        path.write_text("\n".join((_HEAD, *map(_section, self.sections))), "utf-8")


def _section(section: tuple[str, list[str]]) -> str:
    title, lines = section
    return "\n".join((f"## {title}", "", "```text", *lines, "```", ""))
