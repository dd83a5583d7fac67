"""The options that check and score share, and the one value that is made of them."""

import datetime
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from ..domain.assessments import Settings
from ..domain.exit_codes import FAIL_ON
from ..domain.outcomes import Grade, grade_of
from ..late import late_pattern
from ..load.memory import LEAST_MEMORY, MEMORY, NOT_A_SIZE, bytes_of
from ..run.options import RunOptions, baseline_at, today
from ..text import Text
from .arguments import library_by, refuse_without_extra
from .configured import told_here
from .language import say
from .options import (
    choice,
    day_of,
    document_option,
    exclude_option,
    format_option,
    option,
    output_options,
    refuse_same_file,
    targets_option,
    view_of,
)
from .proposals import files
from .selection import selection_options

NOT_CUT_OFFS = Text(
    "“{text}”应为两个数，前大后小，如 0.95,0.8",
    "“{text}” is no pair of numbers, the larger first, as in 0.95,0.8",
)
NOT_JOBS = Text("“{text}”应为1至9999的整数", "“{text}” is no whole number from 1 to 9999")


def run_options(
    what_next: Text, shows: str = "", fails: bool = True
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Return a decorator that gives a command the options that check and score share, as one value.

    The command is called with that value, the view, and its own options beside them.

    Args:
        what_next: what is said where no path is given.
        shows: what the formats that it can be given have to show; see :func:`format_option`.
        fails: whether a target that is missed fails the run, so that it is asked on what to fail.
    """

    def decorated(command: Callable[..., int]) -> Callable[..., int]:
        """Return the command with its options."""
        made: Callable[..., int] = _with_run_options(command, what_next)
        for decorate in (
            output_options,
            format_option(shows),
            selection_options,
            _jobs_option(),
            _memory_option(),
            *_judging_options(fails),
            *_basis_options(),
            *_register_options(),
            exclude_option(),
            document_option(),
            targets_option(),
        ):
            made = decorate(made)
        return made

    return decorated


def _with_run_options(command: Callable[..., int], what_next: Text) -> Callable[..., int]:
    @wraps(command)
    def run(
        paths: tuple[str, ...],
        targets: str | None,
        documents: tuple[str, ...],
        exclude: tuple[str, ...],
        reviews: tuple[str, ...],
        history: tuple[str, ...],
        no_waivers: bool,
        check_documents: bool,
        as_of: datetime.date | None,
        min_evidence: str,
        schedule: bool,
        schedule_cutoffs: str | None,
        jobs: int | None,
        memory: str | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
        baseline: str | None = None,
        register: str | None = None,
        register_report: str | None = None,
        **own: Any,
    ) -> int:
        if not paths:
            raise click.UsageError(say(what_next))
        refuse_without_extra(paths)
        view = view_of(color, quiet, verbose)
        library = library_by(targets, documents)
        settings = Settings(
            grade_of(min_evidence),
            not no_waivers,
            check_documents,
            select,
            ignore,
            exclude,
            told_here(),
            schedule,
            schedule_cutoffs,
            baseline_at(baseline) if baseline else None,
        )
        options = RunOptions(paths, library, as_of or today(), settings, reviews, jobs, history, memory)
        shown = [*own.get("sinks", ()), own.get("findings")]
        written = [register_report, *(sink.path for sink in shown if sink)]
        refuse_same_file(path for path in written if path)
        if register or register_report:
            from .registers import with_register  # few runs have one

            options = with_register(options, register, register_report)
        return command(options, view, **own)

    return run


def _jobs_option() -> Callable[[Any], Any]:
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


def _memory_option() -> Callable[[Any], Any]:
    """``--memory SIZE``: how much sorting a table takes."""
    return option(
        "--memory",
        metavar="SIZE",
        callback=_memory,
        help=Text(
            "整理Parquet表时最多占用的内存，如 512MiB；超出的部分写入临时文件夹（默认：{default}）",
            "how much memory bringing a Parquet table into order takes, as in 512MiB; what is more goes to a "
            "temporary folder (default: {default})",
        ).format(default=MEMORY),
    )


def _judging_options(fails: bool) -> tuple[Callable[[Any], Any], ...]:
    """``--as-of`` to ``--fail-on``: what a judgement and its exit code hold to."""
    return (
        *((_baseline_option(), _fail_on_option()) if fails else ()),
        option(
            "--min-evidence",
            type=choice(grade.id for grade in Grade),
            default=Grade.CLAIMED.id,
            help=Text("认定完成所需的最低佐证", "the weakest evidence on which a target counts as met"),
        ),
        option(
            "--schedule-cutoffs",
            metavar="RATIO,RATIO",
            callback=_cut_offs,
            help=Text(
                "本单位自定的序时进度分界值，如 0.95,0.8：不低于前者为正常，不低于后者为关注，其余为滞后",
                "the office's own cut-offs for --schedule, as in 0.95,0.8: on course from the first on, "
                "watch from the second on, lagging below",
            ),
        ),
        option(
            "--schedule",
            is_flag=True,
            help=Text(
                "列出不满一年的报告的序时进度，不影响完成情况",
                "hold reports of a part of a year against the straight line of the year; no outcome rests on "
                "it",
            ),
        ),
        option(
            "--as-of",
            metavar="DATE",
            callback=day_of,
            help=Text("核验基准日（默认为东八区的今天）", "the day to judge as of (default: today in UTC+8)"),
        ),
    )


def _fail_on_option() -> Callable[[Any], Any]:
    choices = (Text(f"{word}：{text.zh}", f"{word}: {text.en}") for word, text in FAIL_ON.items())
    return option(
        "--fail-on",
        type=choice(FAIL_ON),
        default="undecided",
        help=Text.joined(choices, "；", "; "),
    )


def _baseline_option() -> Callable[[Any], Any]:
    """``--baseline RESULT``: an earlier result; what it has already does not fail the run."""
    return option(
        "--baseline",
        metavar="RESULT",
        shell_complete=files,
        help=Text(
            "以先前的JSON结果为基准：其中已有的未完成、待核定等照常列出，但不使命令失败；"
            "须由核验单位保管，不得由填报单位改动",
            "an earlier JSON result: what is missed or undecided there already is shown as ever and does not "
            "fail the run; it must be the assessor's, out of reach of whoever submits",
        ),
    )


def _basis_options() -> tuple[Callable[[Any], Any], ...]:
    """``--review`` to ``--check-documents``: what a judgement takes in beside reports, and tells of it."""
    return (
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
            help=Text("不计不纳入的批准", "judge as if no target were waived"),
        ),
        option(
            "--history",
            "history",
            metavar="PATH",
            shell_complete=files,
            multiple=True,
            help=Text(
                "往期报告或文件夹，用于与上年比较，不作核验，可重复",
                "an earlier report of the same place to compare with, never judged, or a folder of them, "
                "repeatable",
            ),
        ),
        option(
            "--review",
            "reviews",
            metavar="PATH",
            shell_complete=files,
            multiple=True,
            help=Text(
                "核验单位复核意见或文件夹，可重复",
                "a review by the assessor, or a folder of them, repeatable",
            ),
        ),
    )


def _register_options() -> tuple[Callable[[Any], Any], ...]:
    """``--register FILE`` and ``--register-report FILE``: counts are proved by a register of items."""
    return (
        option(
            "--register-report",
            metavar="FILE",
            shell_complete=files,
            help=Text(
                "把名录中未计入的记录及理由写入文件（CSV；以 .parquet 结尾的为Parquet）",
                "write the records of the register that are not counted, and why, to a file: CSV, or Parquet "
                "by its suffix",
            ),
        ),
        option(
            "--register",
            metavar="FILE",
            shell_complete=files,
            help=Text(
                "核验单位的名录（CSV或Parquet）：计数按名录中的记录核计，不按报告所附清单",
                "the assessor's register of items, CSV or Parquet: counts are proved by its records, not by "
                "lists in reports",
            ),
        ),
    )


_JOBS = late_pattern("[1-9][0-9]{0,3}")


def _cut_offs(_ctx: click.Context, param: click.Parameter, text: str | None) -> str | None:
    if not text:
        return None
    from ..domain.schedules import read_cut_offs

    try:
        read_cut_offs(text, "")
    except ValueError:
        raise click.BadParameter(say(NOT_CUT_OFFS.format(text=text)), param=param) from None
    return text


def _memory(_ctx: click.Context, param: click.Parameter, text: str | None) -> str | None:
    if text is not None:
        try:
            bytes_of(text)
        except ValueError:
            said = NOT_A_SIZE.format(text=text, least=LEAST_MEMORY)
            raise click.BadParameter(say(said), param=param) from None
    return text


def _jobs(_ctx: click.Context, param: click.Parameter, text: str | None) -> int | None:
    if text is None:
        return None
    if not _JOBS.fullmatch(text):
        raise click.BadParameter(say(NOT_JOBS.format(text=text)), param=param)
    return int(text)
