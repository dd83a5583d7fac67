"""Draws whole files from the shapes: mostly as they should be, here and there odd, as YAML and as JSON."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from hubei_digecon.domain.comparators import MILESTONE
from hubei_digecon.domain.targets import Entity, Indicator, Target, scored_indicators
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, IndicatorKind
from hubei_digecon.shapes.base import Form, Key, ListForm, MapForm, Shape, ShapeForm, TextForm, keys_of
from hubei_digecon.shapes.files import FILES, SHAPES
from hubei_digecon.shapes.holds import Holds
from hubei_digecon.shapes.office_words import ATTESTED, KIND_WORDS, NATURES, STATES

from ..building import PLACES

Strategy = st.SearchStrategy[Any]

TEXTS = (
    "示例", "text", "a: b", "2025", "02025", "2025-M09", "2025-M12", "2025-Q3", "2025-H2", "1899", "2200",
    "2026-01-20", "2024-02-29", "2025-02-29", "0000-01-01", "2026-1-20", "0", "1", "0042", "9", "9999",
    "10000", "0000001", "1.0", "1.5", "-1", "+5", "-0", "1e3", "0x1F", "0o17", ".5", "5.", "-.5", ".inf", ".nan",
    "1,048.3", "1,04", "010", "1_000", "12:30", "1" * 30, "1" * 31, "１２", "true", "True", "false", "FALSE",
    "是", "否", "yes", "no", "null", "~", "Null", "docs/1.pdf", "../1.pdf", "a/../b", "a/..", "a/.. /b", "..b",
    "/etc", "\\x", "C:x", "http://x", "文号〔2025〕1号", "\ufeff", "\u200b", "%", "％", "‰", "家", "亿元", "亿",
    "万元", "万", "百分点", "美元", "final", "快报", "核定", "已实现", "achieved", "partial", "not_achieved",
    "cumulative", "in_force", "national", "省级", "city", "示范城市", "amount", "总量", "flow", "stock", "at_least",
    "milestone", "more_than", "not_published", "未公布", "410亿元（预计）", "人民币410亿元", "亿元（人民币）", "（家）", "预计182家", "31.2（%）", "/", "core-2021", "digecon/report/v1", "digecon/review/v1",
    "digecon/targets/v1", "digecon/weights/v1", "digecon/report/v2", "wuhan", "wuhan-wedz", "武汉市", "gdp", "notice", "0f" * 32,
)  # fmt: skip
"""Texts for any key: right at some, wrong at others, and some that an editor takes for something else."""

NUMBERS = ("1048.3", "1,048.3", "31", "12", "0", "+7")
ODD_NUMBERS = (
    "-3.5",
    "-0",
    "１２",
    "１．５",
    "1" * 31,
    "12.0",
    "1e3",
    ".5",
    "5.",
    "0x1F",
    "一",
    "2 3",
    "1,04",
    "",
)
ABSENT = ("未公布", "/", "—", "无", "暂无", "N/A", "待统计", "统计局尚未反馈", "见附件", "410.0*")
FIRST = ("人民币", "约人民币", "预计", "预计完成", "预估数", "约预计", "预计约", "快报")
BEHIND = (
    "（预计）",
    "(快报数)",
    " （初步数）",
    "（部门统计）",
    "（核定）",
    "（亿元）",
    "(家)",
    "（%）",
    "（）",
    "（ 亿元 ）",
    "人民币",
    "（人民币）",
    "人民币（预计）",
)
HEDGES = ("约", "超", "超过", "以上", "多", "余", "左右")
ODD_UNITS = ("亿元人民币", "亿元（人民币）", "（亿元）", "百分点", "美元", "％", "家", "亿", "%", "")
BLANKS = ("", "", "", "", " ", "\u3000", "\t", "\n", "\u00a0", "\u0085", "\u001f")
ODD_TREES: tuple[Any, ...] = (
    None, None, None, [], ["text"], [None], {}, {"text": None}, {"value": "1"}, {"unknown": "a"},
)  # fmt: skip


@dataclass(frozen=True)
class Leaf:
    """A scalar, and whether it stands in quotes."""

    text: str
    quoted: bool


@cache
def _one_in(number: int) -> st.SearchStrategy[bool]:
    return st.integers(1, number).map(lambda drawn: drawn == number)


def _some(sound: Iterable[str], odd: Iterable[str], rarely: int = 10) -> st.SearchStrategy[str]:
    """Draw one of the sound texts, now and then one of the odd."""
    usual, unusual = st.sampled_from(tuple(sound)), st.sampled_from(tuple(odd))
    return _one_in(rarely).flatmap(lambda rare: unusual if rare else usual)


@st.composite
def _leaf(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Any:
    """Draw a scalar, now and then with blanks around it, or something that is none."""
    if draw(_one_in(40)):
        return draw(st.sampled_from(ODD_TREES))
    text = draw(texts)
    if draw(_one_in(15)):
        text = draw(st.sampled_from(BLANKS)) + text + draw(st.sampled_from(BLANKS))
    return Leaf(text, quoted=draw(st.booleans()))


@st.composite
def _quantity(draw: st.DrawFn, kind: IndicatorKind) -> str:
    """Draw a value, with its unit or without: number, hedge and unit in an order that may be wrong, what
    offices write beside them, or a word that there is none.
    """
    if draw(_one_in(12)):
        return draw(st.sampled_from(ABSENT))
    numbers = NUMBERS if kind is not INDICATOR_KINDS["count"] else NUMBERS[2:]
    parts = [draw(_some(numbers, ODD_NUMBERS))]
    if draw(_one_in(4)):
        parts.insert(draw(st.integers(0, 1)), draw(st.sampled_from(HEDGES)))
    parts.append(draw(_some((*_units(kind), ""), ODD_UNITS)))
    if draw(_one_in(8)):
        parts.insert(draw(st.integers(0, len(parts))), draw(st.sampled_from(HEDGES)))
    if draw(_one_in(8)):
        parts.insert(0, draw(st.sampled_from(FIRST)))
    if draw(_one_in(6)):
        parts.append(draw(st.sampled_from(BEHIND)))
    return draw(st.sampled_from(("", "", "", " ", "　", "\t"))).join(parts)


def _units(kind: IndicatorKind) -> tuple[str, ...]:
    return tuple(kind.units)


@cache
def fitting(holds: Holds) -> tuple[str, ...]:
    """Return texts that a key holds."""
    if holds.words:
        return tuple(holds.words)
    if holds.regex is None:
        return TEXTS[:12]
    pattern = re.compile(holds.regex)
    return tuple(text for text in TEXTS if pattern.fullmatch(text))


@cache
def _form(form: Form) -> Strategy:
    match form:
        case TextForm(holds):
            return _leaf(_some(fitting(holds), TEXTS, 15))
        case ShapeForm(shape, short):
            whole = _shape(shape)
            return st.one_of(_leaf(st.sampled_from(TEXTS[:12])), whole) if short else whole
        case ListForm(of):
            return st.lists(_form(of), max_size=2)
        case MapForm(of):
            return st.dictionaries(st.sampled_from("abc"), _form(of), max_size=2)


@cache
def _keys(shape: type[Shape]) -> tuple[Key, ...]:
    return tuple(keys_of(shape))


@st.composite
def _shape(
    draw: st.DrawFn,
    shape: type[Shape],
    given: Mapping[str, Strategy] = MappingProxyType({}),
    never: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Draw a mapping of a shape: with all it needs and some of the rest, now and then with too much.

    ``given``: keys that always stand there, and what under them; ``never``: keys that hardly ever do.
    """
    drawn: dict[str, Any] = {}
    for key in _keys(shape):
        wanted = key.required or key.name in given
        rarely = 60 if wanted or key.name in never else 4
        if draw(_one_in(rarely)) is not wanted:
            drawn[key.name] = draw(given[key.name] if key.name in given else _form(key.form))
    if draw(_one_in(40)):
        drawn["unknown"] = draw(st.sampled_from(ODD_TREES))
    return drawn


