"""What differs in lines for editors and grep: what is compared, a line a difference, and the counts."""

from collections.abc import Iterator

from ...domain.differences import Comparison
from ...text import Text
from ..diagnostics import diagnostic_lines
from ..document import diagnostics_of
from ..escape import visible
from ..report import ILLUSTRATIVE
from ..view import View
from . import end_lines, lead_lines

LINE = Text("{subject}：{difference}", "{subject}: {difference}")


def differed(comparison: Comparison, view: View) -> str:
    """Return what bears on the comparison, every difference and every diagnostic in lines, then the counts;
    quiet, the counts alone.
    """
    marked = (view.say(ILLUSTRATIVE),) if comparison.illustrative and not view.quiet else ()
    told = () if view.quiet else (*lead_lines(comparison, view), *_lines(comparison, view))
    listed = () if view.quiet else diagnostics_of(comparison.files_told)
    said = (line for one in listed for line in diagnostic_lines(one.diagnostic, one.listed_with, view))
    lines = (*marked, *told, *said, *end_lines(comparison, view))
    return "".join(f"{visible(line)}\n" for line in lines)


def _lines(comparison: Comparison, view: View) -> Iterator[str]:
    """Return a line a difference, for editors and grep."""
    for one in comparison.differences:
        subject = one.subject
        parts = (subject.path, subject.entity, subject.period, subject.document)
        target = subject.target.partition(".")[2] if subject.target else subject.indicator
        named = " ".join(part for part in (*parts, target) if part)
        yield view.say(LINE, subject=named, difference=one.words) if named else view.say(one.words)
