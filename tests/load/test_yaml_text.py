"""YAML as we read it: every value is text, nothing is resolved, expanded or guessed."""

import pytest

from hubei_digecon.load.tree import MAX_DEPTH, MAX_VALUES, Mapping, Scalar, Sequence

from .reading import placed_document as document
from .reading import refused


@pytest.mark.parametrize(
    "written",
    [
        "no", "yes", "on", "off", "true", "null", "~", "12:30", "190:20:30", "010", "0x1F", "0o17", "0b11",
        "1_000", "1e3", "1.0e+999999", ".nan", ".inf", "-.INF", "2025-12-31", "2025-13-01", "2025-02-30",
        "2025-12-31T12:00:00Z", "9" * 900, "=", "１２", "-0",
    ],
    ids=lambda written: written[:20],
)  # fmt: skip
def test_nothing_is_typed_implicitly(written: str) -> None:
    root = document(f"a: {written}\n{written}: b\nc: [{written}]\n").root
    assert root == {"a": written, written: "b", "c": [written]}
    assert type(root["a"]) is Scalar


def test_a_number_of_five_thousand_digits_is_text() -> None:
    assert document(f"a: {'9' * 5000}\n").root == {"a": "9" * 5000}


def test_words_that_are_booleans_to_others_are_keys_of_their_own() -> None:
    root = document("on: 1\ntrue: 2\n1: 3\nTrue: 4\n'1.0': 5\n").root
    assert root == {"on": "1", "true": "2", "1": "3", "True": "4", "1.0": "5"}


def test_a_key_with_nothing_after_it_is_empty_and_so_is_blank_text() -> None:
    assert document("a:\nb: ''\nc: {d: , e}\nf: [ '', g]\nh: ' \u3000'\n").root == {
        "a": None,
        "b": None,
        "c": {"d": None, "e": None},
        "f": [None, "g"],
        "h": None,
    }


def test_an_empty_element_of_a_list_stays_a_gap() -> None:
    assert document("a:\n  - b\n  -\n  - c\n").root == {"a": ["b", None, "c"]}


def test_every_style_gives_the_same_tree() -> None:
    tree = {"a": "b", "c": ["d", {"e": "f g"}]}
    for text in (
        "a: b\nc:\n  - d\n  - e: f g\n",
        "a: b\nc:\n- d\n-\n  e: >-\n    f\n    g\n",
        "{a: b, c: [d, {e: 'f g'}]}\n",
        '---\n"a": "b"\n"c": ["d", {"e": "f\\x20g"}]\n...\n',
        "%YAML 1.1\n---\na: b  # 附注\nc: [d, e: f g]\n",
    ):
        assert document(text).root == tree


def test_a_byte_order_mark_is_fine() -> None:
    assert document(b"\xef\xbb\xbfa: b\n").root == {"a": "b"}


@pytest.mark.parametrize(("written", "read"), [(r"\e", "\x1b"), (r"\0", "\0"), (r"\u202e", "\u202e")])
def test_escapes_are_read_as_what_they_stand_for(written: str, read: str) -> None:
    assert document(f'a: "{written}"\n').root == {"a": read}


def test_a_zero_width_blank_makes_another_key() -> None:
    assert document("a: b\na\u200b: c\n").root == {"a": "b", "a\u200b": "c"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a: 1\na: 2\n", ["duplicate-key"]),
        ("a: 1\n'a': {b: c}\nd: e\n", ["duplicate-key"]),
        ("a: {b: 1, b: 2, b: 3}\n", ["duplicate-key", "duplicate-key"]),
        ("1: a\n1: b\n", ["duplicate-key"]),
        ("a: {a: 1}\nb: {a: 1}\n", []),
    ],
)
def test_a_key_given_twice_is_a_fault_and_never_wins(text: str, kinds: list[str]) -> None:
    read = document(text)
    assert [fault.kind.id for fault in read.faults] == kinds
    assert text.startswith("a: {") or next(iter(read.root.values())) in ("1", "a")


def test_what_a_second_key_holds_is_read_past_without_a_trace() -> None:
    read = document("a: 1\na:\n  b: [c, {d: e, d: f}]\ng: h\n")
    assert read.root == {"a": "1", "g": "h"}
    assert [fault.kind.id for fault in read.faults] == ["duplicate-key", "duplicate-key"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a: &x 1\n", ["alias"]),
        ("a: *x\n", ["alias"]),
        ("a: &x [*x]\n", ["alias", "alias"]),
        ("&x a: 1\n", ["alias"]),
        ("a: !!str 1\n", ["tag"]),
        ("a: !!float abc\n", ["tag"]),
        ("a: ! 1\n", ["tag"]),
        ("a: !!python/object/apply:os.system [ls]\n", ["tag"]),
        ("a: !<tag:yaml.org,2002:set> {b}\n", ["tag"]),
        ("a: &x !!str 1\n", ["alias", "tag"]),
        ("<<: {a: 1}\nb: 2\n", ["merge-key"]),
        ("<<: [{a: 1}, {c: 3}]\nb: 2\n", ["merge-key"]),
        ("a: &x {b: 1}\nc: {<<: *x}\n", ["alias", "merge-key", "alias"]),
    ],
)
def test_anchors_aliases_merge_keys_and_tags_are_faults(text: str, kinds: list[str]) -> None:
    assert [fault.kind.id for fault in document(text).faults] == kinds


