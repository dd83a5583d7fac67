"""Help in the language of this run, as wide as the terminal. Click itself speaks English only."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

from ..text import Text
from .language import say
from .output import terminal_columns, write_out

USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项", "Options")
EXAMPLES = Text("例", "Examples")
VARIANTS = Text("带选项的格式", "Formats with an option")
PLACEHOLDER = Text("[选项]", "[OPTIONS]")
HEADING = Text("{heading}：", "{heading}:")
SHOW_HELP = Text("显示帮助", "show this help")
TOO_MANY = Text("多余的参数 {name}", "{name} is one argument too many")


GROUPS = {
    Text("核验什么", "What is judged"): (
        "targets", "documents", "period", "indicators", "entities", "exclude", "strict",
    ),
    Text("佐证与复核", "Evidence and reviews"): (
        "reviews", "register", "history", "earlier_tasks", "min_evidence", "check_documents", "no_waivers",
    ),
    Text("怎样核验", "How it is judged"): (
        "as_of", "method", "base", "index", "rank", "weights", "schedule", "schedule_cutoffs", "fail_on",
        "baseline",
    ),
    Text("输出", "Output"): (
        "sinks", "findings", "register_report", "select", "ignore", "redact_items", "quiet", "verbose",
        "color", "lang",
    ),
    Text("运行", "Running"): ("jobs", "memory", "show_config", "isolated", "help"),
}  # fmt: skip
"""The parameters of the options of commands that have many, in the order of their help."""

_FEW = 10
"""Options that stand in one list."""

_LEAST, _SHARE = 40, 3
"""Columns that help takes at least; what part of them names of options take at most."""

Example = tuple[str, Text]
"""A command line, and what it does."""


class ListedOption(click.Option):
    """An option whose values are told below all options, in sections."""

    def __init__(
        self,
        *names: Any,
        listed: tuple[tuple[Text, tuple[tuple[str, Text], ...]], ...],
        also: tuple[tuple[str, Text], ...] = (),
        **settings: Any,
    ) -> None:
        super().__init__(*names, **settings)
        self.listed, self.also = listed, also


class ColumnFormatter(click.HelpFormatter):
    """Breaks lines by columns. A Chinese character takes two, where click counts one."""

    def write_text(self, text: str) -> None:
        """Write prose with the current indentation."""
        from ..show.wrap import wrapped

        for line in wrapped(text, self.width, self.current_indent):
            self.write(f"{line}\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading with the colon of its language."""
        self.write(f"{'':{self.current_indent}}{say(HEADING.format(heading=heading))}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 34, col_spacing: int = 2) -> None:
        """Write names, and beside each what it means; below a name that is too long for its column."""
        from ..show.wrap import wrapped

        listed = list(rows)
        most = min(col_max, self.width // _SHARE)
        column = min(max((len(name) for name, _ in listed), default=0), most) + col_spacing
        for name, meaning in listed:
            start = f"{'':{self.current_indent}}{name:{column}}"
            lines = list(wrapped(meaning, self.width - self.current_indent - column))
            if len(name) > column - col_spacing:
                self.write(f"{start.rstrip()}\n")
                start = " " * (self.current_indent + column)
            self.write(f"{start}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{'':{self.current_indent + column}}{line}\n")


class HelpContext(click.Context):
    """The context of a command whose help is written by columns."""

    def make_formatter(self) -> ColumnFormatter:
        """Return what writes help in the width of the terminal."""
        return ColumnFormatter(width=max(terminal_columns(), _LEAST))


class TranslatedCommand(click.Command):
    """A command whose help, and refusal of arguments, is in the language of this run throughout."""

    allow_extra_args = True  # click would refuse them in English
    context_class = HelpContext

    def __init__(self, *arguments: Any, examples: tuple[Example, ...] = (), **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.options_metavar = say(PLACEHOLDER)
        self.examples = examples
        self._shows_help: click.Option | None = None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, and refuse those that are too many.

        An error of the parser gets the context, which click leaves out.
        """
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            ctx.fail(say(TOO_MANY.format(name=" ".join(rest))))
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=say(USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, then examples."""
        super().format_help_text(ctx, formatter)
        if self.examples:
            with formatter.section(say(EXAMPLES)):
                for line, meaning in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{line}\n")
                    with formatter.indentation():
                        formatter.write_text(say(meaning))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with their help, many in groups; then the values that have sections."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = {one.name: record for one in options if (record := one.get_help_record(ctx))}
        column = max(len(name) for name, _ in records.values() if len(name) <= formatter.width // _SHARE)
        for heading, grouped in grouped_options(options):
            with formatter.section(say(heading)):
                shown = (records[one.name] for one in grouped if one.name in records)
                formatter.write_dl([(name.ljust(column), meaning) for name, meaning in shown])
        for option in options:
            for heading, values in option.listed if isinstance(option, ListedOption) else ():
                with formatter.section(f"{option.opts[0]} – {say(heading)}"):
                    formatter.write_dl([(name, say(meaning)) for name, meaning in values])
            if isinstance(option, ListedOption) and option.also:
                with formatter.section(f"{option.opts[0]} – {say(VARIANTS)}"):
                    formatter.write_dl([(name, say(meaning)) for name, meaning in option.also])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, with its own help in the language of this run. Click's own would look for a
        translation, which takes longer than reading a report.
        """
        if self._shows_help is None and self.add_help_option and (names := self.get_help_option_names(ctx)):
            show = shows(lambda ctx: ctx.get_help())
            self._shows_help = click.Option(
                [*names, "help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                help=say(SHOW_HELP),
                callback=show,
            )
        return self._shows_help


def shows(text: Callable[[click.Context], str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """Return the callback of a flag that shows a text and ends the run. It is written as results are."""

    def show(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            write_out(f"{text(ctx)}\n", data=False)
            ctx.exit()

    return show


def grouped_options(options: list[click.Option]) -> Iterator[tuple[Text, list[click.Option]]]:
    """Return options under their headings; few in one group, and so is what no group names."""
    known = {option.name: option for option in options} if len(options) > _FEW else {}
    for heading, names in GROUPS.items():
        if found := [known.pop(name) for name in names if name in known]:
            yield heading, found
    rest = options if len(options) <= _FEW else list(known.values())
    if rest:
        yield OPTIONS, rest
