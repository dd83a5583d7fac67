"""The folders of a run: the working directory, the folders above it, and the root of the repository."""

import os
import stat
from collections.abc import Iterator


def working_directory() -> str:
    """Return the working directory; an empty text where it has been removed."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def seen(path: str) -> str:
    """Return a path relative to the working directory, so that no result tells where that is."""
    try:
        return os.path.relpath(path)
    except (OSError, ValueError):  # on another drive, or there is no working directory any more
        return path


def repository_root(folder: str) -> str | None:
    """Return the first folder, from ``folder`` upwards, that is the root of a repository."""
    return next((one for one in _upwards(folder) if os.path.exists(os.path.join(one, ".git"))), None)


def folders_to_look_in(folder: str) -> Iterator[str]:
    """Return the folders to look in for settings: ``folder``, and those above it in its repository.

    The search ends below a folder that all users share: anyone can put files there.
    """
    root = repository_root(folder)
    for one in _upwards(folder):
        if one != folder and (root is None or _is_shared(one)):
            break
        yield one
        if one == root:
            break


def _upwards(folder: str) -> Iterator[str]:
    above = ""
    while folder and folder != above:
        yield folder
        above, folder = folder, os.path.dirname(folder)


def _is_shared(folder: str) -> bool:
    """Whether a folder is one for the temporary files of all users."""
    try:
        mode = os.stat(folder).st_mode
    except OSError:
        return False
    return bool(mode & stat.S_ISVTX and mode & stat.S_IWOTH)
