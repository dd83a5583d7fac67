"""A register through Spark: it comes to what it does on one machine, and is refused where it cannot be read."""

import datetime
import hashlib
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import hubei_digecon.spark as on_spark
from hubei_digecon import InputError, Run, check, score
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.load.registers.file import KEYS
from hubei_digecon.spark.engine import SparkEngine
from hubei_digecon.spark.registers import REGISTER, read_register

from ..load.registers.cells import COUNTS, PERIODS, PLACES, Record, code_of, drawn, firm
from ..load.tables.arrow.tables import figure, table
from .observations import DAY
from .test_same_everywhere import differing, of_check, of_findings, of_score

pytestmark = pytest.mark.heavy

RECORDS = [*drawn(1, 2_500), firm(entity="某市"), firm(valid_until="soon"), firm(code="9.14201E+17")]
"""Records with every hazard, of which a place, a date and a code cannot be read."""


def reports() -> Any:
    """Return reports of all counts of some places and periods, of which some list items."""
    return table(*_rows())


def _rows() -> Iterator[dict[str, str | None]]:
    for place in PLACES:
        for period in map(str, PERIODS):
            head = {"entity": place, "period": period}
            for number, count in enumerate(COUNTS):
                listed = {"item_name": f"示例甲{number}", "item_code": code_of(number), "item_by": "示例机构"}
                yield {**figure(count, "90家", scope="gazelle-digital"), **head, **listed}
                yield {"indicator": count, "item_name": "没有这一家", "item_by": "示例机构", **head}


