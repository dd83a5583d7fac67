"""The entry point: finds the command, and ends every run with an exit code."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import click

from ..domain.exit_codes import Exit
from ..late import late_pattern
from ..run.interruptions import code_of
from ..text import Text
from ..version import VERSION
from . import language, proposals
from .commands import COMMANDS
from .configuration import find_configuration
from .help import TranslatedCommand, shows
from .language import say
from .options import language_option
from .output import tell, tell_lines
from .progress import InterruptedRunError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SUMMARY = Text(
    "对照公布的2025年目标，核验湖北省数字经济示范城市和标杆园区的报告。",
    "Hold the reports of Hubei's demonstration cities and benchmark zones "
    "against their published 2025 targets.",
)
EXAMPLES = (
    ("digecon check report.yaml", Text("核验一份报告", "judge one report")),
    ("digecon score reports/", Text("各地完成情况汇总表", "all places side by side")),
    ("digecon new wuhan -o report.yaml", Text("生成空白报告", "an empty report to fill in")),
)
SHOW_VERSION = Text("显示版本", "show the version")
EXITS_HEADING = Text("退出码", "Exit codes")
INTERRUPTED = Text("已中断。", "Interrupted.")


_VERBOSE = late_pattern("--verbose|-[a-z]*v[a-z]*")
"""The flag, alone or joined with others. A run may end in a fault before click has read the flags."""


class CommandGroup(TranslatedCommand, click.Group):
    """The group of commands. The module of a command is imported only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of their table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; ``None`` where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        command = import_module(COMMANDS[cmd_name].module).command()
        assert isinstance(command, click.Command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
        """Return the commands, or options, that begin with what is typed. No command is imported."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        from click.shell_completion import CompletionItem

        rows = (row for row in COMMANDS.values() if row.name.startswith(incomplete))
        return [CompletionItem(row.name, help=say(row.summary)) for row in rows]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their summaries. No command is imported."""
        with formatter.section(say(Text("命令", "Commands"))):
            formatter.write_dl([(row.name, say(row.summary)) for row in COMMANDS.values()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the exit codes."""
        with formatter.section(say(EXITS_HEADING)):
            formatter.write_dl([(str(int(code)), say(code.meaning)) for code in Exit])


def group() -> CommandGroup:
    """Return the command line in the language of this run."""
    made = CommandGroup(
        "digecon",
        help=say(SUMMARY),
        examples=EXAMPLES,
        callback=lambda lang: None,  # chosen before, so that help is in it
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    version = click.option(
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=say(SHOW_VERSION),
        callback=shows(lambda _: f"digecon {VERSION}"),
    )
    return cast(CommandGroup, version(language_option()(made)))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code. No exception leaves it."""
    language.choose(arguments)
    try:
        answered = proposals.answer(group, arguments)
        if answered is not None:
            return answered
        configuration = find_configuration(arguments)
        language.choose(arguments, configured=configuration.language)
        code = group().main(
            list(arguments),
            prog_name="digecon",
            standalone_mode=False,
            complete_var="",  # answered above
            obj=configuration,
        )
        return int(code or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        tell(error.format_message())
        return Exit.USAGE
    except click.UsageError as error:
        from .usage_errors import usage_lines

        tell_lines(usage_lines(error, arguments))
        return Exit.USAGE
    except InterruptedRunError as interruption:
        interruption.tell()
        return interruption.code
    except click.Abort:
        tell(say(INTERRUPTED))
        return Exit.INTERRUPTED
    except KeyboardInterrupt as interruption:
        tell(say(INTERRUPTED))
        return code_of(interruption)
    except click.ClickException as error:
        tell(error.format_message())
        return Exit.USAGE
    except Exception as error:
        from .failures import ending_of  # a run that only asks for help does not need it

        return ending_of(error, any(_VERBOSE.fullmatch(argument) for argument in arguments))
