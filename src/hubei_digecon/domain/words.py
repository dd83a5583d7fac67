"""The closed lists of words that targets, reports and reviews are written with."""

import enum

from ..brief import shown_briefly
from ..text import Closed, Text


@shown_briefly
class Status(Closed):
    """How settled a figure is, in the words of statistical offices."""

    FINAL = "final", Text("最终核实数", "final")
    PROVISIONAL = "provisional", Text("初步核算数", "provisional")
    ESTIMATED = "estimated", Text("预计数", "estimated")
    UNSTATED = "unstated", Text("未注明", "unstated")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class Counting(enum.Enum):
    """What a count takes in."""

    CUMULATIVE = "cumulative", Text("自起算日累计", "cumulative")
    IN_FORCE = "in_force", Text("期末有效（存量）", "in force")
    THIS_YEAR = "this_year", Text("本年累计（当年新增）", "added this year")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term

    def takes_in(self, other: "Counting") -> bool:
        """Whether this counts all that ``other`` does, and possibly more."""
        return self is Counting.CUMULATIVE and other is not self


@shown_briefly
class Prices(enum.Enum):
    """At which prices a change of an amount is measured."""

    CONSTANT = "constant", Text("不变价", "constant prices")
    CURRENT = "current", Text("现价", "current prices")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class State(enum.Enum):
    """How far a milestone has come, as reported or as attested."""

    ACHIEVED = "achieved", Text("已完成", "achieved")
    PARTIAL = "partial", Text("推进中（部分完成）", "partly achieved")
    NOT_STARTED = "not_started", Text("未启动", "not started")
    NOT_ACHIEVED = "not_achieved", Text("未完成", "not achieved")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class Missing(enum.Enum):
    """Why there is no value."""

    NOT_PUBLISHED = "not_published", Text("未公布", "not published")
    NOT_COLLECTED = "not_collected", Text("未统计", "not collected")
    NOT_APPLICABLE = "not_applicable", Text("不适用", "not applicable")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class ItemLevel(enum.Enum):
    """The level of the authority that recognised an item."""

    NATIONAL = "national", Text("国家级", "national")
    PROVINCIAL = "provincial", Text("省级", "provincial")
    MUNICIPAL = "municipal", Text("市级", "municipal")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class Arrival(enum.Enum):
    """How a firm came to a place; one that has only signed has not come yet."""

    FOUNDED = "founded", Text("新设", "founded here")
    RELOCATED = "relocated", Text("迁入", "relocated here")
    SIGNED = "signed", Text("签约", "signed only")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class TargetNature(enum.Enum):
    """How binding a target is, where its document tells targets apart by that."""

    BINDING = "binding", Text("约束性", "binding")
    EXPECTED = "expected", Text("预期性", "expected")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class EntityKind(enum.Enum):
    """What sort of place answers for a target, the widest first, as lists show them."""

    NATION = "nation", Text("全国", "nation")
    PROVINCE = "province", Text("省", "province")
    CITY = "city", Text("示范城市", "demonstration city")
    ZONE = "zone", Text("标杆园区", "benchmark zone")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class SeenAs(enum.Enum):
    """What was read of a document: the office's own text, a report of the press on it, or a copy of either.

    ``cited`` is what a citation adds; nothing for the office's own text.
    """

    OFFICIAL = "official", Text("官方原文", "the office's own text"), Text("", "")
    PRESS = "press", Text("媒体报道", "a press report"), Text("（据媒体报道）", " (as reported by the press)")
    COPY = "copy", Text("转载文本", "a copy"), Text("（据转载文本）", " (as copied elsewhere)")

    def __init__(self, id: str, term: Text, cited: Text) -> None:
        self.id, self.term, self.cited = id, term, cited
