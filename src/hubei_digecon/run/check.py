"""Judge reports one by one, and gather the whole assessments, or their verdicts alone."""

from collections.abc import Callable, Iterable
from functools import partial

from ..domain.assessments import Assessment, FileDiagnostics
from ..domain.run import Run
from ..domain.run_counts import RunCounts, tell_baseline
from ..load.search.inputs import Input
from .judge import Judge
from .loop import AT_ONCE, Follow, follow_nothing, run_inputs


def check_reports(judge: Judge, follow: Follow = follow_nothing) -> Run:
    """Judge every report among the inputs, and return the run with all assessments and diagnostics.

    Args:
        judge: what reports are judged by. Its options name the inputs.
        follow: called with the number of inputs that are done since the last call.

    Raises:
        TargetsError: where a target file that is needed has an error.
    """
    options = judge.options
    judged: list[Assessment | FileDiagnostics] = []
    run_inputs(options.inputs(), judge.judge, list, judged.extend, follow=follow)
    assessments = [one for one in judged if isinstance(one, Assessment)]
    said = [one for one in judged if isinstance(one, FileDiagnostics)]
    entities = [(one.entity, str(one.period)) for one in assessments if one.entity is not None]
    files, diagnostics = judge.rests_on(entities, said)
    return judge.run_of(assessments, files, diagnostics)


def check_briefly(
    judge: Judge,
    inputs: Iterable[Input],
    show: Callable[[Assessment], str],
    write: Callable[[str], object],
    follow: Follow = follow_nothing,
) -> RunCounts:
    """Judge every report among ``inputs``, and return what the run came to, counted.

    Args:
        judge: what reports are judged by. It is a brief one.
        inputs: the inputs to read.
        show: returns the line of a report.
        write: takes the lines of some reports as soon as they are made, in the order of the inputs.
        follow: called with the number of inputs that are done since the last call.

    Raises:
        TargetsError: where a target file that is needed has an error.
        WorkerLostError: where a worker process ended early.
    """
    from .places import with_places  # a run that shows its reports in full works alone

    counts = RunCounts(settings=judge.settings.told_settings)

    def gather(part: tuple[str, RunCounts]) -> None:
        text, counted = part
        counts.join(counted)
        write(text)

    count, jobs = partial(_count_lines, judge, show), judge.options.processes
    many = judge.options.has_many
    run_inputs(
        with_places(judge.library, inputs, jobs, many),
        judge.judge,
        count,
        gather,
        jobs=jobs,
        at_once=AT_ONCE,
        many=many,
        follow=follow,
    )
    files, diagnostics = judge.rests_on(counts.reports, counts.failing)
    if judge.settings.baseline:
        tell_baseline(counts, judge.run_of((), files), judge.settings.baseline)
    counts.failing.clear()
    for file in diagnostics:
        counts.note(file)
    return counts


def _count_lines(
    judge: Judge, show: Callable[[Assessment], str], judged: Iterable[Assessment | FileDiagnostics]
) -> tuple[str, RunCounts]:
    """Return the lines of some reports, and what they came to, counted.

    Raises:
        TargetsError: where a target file has an error. Then no line of its place is shown.
    """
    lines, counts = [], RunCounts()
    for one in judged:
        if isinstance(one, Assessment):
            lines.append(show(one))
            counts.add(one)
        else:
            counts.note(one.told(judge.settings))
    judge.library.raise_faults()
    return "".join(lines), counts
