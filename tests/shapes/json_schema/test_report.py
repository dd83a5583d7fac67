"""The schema of reports for editors."""

from hubei_digecon.shapes.json_schema.report import report_schema

from ...building import LIBRARY
from ...conftest import ROOT


def test_the_schema_is_the_one_that_is_kept() -> None:
    kept = ROOT / "schemas" / "report.schema.json"
    assert report_schema(LIBRARY).strip() == kept.read_text("utf-8").strip()
