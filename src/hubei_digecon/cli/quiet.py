"""Quiet runs over reports: verdicts come out as they are made, so that no number of files is too many."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from ..checking import rests_on
from ..checking.brief import judge_briefly
from ..checking.judge import Judge
from ..checking.spreading import jobs_for
from ..load.inputs import Input, count_inputs, find_inputs
from ..render.verdicts import ending, verdict_row
from ..render.view import View
from ..tally import Tally
from .options import Sink
from .output import tell, write_file, write_out
from .progress import Progress
from .writing import not_over


def tell_verdicts(judge: Judge, paths: Sequence[str], jobs: int | None, sink: Sink, view: View) -> Tally:
    """Judge the reports among ``paths`` and write their verdicts; return what they came to.

    Raises:
        click.UsageError: where the output would go into an input.
        NotWrittenError: where it cannot be written.
    """
    exclude = judge.settings.exclude
    tally = Tally(settings=judge.settings.told_settings)
    to_output = sink.path is None
    with Progress(lambda: count_inputs(paths, exclude), written_to=to_output) as progress:
        inputs = not_over(find_inputs(paths, exclude), (sink,), judge.library)
        texts = _texts(judge, inputs, jobs_for(paths, jobs), view, tally, progress)
        if to_output:
            for text in texts:
                write_out(text, data=False)
        else:
            whole = "".join(texts)
    if sink.path is not None:
        tell(whole.rstrip("\n"))
        write_file(whole, sink.path)
    return tally


def _texts(
    judge: Judge,
    inputs: Iterable[Input],
    jobs: int | None,
    view: View,
    tally: Tally,
    progress: Progress,
) -> Iterator[str]:
    """Return what is told, part by part, and how it ends; ``tally`` is filled on the way."""
    for number, text, part in judge_briefly(judge, inputs, jobs, partial(verdict_row, view=view)):
        tally.join(part)
        progress(number)
        yield text
    _files, remarks = rests_on(judge, tally.reports, tally.failing)
    tally.failing.clear()
    for file in remarks:
        tally.note(file)
    yield ending(tally, view)
