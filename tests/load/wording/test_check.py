"""Official wordings are read whole: the table of ``wordings.yaml``, and laws over it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.load.wording.parts import clauses_of
from hubei_digecon.load.wording.words import TERMS, WORDS, Sense

from ...conftest import ROOT

HERE = Path(__file__).parent


def rows_of(file: str) -> list[Any]:
    """Return the rows of a file as parameters of a test."""
    groups = yaml.load((HERE / file).read_text("utf-8"), yaml.CBaseLoader)
    return [pytest.param(*row, id=f"{row[0]} {row[1]}") for group in groups for row in group["rows"]]


ROWS, OF_KINDS = rows_of("wordings.yaml"), rows_of("of_kinds.yaml")
MADE_UP = yaml.load((HERE / "of_kinds_indicators.yaml").read_text("utf-8"), yaml.CBaseLoader)
OF_SOURCES = ("neutral", "row", "column", "head")
INDICATORS = {
    "亿元": "core_value_added", "万亿元": "core_value_added", "%": "core_share_of_gdp", "家": "gazelle_firms",
    "个": "gazelle_firms", "项": "gazelle_firms", "added": "attracted_top100_firms",
}  # fmt: skip
PUBLISHED = yaml.load((ROOT / "targets" / "indicators.yaml").read_text("utf-8"), yaml.CBaseLoader)
CATALOGUE = yaml.dump(
    PUBLISHED | {key: {**PUBLISHED.get(key, {}), **made_up} for key, made_up in MADE_UP.items()},
    allow_unicode=True,
)
"""The catalogue of the repository with indicators of every kind."""
DOCUMENT = """\
document:
  id: made-up
  title: {zh: 虚构文件, en: A made-up document}
  named: {zone: 1}
  published: 1
"""


def entity(wording: str, target: str) -> dict[str, Any]:
    """Return a target file that cites a wording for a target: ``at_least 3 家, stretch: 5``."""
    first, _, more = target.partition(", ")
    comparator, value, unit = first.split()
    keys = yaml.load(f"{{{more}}}", yaml.CBaseLoader) if more else {}
    source: dict[str, Any] = {"document": "made-up"}
    of_cell = {"table": "专栏1", "cell": wording} if "row" in keys else {"paragraph": 1, "wording": wording}
    source |= of_cell | {key: keys.pop(key) for key in OF_SOURCES if key in keys}
    written = {"due": 2025, "comparator": comparator, "value": value, "unit": unit.replace("added", "家")}
    if unit == "-":
        del written["unit"]
    indicator = keys.get("indicator") or INDICATORS[unit]
    return {
        "entity": {"id": "made-up-zone", "kind": "zone", "name": {"zh": "虚构园区", "en": "A made-up zone"}},
        "targets": {indicator: {**written, **keys, "source": source}},
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("zones", "documents"):
        (tmp_path / name).mkdir()
    (tmp_path / "indicators.yaml").write_text(CATALOGUE, "utf-8")
    (tmp_path / "documents" / "made-up.yaml").write_text(DOCUMENT, "utf-8")
    return tmp_path


def ids_of(folder: Path, wording: str, target: str) -> str:
    """Return the ids of what lint says of a target that cites a wording."""
    text = yaml.dump(entity(wording, target), allow_unicode=True, sort_keys=False)
    (folder / "zones" / "made-up-zone.yaml").write_text(text, "utf-8")
    library = TargetLibrary(folder)
    library.check_all()
    return " ".join(
        one.kind.id
        for file in library.every_file()
        if Path(file.source.path).name == "made-up-zone.yaml"
        for one in file.diagnostics
    )


@pytest.mark.parametrize(("wording", "target", "expected"), ROWS)
def test_a_wording_is_accepted_or_told_exactly(
    wording: str, target: str, expected: str, folder: Path
) -> None:
    assert ids_of(folder, wording, target) == expected


@pytest.mark.parametrize(("wording", "target", "expected"), OF_KINDS)
def test_a_wording_of_any_kind_is_accepted_with_the_keys_it_says_and_no_others(
    wording: str, target: str, expected: str, folder: Path
) -> None:
    assert ids_of(folder, wording, target) == expected


def test_the_tables_are_of_some_size() -> None:
    assert len(ROWS) >= 150
    assert len(OF_KINDS) >= 220


@pytest.mark.parametrize(
    "word",
    [word for sense, words in WORDS.items() if sense not in (Sense.MULTIPLE, Sense.HELD) for word in words],
)
def test_no_word_of_the_table_is_passed_over_before_the_number(word: str, folder: Path) -> None:
    """Whatever else is in the clause, a word of the table that no key agrees with keeps the target out."""
    assert ids_of(folder, f"{word}达到50%", "at_least 50 %")


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_no_word_of_the_table(term: str) -> None:
    """A part of the term looks like a word of the table; the term as a whole is left for the writer."""
    (clause,) = clauses_of(f"{term}达到50%", ())
    assert clause.parts[0].text == term
