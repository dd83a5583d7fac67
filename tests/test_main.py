"""The program as it is started: ``python -m hubei_digecon``."""

from hubei_digecon.version import VERSION

from .process import ran


def test_it_ends_with_the_code_of_the_run() -> None:
    shown, misused = ran("--version"), ran("--no-such-option")
    assert (shown.returncode, misused.returncode) == (0, 2)
    assert VERSION in shown.stdout
