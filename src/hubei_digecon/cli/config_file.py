"""The configuration file of a run: how it is found, and what it sets.

It is looked for from the working directory upwards, never beside an input, which comes from outside.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, Path, SourceFile
from ..load.faults import InputError
from ..load.source import decoded, read_bytes
from ..text import LANGS, Lang, Text
from .places import is_shared, repository_root, seen, working_directory
from .settings import SETTINGS

if TYPE_CHECKING:
    from ..load.toml_text import Toml
    from .config_check import Values

OWN_FILE = "digecon.toml"
PROJECT_FILE = "pyproject.toml"
PROJECT_TABLE = ("tool", "digecon")
FILES: tuple[tuple[str, tuple[str, ...]], ...] = ((OWN_FILE, ()), (PROJECT_FILE, PROJECT_TABLE))
"""The files that are looked for in a folder, the first that is there being read, and the table of each."""
_MAY_HOLD_TABLE = re.compile(
    rb"""tool["'\s]*\.["'\s]*digecon"""
    rb"""|^(?:\xef\xbb\xbf)?[ \t]*(?:\[[ \t]*["']?tool["']?[ \t]*\]|["']?tool["']?[ \t]*=)""",
    re.MULTILINE,
)
"""What our table in a file of others begins with. Most say nothing of this program, and are passed over
without being read as TOML, which would cost every run in such a folder.
"""
ISOLATED = "--isolated"

NOT_READ = Text("未读（{flag}）", "none read ({flag})")
NOT_FOUND = Text(
    "无（在 {folders} 中查找 {own} 和 {project} 的 [{table}]）",
    "none (looked for {own}, and for [{table}] in {project}, in {folders})",
)
IN_TABLE = Text("{path} 的 [{table}]", "[{table}] in {path}")


class ConfigurationError(InputError):
    """A configuration file at fault: nothing that would use it is done."""


@dataclass(frozen=True)
class Configuration:
    """The file that a run takes settings from, as ``told``; without a ``path`` there is none.

    ``faults`` are those for which nothing of the file could be read; which others it has is asked by
    whoever uses it, so that help is shown all the same.
    """

    told: Text
    path: str | None = None
    table: Path = ()
    toml: "Toml | None" = None
    source: SourceFile = field(default_factory=lambda: SourceFile(OWN_FILE))
    faults: tuple[Diagnostic, ...] = ()

    @property
    def language(self) -> Lang | None:
        """The language that the file asks for, if it is one."""
        values = self.toml.at(self.table) if self.toml else None
        asked = values.get("language") if isinstance(values, dict) else None
        return next((lang for lang in LANGS if lang == asked), None)

    def by_parameter(self) -> Mapping[str, Any]:
        """Return what the file sets, by the parameters of options, paths as seen from the working directory.

        Raises:
            ConfigurationError: where anything is wrong with the file, whether this run needs it or not.
        """
        values: Values = {}
        faults = self.faults
        if self.toml:
            from .config_check import checked

            values, faults = checked(self.toml, self.table)
        if faults:
            raise ConfigurationError(self.source, faults)
        folder = os.path.dirname(self.path or "")
        return {SETTINGS[key].parameter: SETTINGS[key].seen_from(folder, values[key]) for key in values}

    def place_of(self, key: str) -> str:
        """Return where the file sets a setting: its path and line."""
        place = self.toml.key_place((*self.table, key)) if self.toml else None
        return f"{self.path}:{place.line}" if place else str(self.path)


def find_configuration(arguments: Sequence[str]) -> Configuration:
    """Return the configuration file nearest to the working directory; none where it is not wanted."""
    if ISOLATED in takewhile(lambda argument: argument != "--", arguments):
        return Configuration(NOT_READ.format(flag=ISOLATED))
    folders = list(folders_to_look_in(working_directory()))
    for folder in folders:
        for name, table in FILES:
            path = os.path.join(folder, name)
            if os.path.lexists(path) and (found := _read(seen(path), table)):
                return found
    looked = ", ".join(map(seen, folders)) or "–"
    files = {"own": OWN_FILE, "project": PROJECT_FILE, "table": ".".join(PROJECT_TABLE)}
    return Configuration(NOT_FOUND.format(folders=looked, **files))


def folders_to_look_in(folder: str) -> Iterator[str]:
    """Return the folders to look in: up to the root of the repository; outside of one, this one alone.

    What others may have put above it is not looked at, least of all in a folder for temporary files, where
    anyone can put a repository as well.
    """
    root = repository_root(folder)
    while folder:
        yield folder
        if root is None or folder == root or is_shared(folder := os.path.dirname(folder)):
            break


def _read(path: str, table: tuple[str, ...]) -> Configuration | None:
    """Read a file; one that others use as well, and that says nothing of this program, is passed over."""
    told = IN_TABLE.format(path=path, table=".".join(table)) if table else Text.same(path)
    try:
        data = read_bytes(path)
        if table and not _MAY_HOLD_TABLE.search(data):
            return None
        from ..load.toml_text import read_toml  # a run without such a file does without

        toml = read_toml(decoded(path, data))
    except InputError as error:
        return Configuration(told, path, table, source=error.source, faults=error.faults)
    if table and toml.at(table) is None:
        return None
    return Configuration(told, path, table, toml, toml.file())
