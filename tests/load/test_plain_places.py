"""Of a plain text the places are found when somebody asks, and a file comes to the same however it is read."""

import pytest

from hubei_digecon.diagnostics import Path as Steps
from hubei_digecon.diagnostics import Place
from hubei_digecon.domain.reports import Report
from hubei_digecon.load.document import Document, parsed, placed
from hubei_digecon.load.faults import InputError, RefusedInput
from hubei_digecon.load.plain_places import PlainPlaces
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import TargetLibrary

from ..mutations import mutant
from ..own_inputs import own_files
from .reading import HEAD, document

TEXT = """\
# a comment
entity:   wuhan   # another
empty:
blank: "  "
quoted:  'it is'
listed:
  - one
  - "two"
  - ''
  - name: three
    in: {p: q}
flow: { a: b,  c: 'd' , e: "" }
short: [x,  "y", '']
only: [ {k:  v} ]
"""


@pytest.mark.parametrize(
    ("at", "value", "key"),
    [
        (("entity",), Place(2, 11, 5), Place(2, 1, 6)),
        (("empty",), Place(3, 1, 5), Place(3, 1, 5)),
        (("empty", "nothing"), Place(3, 1, 5), Place(3, 1, 5)),
        (("blank",), Place(4, 1, 5), Place(4, 1, 5)),
        (("quoted",), Place(5, 10, 7), Place(5, 1, 6)),
        (("listed",), Place(7, 3), Place(6, 1, 6)),
        (("listed", 1), Place(8, 5, 5), Place(8, 5, 5)),
        (("listed", 2), Place(7, 3), Place(7, 3)),
        (("listed", 3), Place(10, 5), Place(10, 5)),
        (("listed", 3, "name"), Place(10, 11, 5), Place(10, 5, 4)),
        (("listed", 3, "in", "p"), Place(11, 13, 1), Place(11, 10, 1)),
        (("listed", 9), Place(7, 3), Place(7, 3)),
        (("flow",), Place(12, 7), Place(12, 1, 4)),
        (("flow", "c"), Place(12, 19, 3), Place(12, 16, 1)),
        (("flow", "e"), Place(12, 25, 1), Place(12, 25, 1)),
        (("flow", "nothing"), Place(12, 7), Place(12, 7)),
        (("short", 1), Place(13, 13, 3), Place(13, 13, 3)),
        (("short", 2), Place(13, 8), Place(13, 8)),
        (("only", 0), Place(14, 9), Place(14, 9)),
        (("only", 0, "k"), Place(14, 14, 1), Place(14, 10, 1)),
        (("nothing",), None, Place(2, 1)),
        ((), None, Place(2, 1)),
    ],
)
def test_values_and_keys_stand_where_they_begin(at: Steps, value: Place | None, key: Place) -> None:
    read = document(TEXT)
    assert isinstance(read.places, PlainPlaces)
    assert (read.places.value(at), read.places.key(at)) == (value, key)


FILES = [path for path in own_files() if path.suffix == ".yaml"]


def _read(documents: Document, library: TargetLibrary) -> tuple[object, ...]:
    """Return all that a report comes to, but for what finds its places, which is no value."""
    read = read_report(documents, library)
    said = read.faults if isinstance(read, RefusedInput) else read.diagnostics
    told = [(one.kind.id, one.at, one.found_in(read.source)[1], one.message, one.fix) for one in said]
    source = read.source.path, read.source.sha256
    values = read[1:] if isinstance(read, Report) else read[2:]
    return source, told, [repr(one) for one in values]


def _is_read_alike(data: bytes, library: TargetLibrary) -> bool:
    """Whether a file is plain; if so all that it comes to is held against what it does by libyaml."""
    try:
        source = decoded("report.yaml", data)
        plain = parsed(source)
    except InputError:
        return False
    if plain.found_by is None:
        return False
    assert _read(plain, library) == _read(placed(source), library)
    return True


def test_our_own_files_come_to_the_same(library: TargetLibrary) -> None:
    assert sum(_is_read_alike(path.read_bytes(), library) for path in FILES) >= 150


def test_mutants_come_to_the_same(library: TargetLibrary) -> None:
    assert _mutants_read_alike(400, library) >= 20


@pytest.mark.heavy
def test_very_many_mutants_come_to_the_same(library: TargetLibrary) -> None:
    assert _mutants_read_alike(6000, library) >= 300


def _mutants_read_alike(number: int, library: TargetLibrary) -> int:
    seeds = [path.read_text("utf-8", "surrogateescape") for path in FILES]
    return sum(_is_read_alike(mutant(seeds, one), library) for one in range(number))


WRITTEN = {
    "an error": f"{HEAD}observations: {{gdp: 1亿圆}}\n",
    "a wrong shape": f"{HEAD}observations:\n  gdp:\n    - 1亿元\n",
    "a key that is not known": f"{HEAD}authors: a\n",
    "one in an observation": f"{HEAD}observations:\n  gdp: {{value: 1亿元, unitt: a}}\n",
    "one below a key": f"{HEAD}observations:\n  gdp:\n    value: 1亿元\n    unitt:\n",
    "a scope": f"{HEAD}observations:\n  core_value_added: {{value: 1亿元, scope: 核心}}\n",
    "no head": "observations:\n  gdp: 1亿元\n",
    "a review": f"{HEAD}reviewer: a\n",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=list(WRITTEN))
def test_what_is_wrong_is_told_alike(written: str, library: TargetLibrary) -> None:
    assert _is_read_alike(written.encode(), library)


def test_what_is_cut_off_one_file_stands_in_the_next(library: TargetLibrary) -> None:
    written = f"{HEAD}observations:\n  gdp: {{value: 1亿元, unitt: a}}\n"
    first, second = (_read(document(written), library) for _ in range(2))
    assert first == second


SHAPES = (
    "[]", "{}", "a", "[a]", "{a: b}", "~", "[{name: x}]", "{name: x}", "1", "{title: x}", "[[x]]", "{cause: x}",
    "{cause: [x]}", "{cause: }", "{year: 2020, value: 3}",
)  # fmt: skip
KEYS = (
    "value", "unit", "state", "status", "scope", "counting", "source", "items", "evidence", "deviation",
    "explanation", "note", "base", "target", "period", "missing", "bogus",
)  # fmt: skip


@pytest.mark.parametrize("indicator", ["gdp", "gazelle_firms", "optics_valley_model"])
def test_whatever_shape_stands_under_a_key_it_is_read_alike(indicator: str, library: TargetLibrary) -> None:
    written = [f"    {key}: {shape}" for key in KEYS for shape in SHAPES]
    texts = [f"{HEAD}observations:\n  {indicator}:\n{line}\n" for line in written]
    texts += [f"{HEAD}observations:\n  {indicator}: {shape}\n" for shape in SHAPES]
    assert sum(_is_read_alike(text.encode(), library) for text in texts) > 100
