"""A scoreboard in Word: the table of all places, then each in a paragraph, without a score."""

from .conftest import SAMPLES, Judged


def test_places_stand_in_a_table_and_each_in_a_paragraph(judged: Judged) -> None:
    read = judged("score", SAMPLES)
    assert read.headings[:4] == ["完成情况汇总表", "一、总体情况", "二、主要问题", "三、完成情况汇总表"]
    board, _, told_of, digests = read.tables
    assert [row[0] for row in board[1:4]] == [
        "武汉市（示例）", "武汉东湖新技术开发区（示例）", "武汉经济技术开发区（示例）",
    ]  # fmt: skip
    assert {"（一）武汉市", "（二）武汉东湖新技术开发区", "（三）武汉经济技术开发区"} <= set(read.headings)
    assert told_of[0][2:] == ["错误（须更正）", "疑点（须说明）", "提示"]
    assert digests[0][-1] == "SHA-256"


def test_scores_are_told_only_where_they_are_asked_for(judged: Judged) -> None:
    assert not any("平均" in text for text in judged("score", SAMPLES).texts)
