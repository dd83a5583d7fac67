"""The appendices: those with rows, the digests always."""

from .conftest import Judged, sample


def test_a_list_of_items_not_counted_stands_only_where_there_are_some(judged: Judged) -> None:
    assert "核减清单" in judged("check", *sample("wuhan-wedz-2025", is_reviewed=True)).headings
    assert "核减清单" not in judged("check", *sample("wuhan-wedz-2025")).headings


def test_values_are_told_with_where_they_may_lie(judged: Judged) -> None:
    tables = judged("check", *sample("wuhan-wedz-2025", is_reviewed=True)).tables
    (rows,) = [table for table in tables if table[0][-1] == "可能的范围"]
    assert ["1", "数字经济核心产业增加值", "398.2亿元", "398.15亿元至398.25亿元"] in rows


def test_every_file_that_it_rests_on_stands_there_with_its_digest(judged: Judged) -> None:
    digests = judged("check", *sample("wuhan-wedz-2025", is_reviewed=True)).tables[-1]
    files = {row[1].rpartition("/")[2] for row in digests[1:]}
    assert files == {"wuhan-wedz-2025.yaml", "notice.yaml", "indicators.yaml", "wuhan-wedz.yaml"}
    assert all(len(row[2]) == 64 for row in digests[1:])


def test_redacted_no_item_is_named(judged: Judged) -> None:
    read = judged("check", *sample("wuhan-wedz-2025"), "--redact-items")
    assert not any("示例创新平台" in text for text in read.texts)
