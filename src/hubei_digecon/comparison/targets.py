"""Compare two folders of targets: indicators, documents, places, and their targets."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..domain.differences import DifferenceSort, FoundDifference, Side, Subject, in_order
from ..domain.reports import ITEM_TERMS
from ..domain.targets import Catalogue, NoMoreThan, Ratio, Relation
from ..domain.words import EntityKind, SeenAs
from ..quantity.numbers import plain
from ..shapes.dates import day_words
from ..shapes.target_list import ListedTarget, Listing
from ..text import Text
from .fields import ComparedField, differences_in, ratio_in
from .findings import BASE, COMPARATOR_TERMS, REQUIRED, SOURCE


class TargetFolder(NamedTuple):
    """What a folder of targets holds: its documents and places as they are listed, and its catalogue."""

    listing: Listing
    catalogue: Catalogue


def _fields(sort: DifferenceSort, *rows: tuple[str, Text]) -> tuple[ComparedField, ...]:
    return tuple(
        ComparedField(path, sort, called, TERMS.get((sort, path), {}), said=SAID.get(path, Text.same))
        for path, called in rows
    )


NAME, NOTE, DEFINITION = Text("名称", "name"), Text("说明", "note"), Text("定义", "definition")

TERMS: Mapping[tuple[DifferenceSort, str], Mapping[str, Text]] = {
    (DifferenceSort.ENTITY, "kind"): {one.id: one.term for one in EntityKind},
    (DifferenceSort.DOCUMENT, "seen"): {one.id: one.term for one in SeenAs},
    (DifferenceSort.INDICATOR, "eligible.requires"): ITEM_TERMS,
    (DifferenceSort.INDICATOR, "eligible.asks"): ITEM_TERMS,
}
"""The words for the ids of closed lists that stand in a field."""
SAID: Mapping[str, Callable[[str], Text]] = {"since": day_words, "date": day_words}
"""How people write what stands in a field."""

OF_A_TARGET = (
    *REQUIRED,
    *SOURCE,
    *BASE,
    ComparedField("unit", DifferenceSort.TARGET, Text("计量单位", "unit")),
    ComparedField(
        "other_reading.comparator",
        DifferenceSort.TARGET,
        Text("另一种理解的比较方式", "other reading, comparator"),
        COMPARATOR_TERMS,
    ),
    ComparedField(
        "other_reading.required",
        DifferenceSort.TARGET,
        Text("另一种理解的目标值", "other reading, required"),
        unit="unit",
    ),
    *_fields(
        DifferenceSort.TARGET,
        ("since", Text("起算日期", "base date")),
        ("parts", Text("定性任务的方面", "part")),
        ("aspiration", Text("力争目标", "aspiration")),
        ("tolerance.below", Text("向下容差", "tolerance below")),
        ("tolerance.above", Text("向上容差", "tolerance above")),
        ("tolerance.is_relative", Text("容差以百分比计", "tolerance in percent")),
        ("superseded_by", Text("取代它的目标", "superseded by")),
        ("note", NOTE),
    ),
)
"""What is compared of two targets."""
OF_A_PLACE = _fields(
    DifferenceSort.ENTITY,
    ("kind", Text("类别", "kind")),
    ("name", NAME),
    ("aliases", Text("别名", "alias")),
    ("within", Text("所在的城市", "lies in")),
    ("tasks", Text("任务", "task")),
)
OF_A_DOCUMENT = _fields(
    DifferenceSort.DOCUMENT,
    ("title", Text("标题", "title")),
    ("named", Text("所列的城市和园区数", "places named")),
    ("published", Text("已公布目标的个数", "places with targets published")),
    ("number", Text("文号", "number")),
    ("issuer", Text("发文机关", "issuer")),
    ("date", Text("成文日期", "date")),
    ("addresses", Text("网址", "address")),
    ("seen", Text("所据文本", "text read")),
    ("default", Text("未指定文件时按它核验", "judged by default")),
    ("note", NOTE),
)
OF_AN_INDICATOR = _fields(
    DifferenceSort.INDICATOR,
    ("name", NAME),
    ("short", Text("简称", "short name")),
    ("kind", Text("指标类别", "kind")),
    ("definition", DEFINITION),
    ("unit", Text("计量单位", "unit")),
    ("nature", Text("时期、时点或新增", "nature")),
    ("standard", Text("标准", "standard")),
    ("scopes", Text("统计口径", "scope")),
    ("decimals", Text("通常的小数位", "usual decimals")),
    ("units_alike", Text("同义的计量单位", "unit of the same meaning")),
    ("eligible.levels", Text("清单项的级别", "level of items")),
    ("eligible.requires", Text("清单项必须写明的", "items must state")),
    ("eligible.certificate", Text("清单项的证书", "certificate of items")),
    ("eligible.asks", Text("清单项另请填写的", "items are asked for")),
    ("change.of", Text("变动的指标", "change of")),
    ("change.how", Text("变动的算法", "change is measured as")),
    ("change.since", Text("变动的起点", "change since")),
    ("change.prices", Text("价格", "prices")),
)
OF_A_SCOPE = _fields(
    DifferenceSort.INDICATOR,
    ("name", Text("统计口径的名称", "name of a scope")),
    ("definition", Text("统计口径的定义", "definition of a scope")),
    ("wider_than", Text("所含的统计口径", "scope within it")),
    ("aliases", Text("统计口径的别名", "alias of a scope")),
)
_TARGET = Text("目标", "target")
_RELATION = ComparedField(
    "relations", DifferenceSort.INDICATOR, Text("指标之间的关系", "relation of indicators")
)


class _FolderEntries(NamedTuple):
    """One sort of entries of a folder by their ids: what they are called, and what is compared of them.

    ``part`` is the field of a subject that holds their id.
    """

    sort: DifferenceSort
    called: Text
    of: Callable[[TargetFolder], Mapping[str, Any]]
    table: tuple[ComparedField, ...]
    part: str
    name: str = "name"

    def differences(self, a: TargetFolder, b: TargetFolder) -> Iterator[FoundDifference]:
        """Return what is only in one of two folders, and in what differs what is in both."""
        before, after = self.of(a), self.of(b)
        for id in {**before, **after}:
            one, other = before.get(id), after.get(id)
            subject = Subject(**{self.part: id})
            if one is None or other is None:
                yield FoundDifference(
                    self.sort, subject, "", self.called, self._side(id, one), self._side(id, other)
                )
            else:
                yield from differences_in(one, other, self.table, subject, ratio_in(None))

    def _side(self, id: str, entry: Any) -> Side | None:
        return None if entry is None else Side(id, getattr(entry, self.name))


_SORTS = (
    _FolderEntries(
        DifferenceSort.INDICATOR,
        Text("指标", "indicator"),
        lambda folder: folder.catalogue.indicators,
        OF_AN_INDICATOR,
        "indicator",
    ),
    _FolderEntries(
        DifferenceSort.INDICATOR,
        Text("统计口径", "scope"),
        lambda folder: folder.catalogue.scopes,
        OF_A_SCOPE,
        "indicator",
    ),
    _FolderEntries(
        DifferenceSort.DOCUMENT,
        Text("文件", "document"),
        lambda folder: {one.id: one for one in folder.listing.documents},
        OF_A_DOCUMENT,
        "document",
        "title",
    ),
    _FolderEntries(
        DifferenceSort.ENTITY,
        Text("考核对象", "place"),
        lambda folder: {one.entity: one for one in folder.listing.places},
        OF_A_PLACE,
        "entity",
    ),
)


def compare_targets(a: TargetFolder, b: TargetFolder) -> tuple[FoundDifference, ...]:
    """Return in what folder ``b`` differs from folder ``a``, whatever the order of files and entries."""
    return in_order(_differences(a, b))


def _differences(a: TargetFolder, b: TargetFolder) -> Iterator[FoundDifference]:
    for sort in _SORTS:
        yield from sort.differences(a, b)
    yield from differences_in(_Relations.of(a), _Relations.of(b), (_RELATION,), Subject(), ratio_in(None))
    yield from _of_targets(a, b)


class _Relations(NamedTuple):
    """What must hold between indicators, a line each."""

    relations: list[str]

    @classmethod
    def of(cls, folder: TargetFolder) -> "_Relations":
        """Return those of a folder."""
        return cls([_relation(one) for one in folder.catalogue.relations])


def _relation(one: Relation) -> str:
    if isinstance(one, Ratio):
        return f"{one.share} = {one.numerator} / {one.denominator}"
    if isinstance(one, NoMoreThan):
        return f"{one.part} <= {one.whole}"
    return f"{one.indicator} <= {plain(one.at_most)}"


def _of_targets(a: TargetFolder, b: TargetFolder) -> Iterator[FoundDifference]:
    one, other = (_targets(each.listing) for each in (a, b))
    for id in {**one, **other}:
        before, after = one.get(id), other.get(id)
        subject = _subject(id, before, after)
        if before is None or after is None:
            yield FoundDifference(
                DifferenceSort.TARGET, subject, "", _TARGET, _required(before), _required(after)
            )
            continue
        known = b.catalogue.indicators.get(after.indicator)
        ratio = ratio_in(known.units if known else None)
        found = list(differences_in(before, after, OF_A_TARGET, subject, ratio))
        changed = {one.field for one in found}
        # The unit goes with the number. Where that is the same, it is only written otherwise.
        for difference in found:
            is_written = difference.field == "unit" and "required" not in changed
            yield difference._replace(sort=DifferenceSort.WRITING) if is_written else difference


def _targets(listing: Listing) -> dict[str, ListedTarget]:
    return {target.target: target for place in listing.places for target in place.targets}


def _subject(id: str, a: ListedTarget | None, b: ListedTarget | None) -> Subject:
    """Return a target as the subject; what its sides do not share is no part of it."""
    there = [one for one in (a, b) if one]
    document, indicator = {one.source.document for one in there}, {one.indicator for one in there}
    return Subject(id.partition(".")[0], None, _only(document), id, _only(indicator))


def _only(found: Iterable[str]) -> str | None:
    values = [*found]
    return values[0] if len(values) == 1 else None


def _required(target: ListedTarget | None) -> Side | None:
    if target is None:
        return None
    number = target.required or target.comparator
    return Side(number, target.words, target.unit if target.required else None)
