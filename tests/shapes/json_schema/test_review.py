"""The schemas of reviews and of weights files for editors."""

from collections.abc import Callable

import pytest

from hubei_digecon.shapes.json_schema.named import KnownTargets
from hubei_digecon.shapes.json_schema.review import review_schema, weights_schema

from ...building import LIBRARY
from ...conftest import ROOT


@pytest.mark.parametrize(("sort", "schema"), [("review", review_schema), ("weights", weights_schema)])
def test_the_schema_is_the_one_that_is_kept(sort: str, schema: Callable[[KnownTargets], str]) -> None:
    kept = ROOT / "schemas" / f"{sort}.schema.json"
    assert schema(LIBRARY).strip() == kept.read_text("utf-8").strip()
