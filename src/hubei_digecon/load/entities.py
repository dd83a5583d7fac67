"""The file of one place → its targets, held against the catalogue and the words they cite."""

from collections.abc import Mapping
from fractions import Fraction

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose
from ..domain.comparators import COMPARATORS, MILESTONE, Comparator
from ..domain.targets import (
    Base,
    Catalogue,
    Citation,
    Entity,
    Indicator,
    OtherReading,
    TableCell,
    Target,
    Tolerance,
)
from ..domain.words import EntityKind
from ..quantity.kinds import INDICATOR_KINDS
from ..quantity.numbers import Interval
from ..quantity.parsing import UnreadableError, read_quantity
from ..records import NamedTuple
from ..shapes.compiled import shape_of
from ..shapes.diagnostics import CELL_AND_WORDING, KEY_OF_COMPARATOR, milestone_of
from ..shapes.office_words import OF_CELL, OF_MILESTONES, OF_NUMBERS
from ..text import Text
from .catalogue import check_reference, unit_for, unit_of
from .document import Document
from .faults import MISSING_KEY
from .fields import Fields, fields_of


def target_of(comparator: str, wording: str, *more: str, neutral: str = "") -> str:
    """Return a target for an example: 50亿元, in words that may say something else."""
    listed = f", neutral: [{neutral}]" if neutral else ""
    lines = (
        "targets:",
        "  core_value_added:",
        "    due: 2025",
        f"    comparator: {comparator}",
        "    value: 50",
        "    unit: 亿元",
        f"    source: {{document: example, paragraph: 1, wording: {wording}{listed}}}",
        *(f"    {one}" for one in more),
    )
    return "\n".join(lines)


FILE_NAME = DiagnosticKind(
    "file-name",
    Severity.ERROR,
    Text("文件名应为“{id}.yaml”，实际是“{name}”", "the file should be named “{id}.yaml”, but is “{name}”"),
    Text("改文件名或标识（id），使两者一致", "rename the file or fix the id, so that they agree"),
    example=Example(
        fails="entity: {id: example, kind: zone, name: {zh: 示例园区, en: Example Zone}}",
        passes="entity: {id: example-zone, kind: zone, name: {zh: 示例园区, en: Example Zone}}",
        sort=Sort.TARGETS,
        given=Text("文件名为example-zone.yaml", "the file is named example-zone.yaml"),
    ),
)
COMPARATOR_OF_KIND = DiagnosticKind(
    "comparator-of-kind",
    Severity.ERROR,
    Text(
        "{kind}指标的比较方式不能是{comparator}",
        "an indicator of kind {kind} cannot have the comparator {comparator}",
    ),
    Text(
        "定性任务用“milestone”，其他指标不用；位次越小越好，用“at_most”或“less_than”",
        "milestone is for milestones, and for them only; of a rank less is better: at_most or less_than",
    ),
    example=Example(
        fails=milestone_of("core_value_added"), passes=milestone_of("manufacturing_path"), sort=Sort.TARGETS
    ),
)
STRETCH_BELOW = DiagnosticKind(
    "stretch-below",
    Severity.ERROR,
    Text(
        "上限或力争目标（stretch）{stretch}的要求不比目标值（{value}）更高",
        "the stretch ({stretch}) asks for no more than the value ({value})",
    ),
    Text(
        "目标值写必须达到的一端，“stretch”写要求更高的一端或力争目标",
        "give the end that must be reached as the value, the one that asks for more as the stretch",
    ),
    example=Example(
        fails=target_of("at_least", "达到50亿元，力争60亿元", "stretch: 50"),
        passes=target_of("at_least", "达到50亿元，力争60亿元", "stretch: 60"),
        sort=Sort.TARGETS,
    ),
)
BASE_NOT_BEFORE = DiagnosticKind(
    "base-not-before",
    Severity.ERROR,
    Text(
        "基期（{period}）不早于目标年（{due}年）",
        "the base is of {period}, which is not before the due year ({due})",
    ),
    Text("核对基期（base.period）和目标年（due）", "compare base.period with due"),
    example=Example(
        fails=target_of("at_least", "达到50亿元", "base: {period: 2025, value: 40, unit: 亿元}"),
        passes=target_of("at_least", "达到50亿元", "base: {period: 2020, value: 40, unit: 亿元}"),
        sort=Sort.TARGETS,
    ),
)
BASE_NOT_IN_WORDING = DiagnosticKind(
    "base-not-in-wording",
    Severity.ERROR,
    Text(
        "基期值的原文“{wording}”中没有“{value}”",
        "“{value}” does not stand in the words on the base, “{wording}”",
    ),
    Text("核对基期值和所引原文", "compare the base with the words cited for it"),
    example=Example(
        fails=target_of(
            "at_least",
            "达到50亿元",
            "base:",
            "  {period: 2020, value: 40, unit: 亿元,",
            "   source: {document: example, paragraph: 1, wording: 45亿元}}",
        ),
        passes=target_of(
            "at_least",
            "达到50亿元",
            "base:",
            "  {period: 2020, value: 40, unit: 亿元,",
            "   source: {document: example, paragraph: 1, wording: 40亿元}}",
        ),
        sort=Sort.TARGETS,
    ),
)
NEGATIVE_TOLERANCE = DiagnosticKind(
    "negative-tolerance",
    Severity.ERROR,
    Text("容差“{text}”小于0", "the tolerance “{text}” is below 0"),
    Text("写不小于0的数", "write a number of 0 or more"),
    example=Example(
        fails=target_of("about", "50亿元左右", "tolerance: {below: -1, above: 1, in: unit}"),
        passes=target_of("about", "50亿元左右", "tolerance: {below: 1, above: 1, in: unit}"),
        sort=Sort.TARGETS,
    ),
)
KINDS = (
    FILE_NAME, KEY_OF_COMPARATOR, CELL_AND_WORDING, COMPARATOR_OF_KIND, STRETCH_BELOW, BASE_NOT_BEFORE,
    BASE_NOT_IN_WORDING, NEGATIVE_TOLERANCE,
)  # fmt: skip


