"""Signals that stop a run raise one thing, which knows the code that the run exits with."""

import signal

import pytest

from hubei_digecon.run.interruptions import (
    Interruption,
    WorkerLostError,
    code_of,
    handle_signals,
    stopping_signals,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), 130),
        (Interruption(signal.SIGINT), 130),
        (Interruption(signal.SIGTERM), 143),
        (Interruption(signal.SIGHUP), 129),
    ],
)
def test_the_code_tells_the_signal(error: KeyboardInterrupt, code: int) -> None:
    assert code_of(error) == code


def test_every_stopping_signal_is_raised_but_for_those_that_are_ignored() -> None:
    before = {number: signal.getsignal(number) for number in stopping_signals()}
    try:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        handle_signals()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        with pytest.raises(Interruption) as raised:
            signal.raise_signal(signal.SIGTERM)
        assert raised.value.code == 143
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_a_lost_process_tells_how_far_the_run_got() -> None:
    assert WorkerLostError(50).done == 50


@pytest.mark.parametrize(
    ("code", "name"), [(-9, "SIGKILL"), (-11, "SIGSEGV"), (-63, "63"), (1, ""), (None, "")]
)
def test_a_lost_process_tells_the_signal_that_ended_it(code: int | None, name: str) -> None:
    assert WorkerLostError(50, code).ended_by == name
