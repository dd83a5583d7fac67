"""Files that are refused."""

import pytest

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.load.faults import InputError, RefusedInput, accepted


def test_what_was_accepted_is_returned_and_what_was_refused_raised() -> None:
    assert accepted(1) == 1
    with pytest.raises(InputError):
        accepted(RefusedInput(SourceFile("a.yaml"), ()))
