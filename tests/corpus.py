"""Twelve thousand inputs for ``check``, by number: others' collections, and what was made from our own."""

from dataclasses import dataclass
from functools import cached_property
from itertools import cycle, islice
from pathlib import Path

from .fetched import naughty_strings, yaml_test_suite
from .hostile import PLACES
from .mutations import between_quotes, mutant
from .own_inputs import ROOT, own_files

MUTANTS = 10_800
"""More than ten thousand, since some come out alike."""

PLACES_OF_A_STRING = 3
"""At how many places of a report each naughty string is tried; all take their turn."""


@dataclass(frozen=True)
class Input:
    """What a file holds, and the name that says where it is from and by which rules it is read."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The suffix of its file."""
        return Path(self.name).suffix


class Corpus:
    """The inputs in their order; each is made when it is asked for."""

    def __len__(self) -> int:
        return len(self._written) + MUTANTS

    def __getitem__(self, number: int) -> Input:
        if number < len(self._written):
            return self._written[number]
        return self._mutant(number - len(self._written))

    @cached_property
    def _own(self) -> list[Path]:
        return own_files()

    @cached_property
    def _written(self) -> list[Input]:
        """Every input that is no mutant."""
        suite = (Input(f"yaml-test-suite {id}.yaml", text.encode()) for id, text in yaml_test_suite().items())
        own = (Input(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in self._own)
        return [*suite, *own, *_naughty()]

    @cached_property
    def _seeds(self) -> list[Path]:
        """What is mutated: files that can be judged twice for each that cannot; errors come by themselves."""
        judged = cycle(path for path in self._own if _is_judged(path))
        return [seed for path in self._own for seed in (path, next(judged), next(judged))]

    @cached_property
    def _texts(self) -> list[str]:
        return [path.read_text("utf-8", "surrogateescape") for path in self._seeds]

    def _mutant(self, number: int) -> Input:
        seed = self._seeds[number % len(self._seeds)]
        return Input(f"mutant {number} of {seed.stem}{seed.suffix}", mutant(self._texts, number))


def _is_judged(path: Path) -> bool:
    """Whether a file can be read as a report or a review: of a case, what stands beside it tells."""
    said = path.with_name(f"{path.stem}.en.txt")
    is_report = "faulty_targets" not in path.parts
    return is_report and not (said.exists() and said.read_text("utf-8").endswith("exit 3\n"))


def _naughty() -> list[Input]:
    """Return reports that hold a naughty string each."""
    places = cycle(PLACES.items())
    return [
        Input(
            f"naughty string {number} as {place}.yaml",
            report(between_quotes(text)).encode("utf-8", "surrogatepass"),
        )
        for number, text in enumerate(naughty_strings())
        for place, report in islice(places, PLACES_OF_A_STRING)
    ]
