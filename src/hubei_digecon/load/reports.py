"""A report file → :class:`~hubei_digecon.model.reports.Report`, or every fault with its place."""

from functools import partial
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Place, Severity, SourceFile, remark
from ..model.reports import Observation, Report, Submission
from ..text import Text
from .document import Document, listed, parsed, read_document
from .door import admit, is_shaped, lets_in_but_for
from .faults import MISSING_KEY, InputError
from .fields import REVISIONS, Fields, check_format
from .named import entity_named, unknown_indicator
from .observations import Setting, observation_at_once, read_observation
from .source import BOM, decoded, read_bytes
from .targets import TargetLibrary
from .tree import MAX_FAULTS, find

FORMAT = "digecon/report/v1"
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
    return read_report(read_document(path), library)


def read_report(document: Document, library: TargetLibrary) -> Report:
    """Read a report from its tree; see :func:`load_report`."""
    faults = [*document.faults, *admit(document.root, "report")]
    return _ReportReader(document.file(), document.root, faults, library).read()


def read_plainly(path: str, library: TargetLibrary) -> Report | None:
    """Read a report in plain YAML in a third of the time, for a run that shows nothing of it but what it
    comes to: its remarks have no places, and its file no digest. Where anything in it is an error, or not
    plain, nothing is returned; :func:`load_report` tells.
    """
    from .plain_yaml import plain_yaml

    try:
        data = read_bytes(path)
        root = plain_yaml(data.decode("utf-8").removeprefix(BOM))
        if root is None or not lets_in_but_for(root, "report", _OBSERVATIONS):
            return None
        file = SourceFile(path, find=partial(_find_later, path, data))
        report = _ReportReader(file, root, [], library, admitted=False).read()
    except (InputError, UnicodeDecodeError, _OtherShapeError):
        return None
    return report if len(report.remarks) <= MAX_FAULTS else None


def _asked(blank: Diagnostic) -> Diagnostic:
    """Return what is asked for in place of a key that is missing, by its name in words."""
    name = _COVER[blank.at]
    return remark(COVER_BLANK, blank.at, blank.place, name=name, key=name.en)


def _find_later(path: str, data: bytes, at: Path) -> Place | None:
    return find(parsed(decoded(path, data)).root, at)


class _OtherShapeError(Exception):
    """An observation that has not the shape of one."""


class _ReportReader:
    """Reads one report; faults and remarks are gathered on the way.

    Unless its observations are ``admitted`` already, each that cannot be read at once is held against the
    shape of one; those that can be have it.
    """

    def __init__(
        self,
        source: SourceFile,
        root: dict[str, Any],
        faults: list[Diagnostic],
        library: TargetLibrary,
        admitted: bool = True,
    ) -> None:
        self.source, self.library, self.catalogue = source, library, library.catalogue
        self.faults, self.admitted = faults, admitted
        self.fields = Fields(root, (), faults)
        self.unfilled: dict[str, str] = {}

    def read(self) -> Report:
        fields = self.fields
        check_format(fields, FORMAT)
        entity, period = entity_named(fields, self.library), fields.period("period")
        submitted = self._submitted()
        illustrative = fields.flag("illustrative")
        setting = Setting(
            self.catalogue, period.year if period else None, partial(self._wants_basically, entity)
        )
        observations = dict(self._observations(setting))
        self._tell_blanks(bool(observations))
        remarks = listed(tuple(self.faults)) if self.faults else ()
        if any(fault.is_error for fault in remarks):
            raise InputError(self.source, remarks, entity, period)
        assert entity is not None
        assert period is not None
        assert submitted is not None
        return Report(
            self.source, entity, period, submitted, observations, illustrative, remarks, self.unfilled
        )

    def _submitted(self) -> Submission | None:
        fields = self.fields.inside("submitted")
        if fields is None:
            return None
        by, date = fields.needed("by"), fields.needed("date") and fields.date("date")
        revision = fields.whole("revision", *REVISIONS)
        return Submission(by or "", date or None, revision or 1)

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
            self.faults[:] = [*others, remark(NOT_FILLED, blank[0].at, blank[0].place)]

    def _wants_basically(self, entity: str | None, indicator: str) -> bool:
        """Whether a target of a place on an indicator asks for what is basically done only."""
        place = self.library.entity(entity) if entity else None
        targets = (one for one in (place.in_force if place else ()) if one.indicator.id == indicator)
        return any(_BASICALLY in target.source.wording for target in targets)

    def _observations(self, setting: Setting) -> "list[tuple[str, Observation]]":
        read, known = [], self.catalogue.indicators
        for name, node in (self.fields.node.get(_OBSERVATIONS) or {}).items():
            indicator = known.get(name)
            if indicator is None:  # left empty too: a misspelt name must not pass in silence
                unknown_indicator(self.fields, _OBSERVATIONS, name, known)
                continue
            observation = observation_at_once(node, indicator, self.catalogue)
            if observation is None and node is not None and not self._is_admitted(node):
                raise _OtherShapeError(name)
            if observation is None and (fields := self.fields.entry(_OBSERVATIONS, name, node, "value")):
                observation = read_observation(fields, indicator, setting)
                if observation is None and (commitment := fields.text("target")):
                    self.unfilled[name] = commitment
            if observation is not None:
                read.append((name, observation))
        return read

    def _is_admitted(self, node: Any) -> bool:
        return self.admitted or is_shaped(node, "Observation")
