"""What differs between two results, submissions or folders of targets: the closed lists and the values."""

from collections.abc import Iterable, Mapping, Sequence

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Closed, Text
from .assessments import Assessment, FileDiagnostics, Settings
from .exit_codes import Exit
from .run_counts import RunCounts, count_run


@shown_briefly
class DifferenceSort(Closed):
    """What a difference is about."""

    REPORT = "report", Text("报告", "report")
    VERDICT = "verdict", Text("总体结论", "verdict")
    OUTCOME = "outcome", Text("完成情况", "outcome")
    VALUE = "value", Text("数值", "value")
    WRITING = "writing", Text("写法（数值未变）", "writing, not the value")
    REASON = "reason", Text("理由", "reason")
    EVIDENCE = "evidence", Text("佐证情况", "evidence")
    STATUS = "status", Text("数据性质", "status")
    FINAL = "final", Text("阶段性结论", "interim or final")
    TARGET = "target", Text("目标", "target")
    INDICATOR = "indicator", Text("指标", "indicator")
    ENTITY = "entity", Text("考核对象", "place")
    DOCUMENT = "document", Text("文件", "document")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class ChangeMade(Closed):
    """How two sides differ: something is only in B, only in A, or in both and not alike."""

    ADDED = "added", Text("新增", "only in B")
    REMOVED = "removed", Text("去掉", "only in A")
    CHANGED = "changed", Text("改变", "changed")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class Subject(NamedTuple):
    """What a difference is of: a target of a place, by a document, for a period, as far as that is known.

    ``target`` is the id of the target. ``path`` names a report whose place could not be read.
    """

    entity: str | None = None
    period: str | None = None
    document: str | None = None
    target: str | None = None
    indicator: str | None = None
    path: str | None = None

    @property
    def whole(self) -> "Subject":
        """The report or place that it is a part of."""
        return Subject(self.entity, self.period, self.document if self.period else None, path=self.path)

    @property
    def in_order(self) -> tuple[str, ...]:
        """What it is put in order by: neither side's order of files or findings bears on it."""
        return tuple(part or "" for part in self)


@shown_briefly
class Side(NamedTuple):
    """One side of a difference: as data, with its unit, and in words. Numbers are exact decimals."""

    data: str
    words: Text
    unit: str | None = None


@shown_briefly
class FoundDifference(NamedTuple):
    """One thing in which B is not as A.

    ``field`` is the key in the JSON result, empty where the whole of the ``subject`` is only in one of the
    two; ``called`` is what people call it. A side is ``None`` where it has nothing there.
    ``illustrative``: the report of either side states values that are not published.
    """

    sort: DifferenceSort
    subject: Subject
    field: str
    called: Text
    a: Side | None
    b: Side | None
    illustrative: bool = False

    @property
    def change(self) -> ChangeMade:
        """How the two sides differ."""
        if self.a is None:
            return ChangeMade.ADDED
        return ChangeMade.REMOVED if self.b is None else ChangeMade.CHANGED

    @property
    def words(self) -> Text:
        """The difference in words."""
        a, b = (one.words if one else None for one in (self.a, self.b))
        return _FROM_TO.format(
            what=self.called, a=a or NOT_IN.format(side="A"), b=b or NOT_IN.format(side="B")
        )


_FROM_TO = Text("{what}：{a}→{b}", "{what}: {a} → {b}")
NOT_IN = Text("{side}中没有", "not in {side}")


@shown_briefly
class ComparedSort(Closed):
    """What can be compared."""

    RESULT = "result", Text("结果", "a result")
    REPORTS = "reports", Text("报告", "reports")
    TARGETS = "targets", Text("目标文件夹", "a folder of targets")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class Compared(NamedTuple):
    """One of the two things compared: its path and sort, and the day that it was judged as of.

    ``number`` is how many reports were judged there, each by each document; of targets how many targets.
    ``illustrative``: some of its values are not published.
    """

    path: str
    sort: ComparedSort
    number: int
    as_of: str | None = None
    illustrative: bool = False


@shown_briefly
class Comparison(NamedTuple):
    """Two things compared. ``notes`` tell what bears on the comparison: other settings, what was left out of
    it. ``names`` are the names of places and indicators by their ids, as far as they are known.

    ``settings`` are those by which reports were judged for it, ``unread`` the inputs that could not be read,
    ``file_diagnostics`` what there is to say of other files. ``read`` are the paths of files that were read.
    """

    a: Compared
    b: Compared
    differences: tuple[FoundDifference, ...]
    notes: tuple[Text, ...] = ()
    names: Mapping[str, Text] = {}
    settings: Settings = Settings()
    unread: Sequence[Assessment] = ()
    file_diagnostics: Sequence[FileDiagnostics] = ()
    read: Sequence[str] = ()

    @property
    def illustrative(self) -> bool:
        """Whether any value of either side is not published."""
        return self.a.illustrative or self.b.illustrative

    @property
    def files_told(self) -> tuple[Assessment | FileDiagnostics, ...]:
        """The files that something is said of: the inputs that could not be read, then all others."""
        return (*self.unread, *self.file_diagnostics)

    @property
    def counts(self) -> RunCounts:
        """The counts of the inputs that could not be read, and of what is said of other files."""
        return count_run(self.unread, self.file_diagnostics, self.settings)

    @property
    def exit_code(self) -> int:
        """The exit code of the command line: a comparison tells what differs, and fails nothing."""
        counts = self.counts
        if counts.internal:
            return int(Exit.FAULT)
        if self.unread or counts.failing:
            return int(Exit.INVALID)
        is_open = counts.left_out.may_hold_reports or not (self.a.number and self.b.number)
        return int(Exit.UNDECIDED if is_open else Exit.COMPLIANT)

    @property
    def names_documents(self) -> bool:
        """Whether it is of several documents, so that each difference is told with its own."""
        return len({one.subject.document for one in self.differences} - {None}) > 1

    def by_sort(self) -> Mapping[DifferenceSort, int]:
        """Return how many differences there are of each sort that occurs, in the order of the sorts."""
        found = [one.sort for one in self.differences]
        return {sort: found.count(sort) for sort in DifferenceSort if sort in found}


def in_order(differences: Iterable[FoundDifference]) -> tuple[FoundDifference, ...]:
    """Return differences by place, period, document and target, each in the order of the sorts."""
    sorts = list(DifferenceSort)
    return tuple(
        sorted(
            differences,
            key=lambda one: (
                one.subject.in_order,
                sorts.index(one.sort),
                one.field,
                _data(one.a),
                _data(one.b),
            ),
        )
    )


def _data(side: Side | None) -> str:
    return side.data if side else ""