_HAS_NO, _NEEDS = Text("不能有", "has no"), Text("必须有", "needs")


class Known(NamedTuple):
    """What an entity's file can name: the catalogue, document ids, and other entities' ids; and whether
    its targets are held against the words that they cite.
    """

    catalogue: Catalogue
    documents: Mapping[str, object]
    entities: Mapping[str, object]
    holds_wording: bool = True


def read_entity(document: Document, stem: str, known: Known) -> tuple[Entity, list[Diagnostic]]:
    """Read the file of a place; the entity is complete where no fault is an error."""
    fields = fields_of(document, "entity")
    root, faults = document.root, fields.faults
    identity = fields.inside("entity") or Fields(root, ("entity",), faults, shape_of("Identity"))
    id = identity.value("id") or stem
    if id != stem:
        identity.fault(FILE_NAME, "id", id=id, name=stem + ".yaml")
        id = stem  # by which the library knows the place
    within = identity.text("within")
    if within is not None:
        check_reference(identity, "within", within, known.entities)
    entries = dict(fields.entries("targets"))
    targets = tuple(_TargetReader(id, key, entry, known).read() for key, entry in entries.items())
    for entry in entries.values():
        if "superseded_by" in entry:
            check_reference(entry, "superseded_by", entry.text("superseded_by") or "", entries)
    entity = Entity(
        id,
        identity.value("kind") or EntityKind.ZONE,
        identity.both("name") or Text.same(id),
        targets,
        identity.texts("aliases"),
        within,
        tuple(task.as_text() for task in fields.each("tasks")),
    )
    return entity, faults.located()


