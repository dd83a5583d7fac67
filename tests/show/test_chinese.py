"""Chinese words: the longest known from the left, pairs of what is not known."""

import pytest

from hubei_digecon.show.chinese import WORDS, words_in


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("核心产业增加值占地区生产总值比重", "核心 产业 增加值 占 地区生产总值 比重"),
        ("未报数据", "未报 数据"),
        ("经批准不纳入", "经批准 不纳入"),
        ("新建省级及以上创新平台", "新建 省级 及 以上 创新 平台"),
        ("家企业", "家 企业"),
        ("麒麟貔貅", "麒麟 貔貅"),
        ("麒麟貔", "麒麟貔"),
        ("与目标值相差", "与目标值 相差"),
        ("与", "与"),
        ("", ""),
    ],
)
def test_a_run_is_cut_into_words(run: str, words: str) -> None:
    assert " ".join(words_in(run)) == words


def test_no_word_is_a_single_character_or_lost() -> None:
    assert {len(word) for word in WORDS} <= set(range(2, 9))
    assert all("".join(words_in(word)) == word for word in WORDS)
    assert all(list(words_in(word)) == [word] for word in WORDS)
