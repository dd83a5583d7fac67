"""What is told beside findings: only where it is asked for, and without a trace in outcomes."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import Settings, check
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.run import Run

from ..conftest import AS_OF, Digecon
from ..years import Years
from .test_history import result

DAY = datetime.date.fromisoformat(AS_OF)
NOW = {"value": "770亿元", "share": "12.1%", "firms": "165家", "added": "{value: 20个, counting: cumulative}"}
THEN = {"value": "900亿元", "share": "11%", "firms": "160家", "added": "{value: 8个, counting: cumulative}"}


@pytest.fixture
def years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Years:
    monkeypatch.chdir(tmp_path)
    return Years(tmp_path)


def told(run: Run) -> dict[str, str]:
    return {
        one.finding.target.key: str(one.ratio if one.why_not is None else one.why_not.id)
        for assessment in run
        for one in assessment.schedule
    }


def test_a_part_of_a_year_is_held_against_the_line_of_the_year(years: Years) -> None:
    now, then = years.report("2025-M09", **NOW), years.report("2024", **THEN)
    asked = Settings(schedule=True)
    run = check(now, targets=years.targets, history=then, as_of=DAY, settings=asked)
    assert told(run) == {"value": "77/75", "share": "11/15", "firms": "2/3", "added": "1/2"}
    alone = check(now, targets=years.targets, as_of=DAY, settings=asked)
    assert told(alone) == {"value": "77/75", "share": "no_base", "firms": "no_base", "added": "no_base"}


def test_nothing_is_told_of_what_nobody_asked_for(years: Years) -> None:
    now, then = years.report("2025-M09", **NOW), years.report("2024", **THEN)
    assert told(check(now, targets=years.targets, history=then, as_of=DAY)) == {}
    whole = check(then, targets=years.targets, as_of=DAY, settings=Settings(schedule=True))
    assert told(whole) == {}


def test_the_schedule_touches_no_outcome(years: Years, digecon: Digecon) -> None:
    now, then = years.report("2025-M09", **NOW), years.report("2024", **THEN)
    given = ("check", now, *years.options, "--history", then)

    def without(*more: str) -> dict[str, Any]:
        made = result(digecon, *given, *more)
        made["settings"].pop("schedule")
        made["settings"].pop("schedule_cutoffs")
        for one in made["assessments"]:
            one.pop("schedule")
        return made

    assert without() == without("--schedule") == without("--schedule", "--schedule-cutoffs", "2,1.5")


def test_cut_offs_that_are_none_are_refused(years: Years, digecon: Digecon) -> None:
    ran = digecon("check", years.report("2025-M09", **NOW), *years.options, "--schedule-cutoffs", "0.8,0.9")
    assert (ran.code, "is no pair of numbers" in ran.err) == (Exit.USAGE, True)


def test_it_is_verified(years: Years, digecon: Digecon) -> None:
    given = ("check", years.report("2025-M09", **NOW), *years.options, "--schedule")
    made = digecon(*given, "--schedule-cutoffs", "0.95,0.8", "--output-format", "json").out
    Path("result.json").write_text(made, "utf-8")
    assert digecon("verify", "result.json", "--targets", str(years.targets)).code == Exit.COMPLIANT
    Path("result.json").write_text(made.replace('"ratio": "1.02667"', '"ratio": "1.02668"'), "utf-8")
    ran = digecon("verify", "result.json", "--targets", str(years.targets), "--lang", "en")
    assert (ran.code, "schedule" in ran.out) == (Exit.MISSED, True)
