"""One session of Spark Connect for the tests of a process."""

from collections.abc import Iterator
from typing import Any

import pytest

from .engines import session


@pytest.fixture(scope="session")
def engine() -> Iterator[Any]:
    """A session of Sail, or of the server that is named."""
    with session() as opened:
        yield opened
