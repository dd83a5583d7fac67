"""The annexes of an opinion: every document named once, with its file; every item that does not count, with why."""

import datetime
from pathlib import Path

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run import Run
from hubei_digecon.show.annexes import (
    FilePresence,
    evidence_of,
    evidence_table,
    items_left_out,
    left_out_table,
)
from hubei_digecon.show.view import View

from ..building import run_over
from ..conftest import ROOT

SAMPLES = ROOT / "sample_reports" / "illustrative"
DAY = datetime.date(2026, 2, 28)
ZH = View("zh")

REPORT = """
entity: wuhan-wedz
period: 2025
submitted: {by: 示例单位, date: 2026-01-05}
observations:
  core_value_added:
    value: 410亿元
    source: {title: 快报, issuer: 示例统计局, document: one.pdf}
  core_share_of_gdp: {value: 21%, source: {title: 快报, issuer: 示例统计局, document: one.pdf}}
  attracted_top100_firms: {value: 4家, source: 招商台账, evidence: [{title: 名单, document: two.pdf}]}
"""


def reported(folder: Path, looked_up: bool = True) -> Run:
    path = folder / "report.yaml"
    path.write_text(REPORT, "utf-8")
    (folder / "one.pdf").write_bytes(b"one")
    return run_over([path], DAY, Settings(documents=looked_up))


def test_every_document_is_named_once_with_all_that_it_is_behind(tmp_path: Path) -> None:
    run = reported(tmp_path)
    rows = evidence_of(run.assessments[0], run)
    assert [(row.number, row.title, row.presence, len(row.indicators)) for row in rows] == [
        (1, "快报", FilePresence.THERE, 2),
        (2, "招商台账", FilePresence.NOT_NAMED, 1),
        (3, "名单", FilePresence.MISSING, 1),
    ]
    assert [len(row.sha256) for row in rows] == [64, 0, 0]


def test_nothing_is_said_of_files_that_nobody_looked_for(tmp_path: Path) -> None:
    run = reported(tmp_path, looked_up=False)
    kinds = [row.presence for row in evidence_of(run.assessments[0], run)]
    assert kinds == [FilePresence.NOT_LOOKED_UP, FilePresence.NOT_NAMED, FilePresence.NOT_LOOKED_UP]


def test_an_item_that_a_review_rejects_is_listed_with_its_reason() -> None:
    run = run_over([SAMPLES / "wuhan-wedz-2025.yaml"], DAY, reviews=[SAMPLES / "reviews"])
    (row,) = items_left_out(run.assessments[0])
    assert (row.number, row.name) == (1, "示例创新平台七")
    assert row.reason.zh == "与示例创新平台五为同一平台重复认定"
    (cells,) = left_out_table(run.assessments[0]).cells(ZH)
    assert [cell.text for cell in cells][2:] == ["示例创新平台七", "与示例创新平台五为同一平台重复认定"]


def test_the_documents_of_items_are_listed_too() -> None:
    run = run_over([SAMPLES / "wuhan-wedz-2025.yaml"], DAY)
    cells = evidence_table(run.assessments[0], run).cells(ZH)
    assert "platforms/7.pdf" in [row[4].text for row in cells]
    assert items_left_out(run.assessments[0]) == ()
