"""The file of one city or zone → its targets, held against the catalogue and the words they cite."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from ..comparators import COMPARATORS, MILESTONE, Comparator
from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort
from ..model.targets import Catalogue, Citation, Entity, Indicator, OtherReading, Target
from ..model.words import EntityKind
from ..text import Text
from ..units import IndicatorKind
from .catalogue import FORMAT, check_reference, number_of, unit_of
from .dates import YEARS
from .document import Document
from .door import admit
from .fields import Fields, check_format, words_of


def _milestone(key: str, *more: str) -> str:
    """Return a target without a number for an example."""
    lines = (
        "targets:",
        f"  {key}:",
        "    due: 2025",
        "    comparator: milestone",
        "    source: {document: example, paragraph: 1, wording: 形成}",
        *(f"    {one}" for one in more),
    )
    return "\n".join(lines)


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
    Text("改文件名或标识（id），使两者一致", "rename the file or mend the id, so that they agree"),
    example=Example(
        fails="entity: {id: example, kind: zone, name: {zh: 示例园区, en: Example Zone}}",
        passes="entity: {id: example-zone, kind: zone, name: {zh: 示例园区, en: Example Zone}}",
        sort=Sort.TARGETS,
        given=Text("文件名为example-zone.yaml", "the file is named example-zone.yaml"),
    ),
)
KEY_OF_COMPARATOR = DiagnosticKind(
    "key-of-comparator",
    Severity.ERROR,
    Text("比较方式为{comparator}的目标{must}“{key}”", "a target with {comparator} {must} “{key}”"),
    Text(
        "定性任务不带数值、单位等，其他目标必须有数值和单位，不分几部分（parts）",
        "a milestone has no value, unit and the like; any other target has both, and no parts",
    ),
    example=Example(
        fails=_milestone("manufacturing_path", "value: 1"),
        passes=_milestone("manufacturing_path"),
        sort=Sort.TARGETS,
    ),
)
COMPARATOR_OF_KIND = DiagnosticKind(
    "comparator-of-kind",
    Severity.ERROR,
    Text(
        "{kind}指标的比较方式不能是{comparator}",
        "an indicator of kind {kind} cannot have the comparator {comparator}",
    ),
    Text("定性任务用“milestone”，其他指标不用", "milestone is for milestones, and for them only"),
    example=Example(
        fails=_milestone("core_value_added"), passes=_milestone("manufacturing_path"), sort=Sort.TARGETS
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
KINDS = (FILE_NAME, KEY_OF_COMPARATOR, COMPARATOR_OF_KIND, STRETCH_BELOW)

OF_NUMBERS = ("value", "unit", "stretch", "since", "other_reading")
OF_MILESTONES = ("parts",)
"""The keys that only a target with a number can have, and those that only a milestone can."""

_HAS_NO, _NEEDS = Text("不能有", "has no"), Text("必须有", "needs")

ENTITY_KINDS = words_of(EntityKind)


class Known(NamedTuple):
    """What an entity's file can name: the catalogue, document ids, and other entities' ids; and whether
    its targets are held against the words that they cite.
    """

    catalogue: Catalogue
    documents: Mapping[str, object]
    entities: Mapping[str, object]
    holds_wording: bool = True


def read_entity(document: Document, stem: str, known: Known) -> tuple[Entity, list[Diagnostic]]:
    """Read the file of a city or zone; the entity is complete where no fault is an error."""
    faults: list[Diagnostic] = [*document.faults, *admit(document.root, "entity")]
    fields = Fields(document.root, (), faults)
    check_format(fields, FORMAT)
    identity = fields.inside("entity") or Fields(document.root, ("entity",), faults)
    id = identity.needed("id") or stem
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
        identity.word("kind", ENTITY_KINDS) or EntityKind.ZONE,
        identity.both("name") or Text.same(id),
        targets,
        identity.texts("aliases"),
        within,
        tuple(task.as_text() for task in fields.each("tasks")),
    )
    return entity, faults


class _TargetReader:
    """Reads one target."""

    def __init__(self, entity: str, key: str, fields: Fields, known: Known) -> None:
        self.entity, self.key, self.fields, self.known = entity, key, fields, known

    def read(self) -> Target:
        fields = self.fields
        indicator = self._indicator()
        comparator: Comparator = fields.word("comparator", COMPARATORS) or MILESTONE
        value, stretch = number_of(fields, "value"), number_of(fields, "stretch")
        target = Target(
            self.entity,
            self.key,
            indicator,
            fields.whole("due", *YEARS) or 0,
            comparator,
            self._citation(),
            value,
            self._unit(indicator, comparator),
            stretch,
            self._since(),
            {name: words.as_text() for name, words in fields.entries("parts")},
            self._other_reading(),
            fields.text("superseded_by"),
            fields.both("note"),
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
        return Indicator(named, name, name, IndicatorKind.MILESTONE, definition=Text("", ""))

    def _unit(self, indicator: Indicator, comparator: Comparator) -> str | None:
        if indicator.id not in self.known.catalogue.indicators or comparator is MILESTONE:
            return self.fields.text("unit")
        return unit_of(self.fields, indicator.kind) if "unit" in self.fields else None

    def _since(self) -> datetime.date | None:
        return self.fields.date("since")

    def _citation(self) -> Citation:
        cited = self.fields.inside("source")
        if cited is None:
            return Citation("", 0, "")
        document = cited.needed("document") or ""
        if document:
            check_reference(cited, "document", document, self.known.documents)
        return Citation(
            document,
            cited.whole("paragraph", 1, 9999) or 0,
            cited.needed("wording") or "",
            cited.texts("neutral"),
        )

    def _other_reading(self) -> OtherReading | None:
        other = self.fields.inside("other_reading")
        if other is None:
            return None
        comparator: Comparator | None = other.word("comparator", COMPARATORS)
        value = number_of(other, "value")
        if comparator is MILESTONE:
            kind = self._indicator().kind.term
            other.fault(COMPARATOR_OF_KIND, "comparator", kind=kind, comparator=MILESTONE.named)
            return None
        return OtherReading(comparator, value) if comparator and value is not None else None

    def _check(self, target: Target) -> None:
        """Note what does not go together within the target, and against the words it cites."""
        if target.indicator.id in self.known.catalogue.indicators:
            self._check_kind(target)
        self._check_keys(target)
        if _is_stretch_beyond(self.fields, target) and target.source.wording and self.known.holds_wording:
            from .wording import check_wording  # a run against the program's own targets does without

            check_wording(self.fields, target)

    def _check_kind(self, target: Target) -> None:
        milestone = target.indicator.kind is IndicatorKind.MILESTONE
        if milestone != (target.comparator is MILESTONE):
            kind, comparator = target.indicator.kind.term, target.comparator.named
            self.fields.fault(COMPARATOR_OF_KIND, "comparator", kind=kind, comparator=comparator)

    def _check_keys(self, target: Target) -> None:
        milestone = target.comparator is MILESTONE
        never = OF_NUMBERS if milestone else OF_MILESTONES
        for key in (key for key in never if key in self.fields):
            self._key_fault(key, key, _HAS_NO, target)
        if not milestone:
            for key in (key for key in ("value", "unit") if key not in self.fields):
                self._key_fault("", key, _NEEDS, target)

    def _key_fault(self, at: str, key: str, must: Text, target: Target) -> None:
        self.fields.fault(KEY_OF_COMPARATOR, at, comparator=target.comparator.named, must=must, key=key)


def _is_stretch_beyond(fields: Fields, target: Target) -> bool:
    """Whether a stretch, if there is one, asks for more than the value; note where it does not."""
    value, stretch, comparator = target.value, target.stretch, target.comparator
    if comparator is MILESTONE or value is None or stretch is None:
        return True
    if comparator.shortfall(value, stretch):
        return True
    fields.fault(STRETCH_BELOW, "stretch", stretch=fields.text("stretch"), value=fields.text("value"))
    return False
