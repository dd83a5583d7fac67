"""Targets as plans publish them: each row of ``published_targets.tsv`` becomes a target file, which lint
accepts without loss of meaning, or refuses by the diagnostic that ``REFUSED`` explains.
"""

import csv
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from hubei_digecon.diagnostics import Diagnostic, Severity
from hubei_digecon.domain.targets import Target
from hubei_digecon.domain.words import TargetNature
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.kinds import Nature

HERE = Path(__file__).parent
ROWS = list(csv.DictReader((HERE / "published_targets.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
BESIDE: Mapping[str, Any] = yaml.load((HERE / "published_targets.yaml").read_text("utf-8"), yaml.CBaseLoader)
"""The rows, and what their entries need beside the columns: it names neutral words row by row."""

KINDS = {
    "amount": "amount", "share": "share", "count": "count", "rate": "rate", "doubling": "rate",
    "rank": "rank", "ratio": "number", "index": "number", "intensity": "number", "physical": "number",
}  # fmt: skip
"""The kind of the program for each kind of the rows."""
COMPARATORS = {"full": "at_least"}
"""The comparator of the program where it is called otherwise: 全覆盖 is at least 100 %."""
UNITS = {"（无单位）": ""}


class Entry(NamedTuple):
    """A target that was read, and its row."""

    target: Target
    row: Mapping[str, str]


def _change(how: str) -> Callable[[Entry], bool]:
    return lambda one: (change := one.target.indicator.change) is not None and change.how.id == how


def _doubles(one: Entry) -> bool:
    """Whether a doubling is the target, or told beside the number that is."""
    return _change("multiple")(one) or one.target.note is not None


def _reads(word: str) -> Callable[[Entry], bool]:
    """Whether the comparator is read from a phrase of the wording."""
    return lambda one: getattr(one.target.comparator.phrase_in(one.target.source.read), "word", "") == word


FEATURES: dict[str, Callable[[Entry], bool]] = {
    "about": lambda one: one.target.comparator.id == "about",
    "added": lambda one: one.target.indicator.nature is Nature.ADDED,
    "at_most": lambda one: one.target.comparator.id == "at_most",
    "bare_share": lambda one: one.target.note is not None,
    "base_unstated": lambda one: one.target.base is None and one.target.note is not None,
    "base_value": lambda one: one.target.base is not None,
    "base_year": lambda one: one.target.note is not None,
    "cumulative": lambda one: one.target.since is not None,
    "doubling": _doubles,
    "each_year": lambda one: one.target.per_year,
    "full_cover": lambda one: one.target.value == 100 and one.target.unit == "%",
    "growth_mean": _change("mean_growth"),
    "growth_year": _change("growth"),
    "nature": lambda one: one.target.nature is TargetNature.EXPECTED,
    "part_of": lambda one: one.target.source.cell is not None and "其中" in one.target.source.cell.row,
    "per_capita": lambda one: "/" in str(one.target.unit) or "人均" in one.target.indicator.name.zh,
    "plain_number": lambda one: one.target.indicator.kind.id == "number" and not one.target.unit,
    "plus_sign": _reads("+"),
    "range": lambda one: one.target.stretch is not None,
    "rank": lambda one: one.target.indicator.kind.id == "rank",
    "series": lambda one: one.target.key != one.target.indicator.id,
    "stretch": lambda one: one.target.stretch is not None,
    "stretch_only": lambda one: one.target.aspiration and not one.target.weighs,
    "table": lambda one: one.target.source.cell is not None,
    "unit": lambda one: one.target.unit == one.row["unit"],
    "unit_short": lambda one: one.target.unit == "亿元",
    "word_da": _reads("达"),
    "word_expected": lambda one: one.target.nature is TargetNature.EXPECTED,
    "word_greater": _reads("大于"),
    "word_raise_to": _reads("提高到"),
    "wrong_word": lambda one: one.target.other_reading is not None,
}
"""What each word of ``features`` must have become: a key of the entry, of its source, or of its indicator."""


def _name(row: Mapping[str, str]) -> str:
    return f"{row['place']} {row['key']} {row['due']}"


REFUSED: dict[str, str] = {}
"""Why a row cannot be a target, by the id of the diagnostic that says so."""


def _indicator(row: Mapping[str, str], beside: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entry of the catalogue that a row needs."""
    kind, features = KINDS[row["kind"]], row["features"].split(",")
    entry: dict[str, Any] = {
        "name": {"zh": _named(row), "en": row["key"]},
        "kind": kind,
        "definition": {"zh": row["name"], "en": row["key"]},
    }
    if UNITS.get(row["unit"], row["unit"]):
        entry["unit"] = row["unit"]
    if kind == "amount":
        entry["nature"] = "flow"
    elif kind == "count":
        entry["nature"] = beside.get("nature_of_indicator", "added" if "added" in features else "stock")
    elif kind == "rate":
        entry["change"] = {"of": "measured", "how": _how(row)}
        if "since" in beside:
            entry["change"]["since"] = beside["since"]
    return entry


def _how(row: Mapping[str, str]) -> str:
    if row["kind"] == "doubling":
        return "multiple"
    return "mean_growth" if "growth_mean" in row["features"] else "growth"


def _named(row: Mapping[str, str]) -> str:
    """Return the name of what is measured: without the values of other years, or what it is a part of."""
    return re.sub("（[0-9].*）$", "", row["name"]).removeprefix("其中：")


def _catalogue(row: Mapping[str, str], beside: Mapping[str, Any]) -> dict[str, Any]:
    """Return a catalogue with the indicator of a row, and what it may be a change of."""
    of = {
        "name": {"zh": row["name"] + "本身", "en": "what changes"},
        "kind": "amount", "unit": "亿元", "nature": "flow", "definition": {"zh": "定义", "en": "a definition"},
    }  # fmt: skip
    catalogue: dict[str, Any] = {"indicators": {"measured": of, "one": _indicator(row, beside)}}
    unit = UNITS.get(row["unit"], row["unit"])
    if KINDS[row["kind"]] == "number" and unit:
        name = {"zh": "单位", "en": "a unit"}
        catalogue["units"] = {"family": {"name": name, "factors": {unit: "1"}}}
    return catalogue


def _source(row: Mapping[str, str], beside: Mapping[str, Any]) -> dict[str, Any]:
    """Return the citation of a row: a cell where it stands in a table."""
    source: dict[str, Any] = {"document": "plan"}
    if "table" in row["features"].split(","):
        name = re.sub("（[0-9].*）$", "", row["name"])
        source |= {"table": "主要指标", "row": f"{name}（{row['unit']}）", "column": f"{row['due']}年"}
        source["cell"] = row["wording"]
    else:
        source |= {"paragraph": "1", "wording": row["wording"]}
    return source | ({"neutral": beside["neutral"]} if beside.get("neutral") else {})


def _target(row: Mapping[str, str], beside: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entry that a policy person writes for a row."""
    features = row["features"].split(",")
    entry: dict[str, Any] = {
        "indicator": "one",
        "due": row["due"],
        "comparator": COMPARATORS.get(row["comparator"], row["comparator"]),
        "value": row["value"],
        "note": {"zh": beside.get("note", "按文件理解。"), "en": "As the document is read."},
        "source": _source(row, beside),
        **{key: beside[key] for key in ("base", "nature") if key in beside},
        **beside.get("target", {}),
    }
    if unit := UNITS.get(row["unit"], row["unit"]):
        entry["unit"] = unit
    if row["stretch"]:
        entry["stretch"] = row["stretch"]
    if "stretch_only" in features:
        entry["aspiration"] = "true"
    if "each_year" in features:
        entry["per_year"] = "true"
    return entry


def _read(row: Mapping[str, str], folder: Path) -> tuple[Target | None, list[Diagnostic]]:
    """Return the target that the program reads for a row, and what lint says."""
    beside = BESIDE.get(_name(row), {})
    document = {"id": "plan", "title": {"zh": row["document"], "en": "A plan"}, "named": {"city": "1"}}
    document |= {"published": "1", **beside.get("document", {})}
    place = {"id": "place", "kind": "city", "name": {"zh": "某市", "en": "A place"}}
    files = {
        "indicators.yaml": _catalogue(row, beside),
        "documents/plan.yaml": {"document": document},
        "cities/place.yaml": {"entity": place, "targets": {"target": _target(row, beside)}},
    }
    for path, content in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(yaml.dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    library = TargetLibrary(folder)
    library.check_all()
    said = [one for file in library.every_file() for one in file.diagnostics]
    entity = library.entity("place")
    return (entity.targets[0] if entity and entity.targets else None), said


@pytest.mark.parametrize("row", [pytest.param(row, id=_name(row)) for row in ROWS])
def test_a_published_target_is_read_without_loss_or_refused_by_name(
    row: Mapping[str, str], tmp_path: Path
) -> None:
    target, said = _read(row, tmp_path)
    errors = {one.kind.id for one in said if one.kind.severity is Severity.ERROR}
    if _name(row) in REFUSED:
        assert REFUSED[_name(row)] in errors
        return
    assert errors == set(), [(one.kind.id, one.message.en) for one in said]
    assert target is not None
    assert (target.indicator.kind.id, target.comparator.id, target.unit or "") == (
        KINDS[row["kind"]],
        COMPARATORS.get(row["comparator"], row["comparator"]),
        UNITS.get(row["unit"], row["unit"]),
    )
    assert (target.value, target.stretch) == (
        Fraction(row["value"]),
        Fraction(row["stretch"]) if row["stretch"] else None,
    )
    lost = [one for one in row["features"].split(",") if one and not FEATURES[one](Entry(target, row))]
    assert lost == []


def test_at_least_a_hundred_of_the_published_targets_are_read() -> None:
    assert len(ROWS) == 116
    assert len(ROWS) - len(REFUSED) >= 100
