"""What the package offers on DataFrames: the public functions, asked as those on files are."""

import inspect

import pytest

import hubei_digecon
import hubei_digecon.spark as on_spark

OWN = {"df", "texts"}
"""Arguments of functions on DataFrames alone."""


@pytest.mark.parametrize("name", ["check", "score", "trend"])
def test_a_function_is_asked_as_that_on_files_is(name: str) -> None:
    mine = inspect.signature(getattr(on_spark, name)).parameters
    others = inspect.signature(getattr(hubei_digecon, name)).parameters
    for argument in mine.keys() - OWN:
        assert mine[argument].kind is inspect.Parameter.KEYWORD_ONLY
        assert mine[argument].default == others[argument].default
