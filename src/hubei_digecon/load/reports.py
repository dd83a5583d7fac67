"""A report file → :class:`~hubei_digecon.domain.reports.Report`, or every fault with its place."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Place, Severity, SourceFile, diagnose
from ..domain.reports import Observation, Report, Submission
from ..shapes.compiled import lets_in
from ..text import Text
from .document import Document, listed, parsed, read_document
from .faults import MISSING_KEY, RefusedInput, accepted
from .fields import fields_of
from .observations import ObservationSetting, read_observation
from .readers import is_told_by_content, reader_of
from .references import entity_named, unknown_indicator
from .shape_faults import admit
from .source import BOM, decoded
from .targets import TargetLibrary
from .tree import MAX_FAULTS, find

_OBSERVATIONS = "observations"
_BASICALLY = "基本"
_COVER: dict[Path, Text] = {
    ("submitted", "by"): Text("填报单位", "submitted.by"),
    ("submitted", "date"): Text("填报日期", "submitted.date"),
}
"""What a form leaves open of who hands it in, in words."""

COVER_BLANK = DiagnosticKind(
    "cover-not-filled",
    Severity.ERROR,
    Text("没有填写{name}", "{name} is not filled in"),
    Text(
        "补上后再报（YAML、JSON中的键是“{key}”）",
        "fill it in, then hand the report in (in YAML and JSON the key is “{key}”)",
    ),
    example=Example(
        fails="submitted: {by: , date: 2026-01-20}",
        passes="submitted: {by: 示例单位, date: 2026-01-20}",
    ),
)
NOT_FILLED = DiagnosticKind(
    "form-not-filled",
    Severity.WARNING,
    Text(
        "这份填报表还没有填写，没有可核验的内容", "this form is not filled in yet; there is nothing to judge"
    ),
    Text(
        "填写完成值、填报单位和填报日期后再报",
        "fill in the values, the office and the day, then hand it in",
    ),
    example=Example(
        fails="submitted: {by: , date: }\nobservations: {gdp: }",
        passes="submitted: {by: 示例单位, date: 2026-01-20}\nobservations: {gdp: 1000亿元}",
    ),
)
KINDS = (COVER_BLANK, NOT_FILLED)


def load_report(path: str, library: TargetLibrary) -> Report:
    """Read the report at ``path`` (``-``: standard input) against the catalogue of ``library``.

    Raises:
        InputError: where anything in it is an error; carries all of them, with their places.
    """
    return accepted(read_report(accepted(read_document(path)), library))


def read_report(document: Document, library: TargetLibrary) -> Report | RefusedInput:
    """Read a report from its tree; of one with errors return all of them, with their places."""
    faults = [*document.faults, *admit(document.root, "report")]
    return _ReportReader(document.file(), document.root, faults, library).read()


def read_plainly(path: str, data: bytes, library: TargetLibrary) -> Sequence[Report | RefusedInput] | None:
    """Read the reports of a file in a third of the time, for a run that shows nothing of them but what they
    come to: their diagnostics have no places, and their file no digest. Where that file is not plain, nothing
    is returned; :func:`read_report` tells.
    """
    read = None if is_told_by_content(path) else _READ_PLAINLY.get(reader_of(path).name)
    return read(path, data, library) if read else None


def _read_yaml_plainly(path: str, data: bytes, library: TargetLibrary) -> Sequence[Report] | None:
    from .plain_yaml import plain_yaml

    try:
        root = plain_yaml(data.decode("utf-8").removeprefix(BOM))
    except UnicodeDecodeError:
        return None
    file = SourceFile(path, find=partial(_find_later, path, data))
    report = _read_tree(library, file, root) if root else None
    return (report,) if report else None


def _read_part_plainly(
    path: str, data: bytes, library: TargetLibrary
) -> Sequence[Report | RefusedInput] | None:
    from .tables.arrow.plain import reports_in_part

    read_tree, read_placed = partial(_read_tree, library), partial(read_report, library=library)
    return reports_in_part(path, data, library, read_tree, read_placed)


_READ_PLAINLY = {"yaml": _read_yaml_plainly, "parquet": _read_part_plainly}


def _read_tree(library: TargetLibrary, file: SourceFile, root: dict[str, Any]) -> Report | None:
    """Return the report in a tree without places; ``None`` where anything in it is an error."""
    if not lets_in(root, "report"):
        return None
    report = _ReportReader(file, root, [], library).read()
    if isinstance(report, RefusedInput) or len(report.diagnostics) > MAX_FAULTS:
        return None
    return report


def _asked(blank: Diagnostic) -> Diagnostic:
    """Return what is asked for in place of a key that is missing, by its name in words."""
    name = _COVER[blank.at]
    return diagnose(COVER_BLANK, blank.at, blank.place, name=name, key=name.en)


def _find_later(path: str, data: bytes, at: Path) -> Place | None:
    return find(parsed(decoded(path, data)).root, at)


class _ReportReader:
    """Read one report of the shape of one; faults and diagnostics are gathered on the way."""

    def __init__(
        self, source: SourceFile, root: dict[str, Any], faults: list[Diagnostic], library: TargetLibrary
    ) -> None:
        self.source, self.library, self.catalogue = source, library, library.catalogue
        self.faults = faults
        self.fields = fields_of(root, "report", faults)
        self.unfilled: dict[str, str] = {}

    def read(self) -> Report | RefusedInput:
        fields = self.fields
        entity, period = entity_named(fields, self.library), fields.value("period")
        submitted = self._submitted()
        illustrative = bool(fields.value("illustrative"))
        setting = ObservationSetting(self.catalogue, period, partial(self._wants_basically, entity))
        observations = dict(self._observations(setting))
        self._tell_blanks(bool(observations))
        diagnostics = listed(tuple(self.faults)) if self.faults else ()
        if any(fault.is_error for fault in diagnostics):
            return RefusedInput(self.source, diagnostics, entity, period)
        assert entity is not None
        assert period is not None
        assert submitted is not None
        return Report(
            self.source, entity, period, submitted, observations, illustrative, diagnostics, self.unfilled
        )

    def _submitted(self) -> Submission | None:
        fields = self.fields.inside("submitted")
        if fields is None:
            return None
        return Submission(fields.value("by") or "", fields.value("date"), fields.value("revision") or 1)

    def _tell_blanks(self, filled: bool) -> None:
        """Ask for what is left open of who hands the report in; of a form of which nothing is filled yet, say
        just that.
        """
        blank = [fault for fault in self.faults if fault.kind is MISSING_KEY and fault.at in _COVER]
        if not blank:
            return
        others = [fault for fault in self.faults if fault not in blank]
        filled = filled or any(fault.is_error or fault.at[:1] == (_OBSERVATIONS,) for fault in others)
        if filled or not self.fields.node.get(_OBSERVATIONS):
            self.faults[:] = [*others, *map(_asked, blank)]
        else:
            self.faults[:] = [*others, diagnose(NOT_FILLED, blank[0].at, blank[0].place)]

    def _wants_basically(self, entity: str | None, indicator: str) -> bool:
        """Whether a target of a place on an indicator asks for what is basically done only."""
        place = self.library.entity(entity) if entity else None
        judged = place.judged(self.library.judged_documents) if place else ()
        return any(_BASICALLY in one.source.wording for one in judged if one.indicator.id == indicator)

    def _observations(self, setting: ObservationSetting) -> "list[tuple[str, Observation]]":
        read, known = [], self.catalogue.indicators
        for name, node in (self.fields.node.get(_OBSERVATIONS) or {}).items():
            indicator = known.get(name)
            if indicator is None:  # left empty too: a misspelt name must not pass in silence
                unknown_indicator(self.fields, _OBSERVATIONS, name, known)
                continue
            fields = self.fields.entry(_OBSERVATIONS, name, node)
            observation = read_observation(fields, indicator, setting) if fields else None
            if observation is not None:
                read.append((name, observation))
            elif fields and (commitment := fields.text("target")):
                self.unfilled[name] = commitment
        return read
