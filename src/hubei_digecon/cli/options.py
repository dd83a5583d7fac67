"""Options that several commands share, and how their values are read."""

import datetime
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import click
from click.core import ParameterSource

from ..diagnostics.extras import Extra
from ..diagnostics.suggest import asking, nearest
from ..domain.reports import Period
from ..late import late_pattern
from ..load.source import real_path
from ..records import NamedTuple
from ..show.format import Format
from ..show.formats import FORMATS, format_of, formats_by_reader, variants_of
from ..show.view import View
from ..text import LANGS, Text
from .folders import repository_root, working_directory
from .help import ListedOption
from .language import say, spoken
from .output import terminal_columns
from .proposals import among, documents, folders

NOT_A_DATE = Text("“{text}”不是日期，应写成 2026-02-28", "“{text}” is not a date; write it as 2026-02-28")
NOT_A_PERIOD = Text(
    "“{text}”不是报告期，应写成 2025 或 2025-M09", "“{text}” is not a period; write it as 2025 or 2025-M09"
)
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
SAME_FILE = Text("两项输出不能写到同一个文件“{path}”", "two outputs cannot go to one file, “{path}”")
ONLY_FILES = Text(
    "“{name}”不是文本，只能写入文件：{name}=文件", "“{name}” is no text and goes into files only: {name}=FILE"
)
TO_NOWHERE = Text("“{text}”缺少文件名", "“{text}” names no file")


BY_DOCUMENT = Text(
    "按哪个文件的目标（标识，见 digecon targets），可重复；all 为全部文件（默认：{default}）",
    "whose targets count, a document by its id (digecon targets lists them), repeatable; all: every document "
    "(default: {default})",
)
DEFAULT_DOCUMENTS = Text("通知", "the notice")

LANGUAGES_MEANT = {
    **dict.fromkeys(("cn", "ch", "chi", "zho", "zh-cn", "zh_cn", "zh-hans", "chinese", "中文", "汉语"), "zh"),
    **dict.fromkeys(("eng", "en-us", "en_us", "en-gb", "english", "英文", "英语"), "en"),
}
"""What people write for a language."""

_DAY = late_pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Sink(NamedTuple):
    """A format and where it goes: a file, or standard output."""

    format: Format
    path: str | None = None


def option(*names: str, help: Text, **settings: Any) -> Callable[[Any], Any]:
    """Return a click option whose help is in the language of this run."""
    return click.option(*names, help=say(help), **settings)