def _among(names: Iterable[str]) -> Strategy:
    return _leaf(_some(names, TEXTS, 25))


class Files:
    """Draws files that name what a library of targets knows."""

    def __init__(self, library: TargetLibrary) -> None:
        self.library, self.indicators = library, library.catalogue.indicators

    def of(self, sort: str) -> Strategy:
        """Return what draws the tree of a file of one sort."""
        made: dict[str, Callable[[], Strategy]] = {
            "report": self._report, "review": self._review, "catalogue": self._catalogue,
            "document": lambda: _shape(FILES["document"]), "entity": self._entity,
            "weights": self._weights,
        }  # fmt: skip
        return made[sort]()

    def _report(self) -> Strategy:
        observations = self._by_indicator(self._observation)
        return _shape(FILES["report"], {"entity": _among(self.library.files), "observations": observations})

    def _by_indicator(self, draw: Callable[[Indicator], Strategy]) -> Strategy:
        """Draw a mapping by indicators, now and then with a key that is none."""
        known = st.sampled_from(tuple(self.indicators.values()))
        entry = known.flatmap(lambda one: st.tuples(_some([one.id], TEXTS, 60), draw(one)))
        return st.lists(entry, max_size=3).map(dict)

    def _observation(self, indicator: Indicator) -> Strategy:
        kind, shape = indicator.kind, SHAPES["Observation"]
        if kind is INDICATOR_KINDS["milestone"]:
            state = _leaf(_some(STATES, TEXTS))
            return st.one_of(state, _shape(shape, {"state": state}, ("value", "missing")), _shape(shape))
        value, unit = _leaf(_quantity(kind)), _leaf(_some(_units(kind), ODD_UNITS))
        both = _shape(shape, {"value": value, "unit": unit}, ("state", "missing"))
        one = _shape(shape, {"value": value}, ("state", "missing", "unit"))
        return st.one_of(value, both, one, _shape(shape, {}, ("state",)))

    def _review(self) -> Strategy:
        def of_entity(entity: Entity) -> Strategy:
            targets = st.sampled_from(entity.targets)
            attested = [one for one in entity.targets if one.comparator is MILESTONE]
            return _shape(
                FILES["review"],
                {
                    "entity": _among([entity.id]),
                    "verified": self._by_indicator(self._verified),
                    "rejected_items": self._by_indicator(
                        lambda _: st.lists(_shape(SHAPES["RejectedItem"]), max_size=2)
                    ),
                    "attestations": _by_target(st.sampled_from(attested), _attestation),
                    "waivers": _by_target(targets, lambda _: _shape(SHAPES["Waiver"])),
                },
            )

        return st.sampled_from(PLACES).flatmap(of_entity)

    def _verified(self, indicator: Indicator) -> Strategy:
        kind = indicator.kind
        if kind is INDICATOR_KINDS["milestone"]:
            return _shape(SHAPES["Verified"])
        unit = _leaf(_some(_units(kind), ODD_UNITS))
        return _shape(SHAPES["Verified"], {"value": _leaf(_quantity(kind)), "unit": unit})

    def _catalogue(self) -> Strategy:
        ids = tuple(self.indicators)
        by_key = {key: _among(ids) for key in ("ratio", "numerator", "denominator", "plausible")}
        pair = {"no_more_than": st.lists(_among(ids), min_size=1, max_size=3)}
        every = tuple({**by_key, **pair, "at_most": None, "because": None})

        def relation(*keys: str) -> Strategy:
            given = {key: strategy for key, strategy in {**by_key, **pair}.items() if key in keys}
            own = {key.name: _form(key.form) for key in keys_of(SHAPES["Relation"])}
            given = {key: given.get(key, own[key]) for key in keys}
            return _shape(SHAPES["Relation"], given, tuple(key for key in every if key not in keys))

        relations = st.one_of(
            relation("ratio", "numerator", "denominator"),
            relation("no_more_than"),
            relation("plausible", "at_most", "because"),
        )
        indicators = st.dictionaries(
            st.sampled_from(ids), st.sampled_from([*INDICATOR_KINDS.values()]).flatmap(_indicator), max_size=3
        )
        given = {"indicators": indicators, "relations": st.lists(relations, max_size=2)}
        return _shape(FILES["catalogue"], given)

    def _entity(self) -> Strategy:
        identity = _shape(
            SHAPES["Identity"], {"id": _among(["one", "2025"]), "within": _among(self.library.files)}
        )
        targets = self._by_indicator(self._target)
        return _shape(FILES["entity"], {"entity": identity, "targets": targets})

    def _target(self, indicator: Indicator) -> Strategy:
        source = _shape(SHAPES["Citation"], {"document": _among(self.library.documents)})
        named = _among([indicator.id])
        numbers = ("value", "unit", "stretch", "since", "other_reading")
        if indicator.kind is INDICATOR_KINDS["milestone"]:
            given = {"comparator": _among([MILESTONE.id]), "source": source, "indicator": named}
            return _shape(SHAPES["Target"], given, numbers)
        wording = _among(["达到50亿元", "50家", "超过20%", "3—5家"])
        cited = {"document": _among(self.library.documents), "wording": wording}
        return _shape(
            SHAPES["Target"],
            {
                "comparator": _among(["at_least", "more_than"]),
                "value": _among(["50", "20", "3"]),
                "unit": _leaf(_some(indicator.kind.units.full, ODD_UNITS)),
                "source": _shape(SHAPES["Citation"], cited),
                "indicator": st.one_of(st.none(), named),
            },
            ("parts", "stretch"),
        )

    def _weights(self) -> Strategy:
        """Draw a weight for each indicator that is scored, now and then one missing or too many."""
        weight = _leaf(_some(("0", "1", "2.5", "+3", "-0", "1,000"), (*ODD_NUMBERS, "-1", "1%"), 25))
        every = st.fixed_dictionaries(
            dict.fromkeys(
                scored_indicators(PLACES, self.library.catalogue, self.library.judged_documents), weight
            )
        )
        others = st.dictionaries(st.sampled_from((*self.indicators, *TEXTS)), weight, max_size=1)
        some = st.dictionaries(st.sampled_from(tuple(self.indicators)), weight, max_size=3)
        most = st.tuples(every, others).map(lambda drawn: drawn[0] | drawn[1])
        weights = st.one_of(every, every, most, some)
        return _shape(FILES["weights"], {"weights": weights})


