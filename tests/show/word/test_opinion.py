"""The opinion on one report: its parts in the order of an office, with and without a review."""

import pytest

from .conftest import Judged, sample

PARTS = [
    "一、总体情况", "二、主要问题", "三、指标完成情况表", "四、逐项核验意见", "五、需补充的材料及时限", "六、口径说明与目标依据",
]  # fmt: skip


def first_level(headings: list[str]) -> list[str]:
    return [one for one in headings if not one.startswith("（")]


def test_an_opinion_with_a_review_stands_in_the_order_of_an_office(judged: Judged) -> None:
    read = judged("check", *sample("wuhan-wedz-2025", is_reviewed=True))
    assert first_level(read.headings) == [
        "核验意见", *PARTS, "填报单位意见", "附件1", "佐证材料目录", "附件2", "核减清单", "附件3", "认定值的可能范围",
        "附件4", "文件摘要值",
    ]  # fmt: skip
    assert set(read.running) == {"示例，数值未经公布"}
    assert "核验单位（盖章）：示例核验单位" in read.texts


def test_without_a_review_it_is_a_first_opinion_that_nobody_signs(judged: Judged) -> None:
    read = judged("check", *sample("wuhan-east-lake-2025"))
    assert first_level(read.headings)[:7] == ["初审意见（系统比对）", *PARTS]
    assert not any("盖章" in text for text in read.texts)


def test_what_is_open_is_told_before_what_is_met(judged: Judged) -> None:
    read = judged("check", *sample("wuhan-wedz-2025"))
    told = [one for one in read.headings[read.headings.index(PARTS[3]) :] if one.startswith("（")]
    outcomes = ["未完成" in one or "待" in one for one in told[:7]]
    assert outcomes == sorted(outcomes, reverse=True)
    assert [one[:3] for one in told[:3]] == ["（一）", "（二）", "（三）"]


def test_a_report_that_cannot_be_read_is_returned_with_what_is_to_be_fixed(judged: Judged) -> None:
    read = judged("check", *sample("reading-faults"))
    assert read.headings[0] == "退回重报通知书"
    (needed, digests) = read.tables
    assert (needed[0], digests[0][-1]) == (["序号", "内容", "责任单位", "期限"], "SHA-256")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_outcomes_are_told_in_words_alone(lang: str, judged: Judged) -> None:
    read = judged("check", *sample("wuhan-wedz-2025"), lang=lang)
    assert not any(sign in text for text in read.texts for sign in "✓✗○")
