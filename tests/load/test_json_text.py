"""JSON is read by the same rules as YAML: exact digits, no duplicate keys, no words but its own."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.load.tree import MAX_DEPTH

from ..laws import examples
from .reading import HEAD, QUICK, document, faults, refused, report

NAME = "report.json"


@pytest.mark.parametrize(
    "number",
    [
        "0", "-0", "1048.30", "1048.300000000000000000000001", "1e400", "1E-7", "9" * 400,
        "129.999999999999999999999999999",
    ],
    ids=lambda number: number[:20],
)  # fmt: skip
def test_a_number_keeps_every_digit_it_is_written_with(number: str) -> None:
    assert document(f'{{"a": {number}, "b": [{number}]}}', NAME).root == {"a": number, "b": [number]}


def test_true_and_false_are_text_and_null_is_nothing() -> None:
    assert document('{"a": true, "b": false, "c": null, "d": [true]}', NAME).root == {
        "a": "true",
        "b": "false",
        "c": None,
        "d": ["true"],
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b",}', '{"a": ["b",]}', "{,}", "[,]", '{"a" "b"}', '{"a": "b" "c": "d"}', '{"a": }', '{"a"}',
        '{"a": NaN}', '{"a": Infinity}', '{"a": -Infinity}', '{"a": nan}', '{"a": True}', '{"a": None}',
        '{"a": undefined}', '{"a": nulll}', '{"a": 01}', '{"a": +1}', '{"a": .5}', '{"a": 5.}', '{"a": 1e}',
        '{"a": 0x1F}', '{"a": 1_000}', '{"a": １２}', '{"a": - 1}', '{"a": 1 2}', "{'a': 'b'}", '{a: "b"}',
        '{1: "a"}', '{null: "a"}', '{true: "a"}', '{["a"]: "b"}', '{"a": "b"', '{"a": ["b"}', '{"a": "b"]',
        '{"a": "b}', '{"a": "b\nc"}', '{"a": "b\tc"}', '{"a": "\\x41"}', '{"a": "\\u12"}', '{"a": "\x00"}',
        '{"a": "\\ud800"}', '{"\\udc00": "a"}', '{"a": "\\ud800\\u0041"}', '{"a": 1} // b', '/* a */ {"b": 1}',
        '{"a": 1} b', '\u00a0{"a": 1}', "{", "}", ":", ",", '{"a":', '"a', "tru", "-", "\ufeff\ufeff{}",
    ],
)  # fmt: skip
def test_what_is_not_json_is_refused(text: str) -> None:
    assert refused(text, NAME) == ["syntax"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty-file"),
        (" \r\n\t", "empty-file"),
        ("null", "empty-file"),
        ("[1]", "not-a-mapping"),
        ('"a"', "not-a-mapping"),
        ("5", "not-a-mapping"),
        ("{}{}", "several-documents"),
        ('{"a": 1}\n"b"', "several-documents"),
        ("[" * 200_000, "too-deep"),
        ('{"a":' * 200_000, "too-deep"),
    ],
    ids=lambda value: repr(value[:16]),
)
def test_what_is_no_single_object_has_a_message_of_its_own(text: str, kind: str) -> None:
    assert refused(text, NAME) == [kind]


def test_sixty_four_levels_are_read_and_the_next_is_refused() -> None:
    within = MAX_DEPTH - 1
    assert document(f'{{"a": {"[" * within}{"]" * within}}}', NAME).faults == ()
    assert refused(f'{{"a": {"[" * MAX_DEPTH}{"]" * MAX_DEPTH}}}', NAME) == ["too-deep"]


def test_a_key_given_twice_is_a_fault_and_never_wins() -> None:
    read = document('{"a": "1", "\\u0061": {"b": "2"}, "c": "3"}', NAME)
    assert [fault.kind.id for fault in read.faults] == ["duplicate-key"]
    assert read.root == {"a": "1", "c": "3"}


def test_escapes_and_pairs_of_surrogates_are_read() -> None:
    text = r'{"a": "\" \\ \/ \b \f \n \r \t \u5f15 \ud842\udfb7"}'
    assert document(text, NAME).root == {"a": '" \\ / \b \f \n \r \t 引 𠮷'}


def test_a_byte_order_mark_is_fine() -> None:
    assert document(b'\xef\xbb\xbf{"a": "b"}', NAME).root == {"a": "b"}


_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029")
_VALUES = st.recursive(
    st.none() | st.text(_CHARACTERS).filter(lambda text: text and not text.isspace()),  # blank is nothing
    lambda inside: (
        st.lists(inside, max_size=4) | st.dictionaries(st.text('abc引"\\\n', max_size=4), inside, max_size=4)
    ),
    max_leaves=12,
)


@settings(QUICK, max_examples=examples(80))
@given(st.dictionaries(st.text("abc引", max_size=3), _VALUES, max_size=4), st.sampled_from([None, 0, 2]))
def test_whatever_json_writes_is_read_back(content: dict[str, object], indent: int | None) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=indent)
    assert document(text, NAME).root == content
    assert document(json.dumps(content), NAME).root == content


def test_a_report_in_json_is_the_report_in_yaml(library: TargetLibrary) -> None:
    content = {
        "entity": "wuhan-wedz",
        "period": 2025,
        "submitted": {"by": "示例单位", "date": "2026-01-20", "revision": 2},
        "illustrative": True,
        "observations": {
            "gdp": "2105.26亿元",
            "core_value_added": {"value": 409.60, "unit": "亿元", "source": None, "evidence": ["年报"]},
            "manufacturing_path": None,
        },
    }
    yaml = (
        HEAD.replace("}", ", revision: 2}")
        + "illustrative: true\nobservations:\n  gdp: 2105.26亿元\n"
        + "  core_value_added: {value: 409.6, unit: 亿元, evidence: [年报]}\n"
    )
    in_json, in_yaml = report(json.dumps(content), library, NAME), report(yaml, library)
    for field in ("entity", "period", "submitted", "observations", "illustrative", "diagnostics"):
        assert getattr(in_json, field) == getattr(in_yaml, field)


def test_a_digit_far_behind_the_point_is_not_lost(library: TargetLibrary) -> None:
    text = (
        '{"entity": "wuhan", "period": 2025, "submitted": {"by": "a", "date": "2026-01-01"}, "observations":'
        ' {"core_share_of_gdp": {"value": 12.99999999999999999999999999, "unit": "%"}}}'
    )
    quantity = report(text, library, NAME).observations["core_share_of_gdp"].quantity
    assert quantity is not None
    assert quantity.number < 13
    assert str(quantity.text) == "12.99999999999999999999999999"


def test_not_a_number_in_json_is_no_number_of_ours(library: TargetLibrary) -> None:
    for value in ("1e3", "true", "1e400"):
        text = (
            '{"entity": "wuhan", "period": 2025, "submitted": {"by": "a", "date": "2026-01-01"}, '
            f'"observations": {{"gdp": {{"value": {value}, "unit": "亿元"}}}}}}'
        )
        assert [kind for kind, *_ in faults(text, library, NAME)] == ["not-a-number"]
