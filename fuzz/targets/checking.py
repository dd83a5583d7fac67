"""The target ``checking``: an input checked by the command line, shown in one of all ways, and read back."""

from functools import cache

from tests.soundness import complaint, ran, way_of

from hubei_digecon.cli import check
from hubei_digecon.load.targets import TargetLibrary

from . import FoundError, fuzz, put

vars(check)["TargetLibrary"] = cache(TargetLibrary)
"""Reading the target files, always the same ones, takes half the time of a check: once is enough."""


def one_input(data: bytes) -> None:
    """Check an input.

    Raises:
        FoundError: where it ends, or is shown, as no input may.
    """
    how = way_of(data)
    wrong = complaint(ran(how.arguments(put(data), data)), how.format)
    if wrong:
        raise FoundError(f"{how}: {wrong}")


if __name__ == "__main__":
    fuzz(one_input)
