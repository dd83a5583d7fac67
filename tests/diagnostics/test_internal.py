"""Faults of the program, told as diagnostics."""

from hubei_digecon.diagnostics.internal import internal_fault, is_internal


def test_an_exception_is_told_with_where_it_was_raised() -> None:
    try:
        raise ValueError("odd")
    except ValueError as error:
        said = internal_fault(error)
    assert said.kind.id == "internal"
    assert "ValueError" in said.message.en
    assert "test_internal.py" in said.message.en
    assert is_internal([said])
    assert not is_internal([])
