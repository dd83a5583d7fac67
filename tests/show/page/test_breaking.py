"""Where lines of a page may break: numbers stay with their units, headings break between their words."""

import pytest

from hubei_digecon.show.page.breaking import headed, kept


@pytest.mark.parametrize(
    "figure",
    ["1,048.3亿元", "≥3（上限5）家", "≥10（力争12）家", "-1.09百分点", "0.5个百分点", "13%", "2025年", "第48行", "2026-01-20", "3—5家",
     "2025-M09", "2025-Q3", "2025-H1", "47.4%—97.4%"],
)  # fmt: skip
def test_a_number_is_kept_with_its_unit(figure: str) -> None:
    assert kept(f"为{figure}。") == f'为<span class="figure">{figure}</span>。'


@pytest.mark.parametrize("text", ["示例", "3 and 4", "9" * 30 + "家", "v1.2"])
def test_what_is_no_figure_or_too_long_for_a_phone_stays_as_it_is(text: str) -> None:
    assert kept(text) == text


def test_what_comes_from_files_is_escaped_and_made_visible() -> None:
    assert kept("<b>\u202e 3家") == '&lt;b&gt;&lt;U+202E&gt; <span class="figure">3家</span>'
    assert headed("指标<b>\u202e") == "指标&lt;b&gt;&lt;U+202E&gt;"


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("湖北省数字经济目标核验意见", ["湖北省", "数字经济目标", "核验意见"]),
        ("核心产业增加值占地区生产总值比重", ["核心产业", "增加值", "占地区生产总值", "比重"]),
        ("完成率", ["完成率"]),
        ("平均实现程度（下限—上限）", ["平均", "实现程度", "（下限—上限）"]),
        ("Target (its words)", ["Target (its words)"]),
    ],
)
def test_a_heading_breaks_between_its_words(heading: str, parts: list[str]) -> None:
    assert headed(heading) == "<wbr>".join(parts)
