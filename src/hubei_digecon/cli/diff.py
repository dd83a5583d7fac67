"""``digecon diff A B``: what changed between two results, two submissions or two folders of targets."""

import click

from ..run.diff import NotComparableError, compare_paths
from ..run.options import RunOptions
from ..show.differences import end_lines
from ..show.redaction import redacted_comparison
from ..show.verdicts import beside_lines, errors_of
from ..show.view import View
from ..text import Text
from .configured import ConfiguredCommand
from .language import say
from .options import Sink
from .output import tell_lines
from .proposals import files
from .run_options import run_options
from .writing import refuse_inputs, write_all

HELP = Text(
    "列出 B 与 A 的不同。A、B 同为 check 或 score 的JSON结果，同为报告或报告文件夹（先核验），"
    "或同为目标文件夹（含有目标目录）；结果也可与报告比较，报告按结果所记的核验基准日和设置核验。"
    "数值换算成同一单位，按精确值比较；一方没有的，写明没有，不作0。"
    "有无不同，退出码都是0；有输入无法读取为3，没有可比较的为4。",
    "Tell in what B differs from A: two JSON results of check or score; two reports, or folders of reports, "
    "which are judged first; or two folders of targets, which hold a catalogue. A result can be compared "
    "with reports too, which are judged as of its day and by its settings. Numbers are compared exactly and "
    "in a common unit; what a side lacks is told as not there, never taken for 0. Exits with 0 whatever "
    "differs, 3 where an input cannot be read, 4 where there is nothing to compare.",
)
EXAMPLES = (
    (
        "digecon diff earlier.json result.json",
        Text("两个结果之间有什么变化", "what changed between two results"),
    ),
    (
        "digecon diff first.yaml second.yaml --review reviews/",
        Text("同一份报告两次报送之间的变化", "what changed between two submissions of a report"),
    ),
    (
        "digecon diff old-targets/ targets/ --output-format csv",
        Text("两套目标之间的变化", "what changed between two folders of targets"),
    ),
)
WHAT_NEXT = Text(
    "请给出要比较的两方，例如：digecon diff earlier.json result.json",
    "name the two things to compare, as in: digecon diff earlier.json result.json",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("diff", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("paths", metavar="A B", nargs=-1, shell_complete=files)
    @run_options(WHAT_NEXT, "diffs", fails=False)
    def diff(options: RunOptions, view: View, *, redact_items: bool, sinks: list[Sink]) -> int:
        if len(options.paths) != 2:
            raise click.UsageError(say(WHAT_NEXT))
        refuse_inputs(sinks, (*options.paths, *options.reviews, *options.history, *options.library.paths()))
        try:
            comparison = compare_paths(*options.paths, options)
        except NotComparableError as error:
            raise click.UsageError(say(error.said)) from None
        refuse_inputs(sinks, comparison.read)
        comparison = redacted_comparison(comparison) if redact_items else comparison
        if all(sink.format.findings_only for sink in sinks):
            tell_lines(errors_of(comparison.files_told, view))
            tell_lines(beside_lines(comparison.counts, view))
        write_all(
            sinks,
            view,
            lambda form, view: form.differed(comparison, view),
            lambda view: "\n".join(end_lines(comparison, view)),
        )
        return comparison.exit_code

    return diff
