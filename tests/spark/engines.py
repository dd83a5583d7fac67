"""A session of Spark Connect: of Sail, which runs in this process, or of the server that is named."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

REMOTE = "DIGECON_TEST_SPARK"
"""Names the server of Spark to try, as in ``sc://localhost:15002``, or ``local[2,4]`` for one that is started and tries what failed again;
without it Sail is tried."""


@contextmanager
def session() -> Iterator[Any]:
    """Open a session."""
    from pyspark.sql import SparkSession

    main = sys.modules["__main__"]
    # A process of pytest-xdist has no file, which pyspark takes for a run of its own doctests.
    with (
        patch.object(main, "__file__", getattr(main, "__file__", __file__), create=True),
        _server() as remote,
    ):
        builder = SparkSession.builder.remote(remote)
        opened = builder.getOrCreate() if remote.startswith("local") else builder.create()
        try:
            yield opened
        finally:
            opened.stop()


@contextmanager
def _server() -> Iterator[str]:
    if named := os.environ.get(REMOTE):
        yield named
        return
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer(ip="127.0.0.1", port=0)
    server.start(background=True)
    try:
        yield f"sc://127.0.0.1:{server.listening_address[1]}"
    finally:
        server.stop()
