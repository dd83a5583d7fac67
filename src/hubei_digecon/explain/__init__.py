"""Look up explanations by id, or by a name that people read.

``published`` explains what target files hold, ``words`` what the program itself says.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..domain.names import folded
from ..load.targets import TargetsError, library_in_use
from ..show.explain import Explanation
from ..text import Text
from . import published, words
from .published import NOTHING, Published

__all__ = ["TOPICS", "Handbook", "Topic", "open_handbook"]


class Topic(NamedTuple):
    """A group of things that can be explained, with its title and all explanations."""

    term: Text
    explain: Callable[[Published, Text], Iterator[Explanation]]


TOPICS = (
    Topic(Text("目标", "target"), published.targets),
    Topic(Text("考核对象", "place"), published.places),
    Topic(Text("指标", "indicator"), published.indicators),
    Topic(Text("统计口径", "scope"), published.scopes),
    Topic(Text("指标关系", "relation"), published.relations),
    Topic(Text("比较方式", "comparator"), words.comparators),
    Topic(Text("完成情况", "outcome"), words.outcomes),
    Topic(Text("总体结论", "verdict"), words.verdicts),
    Topic(Text("理由", "reason"), words.reasons),
    Topic(Text("标记", "flag"), words.flags),
    Topic(Text("佐证情况", "evidence"), words.grades),
    Topic(Text("用词", "word of a file"), words.words_of_files),
    Topic(Text("键", "key of a file"), words.keys_of_files),
    Topic(Text("数据审核情况", "diagnostic"), words.diagnostics),
)
"""Every sort of things that can be explained, in the order in which they are shown."""


class Handbook(NamedTuple):
    """All explanations. ``fault`` tells why those of the target files are missing."""

    explanations: tuple[Explanation, ...]
    fault: TargetsError | None = None

    def look_up(self, name: str) -> tuple[Explanation, ...]:
        """Return the explanations of everything with this id or name.

        Raises:
            TargetsError: if there is none, and the target files that could have one have errors.
        """
        wanted = _compared(name)
        found = tuple(one for one in self.explanations if wanted in map(_compared, _names(one)))
        if self.fault and not found:
            raise self.fault
        return found

    def names(self) -> Iterator[str]:
        """Return every id and name, for suggestions."""
        for one in self.explanations:
            yield from _names(one)


def open_handbook(folder: str | None = None) -> Handbook:
    """Explain everything, with the target files of ``folder``.

    The program's own words can be looked up even if the target files have errors.
    """
    try:
        return _handbook(_read(folder))
    except TargetsError as error:
        return _handbook(NOTHING, error)


def _handbook(held: Published, fault: TargetsError | None = None) -> Handbook:
    every = (one for topic in TOPICS for one in topic.explain(held, topic.term))
    return Handbook(tuple(every), fault)


def _read(folder: str | None) -> Published:
    library = library_in_use(folder)
    library.check_all()
    library.raise_faults()
    return Published(library.catalogue, library.documents, library.entities())


def _compared(name: str) -> str:
    """Return a name in the form in which names are compared, without a final full stop."""
    return folded(name).rstrip("。.")


def _names(explanation: Explanation) -> tuple[str, ...]:
    name = explanation.name
    return tuple(filter(None, (explanation.id, name.zh, name.en, *explanation.names)))
