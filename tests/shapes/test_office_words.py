"""The words of offices: what each is read for, and which can mean two things."""

from collections.abc import Mapping

import pytest

from hubei_digecon.domain.words import Arrival, Counting, ItemLevel, Missing, State, Status
from hubei_digecon.shapes.dates import Readings
from hubei_digecon.shapes.office_words import (
    ARRIVALS,
    ASKED,
    ATTESTED,
    COUNTINGS,
    COUNTINGS_ASKED,
    LEVELS,
    MISSINGS,
    NO_VALUES,
    STATES,
    STATES_ASKED,
    STATUSES,
    STATUSES_ASKED,
    VALUES_ASKED,
    footnoted,
    words_of,
)
from hubei_digecon.text import Text


@pytest.mark.parametrize(
    ("words", "word", "meant"),
    [
        (STATUSES, "final", Status.FINAL),
        (STATUSES, "快报数", Status.PROVISIONAL),
        (STATUSES, "市统计局反馈数据", Status.PROVISIONAL),
        (STATUSES, "预计完成", Status.ESTIMATED),
        (STATES, "已建成", State.ACHIEVED),
        (STATES, "有序推进", State.PARTIAL),
        (STATES, "推进中(部分完成)", State.PARTIAL),
        (STATES, "未动工", State.NOT_STARTED),
        (ATTESTED, "基本建成", State.ACHIEVED),
        (ATTESTED, "未完成", State.NOT_ACHIEVED),
        (COUNTINGS, "存量", Counting.IN_FORCE),
        (COUNTINGS, "当年新增", Counting.THIS_YEAR),
        (MISSINGS, "统计局尚未反馈", Missing.NOT_PUBLISHED),
        (MISSINGS, "统计中", Missing.NOT_COLLECTED),
        (NO_VALUES, "/", None),
        (LEVELS, "湖北省级", ItemLevel.PROVINCIAL),
        (ARRIVALS, "框架签约", Arrival.SIGNED),
    ],
)
def test_a_word_is_read_for_what_offices_mean(words: Mapping[str, object], word: str, meant: object) -> None:
    assert words[word] is meant


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (STATUSES, "核定"),
        (STATUSES, "年报"),
        (STATUSES, "未注明"),
        (STATES, "未完成"),
        (STATES, "not_achieved"),
        (ATTESTED, "推进中"),
        (COUNTINGS, "累计"),
        (LEVELS, "省部级"),
    ],
)
def test_a_word_that_does_not_say_one_thing_is_not_read(words: Mapping[str, object], word: str) -> None:
    assert word not in words


@pytest.mark.parametrize(
    ("asked", "word", "one", "other"),
    [
        (STATUSES_ASKED, "年报数", "a provisional figure", "a final figure"),
        (STATUSES_ASKED, "初步测算", "a provisional figure of the statistical office", "an estimate"),
        (STATES_ASKED, "已印发", "partly achieved", "not started"),
        (COUNTINGS_ASKED, "累计新增", "cumulative", "added this year"),
        (VALUES_ASKED, "详见附表1", "a figure in another document", "that it is not filled in yet"),
    ],
)
def test_a_word_with_two_meanings_is_asked_about(
    asked: Mapping[str, Readings], word: str, one: str, other: str
) -> None:
    assert (asked[word].one.en, asked[word].other.en) == (one, other)


def test_no_word_is_both_read_and_asked_about() -> None:
    read: dict[str, Mapping[str, object]] = {
        "status": STATUSES,
        "state": STATES,
        "counting": COUNTINGS,
        "level": LEVELS,
    }
    assert [key for key, asked in ASKED.items() if asked.keys() & read[key].keys()] == []


def test_a_closed_list_is_written_by_id_or_by_term() -> None:
    assert words_of(Status, Status.UNSTATED, Status.FINAL) == {
        "provisional": Status.PROVISIONAL,
        "estimated": Status.ESTIMATED,
        "初步核算数": Status.PROVISIONAL,
        "预计数": Status.ESTIMATED,
    }


def test_a_footnote_is_asked_about_with_the_value_that_it_marks() -> None:
    assert footnoted("12.5%*") == Readings(
        Text("12.5%本身", "12.5% as it stands"), Text("脚注另有说明的数", "what a footnote makes of it")
    )
    assert footnoted("13家①").one == Text("13家本身", "13家 as it stands")
