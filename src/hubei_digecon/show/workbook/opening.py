"""What a printed sheet opens with: its title, what it is of, 总体情况 and 主要问题."""

from collections.abc import Iterable, Iterator, Sequence

from ...summaries import NO_PROBLEMS, Problem
from ...text import Text
from ..document import PROBLEMS, SUMMARY
from ..view import View
from . import words
from .printed import PrintedLine


def opening(
    title: str, facts: Iterable[str], warning: Text | None, summaries: Iterable[Text], view: View
) -> Iterator[PrintedLine]:
    """Return a title, the facts below it, the ``warning`` on values not published, and the summaries."""
    yield PrintedLine(title, "title")
    yield from (PrintedLine(fact) for fact in facts)
    if warning:
        yield PrintedLine(view.say(warning), "warning")
    yield PrintedLine(view.say(SUMMARY), "heading")
    yield from (PrintedLine(view.say(one)) for one in summaries)


def problem_lines(problems: Sequence[Problem], view: View) -> Iterator[PrintedLine]:
    """Return the problems, worst first, as far as there is room; or that there are none."""
    yield PrintedLine(view.say(PROBLEMS), "heading")
    if not problems:
        yield PrintedLine(view.say(NO_PROBLEMS))
    yield from numbered((view.say(one.sentence) for one in problems), view)


def numbered(texts: Iterable[str], view: View) -> Iterator[PrintedLine]:
    """Return lines with their numbers, as far as there is room."""
    for number, text in enumerate(texts, 1):
        yield PrintedLine(view.say(words.NUMBERED, number=number, text=text), dispensable=True)


def listed(heading: Text, lines: Iterable[PrintedLine], view: View) -> tuple[PrintedLine, ...]:
    """Return lines under a heading; nothing without any."""
    under = tuple(lines)
    return (PrintedLine(view.say(heading), "heading", dispensable=True), *under) if under else ()
