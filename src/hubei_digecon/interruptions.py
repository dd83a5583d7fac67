"""Signals that ask a run to stop, handled alike: Ctrl-C, a terminal that hangs up, a request to terminate."""

import signal
from types import FrameType

NAMES = ("SIGHUP", "SIGINT", "SIGTERM")
"""The signals that stop a run; not every system has all of them."""

_CODE_OF_SIGNAL_0 = 128
"""What shells add to the number of a signal that ended a program."""


class Interruption(KeyboardInterrupt):
    """A run that a signal stops; ``code`` is what it exits with."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = _CODE_OF_SIGNAL_0 + number


def stopping_signals() -> set[signal.Signals]:
    """Return the signals of this system that ask a run to stop."""
    return {signal.Signals[name] for name in NAMES if hasattr(signal, name)}


def handle_signals() -> None:
    """Raise :class:`Interruption` where a signal asks this process to stop; leave those that are ignored,
    as under ``nohup``.
    """
    for number in stopping_signals():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    raise Interruption(number)


def code_of(error: KeyboardInterrupt) -> int:
    """Return the exit code of an interrupted run."""
    return error.code if isinstance(error, Interruption) else _CODE_OF_SIGNAL_0 + signal.SIGINT
