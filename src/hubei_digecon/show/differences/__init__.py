"""What differs as a document: a table of all differences, what bears on the comparison, and the counts."""

import datetime
from collections.abc import Iterator
from itertools import groupby

from ...domain.differences import NOT_IN, Compared, Comparison, DifferenceSort, FoundDifference, Side, Subject
from ...shapes.dates import period_words
from ...text import Text
from ..document import Column, Diagnostics, Paragraph, Section, ShownDocument, Table, diagnostics_of
from ..escape import visible
from ..report import ILLUSTRATIVE, illustrative_paragraph
from ..verdicts import beside_lines
from ..view import View

TITLE = Text("比较", "What changed")
SIDE = Text("{letter}：{path}（{sort}）", "{letter}: {path} ({sort})")
JUDGED_SIDE = Text(
    "{letter}：{path}（{sort}，核验结果{number}份，核验基准日{as_of}）",
    "{letter}: {path} ({sort}, assessments: {number}, as of {as_of})",
)
NOTE = Text("影响比较的情况：{note}", "bears on the comparison: {note}")
DIFFERENCES = Text("不同之处", "Differences")
DIAGNOSTICS = Text("数据审核情况", "Diagnostics on the files")
COUNTED = Text("共有{number}处不同：{sorts}。", "differences: {number} ({sorts}).")
OF_A_SORT = Text("{sort}{number}", "{sort} {number}")
NONE = Text("没有不同。", "nothing differs.")
NOTHING = Text(
    "没有可比较的：{letter} 中没有报告或目标。", "nothing to compare: {letter} holds no report and no target."
)
CATALOGUE = Text("指标目录和文件", "Indicators and documents")
_WHOLE = Text("{place}（{id}）", "{place} ({id})")


class ShownDifference:
    """A difference with the comparison that it is of, as a row of the table."""

    __slots__ = ("comparison", "difference")

    def __init__(self, difference: FoundDifference, comparison: Comparison) -> None:
        self.difference, self.comparison = difference, comparison

    @property
    def named(self) -> Text:
        """What it is about within its place: the name of the indicator, or the id that tells it."""
        subject = self.difference.subject
        name = self.comparison.names.get(subject.indicator or "")
        document = None if subject.entity else subject.document
        whole = subject.indicator or subject.path or document or ""
        id = subject.target.partition(".")[2] if subject.target else whole
        return _WHOLE.format(place=name, id=id) if name and id != subject.indicator else name or Text.same(id)

    def side(self, side: Side | None, letter: str, view: View) -> str:
        """Return one side in words; what is not there is told so."""
        return visible(view.say(side.words if side else NOT_IN.format(side=letter)))


def difference_document(comparison: Comparison, view: View) -> ShownDocument:
    """Return a comparison as a document; quiet, only the counts."""
    ends = tuple(end_lines(comparison, view))
    if view.quiet:
        return ShownDocument(view, ends=ends)
    said = tuple(diagnostics_of(comparison.files_told))
    return ShownDocument(
        view,
        view.say(TITLE),
        (
            Paragraph(tuple(lead_lines(comparison, view))),
            *((illustrative_paragraph(ILLUSTRATIVE, view),) if comparison.illustrative else ()),
        ),
        diagnostics=Diagnostics(view.say(DIAGNOSTICS), said),
        sections=tuple(_sections(comparison, view)),
        ends=ends,
    )


def _sections(comparison: Comparison, view: View) -> Iterator[Section]:
    """Return a section a report, or a place: its differences in a table."""
    for whole, found in groupby(comparison.differences, lambda one: one.subject.whole):
        rows = tuple(ShownDifference(one, comparison) for one in found)
        yield Section(_whole(whole, comparison, view), table=Table(DIFFERENCES, COLUMNS, rows))


def _whole(whole: Subject, comparison: Comparison, view: View) -> str:
    """Return what differences are of: a place, a period, a document where there are several."""
    id = whole.entity or whole.path
    document = whole.document if comparison.names_documents or not whole.entity else None
    parts = [
        *((comparison.names.get(id, Text.same(id)),) if id else ()),
        *((period_words(whole.period),) if whole.period else ()),
        *((Text.same(document),) if document else ()),
    ]
    return visible(view.say(Text.joined(parts, "  ", "  ") if parts else CATALOGUE))


def lead_lines(comparison: Comparison, view: View) -> Iterator[str]:
    """Return what is compared, and what bears on it."""
    for letter, one in (("A", comparison.a), ("B", comparison.b)):
        yield _side_line(letter, one, view)
    yield from (view.say(NOTE, note=note) for note in comparison.notes)


def _side_line(letter: str, one: Compared, view: View) -> str:
    form = SIDE if one.as_of is None else JUDGED_SIDE
    values = {"letter": letter, "path": one.path, "sort": one.sort.term, "number": one.number}
    day = datetime.date.fromisoformat(one.as_of) if one.as_of else None
    return visible(view.say(form, as_of=day, **values))


def end_lines(comparison: Comparison, view: View) -> Iterator[str]:
    """Return the lines that a comparison ends with: how many differences there are of each sort."""
    for letter, one in (("A", comparison.a), ("B", comparison.b)):
        if not one.number:
            yield view.say(NOTHING, letter=letter)
    found = comparison.by_sort()
    sorts = [OF_A_SORT.format(sort=sort.term, number=number) for sort, number in found.items()]
    if found:
        yield view.say(COUNTED, number=sum(found.values()), sorts=Text.joined(sorts, "、", ", "))
    else:
        yield view.say(NONE)
    yield from beside_lines(comparison.counts, view)


def _mark(row: ShownDifference) -> str:
    one = row.difference
    is_outcome = one.sort is DifferenceSort.OUTCOME or (one.sort is DifferenceSort.TARGET and not one.field)
    return one.b.data if one.b and is_outcome else ""


COLUMNS: tuple[Column[ShownDifference], ...] = (
    Column(
        "indicator",
        Text("指标名称", "Indicator"),
        lambda row, view: visible(view.say(row.named)),
        role="name",
    ),
    Column("what", Text("事项", "What"), lambda row, view: view.say(row.difference.called)),
    Column("a", Text("A（原）", "A"), lambda row, view: row.side(row.difference.a, "A", view)),
    Column("b", Text("B（现）", "B"), lambda row, view: row.side(row.difference.b, "B", view), mark=_mark),
)
"""The columns of the differences."""
