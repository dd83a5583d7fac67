"""A weights file → :class:`~hubei_digecon.domain.scoreboard.Weighting`, or every fault with its place."""

from collections.abc import Mapping
from fractions import Fraction

from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..domain.scoreboard import Weighting
from ..domain.targets import scored_indicators
from ..shapes.diagnostics import BAD_WEIGHT, weights_of
from ..text import Text
from .document import Document, listed, read_document
from .faults import RefusedInput
from .fields import Fields, fields_of
from .references import unknown_indicator
from .targets import TargetLibrary

WEIGHT_OF_MILESTONE = DiagnosticKind(
    "weight-of-milestone",
    Severity.ERROR,
    Text(
        "定性任务“{key}”没有数值，不计分，不能有权重",
        "“{key}” is a milestone: it has no value, is not scored and cannot weigh",
    ),
    Text("删去这一行", "leave it out"),
    example=Example(
        fails=weights_of(more=",\n  manufacturing_path: 1"), passes=weights_of(), sort=Sort.WEIGHTS
    ),
)
WEIGHT_UNUSED = DiagnosticKind(
    "weight-unused",
    Severity.WARNING,
    Text(
        "没有目标的指标“{key}”不计分，其权重不起作用", "no target is on “{key}”, so its weight does nothing"
    ),
    Text("核对指标名称，或删去这一行", "compare the name of the indicator, or leave it out"),
    example=Example(fails=weights_of(more=", gdp: 1"), passes=weights_of(), sort=Sort.WEIGHTS),
)
MISSING_WEIGHT = DiagnosticKind(
    "missing-weight",
    Severity.ERROR,
    Text("没有写指标“{key}”（{name}）的权重", "the indicator “{key}” ({name}) has no weight"),
    Text("补上“{key}: …”；不计的写0", "add “{key}: …”, with 0 if it should not weigh"),
    example=Example(
        fails=weights_of().replace(" gazelle_firms: 1,", ""),
        passes=weights_of().replace("gazelle_firms: 1", "gazelle_firms: 0"),
        sort=Sort.WEIGHTS,
    ),
)
NOTHING_WEIGHS = DiagnosticKind(
    "nothing-weighs",
    Severity.ERROR,
    Text("所有权重都是0，得不出平均数", "all weights are 0, so there is no mean"),
    Text("至少一个指标的权重大于0", "let at least one indicator weigh more than 0"),
    example=Example(fails=weights_of("0", "0"), passes=weights_of("1", "0"), sort=Sort.WEIGHTS),
)
KINDS = (BAD_WEIGHT, WEIGHT_OF_MILESTONE, WEIGHT_UNUSED, MISSING_WEIGHT, NOTHING_WEIGHS)


def read_weights(path: str, library: TargetLibrary) -> Weighting | RefusedInput:
    """Open and read a weights file, or standard input for ``-``.

    Raises:
        TargetsError: where a target file has an error.
    """
    document = read_document(path)
    return document if isinstance(document, RefusedInput) else read_weighting(document, library)


def read_weighting(document: Document, library: TargetLibrary) -> Weighting | RefusedInput:
    """Read a weights file from its tree, against the indicators and targets of ``library``; where anything in
    it is an error, return all of them, with their places.

    Raises:
        TargetsError: where a target file has an error.
    """
    return _WeightsReader(document, library).read()


class _WeightsReader:
    """Read one weights file; faults are gathered on the way."""

    def __init__(self, document: Document, library: TargetLibrary) -> None:
        self.source, self.known = document.file(), library.catalogue.indicators
        entities = library.entities()
        library.raise_faults()  # what a target file with an error asks for may not be known
        self.scored = scored_indicators(entities, library.catalogue, library.judged_documents)
        stated = document.root.get("weights")  # before what has a wrong shape is cut off it
        self.named = tuple(stated) if isinstance(stated, Mapping) else ()
        self.fields = fields_of(document, "weights")
        self.faults = self.fields.faults

    def read(self) -> Weighting | RefusedInput:
        issued = self.fields.inside("issued")
        by, date = (issued.value("by"), issued.value("date")) if issued else (None, None)
        weights = self._weights()
        faults = listed(tuple(self.faults.located()))
        if any(fault.is_error for fault in faults):
            return RefusedInput(self.source, faults)
        assert by is not None
        assert date is not None
        return Weighting(self.source, by, date, weights, faults)

    def _weights(self) -> dict[str, Fraction]:
        """Return the weights of the indicators that are scored."""
        inside = self.fields.inside("weights")
        if inside is None:
            return {}
        for id in self.named:
            self._check_name(inside, id)
        weights = {id: weight for id in self.scored if (weight := inside.value(id)) is not None}
        for id, indicator in self.scored.items():
            if id not in self.named:
                self._note(MISSING_WEIGHT, self.fields, "weights", key=id, name=indicator.name)
        if len(weights) == len(self.scored) and not any(weights.values()):
            self._note(NOTHING_WEIGHS, self.fields, "weights")
        return weights

    def _check_name(self, inside: Fields, id: str) -> None:
        """Note where a weight is none of an indicator that is scored."""
        if id in self.scored:
            return
        if id not in self.known:
            unknown_indicator(self.fields, "weights", id, self.known)
            return
        kind = WEIGHT_OF_MILESTONE if self.known[id].kind.takes_state else WEIGHT_UNUSED
        self._note(kind, inside, id, key=id)
        inside.value(id)

    def _note(self, kind: DiagnosticKind, fields: Fields, key: str, /, **values: object) -> None:
        """Note what is wrong with a key itself, or with all that stands under it."""
        fields.fault_of_key(kind, key, **values)