def sha256_of(register: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(register.read_bytes()).hexdigest()


def review(sha256: str, made: Path) -> Path:
    """Write a review that rejects an item and says that a register is complete, and return its path."""
    made.write_text(
        "entity: wuhan-east-lake\nperiod: 2025\nreviewer: {name: 核验组, organisation: 示例核验单位}\n"
        "rejected_items:\n  gazelle_firms: [{name: 示例甲一, reason: 示例}]\n"
        f"registers:\n- {{sha256: {sha256}, complete: true}}\n",
        "utf-8",
    )
    return made


def as_table(records: list[Record]) -> Any:
    """Return records as a table of texts."""
    keys = [key for key in KEYS if any(key in record for record in records)]
    return pa.table([pa.array([one.get(key) for one in records], pa.string()) for key in keys], keys)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.parquet"
    pq.write_table(as_table(RECORDS), path)
    return path


def counted(run: Run) -> int:
    """Return how many findings rest on a register."""
    return sum(one.registered is not None for report in run for one in report.findings)


@pytest.mark.filterwarnings("ignore:.*register:UserWarning")
def test_a_file_comes_to_what_it_does_on_one_machine(engine: Any, register: Path, tmp_path: Path) -> None:
    asked: dict[str, Any] = {"as_of": DAY, "reviews": review(sha256_of(register), tmp_path / "review.yaml")}
    asked["register"] = register
    here = check(reports(), **asked)
    assert counted(here) == 20
    assert any(one.registered and one.registered.complete for report in here for one in report.findings)
    frame = engine.createDataFrame(reports())
    found = on_spark.check(frame, texts=True, **asked).toArrow()
    assert differing(of_findings(found), of_check(here)) == []
    board, expected = on_spark.score(frame, **asked), score(reports(), **asked)
    assert of_score(board) == of_score(expected)
    assert counted(board) == counted(expected) > 0


@pytest.mark.filterwarnings("ignore:.*register:UserWarning")
def test_a_dataframe_is_counted_and_known_again_in_any_order(
    engine: Any, register: Path, tmp_path: Path
) -> None:
    frame, records = engine.createDataFrame(reports()), engine.createDataFrame(as_table(RECORDS))
    shuffled = records.orderBy("name", "recognised_on").repartition(3)
    (known,), (again,) = (
        on_spark.score(frame, as_of=DAY, register=one).to_dict()["registers"] for one in (records, shuffled)
    )
    assert known == again == {"path": REGISTER, "sha256": known["sha256"]}
    fewer = on_spark.score(frame, as_of=DAY, register=records.limit(2_000)).to_dict()["registers"]
    assert fewer[0]["sha256"] != known["sha256"]
    named = review(known["sha256"], tmp_path / "there.yaml")
    found = on_spark.check(frame, texts=True, as_of=DAY, register=shuffled, reviews=named).toArrow()
    named = review(sha256_of(register), tmp_path / "here.yaml")
    here = check(reports(), as_of=DAY, register=register, reviews=named)
    assert differing(of_findings(found), of_check(here)) == []


TOLD = [
    "records of the register with an unknown “entity” are not used, 1 in all: “某市” (1)",
    "cells that cannot be read and are not told one by one: 1",
]
"""What there is to say of the register; the last sentence tells of codes."""


@pytest.mark.filterwarnings("ignore:.*register:UserWarning")
def test_columns_of_other_types_are_texts_as_on_one_machine(engine: Any, tmp_path: Path) -> None:
    days = [datetime.datetime(2025, month, 1) for month in range(1, 13)]
    records = as_table([firm(f"企业{at}号") for at, _ in enumerate(days)]).drop_columns(["recognised_on"])
    made = records.append_column("recognised_on", pa.array(days, pa.timestamp("us")))
    made = made.append_column(
        "valid_until", pa.array([one.date() for one in days[6:]] + [None] * 6, pa.date32())
    )
    made = made.append_column("year", pa.array([2025] * 11 + [None], pa.float64()))
    made = made.append_column("code", pa.array([9.14201006822330012e17] * 12))
    made = made.append_column("document", pa.array([["a"]] * 12))
    pq.write_table(made, tmp_path / "typed.parquet")
    asked: dict[str, Any] = {"as_of": DAY, "register": tmp_path / "typed.parquet"}
    found = on_spark.check(engine.createDataFrame(reports()), texts=True, **asked).toArrow()
    here = check(reports(), **asked)
    assert counted(here) == 4
    assert differing(of_findings(found), of_check(here)) == []


@pytest.mark.filterwarnings("always::UserWarning")
def test_what_there_is_to_say_of_it_names_no_record(engine: Any, register: Path) -> None:
    frame = engine.createDataFrame(reports())
    run = on_spark.score(frame, as_of=DAY, register=register)
    said = [one.message.en for one in run.diagnostics if one.source and one.source.path == str(register)]
    assert said[:2] == TOLD
    assert said[2].startswith("records of the register with a code that is not valid: ")
    assert " first" not in said[2]
    with warnings.catch_warnings(record=True, category=UserWarning) as warned:
        on_spark.check(frame, as_of=DAY, register=register)
    assert [str(one.message).partition(": ")[2].partition(" / ")[0] for one in warned] == said


def test_a_register_that_cannot_be_read_is_refused(engine: Any, register: Path) -> None:
    frame = engine.createDataFrame(reports())
    lacking = engine.createDataFrame(as_table(RECORDS).drop_columns(["category"]))
    with pytest.raises(InputError, match="the table has no column “category”") as raised:
        on_spark.check(frame, as_of=DAY, register=lacking)
    assert raised.value.source.path == REGISTER
    for path in (register.with_name("nothing.parquet"), register.with_suffix(".txt")):
        register.with_suffix(".txt").write_text("entity,category,name\n", "utf-8")
        with pytest.raises(InputError, match="the register cannot be read") as raised:
            on_spark.score(frame, as_of=DAY, register=path)
        assert raised.value.source.path == str(path)


def test_a_register_that_changes_while_it_is_read_is_refused(
    engine: Any, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = SparkEngine.read

    def changing(self: SparkEngine, sql: str, reader: Any) -> None:
        pq.write_table(as_table(RECORDS[:9]), register)
        reading(self, sql, reader)

    monkeypatch.setattr(SparkEngine, "read", changing)
    with pytest.raises(InputError, match="the register cannot be read"):
        on_spark.score(engine.createDataFrame(reports()), as_of=DAY, register=register)


def test_a_review_with_faults_is_refused(engine: Any, tmp_path: Path) -> None:
    wrong = tmp_path / "review.yaml"
    wrong.write_text("entity: wuhan\nperiod: 2025\nreviewer: {name: 核验组}\nregisters: [{sha256: 12ab}]\n")
    frame = engine.createDataFrame(reports())
    with pytest.raises(InputError, match="“12ab” is not a SHA-256"):
        on_spark.check(frame, as_of=DAY, reviews=wrong)
    assert on_spark.score(frame, as_of=DAY, reviews=wrong).exit_code == Exit.INVALID


def test_a_register_is_a_path_or_a_dataframe() -> None:
    wrong: Any = 12
    with pytest.raises(TypeError, match="register: a path that Spark reads, or a DataFrame, not int"):
        read_register(wrong, "register")
    with pytest.raises(ValueError, match="register: the path is empty"):
        read_register("", "register")
    assert read_register(None, "register") is None


def test_what_the_session_has_stays_its_own(engine: Any, register: Path) -> None:
    engine.createDataFrame([(1,)], "number int").createOrReplaceTempView("facts")
    on_spark.score(engine.createDataFrame(reports()), as_of=DAY, register=register)
    assert [row.number for row in engine.table("facts").collect()] == [1]
    assert [one.name for one in engine.catalog.listTables() if "digecon" in one.name] == []
