"""What differs in lines for editors and grep: what is compared, a line a difference, and the counts."""

from ...domain.differences import Comparison
from ..diagnostics import diagnostic_lines
from ..document import diagnostics_of
from ..escape import visible
from ..report import ILLUSTRATIVE
from ..view import View
from . import difference_lines, end_lines, lead_lines


def differed(comparison: Comparison, view: View) -> str:
    """Return what bears on the comparison, every difference and every diagnostic in lines, then the counts;
    quiet, the counts alone.
    """
    marked = (view.say(ILLUSTRATIVE),) if comparison.illustrative and not view.quiet else ()
    told = () if view.quiet else (*lead_lines(comparison, view), *difference_lines(comparison, view))
    listed = () if view.quiet else diagnostics_of(comparison.files_told)
    said = (line for one in listed for line in diagnostic_lines(one.diagnostic, one.listed_with, view))
    lines = (*marked, *told, *said, *end_lines(comparison, view))
    return "".join(f"{visible(line)}\n" for line in lines)
