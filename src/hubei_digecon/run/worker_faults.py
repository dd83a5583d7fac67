"""What the work in a worker process raises, so that it can be told as it was where the run ends."""

import pickle
import traceback


class WorkerFaultError(Exception):
    """What the work in a worker process raised, as it was: ``fault`` is its type with its message, ``at``
    where it was raised, ``trace`` all calls that led there.

    It stands in place of what cannot be sent to another process or would end this one, and is the cause of
    any other that is raised here.
    """

    def __init__(self, fault: str, at: str, trace: str) -> None:
        super().__init__(fault, at, trace)
        self.fault, self.at, self.trace = fault, at, trace

    @classmethod
    def of(cls, error: BaseException) -> "WorkerFaultError":
        """Return what tells of an exception."""
        trace = "".join(traceback.format_exception(error)).rstrip("\n")
        return cls(told(error), raised_at(error), trace)


def told(error: BaseException) -> str:
    """Return an exception with its message."""
    return f"{type(error).__name__}: {error}"


def raised_at(error: BaseException) -> str:
    """Return where an exception was raised: the function, the file of the package and the line."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.name} ({frame.filename.rpartition('hubei_digecon')[2]}:{frame.lineno})"


def sendable(error: BaseException) -> bytes | None:
    """Return an exception as bytes, of which another process makes the same; ``None`` where none can, or
    where it would end that process without a word.
    """
    if not isinstance(error, Exception):
        return None
    try:
        packed = pickle.dumps(error, pickle.HIGHEST_PROTOCOL)
        made = pickle.loads(packed)
    except Exception:
        return None
    return packed if (type(made), str(made)) == (type(error), str(error)) else None
