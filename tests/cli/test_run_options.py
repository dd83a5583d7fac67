"""The options that check and score share are read alike by both."""

import pytest

from hubei_digecon.domain.exit_codes import Exit

from ..conftest import Digecon

REPORT = "sample_reports/published/wuhan-2024.yaml"


@pytest.mark.parametrize("command", ["check", "score"])
@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--jobs", "0"), "“0” is no whole number from 1 to 9999"),
        (("--jobs", "10000"), "“10000” is no whole number from 1 to 9999"),
        (("--min-evidence", "proven"), "there is no “proven”; "),
        (("--fail-on", "never-ever"), "there is no “never-ever”; "),
        (("--as-of", "2026"), "“2026” is not a date; write it as 2026-02-28"),
        (("--select", "no-such"), "no-such"),
    ],
)
def test_a_wrong_option_is_refused_alike(
    command: str, option: tuple[str, str], said: str, digecon: Digecon
) -> None:
    ran = digecon(command, REPORT, *option, "--lang", "en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert said in ran.err


@pytest.mark.parametrize("command", ["check", "score"])
def test_without_a_path_the_next_step_is_told(command: str, digecon: Digecon) -> None:
    ran = digecon(command, "--lang", "en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"digecon {command} report" in ran.err
