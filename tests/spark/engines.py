"""A session of Spark Connect: of Sail, which runs in this process, or of the server that is named."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

REMOTE = "DIGECON_TEST_SPARK"
"""Names the server of Spark to try, as in ``sc://localhost:15002``; without it Sail is tried."""


@contextmanager
def session() -> Iterator[Any]:
    """Open a session."""
    from pyspark.sql import SparkSession

    with _server() as remote:
        opened = SparkSession.builder.remote(remote).create()
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
