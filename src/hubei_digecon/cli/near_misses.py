"""What people probably mean by a command, an option or a format that is not there. It is only proposed."""

import os
from collections.abc import Collection, Mapping, Sequence

from ..diagnostics.suggest import nearest
from ..show.format import Format
from ..show.formats import FORMATS

COMMANDS_MEANT = {
    **dict.fromkeys(("list", "ls", "show", "entities", "places"), "targets"),
    **dict.fromkeys(("validate", "parse", "read"), "lint"),
    **dict.fromkeys(("judge", "report", "assess", "test"), "check"),
    **dict.fromkeys(("scoreboard", "rank", "summary", "summarize", "compare"), "score"),
    **dict.fromkeys(("history", "pace", "chart"), "trend"),
    **dict.fromkeys(("init", "create", "form", "template", "generate"), "new"),
    **dict.fromkeys(("describe", "define", "info"), "explain"),
    "version": "--version",
    "help": "--help",
}
"""Commands, or options beside them, by what other programs call them."""

OPTIONS_MEANT = {
    **dict.fromkeys(("--date", "--today", "--asof"), "--as-of"),
    **dict.fromkeys(("--language", "--locale", "-l"), "--lang"),
    **dict.fromkeys(("--silent", "-s"), "--quiet"),
    **dict.fromkeys(("--no-color", "--nocolor", "--no-colour"), "--color never"),
    **dict.fromkeys(("-j", "--parallel", "--workers"), "--jobs"),
    **dict.fromkeys(("-f", "--format"), "--output-format"),
    **dict.fromkeys(("-V", "-version"), "--version"),
    **dict.fromkeys(("-?", "-help"), "--help"),
}
"""Options by what other programs call them."""

_FILES = ("-o", "--output", "--out", "--outfile", "--output-file")
"""What other programs call the option that names the file to write."""


def command_meant(name: str, arguments: Sequence[str], commands: Collection[str]) -> str | None:
    """Return the command that is meant by a name; one that reads reports where it is a file."""
    if name in COMMANDS_MEANT:
        return COMMANDS_MEANT[name]
    if os.path.exists(name) and name in arguments:
        return f"check {name}"
    return nearest(name, commands)


def option_meant(name: str, arguments: Sequence[str], options: Collection[str]) -> str | None:
    """Return the option that is meant by a name, with its value where that is told by the name."""
    if "--output-format" in options:
        if name in _FILES:
            return f"--output-format {_into_file(_value_of(name, arguments))}"
        if name.startswith("--") and (form := _named(name[2:], FORMATS)):
            return f"--output-format {form.name}{'=FILE' if form.binary else ''}"
    meant = OPTIONS_MEANT.get(name)
    if meant and meant.split()[0] in {*options, "--version", "--help"}:
        return meant
    return nearest(name, options)


def format_meant(text: str, formats: Mapping[str, Format]) -> str | None:
    """Return what is meant by a value of ``--output-format``: another name of a format, or a file alone."""
    name, _, path = text.partition("=")
    form = _named(name.lower(), formats)
    if form is not None:
        return f"{form.name}={path}" if path else form.name
    if not path and (form := _by_suffix(name, formats)):
        return f"{form.name}={name}"
    return nearest(name, formats)


def _into_file(path: str) -> str:
    form = _by_suffix(path, FORMATS)
    return f"{form.name if form else 'NAME'}={path or 'FILE'}"


def _by_suffix(path: str, formats: Mapping[str, Format]) -> Format | None:
    """Return the format whose files end like a path."""
    suffix = os.path.splitext(path)[1][1:].lower()
    return next((one for one in formats.values() if suffix and suffix == (one.suffix or one.name)), None)


def _named(name: str, formats: Mapping[str, Format]) -> Format | None:
    return next((one for one in formats.values() if name in (one.name, *one.called)), None)


def _value_of(name: str, arguments: Sequence[str]) -> str:
    """Return what an option is given: behind it, or in the argument after it."""
    for argument, after in zip(arguments, (*arguments[1:], ""), strict=True):
        if argument == name:
            return after
        if argument.startswith(f"{name}=") or (len(name) == len("-o") and argument.startswith(name)):
            return argument[len(name) :].removeprefix("=")
    return ""
