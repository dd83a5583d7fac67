"""A diagnostic in lines, as compilers print it: where, what, the line of the file, how to fix it."""

from collections.abc import Iterator

from ..diagnostics import Diagnostic, Place, SourceFile, located
from ..text import Text
from .view import View

HEAD = Text("{where} {severity} {id}：{message}", "{where} {severity} {id}: {message}")
FIX = Text("处理：{fix}", "fix: {fix}")


def diagnostic_lines(diagnostic: Diagnostic, listed_with: SourceFile, view: View) -> Iterator[str]:
    """Return the lines of a diagnostic: ``file:line:column severity id: message``, the source, the fix."""
    source, place = diagnostic.found_in(listed_with)
    yield view.say(
        HEAD,
        where=f"{located(source.path, place)}:",
        severity=diagnostic.kind.severity.term,
        id=diagnostic.kind.id,
        message=diagnostic.message,
    )
    yield from line_shown(source, place, view)
    yield "  " + view.say(FIX, fix=diagnostic.fix)


def line_shown(source: SourceFile, place: Place | None, view: View) -> Iterator[str]:
    """Return the line at ``place`` and a line with carets below it; nothing where no line can be shown."""
    from .snippet import snippet  # it needs the terminal library, which quiet runs do without

    shown = snippet(source, place, view.width - 9) if place else None
    if shown:
        bar = view.sign("│", "|")
        yield f"{shown.number:>6} {bar} {shown.line}"
        yield f"{'':>6} {bar} {shown.carets}"
