"""``--register FILE``: what a run is given of a register of items, and what it writes of one."""

import os

import click

from ..diagnostics.extras import TABLE
from ..run.options import RegisterOptions, RunOptions, held_once
from ..show.formats import FORMATS
from ..text import Text
from .language import say
from .options import Sink
from .writing import not_over, refuse_paths

NO_REGISTER = Text(
    "没有给出名录（--register），没有记录可写入 --register-report",
    "there is no register (--register) whose records --register-report could list",
)


def with_register(options: RunOptions, register: str | None, report: str | None) -> RunOptions:
    """Return the options of a run with a register, whose report goes over none of its inputs.

    Raises:
        click.UsageError: where there is no register, what reads it is not installed, or its report would go
            into an input.
    """
    if register is None:
        raise click.UsageError(say(NO_REGISTER))
    if TABLE.missing:
        raise click.UsageError(say(TABLE.wanted_by("--register")))
    asking = RegisterOptions(register, report)
    options = options._replace(paths=held_once(options.paths), register=asking)
    if report:
        refuse_paths((report,), (*options.paths, *options.beside, *options.library.paths()))
        if os.path.lexists(report):
            sink = Sink(next(iter(FORMATS.values())), report)
            for _ in not_over(options.inputs(), (sink,), options.library):
                pass
    return options
