"""``digecon lint FILE...``: read reports and target files without judging."""

import click

from ..linting import lint_paths
from ..load.targets import TargetLibrary, find_targets
from ..render.linted import linted_text
from ..text import Text
from .exits import Exit
from .help import Helped
from .language import say
from .options import output_options, targets_option, view_of
from .output import write_out

HELP = Text(
    "检查报告、复核文件和目标文件（按其中的键区分），不作核验。"
    "FILE 是文件、文件夹，或“-”；含有目标目录的文件夹作为目标文件夹检查。",
    "Read reports, reviews and target files, told apart by their keys, without judging. "
    "FILE is a file, a folder, or -; a folder with a catalogue is read as a folder of target files.",
)
WHAT_NEXT = Text(
    "请给出要检查的文件，例如：digecon lint report.yaml",
    "name the files to read, as in: digecon lint report.yaml",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("lint", cls=Helped, help=say(HELP))
    @click.argument("paths", metavar="FILE...", nargs=-1)
    @targets_option()
    @output_options
    def lint(
        paths: tuple[str, ...],
        targets: str | None,
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
    ) -> int:
        if not paths:
            raise click.UsageError(say(WHAT_NEXT))
        view = view_of(color, quiet, verbose)
        files = lint_paths(paths, TargetLibrary(find_targets(targets)))
        write_out(linted_text(files, view), data=False)
        if not files:
            return Exit.UNDECIDED
        broken = any(one.is_error for file in files for one in file.diagnostics)
        return Exit.INVALID if broken else Exit.COMPLIANT

    return lint
