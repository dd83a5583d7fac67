"""Options that several commands share, and how their values are read."""

import datetime
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from ..exits import FAIL_ON
from ..extras import Extra
from ..findings import Grade
from ..load.near import near_miss
from ..load.source import real_path
from ..model.reports import Period
from ..render import FORMATS, Format
from ..render.view import View
from ..text import LANGS, Text
from .completing import among, files, folders
from .language import say, spoken
from .places import repository_root, working_directory

NOT_A_DATE = Text("“{text}”不是日期，应写成 2026-02-28", "“{text}” is not a date; write it as 2026-02-28")
NOT_A_PERIOD = Text(
    "“{text}”不是报告期，应写成 2025 或 2025-M09", "“{text}” is not a period; write it as 2025 or 2025-M09"
)
NOT_JOBS = Text("“{text}”应为1至9999的整数", "“{text}” is no whole number from 1 to 9999")
NOT_A_FORMAT = Text(
    "没有格式“{name}”。{suggestion}可用：{known}", "there is no format “{name}”; {suggestion}formats: {known}"
)
NOT_A_CHOICE = Text(
    "没有“{text}”。{suggestion}可用：{known}", "there is no “{text}”; {suggestion}choices: {known}"
)
TWICE = Text(
    "只能有一种格式写到标准输出，其余写成 名称=文件",
    "only one format can go to standard output; give the others as NAME=FILE",
)
SAME_FILE = Text("两种格式不能写到同一个文件“{path}”", "two formats cannot go to one file, “{path}”")
ONLY_FILES = Text(
    "“{name}”不是文本，只能写入文件：{name}=文件", "“{name}” is no text and goes into files only: {name}=FILE"
)
TO_NOWHERE = Text("“{text}”缺少文件名", "“{text}” names no file")


_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Sink(NamedTuple):
    """A format and where it goes: a file, or standard output."""

    format: Format
    path: str | None = None


def option(*names: str, help: Text, **settings: Any) -> Callable[[Any], Any]:
    """Return a click option whose help is in the language of this run."""
    return click.option(*names, help=say(help), **settings)


class Words(click.Choice[str]):
    """A choice among the words of a table, refused in the language of this run."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or say which can stand here."""
        words = list(self.choices)
        if value not in words:
            values = {"text": value, "suggestion": near_miss(str(value), words), "known": ", ".join(words)}
            self.fail(say(NOT_A_CHOICE.format(**values)), param, ctx)
        return str(value)


def choice(words: Iterable[str]) -> Words:
    """Return a choice among the words of a table."""
    return Words(list(words))


def targets_option() -> Callable[[Any], Any]:
    """``--targets DIR``."""
    return option(
        "--targets",
        metavar="DIR",
        shell_complete=folders,
        help=Text(
            "目标文件夹（默认用内置的）",
            "the folder of target files (default: those that come with the program)",
        ),
    )


def jobs_option() -> Callable[[Any], Any]:
    """``--jobs N``: how many processes work on many files."""
    return option(
        "--jobs",
        metavar="N",
        callback=_jobs,
        help=Text(
            "文件多时同时工作的进程数（默认为可用的处理器数）",
            "how many processes work on many files (default: the processors there are)",
        ),
    )


def exclude_option() -> Callable[[Any], Any]:
    """``--exclude GLOB``: what is left out of the folders searched."""
    return option(
        "--exclude",
        metavar="GLOB",
        multiple=True,
        help=Text(
            "不查找的文件和文件夹（对文件名，或对所给文件夹之内的路径；* 也匹配 /），可重复；计入最后几行",
            "leave out of the folders searched what has such a name, or such a path below the folder given "
            "(* matches / too); repeatable; the last lines count it",
        ),
    )


def period_option(help: Text) -> Callable[[Any], Any]:
    """``--period PERIOD``."""
    return option("--period", metavar="PERIOD", callback=_period, help=help)


def language_option() -> Callable[[Any], Any]:
    """``--lang``; read beforehand by :mod:`~hubei_digecon.cli.language`, refused here when wrong."""
    return option(
        "--lang",
        type=choice(LANGS),
        help=Text("语言（默认随系统语言）", "language (default: that of the locale)"),
    )


def output_options(command: Any) -> Any:
    """``--lang``, ``--color``, ``-q``, ``-v``: how what is shown looks."""
    color = Text("颜色（默认在终端上才用）", "colour (default: on a terminal only)")
    for decorate in (
        option(
            "-v", "--verbose", is_flag=True, help=Text("显示全部出处", "show the citations of all targets")
        ),
        option("-q", "--quiet", is_flag=True, help=Text("只显示结论", "show verdicts only")),
        option("--color", type=choice(("auto", "always", "never")), default="auto", help=color),
        language_option(),
    ):
        command = decorate(command)
    return command


