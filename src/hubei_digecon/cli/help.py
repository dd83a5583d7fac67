"""Help in the language of this run; click's own headings are in English only."""

import click

from ..text import Text
from .language import say

USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项", "Options")
SHOW_HELP = Text("显示帮助", "show this help")


class Helped(click.Command):
    """A command whose help speaks the language of this run throughout."""

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
        return option
