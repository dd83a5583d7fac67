"""Help in the language of this run; click's own headings are in English only."""

from collections.abc import Callable, Iterable

import click

from ..text import Text
from .language import say
from .output import write_out

USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项", "Options")
SHOW_HELP = Text("显示帮助", "show this help")


class Formatter(click.HelpFormatter):
    """Breaks lines by the columns they take: a Chinese character takes two, and click counts one."""

    def write_text(self, text: str) -> None:
        """Write prose, indented as far as it is at the moment."""
        from ..render.wrap import wrapped

        for line in wrapped(text, self.width, self.current_indent):
            self.write(f"{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 34, col_spacing: int = 2) -> None:
        """Write names, and beside each of them what it means."""
        from ..render.wrap import wrapped

        listed = list(rows)
        column = min(max((len(name) for name, _ in listed), default=0), col_max) + col_spacing
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
    """Writes help by columns."""

    formatter_class = Formatter


class Helped(click.Command):
    """A command whose help speaks the language of this run throughout."""

    context_class = HelpContext

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=say(USAGE))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with their help."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(say(OPTIONS)):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, its own help in the language of this run."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(SHOW_HELP)
            option.callback = shows(lambda ctx: ctx.get_help())
        return option


def shows(text: Callable[[click.Context], str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """Return the callback of a flag that shows something and ends the run, written as any result is."""

    def show(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            write_out(f"{text(ctx)}\n", data=False)
            ctx.exit()

    return show