class _TargetReader:
    """Read one target."""

    def __init__(self, entity: str, key: str, fields: Fields, known: Known) -> None:
        self.entity, self.key, self.fields, self.known = entity, key, fields, known

    def read(self) -> Target:
        fields = self.fields
        indicator = self._indicator()
        comparator: Comparator = fields.value("comparator") or MILESTONE
        tolerance = self._tolerance()
        if tolerance:
            comparator = comparator.tolerating(*tolerance[:3])
        value, stretch = fields.value("value"), fields.value("stretch")
        target = Target(
            self.entity,
            self.key,
            indicator,
            fields.value("due") or 0,
            comparator,
            self._citation(fields),
            value,
            self._unit(fields, indicator, comparator),
            stretch,
            fields.value("since"),
            {name: words.as_text() for name, words in fields.entries("parts")},
            self._other_reading(),
            fields.text("superseded_by"),
            fields.both("note"),
            bool(fields.value("aspiration")),
            tolerance,
            self._base(indicator, comparator),
            bool(fields.value("per_year")),
            fields.value("nature"),
        )
        if "comparator" not in fields or fields.text("comparator") in COMPARATORS:
            self._check(target)
        return target

    def _indicator(self) -> Indicator:
        named = self.fields.text("indicator") or self.key
        indicators = self.known.catalogue.indicators
        if check_reference(self.fields, "indicator", named, indicators):
            return indicators[named]
        name = Text.same(named)
        return Indicator(named, name, name, INDICATOR_KINDS["milestone"], definition=Text("", ""))

    def _unit(self, fields: Fields, indicator: Indicator, comparator: Comparator) -> str | None:
        if indicator.id not in self.known.catalogue.indicators or comparator.is_attested:
            return fields.text("unit")
        if "unit" not in fields:
            return "" if indicator.unit == "" else None
        return unit_of(fields, indicator.kind, indicator.units)

    def _tolerance(self) -> Tolerance | None:
        fields = self.fields.inside("tolerance")
        if fields is None:
            return None
        below, above, is_relative = (fields.value(key) for key in ("below", "above", "in"))
        if below is None or above is None or is_relative is None:
            return None
        for key in (key for key, number in (("below", below), ("above", above)) if number < 0):
            fields.fault(NEGATIVE_TOLERANCE, key, text=fields.text(key))
        return Tolerance(below, above, is_relative, self._citation(fields) if "source" in fields else None)

    def _base(self, indicator: Indicator, comparator: Comparator) -> Base | None:
        fields = self.fields.inside("base")
        if fields is None or comparator.is_attested or indicator.kind.takes_state:
            return None
        period, value = fields.value("period"), fields.value("value")
        is_known = indicator.id in self.known.catalogue.indicators
        unit = unit_for(fields, indicator) if is_known else None
        if period is None or value is None or unit is None:
            return None
        source = self._citation(fields) if "source" in fields else None
        self._check_base(fields, indicator, Base(period, value, unit, Interval.point(value), source))
        asserted = _asserted(fields.text("value") or "", indicator, unit, value)
        return Base(period, value, unit, asserted, source)

    def _check_base(self, fields: Fields, indicator: Indicator, base: Base) -> None:
        """Note a base that is not before the due year, or does not stand in the words cited for it."""
        due = self.fields.value("due")
        if due is not None and base.period.year >= due:
            fields.fault(BASE_NOT_BEFORE, "period", period=base.period, due=due)
        source = base.source if base.source and not base.source.cell else None
        cited = source is not None and source.wording and self.known.holds_wording
        if source and cited and not _stands_in(source, indicator, base):
            written = f"{fields.text('value')}{base.unit}"
            fields.fault(BASE_NOT_IN_WORDING, "value", wording=source.wording, value=written)

    def _citation(self, fields: Fields) -> Citation:
        cited = fields.inside("source")
        if cited is None:
            return Citation("", None, "")
        document = cited.value("document") or ""
        if document:
            check_reference(cited, "document", document, self.known.documents)
        cell = self._cell(cited)
        needed = OF_CELL[:-1] if cell is not None else ("wording",)
        for key in (key for key in needed if key not in cited):
            place = cited.faults.places.key(cited.at)
            cited.faults.append(diagnose(MISSING_KEY, (*cited.at, key), place, key=key))
        return Citation(
            document,
            cited.value("paragraph"),
            cell.cell if cell else cited.text("wording") or "",
            cited.texts("neutral"),
            cell,
        )

    def _cell(self, cited: Fields) -> TableCell | None:
        """Return the cell of a table that is cited; ``None`` for words of a paragraph."""
        if not any(key in cited for key in OF_CELL):
            return None
        if "wording" in cited:
            cited.fault(CELL_AND_WORDING, "wording")
        table, row, column, cell, head = (cited.text(key) for key in OF_CELL)
        return TableCell(table or "", row or "", column or "", cell or "", head)

    def _other_reading(self) -> OtherReading | None:
        other = self.fields.inside("other_reading")
        if other is None:
            return None
        comparator: Comparator | None = other.value("comparator")
        value = other.value("value")
        indicator = self._indicator()
        known = indicator.id in self.known.catalogue.indicators
        if comparator and (comparator.is_attested or (known and not comparator.fits(indicator.kind))):
            kind = indicator.kind.term
            other.fault(COMPARATOR_OF_KIND, "comparator", kind=kind, comparator=comparator.named)
            return None
        return OtherReading(comparator, value) if comparator and value is not None else None

    def _check(self, target: Target) -> None:
        """Note what does not go together within the target, and against the words it cites."""
        if target.indicator.id in self.known.catalogue.indicators:
            self._check_kind(target)
        self._check_keys(target)
        if _is_stretch_beyond(self.fields, target) and target.source.wording and self.known.holds_wording:
            from .wording.check import check_wording  # a run against the program's own targets does without

            check_wording(self.fields, target, self.known.documents)

    def _check_kind(self, target: Target) -> None:
        if not target.comparator.fits(target.indicator.kind):
            kind, comparator = target.indicator.kind.term, target.comparator.named
            self.fields.fault(COMPARATOR_OF_KIND, "comparator", kind=kind, comparator=comparator)

    def _check_keys(self, target: Target) -> None:
        milestone = target.comparator.is_attested
        never = OF_NUMBERS if milestone else OF_MILESTONES
        if not milestone and not target.comparator.tolerates:
            never = (*never, "tolerance")
        for key in (key for key in never if key in self.fields):
            self._key_fault(key, key, _HAS_NO, target)
        if not milestone:
            needed = ("value", "unit") if target.indicator.unit else ("value",)
            for key in (key for key in needed if key not in self.fields):
                self._key_fault("", key, _NEEDS, target)

    def _key_fault(self, at: str, key: str, must: Text, target: Target) -> None:
        self.fields.fault(KEY_OF_COMPARATOR, at, comparator=target.comparator.named, must=must, key=key)


