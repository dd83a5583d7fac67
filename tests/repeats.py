"""Tests that repeat each other: of a test with many cases ``make test`` tries some, ``make test-all`` all."""

from collections import defaultdict
from collections.abc import Iterable
from math import isqrt
from zlib import crc32

import pytest

LEAST = 2
"""How many cases of a test ``make test`` tries at least; of many it tries as many as the root of their number."""


def leave_repeats_to_test_all(items: Iterable[pytest.Item]) -> None:
    """Mark all but some cases of each test as heavy.

    Those that stay are drawn by the checksums of their names: from all over the test, the same in every run, and
    hardly others where a case is added.
    """
    cases = defaultdict[str, list[pytest.Item]](list)
    for item in items:
        if item.get_closest_marker("heavy") is None:
            cases[item.nodeid.partition("[")[0]].append(item)
    for found in cases.values():
        for item in sorted(found, key=_drawn)[max(LEAST, isqrt(len(found))) :]:
            item.add_marker(pytest.mark.heavy)


def _drawn(item: pytest.Item) -> tuple[int, str]:
    return crc32(item.name.encode("utf-8", "surrogatepass")), item.name
