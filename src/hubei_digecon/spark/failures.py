"""What an engine could not complete, told as what happened there in place of calls within the engine."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from ..text import Text

NOT_COMPLETED = Text(
    "引擎没有完成，没有任何结果：{why}",
    "the engine did not complete this, and nothing came of it: {why}",
)
_RAISED = re.compile(r"Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)+(\S.*)$", re.M)

_OF_CONNECTION = re.compile(r'^\s*details = "(?P<details>.+)"$', re.M)


class EngineError(Exception):
    """What an engine of Spark Connect could not complete: a fault of a program there, a lost worker or
    connection. Nothing came of the call; what the engine raised is the cause.
    """

    def __init__(self, why: str) -> None:
        said = NOT_COMPLETED.format(why=why)
        super().__init__(f"{said.en} / {said.zh}")
        self.why = why


@contextmanager
def engine_errors() -> Iterator[None]:
    """Raise what an engine raises as what happened there.

    Raises:
        EngineError: where the engine does not complete what it is asked within.
    """
    import grpc
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, grpc.RpcError) as error:
        raise EngineError(why_of(str(error))) from error


def why_of(said: str) -> str:
    """Return what an engine says in one line: the exception that ended a function of Python, or what ails a
    connection, where it tells of one, else its first line.
    """
    if raised := _RAISED.findall(said):
        return str(raised[-1])
    if found := _OF_CONNECTION.search(said):
        return found["details"]
    return said.strip().partition("\n")[0].rstrip()