def _stands_in(source: Citation, indicator: Indicator, base: Base) -> bool:
    """Whether the number of a base stands in the words cited for it, as a target's does in its own."""
    from .wording.worded import WordedTarget  # a run against the program's own targets does without

    at_least = COMPARATORS["at_least"]
    worded = WordedTarget(
        Target("", "", indicator, base.period.year, at_least, source, base.value, base.unit)
    )
    numbers = (number for clause in worded.clauses for part in clause.parts for number in part.quantities)
    return any(worded.are((number,), worded.numbers) for number in numbers)


def _asserted(text: str, indicator: Indicator, unit: str, value: Fraction) -> Interval:
    """Return what the decimals of a number assert; one that no report could state is itself."""
    try:
        return read_quantity(text, indicator.kind, unit, units=indicator.units).quantity.interval_in(unit)
    except UnreadableError:
        return Interval.point(value)


def _is_stretch_beyond(fields: Fields, target: Target) -> bool:
    """Whether a stretch, if there is one, asks for more than the value; note where it does not."""
    value, stretch, comparator = target.value, target.stretch, target.comparator
    if comparator.is_attested or value is None or stretch is None:
        return True
    if comparator.shortfall(value, stretch):
        return True
    fields.fault(STRETCH_BELOW, "stretch", stretch=fields.text("stretch"), value=fields.text("value"))
    return False
