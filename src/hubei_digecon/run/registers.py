"""Ask a register of items all that the reports of a run need of it, and tell what was not counted."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.extras import TABLE
from ..domain.assessments import FileDiagnostics, FileDigest
from ..domain.reports import Period, Report
from ..judging.items import CountAsked, RegisterCounts, days_for, listed_as
from ..load.search.inputs import Input, find_inputs
from .inputs import REPORTS, read_input
from .loop import AT_ONCE, run_inputs

if TYPE_CHECKING:
    from ..load.registers.tally import Register
    from .judge import Judge


class AskedRegister(NamedTuple):
    """What a register answered to a run: its counts, its file, and what there is to say of it."""

    counts: RegisterCounts
    file: FileDigest
    said: FileDiagnostics


def ask_register(judge: "Judge") -> AskedRegister:
    """Ask the register of a run all that its reports need, those of its history too. Reports are read once
    more for that, so that only the records of their places, counts and days are looked at.

    Raises:
        InputError: where the register cannot be read, or lacks a column.
        TargetsError: where a target file that is needed has an error.
    """
    from ..load.registers.engine import DuckDB  # few runs have a register
    from ..load.registers.file import open_register
    from ..load.registers.tally import Register

    options = judge.options
    register = options.register
    assert register is not None
    TABLE.require("register")
    with DuckDB(register.memory) as engine:
        opened = Register(
            open_register(register.path, engine, judge.library.catalogue), engine, judge.library
        )
        counts = opened.count(_asked(judge))
        if register.report:
            from .register_report import write_register_report

            write_register_report(opened.not_counted(), register.report, engine.folder)
        return answered(opened, counts)


def answered(register: "Register", counts: RegisterCounts) -> AskedRegister:
    """Return what a register that was asked has answered."""
    source = register.file.source
    file = FileDigest(source.path, register.file.sha256)
    return AskedRegister(counts, file, FileDiagnostics(source, register.diagnostics))


def _asked(judge: "Judge") -> list[CountAsked]:
    """Return all that the reports of a run ask of a register, each once."""
    options = judge.options
    asked: dict[CountAsked, None] = {}

    def gather(part: Sequence[CountAsked]) -> None:
        asked.update(dict.fromkeys(part))

    take, jobs = partial(asked_by_input, judge), options.processes
    run_inputs(options.inputs(), take, list, gather, jobs=jobs, at_once=AT_ONCE)
    past = find_inputs(options.history, options.settings.exclude)
    run_inputs(past, take, list, gather, jobs=jobs, at_once=AT_ONCE)
    return list(asked)


def asked_by_input(judge: "Judge", one: Input) -> Iterator[CountAsked]:
    """Return what the reports of an input ask of a register."""
    for report in read_input(one, judge.library, REPORTS).held:
        if isinstance(report, Report):
            yield from asked_by(judge, report)


def asked_by(judge: "Judge", report: Report) -> Iterator[CountAsked]:
    """Return what a report asks of a register, for each of its targets that counts items."""
    reviews, _ = judge.reviews.of(report)
    rejected = [item for review in reviews for item in review.rejected_items]
    for target in judge.entity_of(report).in_force:
        id = target.indicator.id
        observation = report.observations.get(id)
        if observation is None or not target.indicator.kind.takes_items:
            continue
        own = tuple(item for item in rejected if item.indicator == id)
        due = target.due_in(report.period.year)
        for period in _periods(report.period, observation.period):
            days = days_for(due, period, judge.options.as_of)
            yield CountAsked(report.entity, id, days, own, listed_as(observation.items))


def _periods(*periods: Period | None) -> Iterable[Period]:
    """Return the periods that a figure may be judged by: that of the report, and its own."""
    return dict.fromkeys(period for period in periods if period)
