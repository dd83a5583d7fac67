"""What stops a run before its end: a signal (Ctrl-C, a terminal that hangs up, a request to terminate), or
the loss of a worker process.
"""

import signal
from types import FrameType

NAMES = ("SIGHUP", "SIGINT", "SIGTERM")
"""The signals that stop a run; not every system has all of them."""

_CODE_OF_SIGNAL_0 = 128
"""What shells add to the number of a signal that ended a program."""


class Interruption(KeyboardInterrupt):
    """A signal that stops a run. ``code`` is the exit code of the run."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = _CODE_OF_SIGNAL_0 + number


class WorkerLostError(Exception):
    """A worker process was ended from outside, so the run cannot be completed.

    ``done`` is the number of inputs that were done, ``code`` what the process ended with, a signal by its
    number below 0; ``None`` where nobody knows.
    """

    def __init__(self, done: int, code: int | None = None) -> None:
        super().__init__(done, code)
        self.done, self.code = done, code

    @property
    def ended_by(self) -> str:
        """The name of the signal that ended the process; empty where none did."""
        if self.code is None or self.code >= 0:
            return ""
        names = {number.value: number.name for number in signal.Signals}
        return names.get(-self.code, str(-self.code))


def stopping_signals() -> set[signal.Signals]:
    """Return the signals of this system that ask a run to stop."""
    return {signal.Signals[name] for name in NAMES if hasattr(signal, name)}


def handle_signals() -> None:
    """Raise :class:`Interruption` at each signal that stops a run. Signals that are ignored stay ignored, as
    under ``nohup``.
    """
    for number in stopping_signals():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    raise Interruption(number)


def code_of(error: KeyboardInterrupt) -> int:
    """Return the exit code of an interrupted run."""
    return error.code if isinstance(error, Interruption) else _CODE_OF_SIGNAL_0 + signal.SIGINT
