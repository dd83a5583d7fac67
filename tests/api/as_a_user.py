"""A program as a user writes it: its types are checked strictly, and a test runs it."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from hubei_digecon import (
    Assessment,
    EmptyReport,
    FilesRead,
    Finding,
    InputError,
    Report,
    ReportText,
    Run,
    Settings,
    TargetLibrary,
    Trend,
    Verification,
    check,
    lint,
    load_report,
    load_targets,
    new,
    score,
    trend,
    verify,
)

DAY = datetime.date(2026, 2, 28)


def filled() -> dict[str, Any]:
    """Fill an empty report in memory."""
    form: EmptyReport = new("wuhan", period="2025", by="示例单位", date=DAY, lang="zh")
    report = form.to_dict()
    report["observations"] |= {"core_share_of_gdp": {"value": Decimal("13.5"), "unit": "%"}}
    return report


def outcomes(report: Mapping[str, Any] | Path | str | ReportText) -> list[tuple[str, str, Decimal | None]]:
    """Judge one report, and return what came out of each target."""
    targets: TargetLibrary = load_targets()
    run: Run = check(report, targets=targets, as_of=DAY, settings=Settings(waivers=False))
    told: list[tuple[str, str, Decimal | None]] = []
    one: Assessment
    for one in run:
        finding: Finding
        for finding in one.findings:
            message: str = finding.message.zh
            assert message
        told.extend((row["target"], row["outcome"], row["gap"]) for row in run.to_records())
    return told


def written(folder: Path) -> list[str]:
    """Write results in several formats, and return the names of the files."""
    run: Run = score("sample_reports/published", period="2024", as_of=DAY)
    run.write(folder / "board.json")
    run.write(folder / "board.csv", "csv+bom", lang="en")
    followed: Trend = trend(["sample_reports/published"], base="2020", as_of=DAY)
    followed.write(folder / "trend.md")
    judged = check(filled(), as_of=DAY)
    judged.write(folder / "result.json")
    held: Verification = verify(folder / "result.json")
    read: FilesRead = lint(ReportText("entity: wuhan\nperiod: 2025\n", name="report.yaml"), strict=True)
    codes: list[int] = [held.exit_code, read.exit_code, followed.exit_code]
    assert all(code >= 0 for code in codes)
    return sorted(path.name for path in folder.iterdir())


def faults(path: Path | str) -> list[str]:
    """Return the faults of a report by their kinds."""
    try:
        report: Report = load_report(path)
    except InputError as error:
        return [fault.kind.id for fault in error.faults]
    return [one.kind.id for one in report.diagnostics]