class WordChoice(click.Choice[str]):
    """A choice among the words of a table, refused in the language of this run.

    ``meant`` says which word people mean by another.
    """

    def __init__(self, choices: Iterable[str], meant: Mapping[str, str] | None = None) -> None:
        super().__init__(list(choices))
        self.meant = meant or {}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or say which can stand here."""
        words = list(self.choices)
        if value not in words:
            meant = self.meant.get(str(value).lower()) or nearest(str(value), words)
            values = {"text": value, "suggestion": asking(meant), "known": ", ".join(words)}
            self.fail(say(NOT_A_CHOICE.format(**values)), param, ctx)
        return str(value)


def choice(words: Iterable[str], meant: Mapping[str, str] | None = None) -> WordChoice:
    """Return a choice among the words of a table."""
    return WordChoice(words, meant)


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


def document_option(default: Text = DEFAULT_DOCUMENTS) -> Callable[[Any], Any]:
    """``--document ID``: the documents whose targets count."""
    return option(
        "--document",
        "documents",
        metavar="ID",
        multiple=True,
        shell_complete=documents,
        help=BY_DOCUMENT.format(default=default),
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


def period_option(help: Text, name: str = "--period") -> Callable[[Any], Any]:
    """``--period PERIOD``, or another option that takes a period."""
    return option(name, metavar="PERIOD", callback=_period, help=help)


def language_option() -> Callable[[Any], Any]:
    """``--lang``; read beforehand by :mod:`~hubei_digecon.cli.language`, refused here when wrong."""
    return option(
        "--lang",
        type=choice(LANGS, LANGUAGES_MEANT),
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


def format_option(shows: str = "") -> Callable[[Any], Any]:
    """``--output-format NAME[=FILE]``, repeatable; of the formats that have what ``shows`` something."""
    formats = {name: one for name, one in FORMATS.items() if not shows or getattr(one, shows)}
    return option(
        "--output-format",
        "sinks",
        metavar="NAME[=FILE]",
        multiple=True,
        callback=partial(_sinks, formats=formats, shows=shows),
        shell_complete=among({one.name: one.summary for one in formats.values()}),
        cls=ListedOption,
        listed=tuple(
            (who.term, tuple((one.name, one.summary) for one in found))
            for who, found in formats_by_reader(formats.values()).items()
        ),
        also=tuple((name, one.summary) for name, one in variants_of(shows).items()),
        help=Text(
            "输出格式（见下），可重复；=FILE 写入文件",
            "how to show the result, repeatable; =FILE: into a file; formats: see below",
        ),
    )


def view_of(color: str, quiet: bool, verbose: bool) -> View:
    """Return how to show a result on this terminal."""
    folder = working_directory()
    return View(
        lang=spoken(),
        width=max(terminal_columns(), 40),
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


def _period(_ctx: click.Context, param: click.Parameter, text: str | None) -> Period | None:
    if text is None:
        return None
    from ..shapes.dates import period_of

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
    ctx: click.Context,
    param: click.Parameter,
    texts: tuple[str, ...],
    formats: Mapping[str, Format],
    shows: str,
) -> list[Sink]:
    if ctx.get_parameter_source(param.name or "") in (
        ParameterSource.ENVIRONMENT,
        ParameterSource.DEFAULT_MAP,
    ):
        texts = _shown_here(ctx, param, texts, formats)
    sinks = [_sink(text, param, formats, shows) for text in texts] or [Sink(next(iter(formats.values())))]
    if sum(sink.path is None for sink in sinks) > 1:
        raise click.BadParameter(say(TWICE), param=param)
    refuse_same_file((sink.path for sink in sinks if sink.path), param)
    return sinks


def refuse_same_file(paths: Iterable[str], param: click.Parameter | None = None) -> None:
    """Refuse to write two outputs to one file.

    Raises:
        click.BadParameter: where two paths lead to one.
    """
    real = list(map(real_path, paths))
    for path in real:
        if real.count(path) > 1:
            raise click.BadParameter(say(SAME_FILE.format(path=path)), param=param)


def _shown_here(
    ctx: click.Context, param: click.Parameter, texts: tuple[str, ...], formats: Mapping[str, Format]
) -> tuple[str, ...]:
    """Return the formats that this command has, of those that all commands are given; or the default."""
    kept = tuple(text for text in texts if not _is_of_others(text.partition("=")[0], formats))
    if not kept:
        ctx.set_parameter_source(param.name or "", ParameterSource.DEFAULT)
    return kept


def _is_of_others(name: str, formats: Mapping[str, Format]) -> bool:
    """Whether a name is that of a format that this command does not have."""
    form = format_of(name)
    return form is not None and form.name not in formats


def _sink(text: str, param: click.Parameter, formats: Mapping[str, Format], shows: str) -> Sink:
    name, equals, path = text.partition("=")
    form = format_of(name, shows)
    if form is None or (form.name not in formats and not form.only):
        from .near_misses import format_meant

        values = {
            "name": name,
            "suggestion": asking(format_meant(text, formats)),
            "known": ", ".join(formats),
        }
        raise click.BadParameter(say(NOT_A_FORMAT.format(**values)), param=param)
    if equals and not path:
        raise click.BadParameter(say(TO_NOWHERE.format(text=text)), param=param)
    if form.binary and not equals:
        raise click.BadParameter(say(ONLY_FILES.format(name=name)), param=param)
    installed(name, form.extra, param)
    return Sink(form, path or None)


def installed(name: str, extra: Extra | None, param: click.Parameter) -> None:
    """Hold that all is installed that the format of this name needs.

    Raises:
        click.BadParameter: where something is not; says how to install it.
    """
    if extra and extra.missing:
        raise click.BadParameter(say(extra.wanted_by(name)), param=param)