def test_a_merge_key_merges_nothing() -> None:
    assert document("<<: {a: 1}\nb: 2\n").root == {"b": "2"}


def test_two_less_than_signs_are_a_merge_key_only_as_a_plain_key() -> None:
    read = document("a: <<\n'<<': b\nc: ['<<', <<]\n")
    assert read.root == {"a": "<<", "<<": "b", "c": ["<<", "<<"]}
    assert read.faults == ()


def test_a_quoted_ampersand_or_star_is_text() -> None:
    read = document("a: '&x'\nb: '*x'\nc: 甲&乙*丙!丁\n")
    assert (read.root, read.faults) == ({"a": "&x", "b": "*x", "c": "甲&乙*丙!丁"}, ())


@pytest.mark.parametrize(("begin", "inside", "end"), [("[", "", "]"), ("{a: ", "b", "}")])
def test_sixty_four_levels_are_read_and_the_next_is_refused(begin: str, inside: str, end: str) -> None:
    within = MAX_DEPTH - 1
    assert document(f"a: {begin * within}{inside}{end * within}\n").faults == ()
    assert refused(f"a: {begin * MAX_DEPTH}{inside}{end * MAX_DEPTH}\n") == ["too-deep"]


def test_the_level_past_the_last_is_refused_in_block_style_too() -> None:
    deep = "".join(f"{' ' * level}a:\n" for level in range(MAX_DEPTH))
    assert document(deep).faults == ()
    assert refused(deep + f"{' ' * MAX_DEPTH}a: b\n") == ["too-deep"]
    assert refused("a:\n" + "- " * MAX_DEPTH + "b\n") == ["too-deep"]


def test_the_number_of_values_is_bounded() -> None:
    enough = "- a\n" * (MAX_VALUES - 2)
    assert len(document(f"a:\n{enough}").root["a"]) == MAX_VALUES - 2
    assert refused(f"a:\n{enough}- b\n- c\n") == ["too-many-values"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty-file"),
        ("\n \n# 附注\n", "empty-file"),
        ("---\n...\n", "empty-file"),
        ("~\n", "not-a-mapping"),
        ("null\n", "not-a-mapping"),
        ("5\n", "not-a-mapping"),
        ("- a\n", "not-a-mapping"),
        ("[a: b]\n", "not-a-mapping"),
        ("a: b\n---\nc: d\n", "several-documents"),
        ("a: b\n--- {c: d}\n", "several-documents"),
        ("a: b\n...\n---\n", "several-documents"),
        ("? [a]\n: b\n", "key-not-text"),
        ("? {a: b}\n: c\n", "key-not-text"),
        ("{[a]: b}\n", "key-not-text"),
        ("{{a: b}: c}\n", "key-not-text"),
        ("?\n: b\n", "key-not-text"),
        ("a:\n\tb: c\n", "syntax"),
        ("a: [b\n", "syntax"),
        ("a: b: c\n", "syntax"),
        ("a: 'b\n", "syntax"),
        ('a: "\\ud800"\n', "syntax"),
        ("a: b\0c\n", "syntax"),
        ("a: \x1b[31m\n", "syntax"),
        ("a: \x7f\n", "syntax"),
        ("a: \ufffe\n", "syntax"),
        ("%YAML 3.0\n---\na: b\n", "syntax"),
        ("- " * 50_000, "too-deep"),
        ("[" * 200_000, "too-deep"),
        ("{a: " * 100_000, "too-deep"),
        ("? " * 100_000, "key-not-text"),
    ],
    ids=lambda value: repr(value[:16]),
)
def test_what_is_no_single_mapping_of_text_keys_has_a_message_of_its_own(text: str, kind: str) -> None:
    assert refused(text) == [kind]


def test_a_scalar_that_is_no_plain_text_is_refused_at_the_character() -> None:
    from hubei_digecon.load.faults import InputError

    with pytest.raises(InputError) as error:
        document("甲: 乙\n丙: 丁\x1b[31m\n")
    (fault,) = error.value.faults
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (2, 5)
    assert fault.message.en == "YAML syntax: the character U+001B is not allowed"


def test_the_tree_is_made_of_our_own_types() -> None:
    root = document("a: [b, {c: d}]\n").root
    assert type(root) is Mapping
    assert type(root["a"]) is Sequence
    assert type(root["a"][1]) is Mapping
    assert type(root["a"][0]) is Scalar
    assert all(type(key) is str for key in root)
