"""``digecon trend PATH...``: each target over the periods reported."""

from collections.abc import Iterable, Iterator

import click

from ..diagnostics.suggest import near_miss
from ..domain.pace import METHODS
from ..domain.reports import Period
from ..load.targets import TargetLibrary
from ..run.judge import Judge
from ..run.options import RunOptions
from ..run.trend import TrendAsked, trend_reports
from ..show.redaction import redacted_trend
from ..show.trend.document import ends
from ..show.verdicts import beside_lines, errors_of
from ..show.view import View
from ..text import Text
from ..trends.series import SeriesAsked
from .configured import ConfiguredCommand
from .language import say
from .options import Sink, choice, option, period_option
from .output import tell_lines
from .progress import Progress
from .proposals import files
from .run_options import run_options
from .writing import not_over, refuse_inputs, write_all

HELP = Text(
    "按报告期先后列出各项指标的数值、较上年增减、序时进度和完成情况。PATH 是报告文件、文件夹，"
    "或表示标准输入的“-”。同一对象同一报告期有多份报告的，以最后一次报送的一份为准。",
    "Put the reports of each place in order of period: values, changes, pace and outcome. PATH is a file, a "
    "folder, or - for standard input. Of several reports of one place for one period the highest revision "
    "counts.",
)
EXAMPLES = (
    (
        "digecon trend reports/ --base 2020",
        Text("以2020年为基期，列出历年进展", "all periods, with the pace since 2020"),
    ),
    (
        "digecon trend reports/ --entity wuhan",
        Text("只列一个对象", "one place only"),
    ),
)
WHAT_NEXT = Text(
    "请给出报告所在的文件夹，例如：digecon trend reports/ --base 2020",
    "name the folder of reports, as in: digecon trend reports/ --base 2020",
)
METHOD = Text("进度的计算方法：{methods}", "how the pace is computed: {methods}")
BASE = Text(
    "以该报告期的报告值为基期值，如 2020（目标文件写明基期值的从其规定；不指定则不推定）",
    "take the values reported for this period as the base, as in 2020 (a base that the document states comes "
    "first; none is ever chosen by itself)",
)
INDICATORS = Text("只列这项指标（标识），可重复", "only this indicator, by its id; repeatable")
ENTITIES = Text("只列这个考核对象（标识），可重复", "only this place, by its id; repeatable")
UNKNOWN = Text("没有标识“{text}”。{suggestion}", "there is no “{text}”. {suggestion}")


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("trend", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("paths", metavar="PATH...", nargs=-1, shell_complete=files)
    @option(
        "--method",
        type=choice(METHODS),
        default=next(iter(METHODS)),
        help=METHOD.format(methods=_methods()),
    )
    @period_option(BASE, "--base")
    @option("--indicator", "indicators", metavar="ID", multiple=True, help=INDICATORS)
    @option("--entity", "entities", metavar="ID", multiple=True, help=ENTITIES)
    @run_options(WHAT_NEXT, "trends", fails=False)
    def trend(
        options: RunOptions,
        view: View,
        *,
        method: str,
        base: Period | None,
        indicators: tuple[str, ...],
        entities: tuple[str, ...],
        redact_items: bool,
        sinks: list[Sink],
    ) -> int:
        judge, library = Judge.of(options), options.library
        _held(library, indicators, entities)
        asked = TrendAsked(SeriesAsked(METHODS[method], base, indicators), entities)
        refuse_inputs(sinks, (*options.reviews, *_read_by(judge)))
        with Progress(options) as progress:
            made = trend_reports(judge, not_over(options.inputs(), sinks, library), asked, progress)
        made = redacted_trend(made) if redact_items else made
        if all(sink.format.findings_only for sink in sinks):
            tell_lines(errors_of(made.files_told, view))
            tell_lines(beside_lines(made.counts, view))
        write_all(
            sinks,
            view,
            lambda form, view: form.trended(made, view),
            lambda view: "\n".join(ends(made, view)),
        )
        return made.exit_code

    return trend


def _methods() -> Text:
    named = (Text(f"{id}：{one.term.zh}", f"{id}: {one.term.en}") for id, one in METHODS.items())
    return Text.joined(named, "；", "; ")


def _held(library: TargetLibrary, indicators: Iterable[str], entities: Iterable[str]) -> None:
    """Hold that indicators and places exist.

    Raises:
        click.BadParameter: where one does not; says which may be meant.
    """
    params = {one.name: one for one in click.get_current_context().command.params}
    asked = (
        ("indicators", indicators, library.catalogue.indicators),
        ("entities", entities, library.files),
    )
    for name, texts, known in asked:
        for text in texts:
            if text not in known:
                said = UNKNOWN.format(text=text, suggestion=near_miss(text, known))
                raise click.BadParameter(say(said), param=params[name])


def _read_by(judge: Judge) -> Iterator[str]:
    """Return the files that are read beside the reports."""
    yield from judge.library.paths()
    yield from (file.path for file in judge.reviews.digests)
