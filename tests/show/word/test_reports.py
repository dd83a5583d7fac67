"""A run in Word: an opinion a report, counted from page 1; over several, a table of all before them."""

from pathlib import Path

from ...conftest import AS_OF, Digecon
from .conftest import SAMPLES, Judged, sample


def test_over_several_reports_a_table_of_all_stands_first(judged: Judged) -> None:
    names = ("wuhan-2025", "wuhan-wedz-2025", "reading-faults")
    read = judged("check", *(path for name in names for path in sample(name)))
    titles = [one.text for one in read.document.paragraphs if one.style and one.style.name == "Title"]
    assert titles == ["本次核验情况", "初审意见（系统比对）", "初审意见（系统比对）", "退回重报通知书"]
    assert len(read.tables[0]) == 4


def test_the_same_input_gives_the_same_bytes(digecon: Digecon, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.docx", "b.docx")]
    for path in paths:
        digecon("check", SAMPLES, "--as-of", AS_OF, "--output-format", f"docx={path}")
    first, second = (path.read_bytes() for path in paths)
    assert first == second


def test_files_left_out_of_a_folder_are_told(judged: Judged) -> None:
    assert any("reviews/wuhan-2025.yaml" in text for text in judged("check", SAMPLES).texts)


def test_it_goes_into_files_only(digecon: Digecon) -> None:
    ran = digecon("check", *sample("wuhan-2025"), "--output-format", "docx", "--lang", "en")
    assert (ran.code, "docx=FILE" in ran.err) == (2, True)
