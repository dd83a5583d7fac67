"""What every returned value offers: that it is one, and the language it speaks."""

import pytest

from hubei_digecon import check, lint, new, trend
from hubei_digecon.api.returned import LANGUAGE, Returned, read_lang
from hubei_digecon.cli.settings import SETTINGS

REPORT = "sample_reports/illustrative/wuhan-2025.yaml"


def test_the_language_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_lang(None) == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert read_lang(None) == "zh"
    monkeypatch.setenv("DIGECON_LANGUAGE", "en")
    assert read_lang(None) == "en"


def test_the_variable_of_the_language_is_that_of_the_command_line() -> None:
    assert SETTINGS["language"].variable == LANGUAGE


def test_what_is_returned_is_one() -> None:
    for one in (check(REPORT), trend(REPORT), lint(REPORT), new("wuhan")):
        assert isinstance(one, Returned)
        assert len(repr(one)) < 200
