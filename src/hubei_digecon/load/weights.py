"""A weights file → :class:`~hubei_digecon.model.weights.Weighting`, or every fault with its place."""

from collections.abc import Mapping
from fractions import Fraction

from ..comparators import MILESTONE
from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, remark
from ..model.targets import Indicator
from ..model.weights import Weighting
from ..quantity import UnreadableError, read_number
from ..text import Text
from ..units import IndicatorKind
from .document import Document, listed, read_document
from .door import admit
from .faults import InputError
from .fields import Fields, check_format
from .named import unknown_indicator
from .targets import TargetLibrary
from .tree import key_place

FORMAT = "digecon/weights/v1"

_ALL = (
    "weights: {{core_share_of_gdp: {share}, core_value_added: {rest}, core_industry_scale: {rest},\n"
    "  gazelle_firms: {rest}, integration_certified_firms: {rest}, new_innovation_platforms: {rest},\n"
    "  attracted_top100_firms: {rest}{more}}}"
)


def _weights(share: str = "2", rest: str = "1", more: str = "") -> str:
    """Return the weights of an example."""
    return _ALL.format(share=share, rest=rest, more=more)


BAD_WEIGHT = DiagnosticKind(
    "bad-weight",
    Severity.ERROR,
    Text("“{text}”不是可以读取的权重", "“{text}” is not a weight that can be read"),
    Text(
        "写不小于0的数，不带单位，如 2 或 0.5；不计的写0",
        "give a number of 0 or more without a unit, as 2 or 0.5; what should not weigh has 0",
    ),
    example=Example(fails=_weights("-2"), passes=_weights("0"), sort=Sort.WEIGHTS),
)
WEIGHT_OF_MILESTONE = DiagnosticKind(
    "weight-of-milestone",
    Severity.ERROR,
    Text(
        "定性任务“{key}”没有数值，不计分，不能有权重",
        "“{key}” is a milestone: it has no value, is not scored and cannot weigh",
    ),
    Text("删去这一行", "leave it out"),
    example=Example(fails=_weights(more=",\n  manufacturing_path: 1"), passes=_weights(), sort=Sort.WEIGHTS),
)
WEIGHT_UNUSED = DiagnosticKind(
    "weight-unused",
    Severity.WARNING,
    Text(
        "没有目标的指标“{key}”不计分，其权重不起作用", "no target is on “{key}”, so its weight does nothing"
    ),
    Text("核对指标名称，或删去这一行", "compare the name of the indicator, or leave it out"),
    example=Example(fails=_weights(more=", gdp: 1"), passes=_weights(), sort=Sort.WEIGHTS),
)
MISSING_WEIGHT = DiagnosticKind(
    "missing-weight",
    Severity.ERROR,
    Text("没有写指标“{key}”（{name}）的权重", "the indicator “{key}” ({name}) has no weight"),
    Text("补上“{key}: …”；不计的写0", "add “{key}: …”, with 0 if it should not weigh"),
    example=Example(
        fails=_weights().replace(" gazelle_firms: 1,", ""),
        passes=_weights().replace("gazelle_firms: 1", "gazelle_firms: 0"),
        sort=Sort.WEIGHTS,
    ),
)
NOTHING_WEIGHS = DiagnosticKind(
    "nothing-weighs",
    Severity.ERROR,
    Text("所有权重都是0，得不出平均数", "all weights are 0, so there is no mean"),
    Text("至少一个指标的权重大于0", "let at least one indicator weigh more than 0"),
    example=Example(fails=_weights("0", "0"), passes=_weights("1", "0"), sort=Sort.WEIGHTS),
)
KINDS = (BAD_WEIGHT, WEIGHT_OF_MILESTONE, WEIGHT_UNUSED, MISSING_WEIGHT, NOTHING_WEIGHS)


def read_weights(path: str, library: TargetLibrary) -> Weighting:
    """Open and read a weights file, or standard input for ``-``.

    Raises:
        InputError: where anything in it is an error; carries all of them, with their places.
        TargetsError: where a target file has an error.
    """
    return read_weighting(read_document(path), library)


def read_weighting(document: Document, library: TargetLibrary) -> Weighting:
    """Read a weights file from its tree, against the indicators and targets of ``library``.

    Raises:
        InputError: where anything in it is an error; carries all of them, with their places.
        TargetsError: where a target file has an error.
    """
    return _WeightsReader(document, library).read()


class _WeightsReader:
    """Reads one weights file; faults are gathered on the way."""

    def __init__(self, document: Document, library: TargetLibrary) -> None:
        self.source, self.known = document.file(), library.catalogue.indicators
        self.scored = scored_indicators(library)
        stated = document.root.get("weights")  # before what has a wrong shape is cut off it
        self.named = tuple(stated) if isinstance(stated, Mapping) else ()
        self.faults: list[Diagnostic] = [*document.faults, *admit(document.root, "weights")]
        self.fields = Fields(document.root, (), self.faults)

    def read(self) -> Weighting:
        check_format(self.fields, FORMAT)
        issued = self.fields.inside("issued")
        by, date = (issued.needed("by"), issued.date("date")) if issued else (None, None)
        weights = self._weights()
        faults = listed(tuple(self.faults))
        if any(fault.is_error for fault in faults):
            raise InputError(self.source, faults)
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
        weights = {id: weight for id in self.scored if (weight := _weight(inside, id)) is not None}
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
        milestone = self.known[id].kind is IndicatorKind.MILESTONE
        kind = WEIGHT_OF_MILESTONE if milestone else WEIGHT_UNUSED
        self._note(kind, inside, id, key=id)
        _weight(inside, id)

    def _note(self, kind: DiagnosticKind, fields: Fields, key: str, /, **values: object) -> None:
        """Note what is wrong with a key itself, or with all that stands under it."""
        self.faults.append(remark(kind, (*fields.at, key), key_place(fields.node, key), **values))


def scored_indicators(library: TargetLibrary) -> Mapping[str, Indicator]:
    """Return the indicators that a target in force has a number for, in the order of the catalogue.

    Raises:
        TargetsError: where a target file has an error, and what it asks for may not be known.
    """
    targets = [target for entity in library.entities() for target in entity.in_force]
    library.raise_faults()
    ids = {target.indicator.id for target in targets if target.comparator is not MILESTONE}
    return {id: indicator for id, indicator in library.catalogue.indicators.items() if id in ids}


def _weight(inside: Fields, id: str) -> Fraction | None:
    """Return the weight under an id; note where it is no number of 0 or more."""
    text = inside.text(id)
    if text is None:
        return None
    try:
        weight = read_number(text)
    except UnreadableError:
        weight = None
    if weight is None or weight < 0:
        inside.fault(BAD_WEIGHT, id, text=text)
        return None
    return weight
