"""What a report still needs: what settles its open findings, then what is to be fixed in it."""

from .conftest import Judged, sample


def test_what_is_needed_tells_from_whom_and_leaves_room_for_a_day(judged: Judged) -> None:
    read = judged("check", *sample("wuhan-east-lake-2025"))
    (head, *rows) = read.tables[1]
    assert head == ["序号", "指标名称", "内容", "责任单位", "期限"]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert {row[4] for row in rows} == {"　　年　月　日前"}
    assert len(rows) >= 2


def test_a_report_that_needs_nothing_says_so(judged: Judged) -> None:
    assert "无需补充材料。" in judged("check", *sample("wuhan-wedz-2025", is_reviewed=True)).texts


def test_a_diagnostic_is_told_with_its_line(judged: Judged) -> None:
    rows = judged("check", *sample("reading-faults")).tables[0]
    assert any("（第3行）" in row[1] for row in rows)
