"""The commands that the runner of GitHub Actions finds in a log, read as it reads them (``ActionCommand.cs``).

A line that begins with ``::NAME KEY=VALUE,…::`` after blanks is one; so is ``##[NAME KEY=VALUE;…]`` anywhere
in a line, the older form, which is looked for only where the newer one is not found.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

NAMES = {
    "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice",
    "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
}  # fmt: skip
"""What the runner knows; any other name makes no command."""

_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
_OLDER = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%"}
"""How each part is unescaped; the percent sign comes last, so that nothing is unescaped twice."""


class Command(NamedTuple):
    """A command: its name, its properties, and what comes after them."""

    name: str
    properties: dict[str, str]
    message: str


def parse(text: str) -> list[Command]:
    """Return the commands of a log in their order."""
    lines = re.split("\r\n|\r|\n", text)
    return [command for line in lines if (command := of_line(line)) is not None]


def of_line(line: str) -> Command | None:
    """Return the command that a line is or holds, if any."""
    newer = re.match(r"\s*::(.*?)::", line)
    if newer and (command := _command(newer[1], ",", _PROPERTY, _unescaped(line[newer.end() :], _DATA))):
        return command
    older = re.search(r"##\[([^]]*)\]", line)
    return _command(older[1], ";", _OLDER, _unescaped(line[older.end() :], _OLDER)) if older else None


def _command(head: str, between: str, escapes: Mapping[str, str], message: str) -> Command | None:
    name, _, properties = head.partition(" ")
    if name.lower() not in NAMES:
        return None
    return Command(name.lower(), dict(_pairs(properties, between, escapes)), message)


def _pairs(properties: str, between: str, escapes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for pair in properties.strip().split(between):
        key, _, value = pair.partition("=")
        if key and value:
            yield key, _unescaped(value, escapes)


def _unescaped(text: str, escapes: Mapping[str, str]) -> str:
    for written, meant in escapes.items():
        text = text.replace(written, meant)
    return text