def judging_options(command: Any) -> Any:
    """``--review`` to ``--fail-on``: what a judgement and its exit code hold to."""
    for decorate in (
        option(
            "--fail-on",
            type=choice(FAIL_ON),
            default="undecided",
            help=Text.joined(
                (Text(f"{word}：{text.zh}", f"{word}: {text.en}") for word, text in FAIL_ON.items()),
                "；",
                "; ",
            ),
        ),
        option(
            "--min-evidence",
            type=choice(grade.id for grade in Grade),
            default=Grade.CLAIMED.id,
            help=Text("认定完成所需的最低佐证", "the weakest evidence on which a target counts as met"),
        ),
        option(
            "--as-of",
            metavar="DATE",
            callback=day_of,
            help=Text("核验基准日（默认为东八区的今天）", "the day to judge as of (default: today in UTC+8)"),
        ),
        option(
            "--check-documents",
            is_flag=True,
            help=Text(
                "核对报告所列佐证材料是否存在，并记录其SHA-256",
                "look up the documents that reports name, and keep their SHA-256",
            ),
        ),
        option(
            "--redact-items",
            is_flag=True,
            help=Text(
                "不显示清单各项的名称和代码，也不显示文件中的行",
                "leave out the names and codes of items, and the lines of files",
            ),
        ),
        option(
            "--no-waivers",
            is_flag=True,
            help=Text("不计不纳入考核的批准", "judge as if no target were waived"),
        ),
        option(
            "--review",
            "reviews",
            metavar="PATH",
            shell_complete=files,
            multiple=True,
            help=Text(
                "评估方复核文件或文件夹，可重复", "a review by the assessor, or a folder of them, repeatable"
            ),
        ),
    ):
        command = decorate(command)
    return command


def format_option(shows: str = "") -> Callable[[Any], Any]:
    """``--output-format NAME[=FILE]``, repeatable; of the formats that have what ``shows`` something."""
    formats = {name: one for name, one in FORMATS.items() if not shows or getattr(one, shows)}
    names = Text.joined(
        (Text(f"{one.name}：{one.summary.zh}", f"{one.name}: {one.summary.en}") for one in formats.values()),
        "；",
        "; ",
    )
    return option(
        "--output-format",
        "sinks",
        metavar="NAME[=FILE]",
        multiple=True,
        callback=partial(_sinks, formats=formats),
        shell_complete=among({one.name: one.summary for one in formats.values()}),
        help=Text("输出格式，可重复：{names}", "how to show the result, repeatable: {names}").format(
            names=names
        ),
    )


def view_of(color: str, quiet: bool, verbose: bool) -> View:
    """Return how to show a result on this terminal."""
    folder = working_directory()
    return View(
        lang=spoken(),
        width=max(shutil.get_terminal_size((80, 24)).columns, 40),
        color=_colored(color),
        encoding=(sys.stdout and sys.stdout.encoding) or "utf-8",
        quiet=quiet,
        verbose=verbose,
        folder=folder,
        root=repository_root(folder) or folder,
    )


def _colored(color: str) -> bool:
    """Whether to use colour: the flag, else NO_COLOR, FORCE_COLOR, else whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or bool(sys.stdout and sys.stdout.isatty())


_JOBS = re.compile("[1-9][0-9]{0,3}")


def _jobs(_ctx: click.Context, param: click.Parameter, text: str | None) -> int | None:
    if text is None:
        return None
    if not _JOBS.fullmatch(text):
        raise click.BadParameter(say(NOT_JOBS.format(text=text)), param=param)
    return int(text)


def _period(_ctx: click.Context, param: click.Parameter, text: str | None) -> Period | None:
    if text is None:
        return None
    from ..load.dates import period_of  # only a run that names a period needs it

    period = period_of(text)
    if period is None:
        raise click.BadParameter(say(NOT_A_PERIOD.format(text=text)), param=param)
    return period


def day_of(_ctx: click.Context, param: click.Parameter, text: str | None) -> datetime.date | None:
    """Return the day that an option names.

    Raises:
        click.BadParameter: where it names none.
    """
    if text is None:
        return None
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(say(NOT_A_DATE.format(text=text)), param=param) from None


def _sinks(
    ctx: click.Context, param: click.Parameter, texts: tuple[str, ...], formats: Mapping[str, Format]
) -> list[Sink]:
    if ctx.get_parameter_source(param.name or "") in (
        ParameterSource.ENVIRONMENT,
        ParameterSource.DEFAULT_MAP,
    ):
        texts = _shown_here(ctx, param, texts, formats)
    sinks = [_sink(text, param, formats) for text in texts] or [Sink(next(iter(formats.values())))]
    if sum(sink.path is None for sink in sinks) > 1:
        raise click.BadParameter(say(TWICE), param=param)
    paths = [real_path(sink.path) for sink in sinks if sink.path]
    for path in paths:
        if paths.count(path) > 1:
            raise click.BadParameter(say(SAME_FILE.format(path=path)), param=param)
    return sinks


def _shown_here(
    ctx: click.Context, param: click.Parameter, texts: tuple[str, ...], formats: Mapping[str, Format]
) -> tuple[str, ...]:
    """Return the formats that this command has, of those that all commands are given; or the default."""
    of_others = FORMATS.keys() - formats.keys()
    kept = tuple(text for text in texts if text.partition("=")[0] not in of_others)
    if not kept:
        ctx.set_parameter_source(param.name or "", ParameterSource.DEFAULT)
    return kept


def _sink(text: str, param: click.Parameter, formats: Mapping[str, Format]) -> Sink:
    name, equals, path = text.partition("=")
    if name not in formats:
        values = {"name": name, "suggestion": near_miss(name, formats), "known": ", ".join(formats)}
        raise click.BadParameter(say(NOT_A_FORMAT.format(**values)), param=param)
    if equals and not path:
        raise click.BadParameter(say(TO_NOWHERE.format(text=text)), param=param)
    if formats[name].binary and not equals:
        raise click.BadParameter(say(ONLY_FILES.format(name=name)), param=param)
    installed(name, formats[name].extra, param)
    return Sink(formats[name], path or None)


def installed(name: str, extra: Extra | None, param: click.Parameter) -> None:
    """Hold that all is installed that the format of this name needs.

    Raises:
        click.BadParameter: where something is not; says how to install it.
    """
    if extra and extra.missing:
        raise click.BadParameter(say(extra.wanted_by(name)), param=param)
