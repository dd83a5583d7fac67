"""The schemas as the SchemaStore takes them: draft-07, each by its address, and judging as those committed do."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from docs.schema_store import CATALOGUE, ENTRIES, FROM, Entry, catalogue, files, for_the_store, main

from .conftest import ROOT
from .editors import seen, validator
from .test_editors import GOOD, OF_INPUTS, _seen, _taken

each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.schema))
SINCE_DRAFT_07 = {
    "$defs", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary", "dependentRequired", "dependentSchemas",
    "unevaluatedProperties", "unevaluatedItems", "prefixItems", "minContains", "maxContains", "deprecated",
}  # fmt: skip
CASES = {sort: [path for one, path in (*_seen(), *_taken()) if one == sort] for sort in OF_INPUTS}
"""Files that show one kind of diagnostic, those refused by a schema first."""


@cache
def made(entry: Entry) -> dict[str, Any]:
    return for_the_store(entry)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(one)


def test_every_file_that_people_write_has_an_entry() -> None:
    assert [entry.schema for entry in ENTRIES] == list(OF_INPUTS)


@each_entry
def test_a_schema_is_one_of_draft_07(entry: Entry) -> None:
    schema = made(entry)
    jsonschema.Draft7Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == ("http://json-schema.org/draft-07/schema#", entry.url)
    for one in objects(schema):
        assert "$ref" not in one or list(one) == ["$ref"]
    keywords = {key for one in objects(schema) for key in one if not isinstance(one.get("properties"), str)}
    assert keywords & SINCE_DRAFT_07 == set()
    refs = {one["$ref"].removeprefix("#/definitions/") for one in objects(schema) if "$ref" in one}
    assert refs == set(schema["definitions"])


@each_entry
def test_every_file_is_taken_or_refused_as_by_the_schema_committed(entry: Entry) -> None:
    store, committed = jsonschema.Draft7Validator(made(entry)), validator(entry.schema)
    for path in (*GOOD[entry.schema], *CASES[entry.schema]):
        file, _ = seen(path.read_text("utf-8"), path.name)
        assert store.is_valid(file) is committed.is_valid(file), path


def test_the_catalogue_has_what_the_store_asks_for() -> None:
    for entry in catalogue():
        assert list(entry) == ["name", "description", "fileMatch", "url"]
        assert entry["url"].startswith(f"{FROM}/digecon-")
        assert not re.search(r"(?i)schema", entry["name"] + entry["description"])  # as the store wants it
        assert all("digecon" in match for match in entry["fileMatch"])
    matches = [match for entry in catalogue() for match in entry["fileMatch"]]
    assert len(set(matches)) == len(matches)


def test_all_of_it_is_written(tmp_path: Path) -> None:
    main(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {entry.file for entry in ENTRIES} | {CATALOGUE}
    for name, content in files():
        assert json.loads((tmp_path / name).read_text("utf-8")) == content


def test_the_document_names_each_file_and_each_pattern() -> None:
    told = (ROOT / "docs" / "editors.md").read_text("utf-8")
    assert [one for entry in ENTRIES for one in (*entry.files, entry.file) if f"`{one}`" not in told] == []
