"""What ends in the middle ends right, or with a clear error; what is only odd comes to what it does here."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import hubei_digecon.spark as on_spark
from hubei_digecon import check, score, trend
from hubei_digecon.domain.reports import Report
from hubei_digecon.run import judge
from hubei_digecon.run.reviews import ReviewBook
from hubei_digecon.spark import EngineError
from hubei_digecon.spark.failures import why_of

from ..load.tables.arrow.tables import figure, table
from .engines import REMOTE
from .observations import DAY, ROWS
from .test_same_everywhere import differing, of_check, of_findings, of_score, told

RAISED = """
  An exception was thrown from the Python worker. Please see the stack trace below.
Traceback (most recent call last):
  File "work.py", line 1, in work
    raise ValueError("not so")

ZeroDivisionError: no good

JVM stacktrace:
"""


def test_what_ended_a_function_is_told_in_one_line() -> None:
    assert why_of(RAISED) == "ZeroDivisionError: no good"
    assert (
        why_of(RAISED.replace("\nTraceback", "\n[PYTHON_EXCEPTION] Traceback"))
        == "ZeroDivisionError: no good"
    )
    lost = '<Call that terminated with:\n\tstatus = UNAVAILABLE\n\tdetails = "Connection refused"\n>'
    assert why_of(lost) == "Connection refused"
    assert why_of("\n failed to connect\n at 1\n") == "failed to connect"
    assert why_of("") == ""


def same(frame: Any, rows: Any) -> None:
    """Hold what a DataFrame comes to to what its rows come to on one machine."""
    found = on_spark.check(frame, texts=True, as_of=DAY).toArrow()
    assert differing(of_findings(found), of_check(check(rows, as_of=DAY))) == []
    assert of_score(on_spark.score(frame, as_of=DAY)) == of_score(score(rows, as_of=DAY))
    followed = told(on_spark.trend(frame, as_of=DAY).to_records())
    assert followed == told(trend(rows, as_of=DAY).to_records())


@pytest.mark.heavy
@pytest.mark.parametrize("partitions", [1, 7])
def test_a_place_with_nearly_all_rows_and_rows_that_are_broken(engine: Any, partitions: int) -> None:
    periods = [f"{year}-M{month:02}" for year in range(2018, 2026) for month in range(1, 12)]
    many = [figure("gdp", f"{at}000亿元", period=period) for at, period in enumerate(periods, 1)]
    more = [figure("core_value_added", "2700亿元", period=period) for period in periods]
    broken: list[dict[str, str | None]] = [
        figure("gdp", "much", entity="wuhan-wedz"),
        figure("no_such_figure", "1", entity="hubei"),
        figure("gdp", "1亿元", period="2025-M13"),
        figure("gdp", "1亿元", entity="Atlantis"),
        figure("gdp", "1亿元", entity=""),
        {"entity": None, "period": None, "indicator": None, "value": None},
    ]
    rows = table(*many, *more, *broken, figure("gdp", "12000亿元", entity="wuhan-wedz", period="2024"))
    assert 0.9 < (len(many) + len(more)) / rows.num_rows < 1
    same(engine.createDataFrame(rows).repartition(partitions), rows)


@pytest.mark.heavy
def test_a_fault_at_one_report_is_told_and_the_others_are_kept(
    engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Breaking(ReviewBook):
        def of(self, report: Report) -> Any:
            if report.entity == "wuhan-wedz":
                raise ZeroDivisionError("no good")
            return super().of(report)

    whole = of_findings(on_spark.check(engine.createDataFrame(ROWS), texts=True, as_of=DAY).toArrow())
    monkeypatch.setattr(judge, "read_reviews", lambda *_: Breaking())
    found = on_spark.check(engine.createDataFrame(ROWS), texts=True, as_of=DAY).toArrow()
    assert differing(of_findings(found), of_check(check(ROWS, as_of=DAY))) == []
    (broken,) = [one for one in found.to_pylist() if one["entity"] == "wuhan-wedz"]
    assert (broken["verdict"], broken["errors"]) == ("invalid", 1)
    kept = {one for one in whole if "'entity': 'wuhan-wedz'" not in one}
    assert kept < {*of_findings(found)}


@pytest.mark.heavy
def test_a_fault_that_ends_a_partition_ends_the_whole(engine: Any) -> None:
    def breaking(batches: Any) -> Iterator[Any]:
        yield from batches
        raise ZeroDivisionError("no good")

    rows = engine.createDataFrame(ROWS)
    frame = rows.mapInArrow(breaking, rows.schema)
    for function in (on_spark.score, on_spark.trend):
        with pytest.raises(EngineError, match="nothing came of it: ZeroDivisionError: no good / ") as raised:
            function(frame, as_of=DAY)
        assert raised.value.__cause__ is not None
    found = on_spark.check(rows, as_of=DAY)
    with pytest.raises(Exception, match="ZeroDivisionError: no good"):
        found.mapInArrow(breaking, found.schema).toArrow()


def _killing(marker: str, times: int) -> Callable[[Any], Iterator[Any]]:
    """Return work that ends its process so many times when half of it is done, then does it whole."""

    def work(batches: Any) -> Iterator[Any]:
        for batch in batches:
            yield batch.slice(0, batch.num_rows // 2)
            with open(marker, "a+") as file:
                file.seek(0)
                if len(file.read()) < times:
                    file.write(".")
                    file.flush()
                    os.kill(os.getpid(), signal.SIGKILL)
            yield batch.slice(batch.num_rows // 2)

    return work


if REMOTE in os.environ:  # Sail has no workers: see the test of its server below

    @pytest.mark.heavy
    def test_a_worker_killed_in_the_middle_is_done_again(engine: Any, tmp_path: Path) -> None:
        frame = engine.createDataFrame(ROWS).coalesce(1)
        same(frame.mapInArrow(_killing(str(tmp_path / "once"), 1), frame.schema), ROWS)
        always = frame.mapInArrow(_killing(str(tmp_path / "always"), 1_000), frame.schema)
        with pytest.raises(EngineError, match="the engine did not complete this"):
            on_spark.score(always, as_of=DAY)


SERVER = """
import time
from pysail.spark import SparkConnectServer
server = SparkConnectServer(ip="127.0.0.1", port=0)
server.start(background=True)
print(server.listening_address[1], flush=True)
time.sleep(600)
"""


@pytest.mark.heavy
@pytest.mark.filterwarnings("ignore:.RETRIES_EXCEEDED:UserWarning")
@pytest.mark.skipif(REMOTE in os.environ, reason="a server of Sail is started")
def test_a_server_killed_in_the_middle_is_told(tmp_path: Path) -> None:
    """Sail runs functions of Python in its own process: none of them ends without it."""
    from pyspark.sql.connect.client.retries import DefaultPolicy
    from pyspark.sql.connect.session import SparkSession

    with subprocess.Popen(
        [sys.executable, "-c", SERVER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{server.stdout.readline().strip()}").create()
        session.client.set_retry_policies([DefaultPolicy(max_retries=1)])
        frame = session.createDataFrame(ROWS)
        killed = frame.mapInArrow(_killing(str(tmp_path / "killed"), 1), frame.schema)
        with pytest.raises(EngineError, match=r"nothing came of it: [^<]*connect") as raised:
            on_spark.score(killed, as_of=DAY)
        assert "RPC" not in str(raised.value)
        assert server.wait() == -signal.SIGKILL
        with pytest.raises(EngineError):
            on_spark.check(frame, as_of=DAY)
