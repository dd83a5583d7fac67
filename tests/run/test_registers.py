"""A register is asked all that the reports of a run need of it, and is named with its SHA-256 in what comes out."""

import csv
import datetime
import hashlib
import json
from pathlib import Path

import pytest

from hubei_digecon import InputError, check, score
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.domain.reports import Period, Report
from hubei_digecon.load.faults import accepted
from hubei_digecon.load.results import load_result
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.run.inputs import REPORTS, read_input
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.options import RunOptions
from hubei_digecon.run.registers import asked_by
from hubei_digecon.run.verify import verify

from ..building import LIBRARY, finding_on
from ..conftest import AS_OF
from ..load.registers.cells import apart, firm, write_csv

DAY = datetime.date.fromisoformat(AS_OF)
FIRMS = [firm(apart(one)) for one in range(180)]
EXPIRED = [firm(apart(one + 200), valid_until="2025-08-31") for one in range(5)]


def report(folder: Path, name: str = "report.yaml", period: str = "2025") -> str:
    """Write a report of the gazelle firms of East Lake, and return its path."""
    path = folder / name
    path.write_text(
        f"entity: wuhan-east-lake\nperiod: {period}\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\n"
        "observations:\n  gazelle_firms: {value: 182家, counting: in_force, scope: gazelle-digital}\n",
        "utf-8",
    )
    return str(path)


def test_a_result_names_the_register_and_what_it_came_to(tmp_path: Path) -> None:
    register = write_csv(tmp_path / "register.csv", [*FIRMS, *EXPIRED])
    run = check(report(tmp_path), register=register, as_of=DAY)
    made = json.loads(run.to_json())
    sha256 = hashlib.sha256(Path(register).read_bytes()).hexdigest()
    assert made["registers"] == [{"path": register, "sha256": sha256}]
    (told,) = [one["register"] for one in made["assessments"][0]["findings"] if one["register"]]
    assert told == {
        "records": 185,
        "eligible": 180,
        "in_question": 0,
        "complete": False,
        "not_counted": {"expired": 5},
    }
    run.write(tmp_path / "findings.csv")
    rows = list(csv.DictReader((tmp_path / "findings.csv").read_text("utf-8").splitlines()))
    (row,) = [one for one in rows if one["register_records"]]
    assert (row["register_eligible"], row["register_complete"], row["register_not_counted"]) == (
        "180", "false", "expired=5",
    )  # fmt: skip


def test_each_period_is_counted_at_its_end(tmp_path: Path) -> None:
    register = write_csv(tmp_path / "register.csv", [*FIRMS[:160], *EXPIRED])
    (tmp_path / "reports").mkdir()
    for period in ("2025-M06", "2025-M09"):
        report(tmp_path / "reports", f"{period}.yaml", period)
    run = check(tmp_path / "reports", register=register, as_of=DAY)
    found = [finding_on(one, "gazelle_firms").registered for one in run]
    assert [one and one.eligible for one in found] == [165, 160]


def test_many_reports_are_judged_by_several_processes_alike(tmp_path: Path) -> None:
    register = write_csv(tmp_path / "register.csv", FIRMS)
    (tmp_path / "reports").mkdir()
    for number in range(120):
        year, month = 2016 + number // 12, number % 12
        period = f"{year}-M{month:02d}" if month else f"{year}"
        report(tmp_path / "reports", f"{period}.yaml", period)
    boards = [score(tmp_path / "reports", register=register, as_of=DAY, jobs=jobs) for jobs in (1, 2)]
    assert [board.to_json() for board in boards] == [boards[0].to_json()] * 2
    (judged,) = [one for one in boards[0] if one.entity == "wuhan-east-lake"]
    assert finding_on(judged, "gazelle_firms").outcome is Outcome.MET


def test_a_verified_result_is_judged_by_the_register_again(tmp_path: Path) -> None:
    register = write_csv(tmp_path / "register.csv", FIRMS)
    result = tmp_path / "result.json"
    result.write_text(check(report(tmp_path), register=register, as_of=DAY).to_json(), "utf-8")
    loaded = accepted(load_result(str(result)))
    assert verify(loaded, LIBRARY).differences == ()
    write_csv(tmp_path / "register.csv", FIRMS[:120])
    told = [one.what.en for one in verify(loaded, LIBRARY).differences]
    assert told[0] == f"register {register} has changed"
    assert any("was met, is now undecided" in one for one in told)


def test_a_report_asks_for_its_own_period_and_that_of_a_figure(tmp_path: Path) -> None:
    report(tmp_path)
    judge = Judge.of(RunOptions((), LIBRARY, DAY, check(report(tmp_path), as_of=DAY).settings))
    (read,) = read_input(Input(str(tmp_path / "report.yaml")), judge.library, REPORTS).held
    assert isinstance(read, Report)
    (asked,) = asked_by(judge, read)
    assert (asked.entity, asked.indicator, asked.days.end) == (
        "wuhan-east-lake", "gazelle_firms", datetime.date(2025, 12, 31),
    )  # fmt: skip
    observation = read.observations["gazelle_firms"]._replace(period=Period(2025, 6))
    again = read._replace(observations={"gazelle_firms": observation})
    assert [one.days.end.month for one in asked_by(judge, again)] == [12, 6]


def test_a_register_that_cannot_be_read_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "register.csv").write_text("entity,name\nwuhan,甲\n", "utf-8")
    with pytest.raises(InputError, match="the table has no column “category”"):
        check(report(tmp_path), register=tmp_path / "register.csv", as_of=DAY)


def test_a_register_may_be_held_in_memory(tmp_path: Path) -> None:
    import pyarrow as pa

    run = check(report(tmp_path), register=pa.Table.from_pylist(FIRMS), as_of=DAY)
    assert finding_on(run.assessments[0], "gazelle_firms").outcome is Outcome.MET
