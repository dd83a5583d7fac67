"""A trend in Word: a part a place, with the table of each series."""

from .conftest import Judged


def test_a_place_has_its_paragraph_and_its_tables(judged: Judged) -> None:
    reports = [f"sample_reports/published/wuhan-{year}.yaml" for year in (2020, 2021, 2024)]
    read = judged("trend", *reports)
    assert read.headings[:2] == ["历年进展情况", "一、武汉市"]
    (values, *_others) = read.tables
    assert [row[0] for row in values] == ["报告期", "2020年", "2021年", "2024年"]
    assert read.headings[-1] == "文件摘要值"


def test_outcomes_are_told_in_words_alone(judged: Judged) -> None:
    read = judged("trend", "sample_reports/published/wuhan-2024.yaml", "--document", "all")
    assert not any("…" in cell for table in read.tables[:-1] for row in table for cell in row)