def _by_target(targets: st.SearchStrategy[Target], draw: Callable[[Target], Strategy]) -> Strategy:
    """Draw a mapping by targets, named by key or by id, now and then with a key that is none."""

    def entry(target: Target) -> Strategy:
        return st.tuples(_some([target.key, target.id], TEXTS, 60), draw(target))

    return st.lists(targets.flatmap(entry), max_size=2).map(dict)


def _attestation(target: Target) -> Strategy:
    state = _leaf(_some(ATTESTED, TEXTS))
    if not target.parts:
        return _shape(SHAPES["Attestation"], {"state": state}, ("parts",))
    parts = st.fixed_dictionaries(dict.fromkeys(target.parts, state))
    return _shape(SHAPES["Attestation"], {"parts": parts}, ("state",))


def _indicator(kind: IndicatorKind) -> Strategy:
    spelt = _among(word for word, one in KIND_WORDS.items() if one is kind)
    natures = [word for word, one in NATURES.items() if one in kind.natures]
    given = {"kind": spelt, "scopes": st.none()}
    if kind.units.full:
        given["unit"] = _leaf(_some(kind.units.full, ODD_UNITS))
    if natures:
        given["nature"] = _among(natures)
    return _shape(SHAPES["Indicator"], given, tuple({"unit", "nature"} - given.keys()))


