"""``digecon schema``."""

import json

import jsonschema
import pytest

from ..conftest import ROOT, Digecon


@pytest.mark.parametrize(
    "name", ["report", "review", "targets", "weights", "result", "scoreboard", "listing"]
)
def test_each_schema_is_the_one_kept_for_editors(name: str, digecon: Digecon) -> None:
    ran = digecon("schema", "--targets", "targets", name)
    assert ran.out == (ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(ran.out))
