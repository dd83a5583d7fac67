"""Where things stand: lines and columns count characters from 1, whatever the file is written in."""

import json

import pytest

from hubei_digecon.diagnostics import Path, Place
from hubei_digecon.load.document import Document
from hubei_digecon.load.targets import TargetLibrary

from .reading import HEAD, document, faults, placed_document, report, steps_in

BLOCK = """\
# 附注
entity: wuhan-wedz
observations:
  gdp: 2105.26亿元
  名称: "引号"
  items:
    - {name: 甲, by: 乙}
    - name: 丙
      by:
  empty:
"""
FLOW = "{entity: wuhan-wedz, observations: {名称: '引号', items: [甲, {name: 丙}], empty: }}\n"
JSON = '{"entity": "wuhan-wedz",\n "observations": {"名称": "\\u5f15号", "items": ["甲", {"name": null}]}}\n'


@pytest.mark.parametrize(
    ("at", "place"),
    [
        (("entity",), Place(2, 9, 10)),
        (("observations",), Place(4, 3)),
        (("observations", "gdp"), Place(4, 8, 9)),
        (("observations", "名称"), Place(5, 7, 4)),
        (("observations", "items"), Place(7, 5)),
        (("observations", "items", 0), Place(7, 7)),
        (("observations", "items", 0, "by"), Place(7, 21, 1)),
        (("observations", "items", 1), Place(8, 7)),
        (("observations", "items", 1, "name"), Place(8, 13, 1)),
        (("observations", "items", 1, "by"), Place(9, 7, 2)),
        (("observations", "empty"), Place(10, 3, 5)),
    ],
)
def test_values_of_block_style_stand_where_they_begin(at: Path, place: Place) -> None:
    assert document(BLOCK).places.value(at) == place


@pytest.mark.parametrize(
    ("at", "place"),
    [
        (("entity",), Place(1, 10, 10)),
        (("observations",), Place(1, 36)),
        (("observations", "名称"), Place(1, 41, 4)),
        (("observations", "items", 0), Place(1, 55, 1)),
        (("observations", "items", 1, "name"), Place(1, 65, 1)),
        (("observations", "empty"), Place(1, 70, 5)),
    ],
)
def test_values_of_flow_style_stand_where_they_begin(at: Path, place: Place) -> None:
    assert document(FLOW).places.value(at) == place


@pytest.mark.parametrize(
    ("at", "place"),
    [
        (("entity",), Place(1, 12, 12)),
        (("observations",), Place(2, 18)),
        (("observations", "名称"), Place(2, 25, 9)),
        (("observations", "items"), Place(2, 45)),
        (("observations", "items", 0), Place(2, 46, 3)),
        (("observations", "items", 1, "name"), Place(2, 52, 6)),
    ],
)
def test_values_of_json_stand_where_they_begin(at: Path, place: Place) -> None:
    assert document(JSON, "report.json").places.value(at) == place


@pytest.mark.parametrize(
    ("at", "last"),
    [
        (("observations", "gdp", "value"), ("observations", "gdp")),
        (("observations", "gdp", "source", "dated"), ("observations", "gdp")),
        (("observations", "nothing"), ("observations",)),
        (("observations", "items", 7, "name"), ("observations", "items")),
        (("observations", "items", "name"), ("observations", "items")),
        (("observations", "gdp", 0), ("observations", "gdp")),
    ],
)
def test_what_is_not_there_is_shown_at_the_last_thing_on_the_way(at: Path, last: Path) -> None:
    for read in (document(BLOCK), placed_document(BLOCK)):
        assert read.places.value(at) == read.places.value(last) is not None


def test_nothing_of_a_path_may_be_there() -> None:
    places = document(BLOCK).places
    assert places.value(()) is None
    assert places.value(("nothing", "at", "all")) is None


def test_a_key_stands_where_it_is_written_and_a_missing_one_where_its_mapping_begins() -> None:
    places = document(BLOCK).places
    assert places.key(("observations", "名称")) == Place(5, 3, 2)
    assert places.key(("observations", "empty")) == Place(10, 3, 5)
    assert places.key(("observations", "nothing")) == places.value(("observations",)) == Place(4, 3)
    assert places.key(("nothing",)) == places.key(()) == Place(2, 1)


