"""Target files that a program holds in memory, by their paths in a folder."""

import os
from collections.abc import Mapping
from typing import Any

from .in_memory import Names, held
from .source import HeldFile, read_bytes
from .targets import CATALOGUE, SUFFIXES, TargetLibrary

TARGETS = "<targets>"
"""The folder in which target files stand that a program holds in memory."""


def held_targets(files: Mapping[str, Any], argument: str) -> TargetLibrary:
    """Return the library of target files given by their paths in a folder: texts in YAML, mappings, or the
    paths of files that stand elsewhere.

    Raises:
        TypeError, ValueError: where a name or a file is none; names the argument.
        InputError: where a file that stands elsewhere cannot be read.
    """
    if CATALOGUE not in files:
        raise ValueError(f"{argument}: there is no {CATALOGUE}, which says what is measured")
    in_memory = {}
    for name, value in files.items():
        if not isinstance(name, str) or not name.endswith(SUFFIXES) or ".." in name or name.startswith("/"):
            raise ValueError(f"{argument}: a path in the folder, as in cities/yichang.yaml, not {name!r:.60}")
        path = f"{TARGETS}/{name}"
        in_memory[path] = _target_file(path, value, f"{argument}: {name}")
    return TargetLibrary(TARGETS, in_memory=in_memory)


def _target_file(path: str, value: Any, argument: str) -> HeldFile:
    if isinstance(value, Mapping):
        made = held(value, argument, Names())
        return HeldFile(path, made.data, made.reader, made.made_of)
    if isinstance(value, os.PathLike):
        return HeldFile(path, read_bytes(os.fspath(value)), "yaml")
    if not isinstance(value, str):
        raise TypeError(
            f"{argument}: a text in YAML, a mapping, or a pathlib.Path, not {type(value).__name__}"
        )
    return HeldFile(path, value.encode("utf-8", "surrogatepass"), "yaml")
