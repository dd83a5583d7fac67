"""Reports judged for their verdicts alone: lines come out as they are made; only counts are kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..findings import Assessment
from ..load.inputs import Input
from ..tally import Tally
from .judge import Judge
from .spreading import spread


@dataclass(frozen=True, slots=True)
class Brief:
    """The work on some inputs: judge them, show each in a line by ``show``, and count."""

    judge: Judge
    show: Callable[[Assessment], str]

    def __call__(self, inputs: Sequence[Input]) -> tuple[str, Tally]:
        """Return the lines of the reports among ``inputs``, and what they came to."""
        lines, tally = [], Tally()
        for one in inputs:
            for said in self.judge.judge(one):
                if isinstance(said, Assessment):
                    lines.append(self.show(said))
                    tally.add(said)
                else:
                    tally.note(said.told(self.judge.settings))
        self.judge.library.raise_faults()  # nothing is told of places whose targets cannot be relied on
        return "".join(lines), tally


def judge_briefly(
    judge: Judge, inputs: Iterable[Input], jobs: int | None, show: Callable[[Assessment], str]
) -> Iterator[tuple[int, str, Tally]]:
    """Return, part by part: how many inputs it has, their lines, and what they came to.

    Raises:
        TargetsError: where a target file that is needed cannot be relied on.
        WorkerLostError: where a process is no more, so that the run cannot be completed.
    """
    for number, (text, tally) in spread(Brief(judge, show), inputs, jobs):
        yield number, text, tally
