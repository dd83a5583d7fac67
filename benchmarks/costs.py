"""What the steps of judging a report cost, one after the other in one process: where the time goes."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from yaml import CBaseLoader

from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.load.document import parsed
from hubei_digecon.load.plain_yaml import read_line
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import TargetLibrary, find_targets
from hubei_digecon.run.inputs import REPORTS, read_input
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.options import RunOptions
from hubei_digecon.show.verdicts import verdict_row
from hubei_digecon.show.view import View

from .commands import ROOT
from .measured import Reports

AS_OF = date(2026, 3, 1)
ROUNDS = 3

Given = TypeVar("Given")
Step = Callable[[str], object]


def costs(reports: Reports) -> dict[str, float]:
    """Return the seconds that each step adds for a report, by what it does; the least of some rounds."""
    paths = [str(ROOT / path) for path in reports.paths()]
    steps = _steps(quiet_judge())
    taken = [0.0, *(min(seconds_of(step, paths) for _ in range(ROUNDS)) for step in steps.values())]
    added = (after - before for before, after in pairwise(taken))
    return {name: seconds / len(paths) for name, seconds in zip(steps, added, strict=True)}


def quiet_judge() -> Judge:
    """Return the judge of ``check -q``."""
    options = RunOptions((), TargetLibrary(find_targets(None)), AS_OF, Settings())
    return Judge.of(options, brief=True)


def _steps(judge: Judge) -> dict[str, Step]:
    """Return what is done with a path; each does all that the ones before it do."""
    view = View()
    return {
        "read the bytes": _bytes,
        "libyaml's parser alone": lambda path: CBaseLoader(_bytes(path)).raw_parse(),
        "the rest of reading": lambda path: read_input(Input(path), judge.library, REPORTS),
        "judge": lambda path: list(judge.judge(Input(path))),
        "write the row": lambda path: list(_rows(judge, path, view)),
    }


def placing_costs(reports: Reports) -> tuple[float, float]:
    """Return the seconds a report that libyaml's parser takes alone, and that reading takes with the places
    that findings are shown with; the bytes were read before.
    """
    texts = [(path, _bytes(str(ROOT / path))) for path in reports.paths()]
    least = [float("inf"), float("inf")]
    for _ in range(2 * ROUNDS):
        read_line.cache_clear()  # what a line says is remembered, but not from one run to the next
        for number, step in enumerate((_parsed_alone, _placed)):
            least[number] = min(least[number], seconds_of(step, texts))
    return least[0] / len(texts), least[1] / len(texts)


def _parsed_alone(text: tuple[str, bytes]) -> None:
    CBaseLoader(text[1]).raw_parse()


def _placed(text: tuple[str, bytes]) -> None:
    document = parsed(decoded(*text))
    places = document.places
    for indicator in document.root["observations"]:
        places.value(("observations", indicator, "value"))


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _rows(judge: Judge, path: str, view: View) -> Iterator[str]:
    for one in judge.judge(Input(path)):
        if isinstance(one, Assessment):
            yield verdict_row(one, view)


def seconds_of(step: Callable[[Given], object], paths: Sequence[Given]) -> float:
    """Return the processor time of a step over all reports; no collection of garbage comes between."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    for path in paths:
        step(path)
    taken = time.process_time() - start
    gc.enable()
    return taken


def cost_lines(reports: Reports, a_file: float, processes: int) -> Iterator[str]:
    """Return the processor time of the steps, beside what a report costs in a whole run: ``a_file``
    seconds of so many processes. What remains is starting, and whatever one process waits for another.
    """
    parts = costs(reports)
    whole = a_file * processes
    parts["the rest: start, search, send, wait"] = whole - sum(parts.values())
    parts[f"a report in all: {processes} processes × time for a file"] = whole
    for name, seconds in parts.items():
        yield f"  {name:48}{seconds * 1e6:8.1f} µs"
