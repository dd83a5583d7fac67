"""What a folder holds: the files that are read, in the order of names, and what is not, each with its reason.

Nothing in a folder of reports changes what is searched, but for a folder that a tool marks as its cache.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import NamedTuple

from ...domain.left_out import LeftOut, WhyLeftOut
from ..readers import NAMED_SUFFIXES, SUFFIXES, is_folder_of_table

NEVER_ENTERED = (".git", ".hg", ".svn")
"""Folders in which version control keeps its own: nothing is told of them."""

NOT_SEARCHED = ("__pycache__", "node_modules")
"""Folders that tools fill; hidden ones are not searched either."""

CACHE_MARKER = "CACHEDIR.TAG"
CACHE_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55"
"""What marks a folder that a tool fills (bford.info/cachedir); without its signature it marks nothing."""

MOST_COUNTED = 20_000
"""Entries of folders that are not searched which one search looks at to count the files in them."""

MOST_LOOKED_INTO = 20_000
"""Files that are not read which one search finds to be looked into."""

_BETWEEN = "\0"
"""What no name of a file can hold."""

_NAME = re.compile(f"[^{_BETWEEN}]+")
_COUNTED = tuple({*SUFFIXES, *NAMED_SUFFIXES, ".ods"})


class Found(NamedTuple):
    """A file that a folder holds, or a folder. ``left`` is why it is not read, ``None`` where it is;
    ``to_look_into``: what the file is, only its content tells.
    """

    path: str
    left: LeftOut | None = None
    to_look_into: bool = False


def search(folder: str, exclude: Sequence[str] = ()) -> Iterator[Found]:
    """Return the files in ``folder`` and those below it: first its own, then folder by folder.

    Links to folders are not followed, nor are links to files that lead out of ``folder``; a link to
    a file that is found anyway is no file of its own. A folder that cannot be searched is told as
    a file that cannot be read. What one of the patterns in ``exclude`` matches is only counted.
    """
    patterns = tuple(pattern.rstrip("/") for pattern in exclude)
    return _Search(folder, patterns, to_look_into=MOST_LOOKED_INTO).found()


@dataclass(slots=True)
class _Entries:
    """What stands in one folder. The names of files are one text, in order: as many small texts would take
    six times the room.
    """

    folders: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    files: str = ""
    links: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Search:
    """One search; ``to_count`` and ``to_look_into`` are how much of it is left before its bounds."""

    root: str
    exclude: tuple[str, ...]
    excluded: int = 0
    excluded_all: bool = True
    to_count: int = MOST_COUNTED
    to_look_into: int = 0
    beyond: int = 0

    def found(self) -> Iterator[Found]:
        waiting = [self.root]
        while waiting:
            here = waiting.pop()
            try:
                if here != self.root and _is_cache(here):
                    yield from self._not_searched(here)
                    continue
                entries = self._entries(here)
            except OSError:
                yield Found(here)
                continue
            yield from self._files(here, entries)
            for name in entries.passed_over:
                yield from self._not_searched(os.path.join(here, name))
            waiting.extend(os.path.join(here, name) for name in reversed(entries.folders))
        if self.excluded or not self.excluded_all:
            yield Found(self.root, LeftOut(WhyLeftOut.EXCLUDED, self.excluded, self.excluded_all))
        if self.beyond:
            yield Found(self.root, LeftOut(WhyLeftOut.NOT_SEARCHED, self.beyond))

    def _entries(self, folder: str) -> _Entries:
        """Return what to look at in one folder."""
        found, files = _Entries(), []
        with os.scandir(folder) as entries:
            for entry in entries:
                if self.exclude and self._is_excluded(os.path.join(folder, entry.name), entry):
                    continue
                if _is_folder(entry) and not is_folder_of_table(entry.path):
                    if entry.name in NEVER_ENTERED:
                        continue
                    is_searched = not _is_passed_over(entry.name) and not entry.is_symlink()
                    (found.folders if is_searched else found.passed_over).append(entry.name)
                else:
                    files.append(entry.name)
                    if entry.is_symlink():
                        found.links.add(entry.name)
        found.folders.sort()
        found.passed_over.sort()
        found.files = _BETWEEN.join(sorted(files))
        return found

    def _files(self, here: str, entries: _Entries) -> Iterator[Found]:
        root = os.path.realpath(self.root) if entries.links else ""
        for match in _NAME.finditer(entries.files):
            name = match.group()
            path = os.path.join(here, name)
            inside = _inside(path, root) if name in entries.links else None
            if inside is not None and inside[0] == os.pardir:
                if _would_be_read(name):
                    yield Found(path, LeftOut(WhyLeftOut.LINK))
            elif inside is not None and _is_found_itself(path, inside):
                continue
            elif is_wanted(name):
                yield Found(path)
            elif self.to_look_into:
                self.to_look_into -= 1
                yield Found(path, to_look_into=True)
            else:
                self.beyond += 1

    def _not_searched(self, folder: str) -> Iterator[Found]:
        """Return a folder that is not searched, where it holds any file that would be read."""
        files, counts_all = self._counted(folder)
        if files or not counts_all:
            yield Found(folder, LeftOut(WhyLeftOut.FOLDER, files, counts_all))

    def _counted(self, folder: str) -> tuple[int, bool]:
        """Return how many files in a folder, and below it, would be read; and whether all were counted."""
        number, waiting = 0, [folder]
        while waiting:
            try:
                with os.scandir(waiting.pop()) as entries:
                    for entry in entries:
                        if not self.to_count:
                            return number, False
                        self.to_count -= 1
                        if entry.is_dir(follow_symlinks=False):
                            if entry.name not in NEVER_ENTERED:
                                waiting.append(entry.path)
                        else:
                            number += _would_be_read(entry.name)
            except OSError:
                continue
        return number, True

    def _is_excluded(self, path: str, entry: "os.DirEntry[str]") -> bool:
        """Whether a pattern matches the name of an entry, or its path below the folder searched."""
        below = os.path.relpath(path, self.root).replace(os.sep, "/")
        if not any(fnmatchcase(entry.name, one) or fnmatchcase(below, one) for one in self.exclude):
            return False
        if entry.is_dir(follow_symlinks=False):
            number, counts_all = self._counted(path)
            self.excluded_all = self.excluded_all and counts_all
        else:
            number = int(_would_be_read(entry.name))
        self.excluded += number
        return True


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether an entry is a folder, or a link to one; a link that leads nowhere, or to itself, is a file."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_wanted(name: str) -> bool:
    """Whether a file of this name is read where it stands in a folder."""
    return name.lower().endswith(SUFFIXES) and not is_hidden(name) and not name.startswith("~$")


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is hidden."""
    return name.startswith(".")


def _would_be_read(name: str) -> bool:
    """Whether a file of this name is, or hides, one that is read: ``r.yaml``, and ``r.yaml.bak`` too."""
    lower = name.lower()
    return any(f"{suffix}." in f"{lower}." for suffix in _COUNTED)


def _is_passed_over(name: str) -> bool:
    return is_hidden(name) or name in NOT_SEARCHED


def _is_cache(folder: str) -> bool:
    """Whether a tool has marked a folder as its cache."""
    try:
        descriptor = os.open(os.path.join(folder, CACHE_MARKER), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        return os.read(descriptor, len(CACHE_SIGNATURE)) == CACHE_SIGNATURE
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _inside(path: str, root: str) -> list[str]:
    """Return the steps from ``root`` to the file that a link leads to."""
    return os.path.relpath(os.path.realpath(path), root).split(os.sep)


def _is_found_itself(path: str, inside: Sequence[str]) -> bool:
    """Whether the file that a link leads to, ``inside`` the folder searched, is found without the link."""
    return is_wanted(inside[-1]) and not any(map(_is_passed_over, inside[:-1])) and os.path.exists(path)