@pytest.mark.parametrize("style", [BLOCK, FLOW, JSON])
def test_carriage_returns_before_line_feeds_change_no_place(style: str) -> None:
    name = "report.json" if style is JSON else "report.yaml"
    unix, windows = document(style, name), document(style.replace("\n", "\r\n"), name)
    assert list(_places(unix)) == list(_places(windows))
    assert windows.source.line(2) == unix.source.line(2)
    assert "\r" not in windows.source.line(1)


def test_a_byte_order_mark_takes_no_column() -> None:
    for text, name in ((BLOCK, "report.yaml"), (JSON, "report.json")):
        marked, plain = document("\ufeff" + text, name), document(text, name)
        assert list(_places(marked)) == list(_places(plain))
        assert not marked.source.line(1).startswith("\ufeff")


def test_characters_beyond_the_basic_plane_are_one_column_each() -> None:
    read = document("{𠮷𠮷: 甲, b: 乙}\n")
    assert [read.places.value((key,)) for key in read.root] == [Place(1, 6, 1), Place(1, 12, 1)]
    read = document('{"𠮷𠮷": "甲", "b": "乙"}', "report.json")
    assert [read.places.value((key,)) for key in read.root] == [Place(1, 8, 3), Place(1, 18, 3)]


def test_tabs_are_one_column_each() -> None:
    assert document("a:\tb\n").places.value(("a",)) == Place(1, 4, 1)
    assert document('{\t"a":\t"b"}', "report.json").places.value(("a",)) == Place(1, 8, 3)


def test_a_value_over_several_lines_is_underlined_where_it_begins() -> None:
    read = document('a: "一\n  二"\nb: 三\n  四\nc: |\n  五\n  六\n')
    assert [read.places.value((key,)) for key in read.root] == [Place(1, 4), Place(3, 4), Place(5, 4)]
    assert [*read.root.values()] == ["一 二", "三 四", "五\n六\n"]


def test_lines_are_those_of_the_file() -> None:
    source = document("a: b\n\n# 附注\nc: d").source
    assert [source.line(number) for number in range(6)] == ["", "a: b", "", "# 附注", "c: d", ""]


def test_every_fault_points_at_its_own_value(library: TargetLibrary) -> None:

    text = (
        HEAD.replace("2026-01-20", "2026-02-30")
        + "observations:\n  gdp: 一\n  integration_certified_firms:\n    value: -1家\n    items:\n"
        + "      - {name: 甲}\n      - {name: 乙, year: 二}\n      - {level: 行业级, name: 丙}\n"
    )
    assert faults(text, library) == [
        ("bad-date", 3, 29),
        ("not-a-number", 5, 8),
        ("negative-count", 7, 12),
        ("not-whole", 10, 25),
        ("unclear-word", 11, 17),
    ]


def test_the_same_report_in_json_has_the_same_faults(library: TargetLibrary) -> None:

    content = {
        "entity": "wuhan-wedz",
        "period": "2025-M13",
        "submitted": {"by": "示例单位", "date": "2026-02-30"},
        "observations": {"gdp": "一", "manufacturing_path": {"state": "一般"}},
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    assert faults(text, library, "report.json") == [
        ("bad-period", 3, 12),
        ("bad-date", 6, 11),
        ("not-a-number", 9, 10),
        ("unclear-word", 11, 13),
    ]
    assert [kind for kind, *_ in faults(text, library, "report.yaml")] == [
        kind for kind, *_ in faults(text, library, "report.json")
    ]


def test_a_report_finds_its_own_values_later(library: TargetLibrary) -> None:

    read = report(f"{HEAD}observations:\n  gdp: 2105.26亿元\n", library)
    assert read.source.find(("observations", "gdp", "value")) == Place(5, 8, 9)
    assert read.source.line(5) == "  gdp: 2105.26亿元"


def _places(read: Document) -> list[tuple[Place | None, Place | None]]:
    return [(read.places.value(at), read.places.key(at)) for at in steps_in(read.root)]
