"""Text for a terminal in the making: lines, prose and remarks, with colour only where the view has it."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from ..diagnostics import Diagnostic, Severity, SourceFile
from ..text import Text
from .escape import visible
from .remarks import remark_lines
from .view import View
from .wrap import wrapped

_SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class Sheet:
    """What is printed for one view, and kept as text."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._output = StringIO()
        self._console = Console(
            file=self._output,
            width=view.width,
            force_terminal=view.color,
            color_system="standard" if view.color else None,
            no_color=not view.color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )

    @property
    def text(self) -> str:
        """What was printed so far; without colour no line ends in blanks."""
        text = self._output.getvalue()
        return text if self.view.color else "".join(f"{line.rstrip()}\n" for line in text.splitlines())

    def draw(self, what: RenderableType) -> None:
        """Print something that the terminal library lays out."""
        self._console.print(what)

    def line(self, text: str, style: str = "") -> None:
        """Print one line as it is: what programs and editors look for must not be broken."""
        self._console.print(Styled(visible(text), style=style), soft_wrap=True)

    def prose(self, text: str, style: str = "", indent: int = 0) -> None:
        """Print text broken into lines of the width there is."""
        for line in wrapped(visible(text), self.view.width, indent):
            self.line(line, style)

    def section(self, heading: Text) -> None:
        """Print a heading with a blank line before it."""
        self.line("")
        self.line(self.view.say(heading), style="bold underline")

    def remarks(self, source: SourceFile, diagnostics: Iterable[Diagnostic]) -> None:
        """Print remarks on a file, each with its line."""
        for diagnostic in diagnostics:
            first, *rest = remark_lines(diagnostic, source, self.view)
            self.line(first, style=_SEVERITY_STYLES[diagnostic.kind.severity])
            for line in rest:
                self.line(line)


def shown(cell: str, style: str = "") -> Styled:
    """Return a cell of a table made harmless, its own line breaks apart."""
    return Styled("\n".join(map(visible, cell.split("\n"))), style=style)
