"""The tables of names are made from Unicode's own data, line by line."""

import bz2
from pathlib import Path

import pytest

from hubei_digecon.domain.names import folding, tables
from hubei_digecon.domain.names.tables import UnicodeFiles


@pytest.fixture
def unicode_files(tmp_path: Path) -> UnicodeFiles:
    """Files of Unicode with a few characters in them."""
    (tmp_path / "PropList.txt").write_text(
        "# PropList-15.0.0.txt\n# a comment\n\n"
        "0009..000B  ; White_Space # Cc\n0020 ; White_Space # Zs\n002D ; Dash # Pd\n",
        "utf-8",
    )
    variants = "# a comment\nU+4E07\tkTraditionalVariant\tU+842C\nU+842C\tkSimplifiedVariant\tU+4E07\n"
    variants += "U+53F0\tkSimplifiedVariant\tU+53F0 U+6AAF\nU+4E7E\tkSimplifiedVariant\tU+4E7E<kA\n"
    (tmp_path / "Unihan_Variants.txt.bz2").write_bytes(bz2.compress(variants.encode()))
    return UnicodeFiles(tmp_path)


def test_the_version_is_that_of_the_files(unicode_files: UnicodeFiles) -> None:
    assert unicode_files.version == "15.0.0"


def test_characters_are_found_by_their_property(unicode_files: UnicodeFiles) -> None:
    assert unicode_files.having("PropList.txt", "White_Space") == {9, 10, 11, 32}
    assert unicode_files.having("PropList.txt", "White_Space", "Dash") == {9, 10, 11, 32, 45}
    assert unicode_files.having("PropList.txt", "Hyphen") == set()
    assert list(unicode_files.values("PropList.txt"))[-1] == (45, "Dash")


def test_a_traditional_character_has_a_simplified_one_other_than_itself(unicode_files: UnicodeFiles) -> None:
    assert unicode_files.simplified() == {"萬": "万", "台": "檯", "乾": "乾"}


def _missing() -> str:
    try:
        tables.Confusables()
    except (OSError, IndexError):
        return "ICU is not there (libicui18n)"
    return "" if Path(tables.FOLDER).is_dir() else "the files of Unicode are not there (unicode-data)"


@pytest.mark.heavy
@pytest.mark.skipif(bool(_missing()), reason=_missing())
def test_the_tables_are_those_of_unicode() -> None:
    files, confusables = tables.UnicodeFiles(Path(tables.FOLDER)), tables.Confusables()
    if not folding.UNICODE == files.version == confusables.version:
        pytest.skip(f"the tables are of Unicode {folding.UNICODE}, what is there of another version")
    here = Path(tables.__file__).parent
    assert (here / tables.FOLDS).read_text("utf-8") == tables.folding(files, confusables)
    assert (here / tables.LOOKS).read_text("utf-8") == tables.looks(files, confusables)
