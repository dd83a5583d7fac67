"""Where an opinion is signed, and by whom."""

from .conftest import Judged, sample


def test_the_assessor_signs_and_the_submitter_answers(judged: Judged) -> None:
    texts = judged("check", *sample("wuhan-wedz-2025", is_reviewed=True)).texts
    order = [
        "核验人：示例核验组",
        "复核人：",
        "核验单位（盖章）：示例核验单位",
        "填报单位意见",
        "填报单位（盖章）：",
    ]
    assert sorted(order, key=texts.index) == order


def test_the_appendices_are_listed_before_the_signatures(judged: Judged) -> None:
    texts = judged("check", *sample("wuhan-wedz-2025", is_reviewed=True)).texts
    assert texts.index("附件：1.佐证材料目录") < texts.index("　　　4.文件摘要值") < texts.index("复核人：")


def test_nobody_signs_a_first_opinion(judged: Judged) -> None:
    texts = judged("check", *sample("wuhan-wedz-2025")).texts
    assert "复核人：" not in texts
    assert any("未经核验单位复核" in text for text in texts)
