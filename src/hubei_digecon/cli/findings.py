"""``--findings FILE``: the findings alone, where there are too many reports to look at each."""

from collections.abc import Callable, Sequence
from typing import Any

import click
from click.core import ParameterSource

from ..show.formats import FORMATS
from ..text import Text
from .language import say
from .options import Sink, option
from .proposals import files

FINDINGS = Text(
    "逐项核验意见写入文件（.parquet 或 .csv），每项一行，屏幕上只显示份数；用于报告很多时",
    "write the findings into a file (.parquet or .csv), a row each, and show the counts alone: for very many "
    "reports",
)
NOT_FOR_FINDINGS = Text("“{path}”应为 .parquet 或 .csv 文件", "“{path}” is to be a .parquet or a .csv file")
_FORMATS = ("parquet", "csv")


def findings_option() -> Callable[[Any], Any]:
    """``--findings FILE``."""
    return option("--findings", metavar="FILE", callback=_sink, shell_complete=files, help=FINDINGS)


def with_findings(sinks: Sequence[Sink], findings: Sink | None) -> list[Sink]:
    """Return where formats go, the findings among them; the usual format goes nowhere then unless it is asked
    for.
    """
    if findings is None:
        return list(sinks)
    source = click.get_current_context().get_parameter_source("sinks")
    return [*(() if source is ParameterSource.DEFAULT else sinks), findings]


def _sink(_ctx: click.Context, param: click.Parameter, path: str | None) -> Sink | None:
    if path is None:
        return None
    name = next((one for one in _FORMATS if path.lower().endswith(f".{one}")), None)
    if name is None:
        raise click.BadParameter(say(NOT_FOR_FINDINGS.format(path=path)), param=param)
    format = FORMATS[name]
    if format.extra and format.extra.missing:
        raise click.UsageError(say(format.extra.wanted_by(name)))
    return Sink(format, path)
