"""What check and score are asked is one value, made and validated in one place."""

import datetime

import pytest

from hubei_digecon import Settings
from hubei_digecon.api.arguments import read_options
from hubei_digecon.run.options import RunOptions

from ..building import LIBRARY
from ..conftest import ROOT

DAY = datetime.date(2026, 2, 28)


def test_arguments_become_one_value() -> None:
    settings = Settings(exclude="*.json")
    options = read_options(
        (ROOT / "a.yaml", "b.yaml"), targets=LIBRARY, reviews="c", as_of=DAY, settings=settings, jobs=3
    )
    assert options == RunOptions((str(ROOT / "a.yaml"), "b.yaml"), LIBRARY, DAY, settings, ("c",), 3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"jobs": 0}, "jobs: at least 1, not 0"),
        ({"jobs": True}, "jobs: a whole number or None, not bool"),
        (
            {"reviews": 1},
            "reviews: a path, a mapping, a ReportText, an open file or a table, or an iterable of these, not int",
        ),
        ({"as_of": "2026-02-28"}, "as_of: a datetime.date, not str"),
        ({"settings": {}}, "settings: Settings, not dict"),
        ({"targets": ""}, "targets: the path is empty"),
    ],
)
def test_an_argument_that_is_none_is_named(arguments: dict[str, object], said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as error:
        read_options(("a.yaml",), **arguments)
    assert str(error.value) == said


def test_a_run_over_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="paths: name at least one report, or a folder of reports"):
        read_options(())
