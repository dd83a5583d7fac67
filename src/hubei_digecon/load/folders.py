"""Which files of a folder are read: by their suffix, in the order of names, never out of the folder."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

SUFFIXES = (".yaml", ".yml", ".json")
"""The suffixes of files that a folder is searched for."""

PASSED_OVER = ("__pycache__", "node_modules", "site-packages")
"""Folders that tools fill and nobody submits; hidden ones are passed over too."""

MARKERS = ("CACHEDIR.TAG", "pyvenv.cfg")
"""Files that mark the folder they stand in as one that a tool fills: a cache (bford.info/cachedir), or
a virtual environment (PEP 405)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a folder holds; ``leads_out``: it is a link that leads out of the folder."""

    path: str
    leads_out: bool = False


def search(folder: str) -> Iterator[Found]:
    """Return the files to read in ``folder`` and those below it: first its own, then folder by folder.

    Links to folders are not followed, nor are links to files that lead out of ``folder``; a link to
    a file that is found anyway is no file of its own.
    """
    root = os.path.realpath(folder)
    for here, folders, files in os.walk(folder):
        below_root = here != folder
        if below_root and any(marker in files for marker in MARKERS):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not _passed_over(name))
        for name in sorted(files):
            if is_wanted(name):
                path = os.path.join(here, name)
                if not os.path.islink(path):
                    yield Found(path)
                else:
                    yield from _link(path, root)


def is_wanted(name: str) -> bool:
    """Whether a file of this name is looked at where it stands in a folder."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name in PASSED_OVER


def _link(path: str, root: str) -> Iterator[Found]:
    """Return the link at ``path`` unless the file it leads to is found itself."""
    real = os.path.realpath(path)
    inside = os.path.relpath(real, root).split(os.sep)
    if inside[0] == os.pardir:
        yield Found(path, leads_out=True)
    elif not is_wanted(inside[-1]) or any(map(_passed_over, inside[:-1])) or not os.path.exists(real):
        yield Found(path)
