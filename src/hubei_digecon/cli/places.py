"""Where a run stands: the working directory, paths from there, and the root of the repository around it."""

import os
import stat


def working_directory() -> str:
    """Return the working directory; nothing where it has been removed."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def seen(path: str) -> str:
    """Return a path as seen from the working directory, so that no result tells where that is."""
    try:
        return os.path.relpath(path)
    except (OSError, ValueError):  # on another drive, or there is no working directory any more
        return path


def is_shared(folder: str) -> bool:
    """Whether a folder is one for the temporary files of all: whoever likes may add to it."""
    try:
        mode = os.stat(folder).st_mode
    except OSError:
        return False
    return bool(mode & stat.S_ISVTX and mode & stat.S_IWOTH)


def repository_root(folder: str) -> str | None:
    """Return the first folder, from ``folder`` upwards, that is the root of a repository."""
    here = folder
    while here:
        if os.path.exists(os.path.join(here, ".git")):
            return here
        above = os.path.dirname(here)
        if above == here:
            break
        here = above
    return None
