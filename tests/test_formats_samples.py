"""Every format of every sample report, word for word; each is read back by a reader of its own elsewhere."""

from pathlib import Path

import pytest

from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from .conftest import AS_OF, ROOT, TESTS, Digecon, matches_golden
from .samples import SAMPLES
from .shown_formats import golden_name, in_words, shown

TOLD_ELSEWHERE = ("table", "json", "needed")
"""Formats whose golden outputs are held by the tests of the samples and of their reviews."""

IN_BOTH = ("parquet",)
"""Formats with one golden output for both languages."""

REST = [name for name in FORMATS if name not in TOLD_ELSEWHERE]


def _named(sample: Path) -> str:
    return sample.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
@pytest.mark.parametrize("format", REST)
@pytest.mark.parametrize("lang", LANGS)
def test_format_of_sample(sample: Path, format: str, lang: str, digecon: Digecon, tmp_path: Path) -> None:
    asked = ("check", _named(sample), "--as-of", AS_OF, "--lang", lang)
    content, ran = shown(digecon, format, tmp_path, *asked)
    assert FORMATS[format].findings_only or FORMATS[format].binary or ran.err == ""
    folder = TESTS / "golden" / sample.parent.name
    stem = sample.stem if format in IN_BOTH else f"{sample.stem}.{lang}"
    matches_golden(in_words(format, content), folder / golden_name(stem, format))


@pytest.mark.parametrize("lang", LANGS)
def test_one_page_is_held_byte_for_byte(lang: str, digecon: Digecon) -> None:
    sample = "sample_reports/illustrative/wuhan-wedz-2025"
    ran = digecon("check", f"{sample}.yaml", "--as-of", AS_OF, "--lang", lang, "--output-format", "html")
    matches_golden(ran.out, TESTS / "golden" / "illustrative" / f"wuhan-wedz-2025.{lang}.html")


@pytest.mark.parametrize("format", [name for name in FORMATS if name.startswith(("csv", "json"))])
def test_data_is_the_same_in_every_language(format: str, digecon: Digecon) -> None:
    zh, en = (
        digecon("check", "sample_reports", "--as-of", AS_OF, "--output-format", format, "--lang", lang).out
        for lang in LANGS
    )
    assert zh == en
