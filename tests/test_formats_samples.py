"""Every format of every sample report, word for word; each is read back by a reader of its own elsewhere."""

from pathlib import Path

import pytest

from hubei_digecon.render import FORMATS
from hubei_digecon.text import LANGS

from .conftest import AS_OF, ROOT, TESTS, Digecon, matches_golden
from .html_reader import html

SAMPLES = sorted((ROOT / "sample_reports").glob("*/*.yaml"))
TOLD_ELSEWHERE = ("table", "json", "needed")
"""Formats whose golden outputs are held by the tests of the samples and of their reviews."""

REST = [name for name in FORMATS if name not in TOLD_ELSEWHERE]


def _named(sample: Path) -> str:
    return sample.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
@pytest.mark.parametrize("format", REST)
@pytest.mark.parametrize("lang", LANGS)
def test_format_of_sample(sample: Path, format: str, lang: str, digecon: Digecon) -> None:
    ran = digecon("check", _named(sample), "--as-of", AS_OF, "--lang", lang, "--output-format", format)
    assert FORMATS[format].findings_only or ran.err == ""
    shown = html(ran.out).outline if format == "html" else ran.out  # a page says all of it in both languages
    folder = TESTS / "golden" / sample.parent.name
    matches_golden(shown, folder / f"{sample.stem}.{lang}.{format}")


@pytest.mark.parametrize("format", [name for name in FORMATS if name.startswith(("csv", "json"))])
def test_data_is_the_same_in_every_language(format: str, digecon: Digecon) -> None:
    zh, en = (
        digecon("check", "sample_reports", "--as-of", AS_OF, "--output-format", format, "--lang", lang).out
        for lang in LANGS
    )
    assert zh == en
