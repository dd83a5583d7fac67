"""``check`` of more than twelve thousand inputs: how each run ends, what it writes, how long it takes.

They are yaml-test-suite's 402, our own samples and invalid files, naughty strings in reports, and more
than ten thousand mutants. Each is checked in one of a hundred ways: a format, a language, options.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from .conftest import ROOT
from .corpus import Corpus
from .corpus_worker import Checked, digest, way
from .fetched import yaml_test_suite
from .process import COMMAND
from .soundness import SOUND_CODES

pytestmark = pytest.mark.heavy

CORPUS = Corpus()
WORKERS = os.cpu_count() or 1

SECONDS = 2
MEGABYTES = 300
"""What checking one input may take."""

EVERY = 41
"""One input in so many is checked in a process of its own too."""

Corpora = dict[int, Checked]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    """What checking every input came to, by its number."""
    folders = [tmp_path_factory.mktemp("worker") for _ in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as pool:
        shares = pool.map(lambda first: list(_share(first, folders[first])), range(WORKERS))
        return {one.number: one for share in shares for one in share}


def _share(first: int, folder: Path) -> Iterator[Checked]:
    """Check a share of the inputs; where one ends the process, say so and go on after it."""
    number = first
    while number < len(CORPUS):
        for one in _worked(number, len(CORPUS), WORKERS, folder):
            number = one.number + WORKERS
            yield one


def _worked(first: int, last: int, step: int, folder: Path) -> Iterator[Checked]:
    """Return what a worker writes; of the input that ends it, how."""
    command = (sys.executable, "-m", "tests.corpus_worker", *map(str, (first, last, step)))
    number, told = first, folder / "stderr"
    with (
        open(told, "wb") as stderr,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=stderr, cwd=folder, env=_environment()
        ) as process,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            one = Checked(**json.loads(line))
            number = one.number + step
            yield one
    if number < last:
        said = told.read_text("utf-8", "replace")
        yield Checked(number, process.returncode, f"its process ended: {said}", 0, 0, "")


def _environment() -> dict[str, str]:
    """Return an environment in which nothing of this machine's is looked at."""
    looked_at = ("LC_", "LANG", "DIGECON_", "NO_COLOR", "FORCE_COLOR", "GITHUB_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(looked_at)}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}


def _named(checked: Corpora) -> dict[str, object]:
    """Return results under the names of their inputs and how they were checked, for a failure to show."""
    return {f"{CORPUS[number].name} {way(number)}": checked[number] for number in checked}


def test_there_are_twelve_thousand_inputs() -> None:
    assert len(yaml_test_suite()) == 402
    inputs = [CORPUS[number] for number in range(len(CORPUS))]
    assert len({one.data for one in inputs}) >= 12_000
    assert len({one.data for one in inputs if one.name.startswith("mutant")}) >= 10_000


def test_every_input_is_the_same_in_every_process() -> None:
    again = Corpus()
    assert all(again[number] == CORPUS[number] for number in range(0, len(CORPUS), 7))


def test_every_check_ends_as_it_may_and_shows_what_can_be_read_back(checked: Corpora) -> None:
    assert checked.keys() == set(range(len(CORPUS)))
    assert _named({number: one for number, one in checked.items() if one.complaint}) == {}


def test_every_way_to_end_is_among_them(checked: Corpora) -> None:
    codes = Counter(one.code for one in checked.values())
    assert codes.keys() == set(SOUND_CODES)
    assert min(codes.values()) >= 100


def test_none_takes_longer_than_two_seconds(checked: Corpora, tmp_path: Path) -> None:
    slow = [number for number, one in checked.items() if one.seconds > SECONDS]
    alone = {number: one for number in slow for one in _worked(number, number + 1, 1, tmp_path)}
    assert (
        _named({number: one for number, one in alone.items() if one.complaint or one.seconds > SECONDS}) == {}
    )


def test_none_takes_more_memory_than_it_may(checked: Corpora, tmp_path: Path) -> None:
    """A process that has checked thousands holds what they left in its caches, so what seems large is seen alone."""
    before = {number: checked[number - WORKERS].peak for number in checked if number >= WORKERS}
    large = [number for number, one in checked.items() if one.peak > max(MEGABYTES, before.get(number, 0))]
    alone = {number: one for number in large for one in _worked(number, number + 1, 1, tmp_path)}
    assert _named({number: one for number, one in alone.items() if one.peak >= MEGABYTES}) == {}
    assert max(one.peak for one in checked.values()) < 2 * MEGABYTES


def test_a_process_of_its_own_ends_and_shows_the_same(checked: Corpora, tmp_path: Path) -> None:
    sample = range(0, len(CORPUS), EVERY)
    assert len(sample) > 300
    with ThreadPoolExecutor(WORKERS) as pool:
        ended = dict(zip(sample, pool.map(partial(_in_a_process, folder=tmp_path), sample), strict=True))
    known = {number: (checked[number].code, checked[number].shown) for number in sample}
    assert _named({number: checked[number] for number in sample if ended[number] != known[number]}) == {}


def _in_a_process(number: int, folder: Path) -> tuple[int, str]:
    """Return how ``digecon`` ends on an input, and the digest of what it shows."""
    own, one = folder / str(number), CORPUS[number]
    own.mkdir()
    path = own / f"input{one.suffix}"
    path.write_bytes(one.data)
    command = (*COMMAND, *way(number).arguments(path.name, one.data))
    done = subprocess.run(command, capture_output=True, check=False, cwd=own, env=_environment(), timeout=60)
    assert b"Traceback" not in done.stderr
    return done.returncode, digest(done.stdout)
