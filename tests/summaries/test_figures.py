"""The figures of a finding in words: names that fit a sentence, values as they are told."""

from hubei_digecon.domain.findings import Finding
from hubei_digecon.summaries.figures import name_of, struck_off, target_of, value_of, valued
from hubei_digecon.text import Text
from tests.summaries.samples import run_of_sample


def findings() -> dict[str, Finding]:
    run = run_of_sample("wuhan-wedz-2025", reviewed=True)
    return {one.target.indicator.id: one for one in run.assessments[0].findings}


def test_a_short_name_that_leaves_nothing_out_is_used() -> None:
    share, amount = (findings()[id].target.indicator for id in ("core_share_of_gdp", "core_value_added"))
    assert (name_of(share).zh, name_of(amount).zh) == (share.short.zh, amount.name.zh)


def test_a_value_is_told_with_what_was_reported() -> None:
    found = findings()
    told = {id: value_of(one) for id, one in found.items()}
    assert told["core_value_added"] == Text(
        "核定值398.2亿元（自报400.00亿元）", "verified 398.2亿元 (reported 400.00亿元)"
    )
    assert told["core_share_of_gdp"] == Text(
        "按核定值复算为18.91%（自报19.0%）", "recomputed from verified values as 18.91% (reported 19.0%)"
    )
    assert struck_off(found["new_innovation_platforms"]) == Text.same("1家")
    assert struck_off(found["integration_certified_firms"]) is None


def test_a_target_is_told_in_its_own_words_where_they_are_short() -> None:
    one = findings()["core_value_added"]
    assert target_of(one).zh == "目标为突破400亿元"
    source = one.target.source._replace(wording="数字经济核心产业增加值突破400亿元")
    assert target_of(one._replace(target=one.target._replace(source=source))).zh == "目标为超过400亿元"


def test_a_word_stands_between_a_name_and_a_number_that_would_run_into_one_another() -> None:
    one = findings()["core_value_added"]
    assert valued(one, Text.same("1.28"), Text.same("PUE")).zh == "PUE为1.28"
