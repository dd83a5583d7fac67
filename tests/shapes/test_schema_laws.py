"""Whatever digecon reads without an error, the schema takes as an editor sees it; and what it sees, it refuses.

The one difference: where a text must stand, a bare ``null`` or ``~`` is that text to digecon, and
nothing to an editor.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from docs.blocks import blocks, documents
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.load.document import parsed
from hubei_digecon.load.reports import NOT_FILLED
from hubei_digecon.load.search.inputs import sort_of
from hubei_digecon.load.seen_by_schemas import SEEN
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import TargetLibrary, find_targets
from hubei_digecon.shapes.base import keys_of
from hubei_digecon.shapes.files import FILES as SHAPES_OF_FILES
from hubei_digecon.shapes.files import shapes_in

from ..conftest import ROOT
from ..editors import errors, seen, validator
from ..laws import examples
from ..load.files import TEXTS, Files, Leaf, as_json, as_yaml
from ..load.full import FULL, changed, tree
from ..load.reading import QUICK

LIBRARY = TargetLibrary(find_targets(str(ROOT / "targets")))
FILES = Files(LIBRARY)
SCHEMA_OF = {
    "report": "report", "review": "review", "catalogue": "targets", "document": "targets", "entity": "targets",
    "weights": "weights",
}  # fmt: skip
REFUSED = {kind.id for kind in (*SEEN, NOT_FILLED)}
"""Kinds of what no schema takes: the errors that it sees, and that nothing is filled of a form, whose blanks it marks."""

WRITERS = {"file.yaml": as_yaml, "file.json": as_json}


def _hold(sort: str, text: str, name: str) -> set[str]:
    """Hold a file to both laws, and return its errors."""
    schema = SCHEMA_OF[sort]
    told = errors(schema, text, "-" if schema == "targets" else name, LIBRARY)
    file, scalars = seen(text, name)
    taken = validator(schema).is_valid(file)
    if not told:
        assert taken or validator(schema).is_valid(seen(text, name, nulls_are_text=True)[0])
    elif told & REFUSED and not any(one.respelt for one in scalars):
        assert not taken
    return told


def _files(sort: str) -> st.SearchStrategy[tuple[str, str]]:
    """Return what draws a file: its text, and a name for it."""
    names = st.sampled_from(list(WRITERS))
    return st.tuples(names, FILES.of(sort)).map(lambda drawn: (WRITERS[drawn[0]](drawn[1]), drawn[0]))


@pytest.mark.parametrize("sort", SCHEMA_OF)
def test_what_is_read_is_taken_and_what_is_seen_is_refused(sort: str) -> None:
    ends = set()

    @settings(QUICK, max_examples=examples(40))
    @given(_files(sort))
    def hold(file: tuple[str, str]) -> None:
        ends.add(bool(_hold(sort, *file)))

    hold()
    assert ends == {True, False}


@pytest.mark.heavy
@pytest.mark.parametrize("sort", SCHEMA_OF)
def test_what_is_read_is_taken_and_what_is_seen_is_refused_of_very_many(sort: str) -> None:
    @settings(max_examples=400, database=None)
    @given(_files(sort))
    def hold(file: tuple[str, str]) -> None:
        _hold(sort, *file)

    hold()


FORM = """\
# a file
{{"entity": wuhan, "period": 2025, "submitted": {submitted}, "observations": {{"core_share_of_gdp": {value}}}}}
"""


@pytest.mark.parametrize(
    "submitted", ["{}", '{"date": 2026-01-20}', '{"by": 示例单位}', '{"by": "", "date": ""}']
)
def test_a_form_without_a_value_is_refused_where_its_cover_is_not_whole(submitted: str) -> None:
    """The office that is asked may stand there already (``digecon new --by``): that fills no form."""
    assert _hold("report", FORM.format(submitted=submitted, value="{}"), "file.yaml") == {"form-not-filled"}
    filled = FORM.format(submitted=submitted, value="13.1%")
    assert _hold("report", filled, "file.yaml") == {"cover-not-filled"}


# Files that people read


def _shown() -> list[tuple[str, str]]:
    """Return the whole files that documents show, by document and name."""
    return [
        (f"{path.name}: {block.name}", block.text)
        for path in documents()
        for block in blocks(path.read_text("utf-8"))
        if block.is_file and block.language == "yaml"
    ]


@pytest.mark.parametrize("text", [text for _, text in _shown()], ids=[name for name, _ in _shown()])
def test_a_file_of_a_document_is_taken_or_refused_by_its_schema_as_by_digecon(text: str) -> None:
    sort = sort_of(parsed(decoded("file.yaml", text.encode())))
    _hold({"targets": "entity"}.get(sort, sort), text, "file.yaml")


# One thing changed at a time


def _full(name: str) -> Any:
    milestone = next(one for place in LIBRARY.entities() for one in place.targets if one.parts)
    parts = ", ".join(f"{key}: achieved" for key in milestone.parts)
    return tree(FULL[name].replace("PARTS", parts))


def _sort(name: str) -> str:
    return name.partition(" ")[0]


def _keys_in(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _keys_in(one)


@pytest.mark.parametrize("sort", SCHEMA_OF)
def test_full_files_have_every_key_and_no_error(sort: str) -> None:
    files = [_full(name) for name in FULL if _sort(name) == sort]
    keys = {key.name for shape in shapes_in(SHAPES_OF_FILES[sort]) for key in keys_of(shape)}
    assert keys <= {key for file in files for key in _keys_in(file)}
    assert all(_hold(sort, as_yaml(file), "file.yaml") == set() for file in files)


def _each_change(name: str, written: str, texts: Sequence[str]) -> set[str]:
    """Hold a full file to both laws with each thing in it changed; return all errors that came up."""
    leaves = tuple(Leaf(text, quoted) for text in texts for quoted in (False, True))
    others: tuple[Any, ...] = (None, Leaf(" ", quoted=True), [], {}, {"unknown": None})
    texts_of_files = {WRITERS[written](one) for one in changed(_full(name), others, leaves)}
    return {kind for text in sorted(texts_of_files) for kind in _hold(_sort(name), text, written)}


@pytest.mark.heavy
@pytest.mark.parametrize("name", FULL)
def test_one_thing_changed_is_taken_or_refused_alike(name: str) -> None:
    assert {"missing-key", "unknown-key", "wrong-type"} <= _each_change(name, "file.yaml", ("2025",))


@pytest.mark.heavy
@pytest.mark.parametrize("written", WRITERS)
@pytest.mark.parametrize("name", FULL)
def test_every_text_at_every_key_is_taken_or_refused_alike(name: str, written: str) -> None:
    texts = TEXTS if written == "file.yaml" else TEXTS[::3]  # JSON spells in fewer ways
    assert {"missing-key", "unknown-key", "wrong-type"} <= _each_change(name, written, texts)
