"""The files behind formats: each is loaded where it is used, and has what is asked of it."""

import inspect
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from hubei_digecon.show import loaders
from hubei_digecon.show.formats import FORMATS, VARIANTS

LOADERS = dict(inspect.getmembers(loaders, inspect.isfunction))
ASKED = {
    "runs": "whole", "lints": "linted", "scores": "scored", "trends": "trended", "diffs": "differed",
    "lists": "listed",
}  # fmt: skip
LOADED = {
    (load.__name__, function)
    for form in (*FORMATS.values(), *VARIANTS.values())
    for field, function in ASKED.items()
    if (load := getattr(form, field))
}


@pytest.mark.parametrize(("name", "function"), sorted(LOADED))
def test_each_has_what_is_asked_of_it(name: str, function: str) -> None:
    load: Callable[[], Any] = LOADERS[name]
    assert callable(getattr(load(), function))


def test_each_is_of_a_format() -> None:
    assert {name for name, _ in LOADED} == {
        name for name, one in LOADERS.items() if one.__module__ == loaders.__name__
    }


def test_none_is_loaded_before_it_is_used() -> None:
    code = "import sys, hubei_digecon.show.formats; print('docx' in sys.modules, 'openpyxl' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]
