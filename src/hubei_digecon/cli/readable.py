"""Whether what is named can be read at all here: some sorts of files need more installed."""

import os
from collections.abc import Iterable

import click

from ..load.readers import reader_of
from ..load.source import STANDARD_INPUT
from .language import say


def refuse_without_extra(paths: Iterable[str]) -> None:
    """Refuse a file that is named and cannot be read before something is installed. One that a folder holds
    is told as an input that cannot be read, and stops no others.

    Raises:
        click.UsageError: for the first such file; says what to install.
    """
    for path in paths:
        extra = None if path == STANDARD_INPUT or os.path.isdir(path) else reader_of(path).extra
        if extra and extra.missing:
            raise click.UsageError(say(extra.wanted_by(path)))
