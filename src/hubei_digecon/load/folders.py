"""Which files of a folder are read: by their suffix, in the order of names, never out of the folder."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .readers import SUFFIXES

PASSED_OVER = ("__pycache__", "node_modules", "site-packages")
"""Folders that tools fill and nobody submits; hidden ones are passed over too."""

MARKERS = ("CACHEDIR.TAG", "pyvenv.cfg")
"""Files that mark the folder they stand in as one that a tool fills: a cache (bford.info/cachedir), or
a virtual environment (PEP 405)."""

NOT_SUBMITTED = (".", "~$")
"""How names of files begin that are hidden, or that an office program leaves beside one that is open."""

_BETWEEN = "\0"
"""What no name of a file can hold."""

_NAME = re.compile(f"[^{_BETWEEN}]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a folder holds; ``leads_out``: it is a link that leads out of the folder."""

    path: str
    leads_out: bool = False


def search(folder: str) -> Iterator[Found]:
    """Return the files to read in ``folder`` and those below it: first its own, then folder by folder.

    Links to folders are not followed, nor are links to files that lead out of ``folder``; a link to
    a file that is found anyway is no file of its own. A folder that cannot be searched is told as
    a file that cannot be read.
    """
    root = os.path.realpath(folder)
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            folders, files, links = _entries(here, marked=here != folder)
        except OSError:
            yield Found(here)
            continue
        for match in _NAME.finditer(files):
            path = os.path.join(here, match.group())
            if match.group() in links:
                yield from _link(path, root)
            else:
                yield Found(path)
        waiting.extend(os.path.join(here, name) for name in reversed(folders))


def _entries(folder: str, marked: bool) -> tuple[list[str], str, set[str]]:
    """Return what to look at in one folder: folders, files, and which of the files are links.

    The files stand in one text, in order: as many small texts would take six times the room. ``marked``:
    nothing is returned of a folder with a marker.
    """
    folders, files, links = [], [], set()
    with os.scandir(folder) as entries:
        for entry in entries:
            if marked and entry.name in MARKERS:
                return [], "", set()
            if entry.is_dir(follow_symlinks=False):
                if not _passed_over(entry.name):
                    folders.append(entry.name)
            elif is_wanted(entry.name) and not entry.is_dir():
                files.append(entry.name)
                if entry.is_symlink():
                    links.add(entry.name)
    return sorted(folders), _BETWEEN.join(sorted(files)), links


def is_wanted(name: str) -> bool:
    """Whether a file of this name is looked at where it stands in a folder."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(NOT_SUBMITTED)


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
