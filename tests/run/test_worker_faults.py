"""What a worker raises, as it is sent: the same exception, or its words."""

import pickle

import pytest

from hubei_digecon.run.worker_faults import WorkerFaultError, sendable


class OfTwoError(Exception):
    """An exception that cannot be made of its arguments."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


class ForgetfulError(Exception):
    """An exception that is made of its arguments, but says something else then."""

    def __init__(self, said: str = "nothing") -> None:
        super().__init__()
        self.said = said

    def __str__(self) -> str:
        return self.said

    def __reduce__(self) -> tuple[type["ForgetfulError"], tuple[()]]:
        return ForgetfulError, ()


@pytest.mark.parametrize(
    "error", [KeyError("a"), OSError(5, "io"), MemoryError(), UnicodeDecodeError("a", b"", 0, 1, "b")]
)
def test_what_another_process_can_make_anew_is_sent(error: Exception) -> None:
    packed = sendable(error)
    assert packed is not None
    made = pickle.loads(packed)
    assert (type(made), str(made)) == (type(error), str(error))


@pytest.mark.parametrize(
    "error",
    [OfTwoError("a", "b"), ForgetfulError("a"), ValueError(lambda: 0), SystemExit(0), KeyboardInterrupt()],
    ids=lambda error: type(error).__name__,
)
def test_what_no_other_can_or_what_would_end_it_is_not(error: BaseException) -> None:
    assert sendable(error) is None


def test_a_fault_tells_what_was_raised_and_where_and_can_be_sent() -> None:
    with pytest.raises(OfTwoError) as raised:
        raise OfTwoError("a", "b")
    fault = pickle.loads(pickle.dumps(WorkerFaultError.of(raised.value)))
    assert fault.fault == "OfTwoError: ab"
    assert fault.at.startswith("test_a_fault_tells_what_was_raised_and_where_and_can_be_sent (")
    assert fault.trace.splitlines()[-1].endswith("OfTwoError: ab")
