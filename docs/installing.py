"""Where texts tell people to install the package from: one place, until the index has it.

No text names the package alone: the index does not know it, and whoever takes that name would be installed.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from hubei_digecon.version import VERSION

PACKAGE = "hubei-digecon"
REPOSITORY = "OWNER/digecon"
"""The repository on any host, until its owner is known."""
TAG = f"v{VERSION}"
RAW = f"https://raw.githubusercontent.com/{REPOSITORY}/{TAG}"
"""Where a file of the repository is read from, as it is in this version."""

_INSTALL = re.compile(
    r"\b(?:pip3? (?:install|download)|pipx (?:install|run)|uv tool (?:install|run)|uvx)\s"
    r"(?P<rest>[^\n`；。]*)"
)
_OURS = re.compile(r"(?:hubei[-_.])?digecon(?![\w.-]*(?:\.whl|/))")
_FROM_REPOSITORY = re.compile(
    rf"{PACKAGE}(?:\[[a-z,]+\])? @ git\+https://[\w.]+/{re.escape(REPOSITORY)}@{re.escape(TAG)}"
)


def installed_by(text: str) -> Iterator[str]:
    """Return what the commands of a text that ask an index are told, word by word, without comments."""
    for match in _INSTALL.finditer(text.replace("\\\n", " ")):
        rest = match["rest"].partition(" #")[0]
        try:
            yield from shlex.split(rest)
        except ValueError:  # a quotation mark of the sentence around it
            yield from rest.replace('"', " ").replace("'", " ").split()


def unknown_to_the_index(text: str) -> list[str]:
    """Return what a text tells people to install by a name that the index does not have."""
    return [one for one in installed_by(text) if _OURS.match(one) and not _FROM_REPOSITORY.fullmatch(one)]


def texts(root: Path) -> Iterator[Path]:
    """Return the files of the repository that tell how to install something."""
    yield from (path for path in root.glob("*") if path.suffix in (".md", ".yml", ".toml", ".py", ".cff"))
    yield root / "Makefile"
    for folder, suffixes in (("docs", "*.md"), ("src", "*.py"), ("src", "*.jinja"), (".github", "*.yml")):
        yield from (root / folder).rglob(suffixes)
