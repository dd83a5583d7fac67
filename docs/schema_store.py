"""The schemas as the SchemaStore takes them, and the entries for its catalogue: ``make dist`` writes them.

The store asks for draft-07, which most editors know, and for an absolute ``$id``. A release has the files,
so that an editor always has those of the newest version, with the places and indicators of that version.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .installing import REPOSITORY

ROOT = Path(__file__).parent.parent
FROM = f"https://github.com/{REPOSITORY}/releases/latest/download"
"""Where editors fetch the schemas from."""
DIALECT = "http://json-schema.org/draft-07/schema#"
CATALOGUE = "schemastore-catalog.json"


class Entry(NamedTuple):
    """What the catalogue says of a schema: its name there, what it is for, and the files that it is for.

    Names of files and folders are our own words, so that no other file is taken for one of these.
    """

    schema: str
    name: str
    description: str
    files: tuple[str, ...]

    @property
    def file(self) -> str:
        """The name of the schema's file in a release."""
        return f"digecon-{self.schema}.json"

    @property
    def url(self) -> str:
        """Where the schema is fetched from."""
        return f"{FROM}/{self.file}"


def _named(sort: str) -> tuple[str, ...]:
    return tuple(f"*.digecon-{sort}.{suffix}" for suffix in ("yaml", "yml", "json"))


ENTRIES = (
    Entry(
        "report", "digecon report", "Report of a place on digital-economy targets of Hubei", _named("report")
    ),
    Entry("review", "digecon review", "Review of a report by its assessor", _named("review")),
    Entry(
        "targets",
        "digecon targets",
        "Published targets to judge reports by",
        ("**/digecon-targets/**/*.yaml",),
    ),
    Entry("weights", "digecon weights", "Weights of indicators for a scoreboard", _named("weights")),
)
"""The files that people write; what the program writes needs no editor."""


def for_the_store(entry: Entry) -> dict[str, Any]:
    """Return a committed schema in draft-07, where a reference has nothing beside it."""
    schema = json.loads((ROOT / "schemas" / f"{entry.schema}.schema.json").read_text("utf-8"))
    schema["definitions"] = schema.pop("$defs")
    made: dict[str, Any] = _in_draft_07(schema)
    return made | {"$schema": DIALECT, "$id": entry.url}


def _in_draft_07(node: Any) -> Any:
    if isinstance(node, list):
        return [_in_draft_07(one) for one in node]
    if not isinstance(node, dict):
        return node
    made = {key: _in_draft_07(value) for key, value in node.items()}
    if isinstance(made.get("$ref"), str):
        made["$ref"] = made["$ref"].replace("#/$defs/", "#/definitions/")
        if len(made) > 1:
            made["allOf"] = [{"$ref": made.pop("$ref")}, *made.get("allOf", ())]
    return made


def catalogue() -> list[dict[str, Any]]:
    """Return the entries for the list ``schemas`` of the store's catalogue."""
    return [
        {"name": one.name, "description": one.description, "fileMatch": list(one.files), "url": one.url}
        for one in ENTRIES
    ]


def files() -> Iterator[tuple[str, Any]]:
    """Return the files for a release by name."""
    yield from ((entry.file, for_the_store(entry)) for entry in ENTRIES)
    yield CATALOGUE, catalogue()


def main(folder: str) -> None:
    """Write the files into a folder."""
    for name, content in files():
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        (Path(folder) / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
