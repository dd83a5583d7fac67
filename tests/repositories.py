"""Git repositories in temporary folders, and the environment that programs find there."""

import os
import subprocess
from pathlib import Path

from .conftest import ROOT

_SCRUBBED = (
    "GIT_",
    "GITHUB_",
    "RUNNER_",
    "PRE_COMMIT",
    "SKIP",
    "DIGECON_",
    "PYTHON",
    "LC_",
    "LANG",
    "NO_COLOR",
)


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment of this process without what would steer git, pre-commit or ``digecon``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_SCRUBBED)}
    return kept | {"LC_ALL": "C.UTF-8"} | more


_IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org"))
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, whatever the one who runs the tests has configured, and return what it wrote."""
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=surroundings(**alone, **_IDENTITY),
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return done.stdout


def committed(folder: Path) -> str:
    """Make a folder a repository, or take it as one, commit all that is there, and return the commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "All there is")
    return git(folder, "rev-parse", "HEAD").strip()


def working_tree(folder: Path) -> str:
    """Commit this repository's files as they are now, committed or not, into ``folder``; return the commit."""
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in listed.split("\0"):
        if (ROOT / name).is_file():  # one that was removed is still listed
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    return committed(folder)
