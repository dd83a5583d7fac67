"""The rows of a table in any order are the same report: items before values, a revision in any row."""

import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon import check

from ...building import LIBRARY, PROPERTY
from ...conftest import AS_OF
from ...laws import examples

HEAD = "考核对象,报告期,填报单位,填报日期,第几次报送,指标名称,完成值,计量单位,统计口径,清单项名称,级别,认定（批准）机关,认定（批准）日期,榜单名称,发布机构,榜单年度"
PLACE = "wuhan-wedz,2025"
ROWS = (
    f"{PLACE},示例单位,2026-01-20,2,gdp,2103.6,亿元,,,,,,,,",
    f"{PLACE},,,,core_value_added,398.2,亿元,core-2021,,,,,,,",
    f"{PLACE},,,,new_innovation_platforms,2,家,,,,,,,,",
    *(f"{PLACE},,,,new_innovation_platforms,,,,示例平台{one},省级,示例机构,2025-03-12,,," for one in "一二一"),
    f"{PLACE},,,,attracted_top100_firms,3,家,,,,,,,,",
    *(f"{PLACE},,,,attracted_top100_firms,,,,示例企业{one},,,2025-03-12,示例榜单,示例机构,2025" for one in "一二三"),
)  # fmt: skip


def found(rows: tuple[str, ...] | list[str]) -> object:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.csv"
        path.write_text("\n".join((HEAD, *rows)) + "\n", "utf-8")
        (made,) = check(path, targets=LIBRARY, as_of=datetime.date.fromisoformat(AS_OF))
    findings = [
        (one.target.id, one.outcome, one.reasons, one.decided_on, one.decided_interval)
        for one in made.findings
    ]
    return made.verdict, findings, sorted(one.kind.id for one in made.diagnostics)


WRITTEN = found(ROWS)
SHUFFLED = st.permutations(ROWS)


def test_what_is_written_is_a_report_with_findings() -> None:
    assert "duplicate-item" in str(WRITTEN)
    assert "duplicate-key" not in str(WRITTEN)


@settings(PROPERTY, max_examples=examples(30))
@given(SHUFFLED)
def test_rows_in_any_order_give_the_same_findings(rows: list[str]) -> None:
    assert found(rows) == WRITTEN


@pytest.mark.heavy
@settings(PROPERTY, max_examples=2000)
@given(SHUFFLED)
def test_rows_in_any_order_give_the_same_findings_at_length(rows: list[str]) -> None:
    assert found(rows) == WRITTEN


def test_a_row_that_could_be_of_either_submission_is_told() -> None:
    second = ROWS[1].replace(",,,,core", ",,,3,core")
    assert "row-without-name" in str(found_all((ROWS[0], second, ROWS[2])))


def found_all(rows: tuple[str, ...]) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.csv"
        path.write_text("\n".join((HEAD, *rows)) + "\n", "utf-8")
        run = check(path, targets=LIBRARY, as_of=datetime.date.fromisoformat(AS_OF))
        return [one.kind.id for made in run for one in made.diagnostics]
