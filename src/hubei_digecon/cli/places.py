"""Where a run stands: the working directory, and the root of the repository around it."""

import os


def working_directory() -> str:
    """Return the working directory; nothing where it has been removed."""
    try:
        return os.getcwd()
    except OSError:
        return ""


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
