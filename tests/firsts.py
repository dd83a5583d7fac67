"""One of each kind: of tests that repeat each other, ``make test`` tries the first of a kind, ``make test-all`` all."""

import os
import re
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from .conftest import ROOT

Case = TypeVar("Case")

SAMPLES = sorted((ROOT / "sample_reports").glob("*/*.yaml"))


def firsts(cases: Iterable[Case], kind: Callable[[Case], Hashable]) -> list[Any]:
    """Return cases as parameters of a test, all but the first of each kind heavy.

    None is where golden files are written, so that ``make golden`` writes all of them.
    """
    seen = set[Hashable]()
    parameters = []
    for case in cases:
        again = kind(case) in seen and "DIGECON_WRITE_GOLDEN" not in os.environ
        parameters.append(pytest.param(case, marks=pytest.mark.heavy if again else ()))
        seen.add(kind(case))
    return parameters


def kind_of_sample(sample: Path | str) -> Hashable:
    """Return what sample reports of one place and of different years have in common."""
    path = Path(sample)
    return path.parent.name, re.sub("-[0-9]{4}", "", path.stem)


EACH_SAMPLE = firsts(SAMPLES, kind_of_sample)
