"""The configuration file of a run: how it is found, and what it sets.

The search goes from the working directory upwards, and never beside an input: inputs come from outside.
"""

import os
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from ..diagnostics import Path
from ..late import late_pattern
from ..load.faults import InputError
from ..load.source import decoded, read_bytes
from ..records import NamedTuple
from ..text import LANGS, Lang, Text
from .folders import folders_to_look_in, seen, working_directory
from .settings import SETTINGS

if TYPE_CHECKING:
    from ..load.toml_text import Toml

OWN_FILE = "digecon.toml"
PROJECT_FILE = "pyproject.toml"
PROJECT_TABLE = ("tool", "digecon")
FILES: tuple[tuple[str, tuple[str, ...]], ...] = ((OWN_FILE, ()), (PROJECT_FILE, PROJECT_TABLE))
"""The files that are looked for in each folder, in this order, and the table of settings in each."""
_MAY_HOLD_TABLE = late_pattern(
    rb"""tool["'\s]*\.["'\s]*digecon"""
    rb"""|^(?:\xef\xbb\xbf)?[ \t]*(?:\[[ \t]*["']?tool["']?[ \t]*\]|["']?tool["']?[ \t]*=)""",
    re.MULTILINE,
)
"""What the table begins with. Most project files lack it, and reading them as TOML costs time."""
ISOLATED = "--isolated"

NOT_READ = Text("未读（{flag}）", "none read ({flag})")
NOT_FOUND = Text(
    "无（在 {folders} 中查找 {own} 和 {project} 的 [{table}]）",
    "none (looked for {own}, and for [{table}] in {project}, in {folders})",
)
IN_TABLE = Text("{path} 的 [{table}]", "[{table}] in {path}")


class ConfigurationError(InputError):
    """A configuration file with faults. A run that would use it does nothing."""


class Configuration(NamedTuple):
    """The file that a run takes settings from, if any; ``told`` says which.

    ``error`` holds the faults of a file that cannot be read. Nothing raises it before a command needs
    its settings, so that help is shown all the same.
    """

    told: Text
    path: str | None = None
    table: Path = ()
    toml: "Toml | None" = None
    error: ConfigurationError | None = None

    @property
    def language(self) -> Lang | None:
        """The language that the file asks for, if it is one."""
        asked = self.toml and self.toml.at((*self.table, "language"))
        return next((lang for lang in LANGS if lang == asked), None)

    def by_parameter(self) -> dict[str, Any]:
        """Return what the file sets, by the parameters of options.

        Paths are as seen from the working directory.

        Raises:
            ConfigurationError: where anything in the file is wrong, even what this run does not need.
        """
        if self.error:
            raise self.error
        if self.toml is None:
            return {}
        from .configuration_faults import faults_of  # only a run with such a file needs it

        if faults := faults_of(self.toml, self.table):
            raise ConfigurationError(self.toml.file(), faults)
        rows = ((SETTINGS[key], value) for key, value in self.toml.at(self.table).items())
        folder = os.path.dirname(self.path or "")
        return {setting.parameter: setting.seen_from(folder, value) for setting, value in rows}

    def place_of(self, key: str) -> str:
        """Return where the file sets a setting: its path and line."""
        place = self.toml.place((*self.table, key), of_key=True) if self.toml else None
        return f"{self.path}:{place.line}" if place else str(self.path)


def find_configuration(arguments: Sequence[str]) -> Configuration:
    """Return the configuration file nearest to the working directory; none with ``--isolated``."""
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


def _read(path: str, table: tuple[str, ...]) -> Configuration | None:
    """Read a file; return ``None`` for a project file without a table of this program."""
    told = IN_TABLE.format(path=path, table=".".join(table)) if table else Text.same(path)
    try:
        data = read_bytes(path)
        if table and not _MAY_HOLD_TABLE.search(data):
            return None
        from ..load.toml_text import read_toml

        toml = read_toml(decoded(path, data))
    except InputError as error:
        return Configuration(told, path, table, error=ConfigurationError(error.source, error.faults))
    return None if table and toml.at(table) is None else Configuration(told, path, table, toml)
