"""What the scripts of the peers share: ``SCRIPT FOLDER [PROCESSES]`` works on the files of a folder."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence

Work = Callable[[Sequence[str]], None]
"""What is done with some files, by path."""


def main(work: Work) -> None:
    """Work on the folder that the command line names, in as many processes as it says."""
    folder, *rest = sys.argv[1:]
    paths = sorted(entry.path for entry in os.scandir(folder))
    processes = int(rest[0]) if rest else 1
    if processes == 1:
        work(paths)
    else:
        _side_by_side(work, [paths[part::processes] for part in range(processes)])


def _side_by_side(work: Work, parts: Sequence[Sequence[str]]) -> None:
    """Work on each part in a process of its own, all started at once and none told anything later."""
    fork = multiprocessing.get_context("fork")
    running = [fork.Process(target=work, args=(part,)) for part in parts]
    for process in running:
        process.start()
    for process in running:
        process.join()
        if process.exitcode:
            sys.exit(f"a process ended with exit code {process.exitcode}")
