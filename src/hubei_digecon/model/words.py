"""The closed lists of words that targets, reports and reviews are written with."""

import enum

from ..text import Closed, Text


class Status(Closed):
    """How settled a figure is, in the words of statistical offices."""

    FINAL = "final", Text("最终核实数", "final")
    PROVISIONAL = "provisional", Text("初步核算数", "provisional")
    ESTIMATED = "estimated", Text("预计数", "estimated")
    UNSTATED = "unstated", Text("未注明", "unstated")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


class Nature(enum.Enum):
    """Whether a figure sums over a period, stands at its end, or counts what came since a base date."""

    FLOW = "flow", Text("时期数", "flow")
    STOCK = "stock", Text("时点数", "stock")
    ADDED = "added", Text("新增数", "added")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


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


class State(enum.Enum):
    """How far a milestone has come, as reported or as attested."""

    ACHIEVED = "achieved", Text("已实现", "achieved")
    PARTIAL = "partial", Text("部分实现", "partly achieved")
    NOT_STARTED = "not_started", Text("未启动", "not started")
    NOT_ACHIEVED = "not_achieved", Text("未实现", "not achieved")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


class Missing(enum.Enum):
    """Why there is no value."""

    NOT_PUBLISHED = "not_published", Text("未公布", "not published")
    NOT_COLLECTED = "not_collected", Text("未统计", "not collected")
    NOT_APPLICABLE = "not_applicable", Text("不适用", "not applicable")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


class Level(enum.Enum):
    """The level of the authority that recognised an item."""

    NATIONAL = "national", Text("国家级", "national")
    PROVINCIAL = "provincial", Text("省级", "provincial")
    MUNICIPAL = "municipal", Text("市级", "municipal")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


class Arrival(enum.Enum):
    """How a firm came to a place; one that has only signed has not come yet."""

    FOUNDED = "founded", Text("新设", "founded here")
    RELOCATED = "relocated", Text("迁入", "relocated here")
    SIGNED = "signed", Text("签约", "signed only")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


ITEM_TERMS: dict[str, Text] = {
    "name": Text("清单项名称", "name"),
    "code": Text("统一社会信用代码", "unified social credit code"),
    "level": Text("级别", "level"),
    "arrival": Text("引进方式", "way of arrival"),
    "by": Text("认定（批准）单位", "body that recognised it"),
    "recognised_on": Text("认定（批准）日期", "date of recognition"),
    "valid_until": Text("有效期至", "last day of validity"),
    "list": Text("榜单名称", "name of the list"),
    "publisher": Text("发布机构", "publisher of the list"),
    "year": Text("榜单年度", "year of the list"),
    "certificate": Text("证书编号", "number of the certificate"),
    "document": Text("认定文件及文号", "document"),
}
"""What an item can state, in words, in the order in which forms ask for it: the one source of the headings of
lists. An indicator of the catalogue may call a field otherwise.
"""


class EntityKind(enum.Enum):
    """What sort of place answers for a target."""

    CITY = "city", Text("示范城市", "demonstration city")
    ZONE = "zone", Text("标杆园区", "benchmark zone")
    PROVINCE = "province", Text("省", "province")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term
