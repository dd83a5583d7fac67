"""The target files that come with the program as the trees of values that reading them gives, without places.

A tree is found by the SHA-256 of the bytes that were read, so a file that somebody changed is read itself,
and the digests that a run tells are those of the files. ``shipped.json`` is made by ``make shapes``, once a
target file changes; a test holds that each tree is what its file holds.
"""

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

TABLE = os.path.join(os.path.dirname(__file__), "shipped.json")


def shipped_tree(sha256: str) -> dict[str, Any] | None:
    """Return what the file with this digest holds, anew each time, since what does not fit is cut off trees;
    ``None`` for any other file.
    """
    text = _texts().get(sha256)
    tree: dict[str, Any] | None = json.loads(text) if text else None
    return tree


@cache
def _texts() -> Mapping[str, str]:
    """Return the JSON of each tree by the digest of its file; each stands in a line of its own."""
    with open(TABLE, encoding="utf-8") as table:
        rows = [line.rstrip(",\n").partition(": ") for line in table if line.startswith('"')]
    return {sha256.strip('"'): text for sha256, _, text in rows}


def compiled_text(paths: Iterable[str]) -> str:
    """Return the text of the table for some target files, one a line."""
    from .document import placed
    from .source import read_source

    documents = [placed(read_source(path)) for path in sorted(paths)]
    rows = (
        f"{json.dumps(one.source.sha256)}: {json.dumps(one.root, ensure_ascii=False, separators=(',', ':'))}"
        for one in documents
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main() -> None:
    """Write the table anew."""
    from .targets import TargetLibrary, find_targets

    text = compiled_text(TargetLibrary(find_targets()).paths())
    with open(TABLE, "w", encoding="utf-8", newline="\n") as table:
        table.write(text)


if __name__ == "__main__":
    main()
