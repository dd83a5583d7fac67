"""Each class of the package has a name of its own, and each file is worth one."""

import pytest
from benchmarks.figures import class_names_used_twice, figures, short_files


def test_no_class_name_is_used_twice() -> None:
    assert class_names_used_twice() == {}


def test_no_file_is_too_short() -> None:
    assert list(short_files()) == []


@pytest.mark.heavy
def test_figures_are_told_of_the_package() -> None:
    told = figures()
    assert list(told) == [
        "files",
        "lines",
        "statements",
        "lines of a function: median, 90th percentile, longest",
        "files under 30 lines",
        "class names used twice",
        "public definitions with a docstring",
    ]
    assert int(told["statements"]) < int(told["lines"])
