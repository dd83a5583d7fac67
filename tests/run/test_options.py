"""The options of a run as one value."""

import datetime

import pytest

from hubei_digecon import Settings
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.run.options import RunOptions

from ..building import LIBRARY

DAY = datetime.date(2026, 2, 28)


@pytest.mark.parametrize(
    ("paths", "jobs", "processes"), [(("a",), None, None), (("a",), 4, 4), (("a", "-"), 4, 1)]
)
def test_standard_input_stays_with_one_process(
    paths: tuple[str, ...], jobs: int | None, processes: int | None
) -> None:
    assert RunOptions(paths, LIBRARY, DAY, Settings(), jobs=jobs).processes == processes


def test_inputs_are_found_by_the_options_alone() -> None:
    options = RunOptions(("a.yaml", "-"), LIBRARY, DAY, Settings())
    assert list(options.inputs()) == [Input("a.yaml"), Input("-")]
