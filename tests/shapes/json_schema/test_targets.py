"""The schema of target files for editors."""

from hubei_digecon.shapes.json_schema.targets import targets_schema

from ...building import LIBRARY
from ...conftest import ROOT


def test_the_schema_is_the_one_that_is_kept() -> None:
    kept = ROOT / "schemas" / "targets.schema.json"
    assert targets_schema(LIBRARY).strip() == kept.read_text("utf-8").strip()
