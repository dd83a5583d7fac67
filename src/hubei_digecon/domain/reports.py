"""What a report says: one entity's observations for one period."""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated

from ..brief import shown_briefly
from ..diagnostics import Diagnostic, SourceFile
from ..quantity.parsing import Quantity
from ..records import NamedTuple
from ..text import Text
from .words import Arrival, Counting, ItemLevel, Missing, State, Status

CAUSE, MEASURES = Text("偏差原因", "cause of deviation"), Text("改进措施", "measures")
"""What the submitter says of a value that misses its target, as it is labelled where it is shown."""

_YEAR = Text("{year}年", "{period}")
_MONTHS = Text("{year}年1—{month}月", "{period}")
_JANUARY = Text("{year}年1月", "{period}")


@shown_briefly
class Period(NamedTuple):
    """A year, or January to the end of ``month`` of the year (1 to 11)."""

    year: int
    month: int | None = None

    @property
    def end(self) -> datetime.date:
        """The last day of the period."""
        return _end(self.year, self.month)

    @property
    def whole(self) -> bool:
        """Whether the period is the whole year."""
        return self.month is None

    @property
    def words(self) -> Text:
        """The period in words."""
        form = _YEAR if self.month is None else _JANUARY if self.month == 1 else _MONTHS
        return form.format(year=self.year, month=self.month, period=str(self))

    def __str__(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-M{self.month:02d}"


@lru_cache
def _end(year: int, month: int | None) -> datetime.date:
    if month is None:
        return datetime.date(year, 12, 31)
    return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)


@shown_briefly
class Span(NamedTuple):
    """A month or a year given in place of a day: the days that may be meant."""

    first: datetime.date
    last: datetime.date

    @property
    def words(self) -> Text:
        """The month or the year in words."""
        month = self.first.month == self.last.month
        zh = f"{self.first.year}年{self.first.month}月" if month else f"{self.first.year}年"
        return Text(zh, str(self))

    def __str__(self) -> str:
        month = self.first.month == self.last.month
        return f"{self.first:%Y-%m}" if month else f"{self.first:%Y}"


Dated = datetime.date | Span
"""When something was: on a day, or on one that is known to lie between two."""

NO_END = datetime.date.max
"""The last day of what holds without an end."""


def first_day(dated: Dated) -> datetime.date:
    """Return the earliest day that may be meant."""
    return dated.first if isinstance(dated, Span) else dated


def last_day(dated: Dated) -> datetime.date:
    """Return the latest day that may be meant."""
    return dated.last if isinstance(dated, Span) else dated


@shown_briefly
class Evidence(NamedTuple):
    """A document or publication behind an observation."""

    title: str | None = None
    issuer: str | None = None
    document: str | None = None
    dated: Dated | None = None


@shown_briefly
class Item(NamedTuple):
    """One countable thing behind a count, such as a firm or a platform.

    It is a tuple, since reports hold hundreds of items and a tuple is made in a third of the time.
    """

    name: Annotated[str, Text("清单项名称", "name")]
    code: Annotated[str | None, Text("统一社会信用代码", "unified social credit code")] = None
    level: Annotated[ItemLevel | None, Text("级别", "level")] = None
    arrival: Annotated[Arrival | None, Text("引进方式", "way of arrival")] = None
    recognised_on: Annotated[Dated | None, Text("认定（批准）日期", "date of recognition")] = None
    valid_until: Annotated[Dated | None, Text("有效期至", "last day of validity")] = None
    by: Annotated[str | None, Text("认定（批准）单位", "body that recognised it")] = None
    list: Annotated[str | None, Text("榜单名称", "name of the list")] = None
    publisher: Annotated[str | None, Text("发布机构", "publisher of the list")] = None
    year: Annotated[int | None, Text("榜单年度", "year of the list")] = None
    certificate: Annotated[str | None, Text("证书编号", "number of the certificate")] = None
    document: Annotated[str | None, Text("认定文件及文号", "document")] = None


_ASKED_FIRST = ("name", "code", "level", "arrival", "by")

ITEM_TERMS: dict[str, Text] = {
    key: Item.__annotations__[key].__metadata__[0] for key in dict.fromkeys((*_ASKED_FIRST, *Item._fields))
}
"""What an item can state, in words, in the order in which forms ask for it. An indicator of the catalogue may
call a field otherwise.
"""


CONTACT = Text("联系人及电话", "contact")
"""What is told of whom to call: personal, so it is withheld where names are."""


@shown_briefly
class PreviousFigure(NamedTuple):
    """A figure of the same indicator for an earlier period, which a rate is measured against. ``status`` is
    what stands beside it, if anything.
    """

    period: Period
    quantity: Quantity
    status: Status | None = None


@shown_briefly
class Observation(NamedTuple):
    """One reported value, or milestone state, or the reason why there is none.

    ``scope`` is an id of the catalogue, or another text as written; ``None`` where it is unstated.
    ``commitment`` is the target as the submitter understands it, as written. ``previous`` is the figure of
    an earlier period that the submitter states beside it. ``told`` is recorded
    and shown only: base and earlier value, cause of deviation, measures and deadline, who answers for it,
    explanation and note, with labels.
    """

    indicator: str
    quantity: Quantity | None = None
    state: State | None = None
    missing: Missing | None = None
    status: Status = Status.UNSTATED
    scope: str | None = None
    counting: Counting | None = None
    period: Period | None = None
    items: tuple[Item, ...] = ()
    source: Evidence | None = None
    evidence: tuple[Evidence, ...] = ()
    commitment: str | None = None
    told: tuple[tuple[Text, str], ...] = ()
    previous: PreviousFigure | None = None


@shown_briefly
class Submission(NamedTuple):
    """Who submitted a report, when, and which submission it is; nobody for a form not yet filled."""

    by: str
    date: datetime.date | None
    revision: int = 1


@shown_briefly
class Report(NamedTuple):
    """What an entity submits for one period.

    ``diagnostics`` are those of reading it. ``unfilled`` are the commitments stated by indicators without a
    value yet; a form has them from the start.
    """

    source: SourceFile
    entity: str
    period: Period
    submitted: Submission
    observations: Mapping[str, Observation]
    illustrative: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    unfilled: Mapping[str, str] = {}
