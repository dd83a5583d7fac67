"""A report file → :class:`~hubei_digecon.domain.reports.Report`, or every fault with its place."""

from functools import partial

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, diagnose
from ..domain.reports import Observation, Report, Submission
from ..text import Text
from .document import Document, listed, read_document
from .faults import MISSING_KEY, RefusedInput, accepted
from .fields import fields_of
from .observations import ObservationSetting, read_observation
from .references import entity_named, unknown_indicator
from .targets import TargetLibrary

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
    return _ReportReader(document, library).read()


def _asked(blank: Diagnostic) -> Diagnostic:
    """Return what is asked for in place of a key that is missing, by its name in words."""
    name = _COVER[blank.at]
    return diagnose(COVER_BLANK, blank.at, blank.place, name=name, key=name.en)


class _ReportReader:
    """Read one report of the shape of one; faults and diagnostics are gathered on the way."""

    def __init__(self, document: Document, library: TargetLibrary) -> None:
        self.source, self.library, self.catalogue = document.file(), library, library.catalogue
        self.fields = fields_of(document, "report")
        self.faults = self.fields.faults
        self.unfilled: dict[str, str] = {}

    def read(self) -> Report | RefusedInput:
        fields = self.fields
        entity, period = entity_named(fields, self.library), fields.value("period")
        submitted = self._submitted()
        illustrative = bool(fields.value("illustrative"))
        setting = ObservationSetting(self.catalogue, period, partial(self._wants_basically, entity))
        observations = dict(self._observations(setting))
        self._tell_blanks(bool(observations))
        diagnostics = self._diagnostics()
        if any(fault.is_error for fault in diagnostics):
            return RefusedInput(self.source, diagnostics, entity, period)
        assert entity is not None
        assert period is not None
        assert submitted is not None
        return Report(
            self.source, entity, period, submitted, observations, illustrative, diagnostics, self.unfilled
        )

    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is to be said of the report. Where one thing stands is found when it is shown."""
        is_one = len(self.faults) < 2 and not any(one.is_error for one in self.faults)
        return tuple(self.faults) if is_one else listed(tuple(self.faults.located()))

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