# Writing


_JSON = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")


def as_json(node: Any) -> str:
    """Write a tree as JSON: numbers and truth values as such, where they can be and want no quotes."""
    match node:
        case Leaf(text, quoted):
            return text if not quoted and _JSON.fullmatch(text) else json.dumps(text)
        case dict():
            return f"{{{', '.join(f'{json.dumps(key)}: {as_json(value)}' for key, value in node.items())}}}"
        case list():
            return f"[{', '.join(map(as_json, node))}]"
        case _:
            return json.dumps(node)


_PLAIN = re.compile(
    r"[^\s,\[\]{}#&*!|>'\"%@`?:\ufeff-][^,\[\]{}#:\n\r\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]*|-[0-9.]+|[-+]?[0-9.]+"
)


_EMPTY = '""'
"""What stands in a list for nothing."""


def as_yaml(tree: Any) -> str:
    """Write a tree as YAML: without quotes where a leaf wants none and can do without."""
    return f"# a file\n{_yaml(tree)}\n"


def _yaml(node: Any) -> str:
    match node:
        case Leaf(text, quoted):
            plain = not quoted and _PLAIN.fullmatch(text) and text == text.strip() and " #" not in text
            return text if plain else json.dumps(text)
        case dict():
            return f"{{{', '.join(f'{json.dumps(key)}: {_yaml(value)}' for key, value in node.items())}}}"
        case list():
            return f"[{', '.join(_yaml(one) or _EMPTY for one in node)}]"
        case None:
            return ""
        case _:
            return json.dumps(node)
