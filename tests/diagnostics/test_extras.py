"""What is installed only where it is asked for."""

import tomllib

from hubei_digecon.diagnostics.extras import EXCEL, HTML, WORD, Extra

from ..conftest import ROOT


def test_an_extra_names_what_is_missing_and_how_to_install_it() -> None:
    absent = Extra("none", {"json": "json>=1", "no_such_module": "no-such>=2"})
    assert list(absent.missing) == ["no_such_module"]
    assert absent.command == 'python -m pip install "no-such>=2"'


def test_every_extra_says_what_the_package_asks_for() -> None:
    """Which is told twice, so that the program can tell it without knowing where it came from."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for extra in (EXCEL, HTML, WORD):
        assert list(extra.modules.values()) == asked[extra.name]


def test_what_the_tests_use_is_there() -> None:
    assert [list(extra.missing) for extra in (EXCEL, HTML, WORD)] == [[], [], []]
