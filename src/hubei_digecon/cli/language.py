"""The language of a run: that of ``--lang``, else of the environment, the configuration file, the locale."""

import os
from collections.abc import Mapping, Sequence

from ..text import LANGS, Lang, Text, lang_of_locale
from .settings import SETTINGS

_spoken: Lang = "en"


def choose(
    arguments: Sequence[str], environment: Mapping[str, str] = os.environ, configured: Lang | None = None
) -> Lang:
    """Choose the language of this run.

    This happens before any command is loaded, so that its help is in that language.
    ``configured`` is what a configuration file asks for.
    """
    global _spoken  # a run has one language, chosen as it starts
    _spoken = _flag(arguments) or _variable(environment) or configured or lang_of_locale(environment)
    return _spoken


def say(text: Text) -> str:
    """Return a sentence in the language of this run."""
    return text.pick(_spoken)


def spoken() -> Lang:
    """Return the language of this run."""
    return _spoken


def _flag(arguments: Sequence[str]) -> Lang | None:
    """Return what the last valid ``--lang`` asks for. The command refuses one that is not valid."""
    asked: Lang | None = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            asked = next((lang for lang in LANGS if lang == value), asked)
    return asked


def _variable(environment: Mapping[str, str]) -> Lang | None:
    """Return what the variable of this program asks for. The command refuses one that is not valid."""
    asked = environment.get(SETTINGS["language"].variable)
    return next((lang for lang in LANGS if lang == asked), None)
