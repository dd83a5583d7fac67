"""The schemas of what is written in JSON."""

from collections.abc import Callable

import pytest

from hubei_digecon.shapes.json_schema.result import (
    diff_schema,
    listing_schema,
    result_schema,
    scoreboard_schema,
    trend_schema,
)

from ...conftest import ROOT


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        (result_schema, "result"),
        (scoreboard_schema, "scoreboard"),
        (trend_schema, "trend"),
        (listing_schema, "listing"),
        (diff_schema, "diff"),
    ],
)
def test_the_schema_is_the_one_that_is_kept(schema: Callable[[], str], name: str) -> None:
    assert schema().strip() == (ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8").strip()
