"""``digecon lint FILE...``: read reports and target files without judging."""

import click

from ..domain.assessments import Settings
from ..domain.exit_codes import exit_of_files
from ..load.targets import library_in_use
from ..run.lint import lint_paths
from ..show.lint import last_lines
from ..text import Text
from .arguments import refuse_without_extra
from .configured import ConfiguredCommand, told_here
from .language import say
from .options import Sink, exclude_option, format_option, option, output_options, targets_option, view_of
from .proposals import files
from .selection import selection_options
from .writing import refuse_inputs, write_all

HELP = Text(
    "检查报告、复核意见和目标文件（按其中的键区分），不作核验。"
    "FILE 是文件、文件夹，或“-”；含有目标目录的文件夹作为目标文件夹检查。",
    "Read reports, reviews and target files, told apart by their keys, without judging. "
    "FILE is a file, a folder, or -; a folder with a catalogue is read as a folder of target files.",
)
EXAMPLES = (
    ("digecon lint report.yaml", Text("检查一份报告能否读取", "see whether a report can be read")),
    (
        "digecon lint reports/ --strict --output-format sarif",
        Text("疑点也按错误处理，供代码扫描", "take warnings as errors, for code scanning"),
    ),
)
WHAT_NEXT = Text(
    "请给出要检查的文件，例如：digecon lint report.yaml",
    "name the files to read, as in: digecon lint report.yaml",
)

STRICT = Text("疑点也按错误处理（退出码3）", "take warnings as errors (exit code 3)")


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("lint", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("paths", metavar="FILE...", nargs=-1, shell_complete=files)
    @targets_option()
    @exclude_option()
    @option("--strict", is_flag=True, help=STRICT)
    @selection_options
    @format_option("lints")
    @output_options
    def lint(
        paths: tuple[str, ...],
        targets: str | None,
        exclude: tuple[str, ...],
        strict: bool,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        sinks: list[Sink],
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
    ) -> int:
        if not paths:
            raise click.UsageError(say(WHAT_NEXT))
        refuse_without_extra(paths)
        view = view_of(color, quiet, verbose)
        library = library_in_use(targets)
        settings = Settings(select=select, ignore=ignore, exclude=exclude, told_settings=told_here())
        files = lint_paths(paths, library, settings)
        refuse_inputs(sinks, (*paths, *(file.source.path for file in files), *library.paths()))
        write_all(
            sinks,
            view,
            lambda form, view: form.linted(files, view),
            lambda view: last_lines(files, view),
        )
        return exit_of_files(files, strict)

    return lint
