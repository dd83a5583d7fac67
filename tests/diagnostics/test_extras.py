"""What is installed only where it is asked for."""

import sys
import tomllib
from pathlib import Path

import pytest

from hubei_digecon.diagnostics.extras import EXCEL, HTML, WORD, Extra

from ..conftest import ROOT


def test_an_extra_names_what_is_missing_and_how_to_install_it() -> None:
    absent = Extra("none", {"json": "json>=1", "no_such_module": "no-such>=2"})
    assert list(absent.missing) == ["no_such_module"]
    assert absent.command == 'python -m pip install "no-such>=2"'


def test_it_is_installed_for_the_python_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absent = Extra("none", {"no_such_module": "no-such>=2"})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert absent.command == f'{sys.executable} -m pip install "no-such>=2"'
    monkeypatch.setattr(sys, "executable", "/a b/python")
    assert absent.command == '"/a b/python" -m pip install "no-such>=2"'


def test_where_there_is_no_pip_uv_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absent = Extra("none", {"no_such_module": "no-such>=2"})
    monkeypatch.setattr("hubei_digecon.diagnostics.extras.find_spec", {"pip": None}.get)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert absent.command == f'{sys.executable} -m pip install "no-such>=2"'
    (tmp_path / "uv").touch(0o755)
    assert absent.command == f'uv pip install --python {sys.executable} "no-such>=2"'


def test_every_extra_says_what_the_package_asks_for() -> None:
    """Which is told twice, so that the program can tell it without knowing where it came from."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for extra in (EXCEL, HTML, WORD):
        assert list(extra.modules.values()) == asked[extra.name]


def test_what_the_tests_use_is_there() -> None:
    assert [list(extra.missing) for extra in (EXCEL, HTML, WORD)] == [[], [], []]
