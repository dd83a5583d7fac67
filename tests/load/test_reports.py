"""Reports as people write them: short forms, empty forms, words in Chinese, and what is only recorded."""

import datetime
from fractions import Fraction

import pytest

from hubei_digecon.diagnostics import Place
from hubei_digecon.domain.reports import Evidence, Period
from hubei_digecon.domain.words import Counting, ItemLevel, Missing, State, Status
from hubei_digecon.load.references import perhaps_named
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.shapes.office_words import COUNTINGS, LEVELS, MISSINGS, STATES
from hubei_digecon.text import Text

from .reading import HEAD, observation, report

PLACE = "wuhan-wedz"


def test_a_report_says_who_for_what_and_when(library: TargetLibrary) -> None:
    read = report(
        "format: digecon/report/v1\nentity: wuhan\nperiod: 2025-Q3\nillustrative: 是\nnote: 附注\n"
        "submitted: {by: 示例单位, date: 2025-10-15, revision: 3}\n",
        library,
    )
    assert (read.entity, read.period, read.illustrative) == ("wuhan", Period(2025, 9), True)
    assert read.submitted.by == "示例单位"
    assert read.submitted.date == datetime.date(2025, 10, 15)
    assert read.submitted.revision == 3
    assert (read.observations, read.diagnostics) == ({}, ())


def test_format_and_revision_may_be_left_out(library: TargetLibrary) -> None:
    read = report(HEAD, library)
    assert (read.submitted.revision, read.illustrative) == (1, False)


def test_the_short_form_is_a_value_with_its_unit(library: TargetLibrary) -> None:
    for written in ("gdp: 3360 亿元", "gdp: {value: 3360亿元}", "gdp: {value: 3360, unit: 亿元}"):
        quantity = observation(library, written).quantity
        assert quantity is not None
        assert (quantity.number, quantity.unit) == (Fraction(3360), "亿元")
    share = observation(library, "core_share_of_gdp: 31.2%").quantity
    assert share is not None
    assert (share.number, share.unit) == (Fraction("31.2"), "%")


def test_the_short_form_of_a_milestone_is_its_state(library: TargetLibrary) -> None:
    assert observation(library, "manufacturing_path: partial").state is State.PARTIAL
    assert observation(library, "manufacturing_path: 已实现").state is State.ACHIEVED


def test_the_short_form_of_a_source_or_of_evidence_is_its_title(library: TargetLibrary) -> None:
    read = observation(
        library, "gdp: {value: 1亿元, source: 年报, evidence: [表一, {title: 表二, dated: 2026-01-15}]}"
    )
    assert read.source == Evidence("年报")
    assert read.evidence == (Evidence("表一"), Evidence("表二", dated=datetime.date(2026, 1, 15)))


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("final", Status.FINAL), ("定案", Status.FINAL), ("最终核实", Status.FINAL),
        ("最终核实数", Status.FINAL),
        ("provisional", Status.PROVISIONAL), ("快报", Status.PROVISIONAL), ("公报", Status.PROVISIONAL),
        ("初步", Status.PROVISIONAL), ("初步核算", Status.PROVISIONAL), ("初步核算数", Status.PROVISIONAL),
        ("estimated", Status.ESTIMATED), ("预计", Status.ESTIMATED), ("预测", Status.ESTIMATED),
        ("自行测算", Status.ESTIMATED), ("预计数", Status.ESTIMATED),
    ],
)  # fmt: skip
def test_a_status_is_read_in_chinese_too(word: str, status: Status, library: TargetLibrary) -> None:
    assert observation(library, f"gdp: {{value: 1亿元, status: {word}}}").status is status


def test_no_other_words_are_a_status_and_least_of_all_the_assessors(library: TargetLibrary) -> None:
    for word in ("核定", "核定数", "已核验", "verified", "unstated", "未注明", "Final", "终值"):
        written = f"{HEAD}observations:\n  gdp: {{value: 1亿元, status: {word}}}\n"
        read = report(written, library)
        places = [told.found_in(read.source)[1] for told in read.diagnostics]
        assert ("unclear-word", Place(5, 29, len(word))) in [
            (told.kind.id, place) for told, place in zip(read.diagnostics, places, strict=True)
        ]


def test_a_status_left_out_is_unstated(library: TargetLibrary) -> None:
    assert observation(library, "gdp: 1亿元").status is Status.UNSTATED
    assert observation(library, "gdp: {value: 1亿元, status: }").status is Status.UNSTATED


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (STATES, {
            "achieved": State.ACHIEVED, "已实现": State.ACHIEVED, "partial": State.PARTIAL,
            "部分实现": State.PARTIAL, "not_started": State.NOT_STARTED, "未启动": State.NOT_STARTED,
        }),
        (COUNTINGS, {
            "cumulative": Counting.CUMULATIVE, "自起算日累计": Counting.CUMULATIVE, "in_force": Counting.IN_FORCE,
            "期末有效（存量）": Counting.IN_FORCE, "this_year": Counting.THIS_YEAR, "本年累计（当年新增）": Counting.THIS_YEAR,
        }),
        (MISSINGS, {
            "not_published": Missing.NOT_PUBLISHED, "未公布": Missing.NOT_PUBLISHED,
            "not_collected": Missing.NOT_COLLECTED, "未统计": Missing.NOT_COLLECTED,
            "not_applicable": Missing.NOT_APPLICABLE, "不适用": Missing.NOT_APPLICABLE,
        }),
        (LEVELS, {
            "national": ItemLevel.NATIONAL, "国家级": ItemLevel.NATIONAL, "provincial": ItemLevel.PROVINCIAL,
            "省级": ItemLevel.PROVINCIAL, "municipal": ItemLevel.MUNICIPAL, "市级": ItemLevel.MUNICIPAL,
        }),
    ],
)  # fmt: skip
def test_every_closed_list_has_an_english_and_a_chinese_word_for_each_member(
    words: dict[str, object], expected: dict[str, object]
) -> None:
    assert expected.items() <= words.items()


def test_words_are_read_where_they_stand(library: TargetLibrary) -> None:
    count = observation(
        library,
        "integration_certified_firms: {value: 1家, counting: 有效期内, items: [{name: 示例公司, level: 省级}]}",
    )
    assert count.counting is Counting.IN_FORCE
    assert count.items[0].level is ItemLevel.PROVINCIAL
    assert observation(library, "gdp: {missing: 未公布}").missing is Missing.NOT_PUBLISHED


@pytest.mark.parametrize(
    "unfilled",
    [
        "gdp:", "gdp: ''", "gdp: '  '", "gdp: {}", "gdp: {value: }", "gdp: {value: '', unit: 亿元}",
        "gdp: {value: , unit: 亿元, status: , scope: , source: , evidence: , items: , base: , deviation: }",
        "gdp: {unit: 亿元, status: final, note: 待填}", "manufacturing_path:", "manufacturing_path: {state: }",
        "manufacturing_path: {evidence: [总结材料]}", "gdp: {source: {title: , dated: }}",
    ],
)  # fmt: skip
def test_a_form_that_is_not_yet_filled_is_no_observation(unfilled: str, library: TargetLibrary) -> None:
    read = report(f"{HEAD}observations:\n  {unfilled}\n  core_value_added: 1亿元\n", library)
    assert list(read.observations) == ["core_value_added"]
    assert read.diagnostics == ()


def test_all_observations_may_be_missing(library: TargetLibrary) -> None:
    for ending in ("", "observations:\n", "observations: {}\n"):
        assert report(HEAD + ending, library).observations == {}


def test_an_empty_source_or_empty_evidence_is_none(library: TargetLibrary) -> None:
    read = observation(library, "gdp: {value: 1亿元, source: {title: }, evidence: [{title: ''}, {}]}")
    assert (read.source, read.evidence) == (None, ())


def test_a_scope_of_the_catalogue_is_kept_and_any_other_text_is_another_scope(
    library: TargetLibrary,
) -> None:
    for scope in ("core-2021", "digital-economy-broad"):
        assert observation(library, f"core_value_added: {{value: 1亿元, scope: {scope}}}").scope == scope
    read = report(f"{HEAD}observations:\n  core_value_added: {{value: 1亿元, scope: 核心产业}}\n", library)
    assert read.observations["core_value_added"].scope == "核心产业"
    assert [(diagnostic.kind.id, diagnostic.at) for diagnostic in read.diagnostics] == [
        ("unknown-scope", ("observations", "core_value_added", "scope"))
    ]


def test_an_item_keeps_all_that_is_said_of_it(library: TargetLibrary) -> None:
    read = observation(
        library,
        "attracted_top100_firms: {value: 1家, items: [{name: 示例公司, code: 91420100MA4K0000XJ, level: 国家级,"
        " recognised_on: 2025-03-12, valid_until: 2027-03-11, by: 示例机构, list: 示例榜单, publisher: 示例协会,"
        " year: 2024, certificate: GB/T 23001, document: lists/1.pdf}]}",
    )
    (item,) = read.items
    assert item.name == "示例公司"
    assert item.code == "91420100MA4K0000XJ"
    assert item.level is ItemLevel.NATIONAL
    assert (item.recognised_on, item.valid_until) == (datetime.date(2025, 3, 12), datetime.date(2027, 3, 11))
    assert (item.by, item.list, item.publisher, item.year) == ("示例机构", "示例榜单", "示例协会", 2024)
    assert (item.certificate, item.document) == ("GB/T 23001", "lists/1.pdf")


def test_what_is_recorded_only_is_kept_with_its_label(library: TargetLibrary) -> None:
    read = observation(
        library,
        "gdp: {value: 1亿元, period: 2024, target: 突破400亿元, base: {year: 2020, value: 1500.1亿元},"
        " deviation: {cause: 甲, measures: 乙}, explanation: 丙, note: 丁}",
    )
    assert (read.period, read.commitment) == (Period(2024), "突破400亿元")
    assert read.told == (
        (Text("基期值", "base value"), "1500.1亿元 (2020)"),
        (Text("偏差原因", "cause of deviation"), "甲"),
        (Text("改进措施", "measures"), "乙"),
        (Text("情况说明", "explanation"), "丙"),
        (Text("备注", "note"), "丁"),
    )


@pytest.mark.parametrize(
    ("name", "suggested"),
    [("光固", "光谷” (wuhan-east-lake)"), ("东湖高新", "东湖高新区” (wuhan-east-lake)"), ("wuhan-wed", "wuhan-wedz”"),
     ("WUHANN", "wuhan”"), ("深圳", None)],
)  # fmt: skip
def test_a_name_that_is_nearly_right_is_answered_with_the_place(
    name: str, suggested: str | None, library: TargetLibrary
) -> None:
    from hubei_digecon.load.faults import InputError

    with pytest.raises(InputError) as error:
        report(HEAD.replace(PLACE, name), library)
    (fault,) = error.value.faults
    assert fault.kind.id == "unknown-entity"
    assert fault.message == Text(
        f"现有文件中没有公布“{name}”的目标",
        f"no targets of “{name}” are published in the documents at hand",
    )
    places = ", ".join(f"{one.name.en} ({one.id})" for one in library.entities())
    asked = f"did you mean “{suggested}? " if suggested else ""
    assert fault.fix.en == f"{asked}{perhaps_named(name, library).en}places with targets: {places}"


def test_no_key_of_ours_is_a_boolean_to_others() -> None:
    from hubei_digecon.shapes.compiled import compiled_table

    keys = {key for shape in compiled_table().values() for key in shape["keys"]}
    assert not keys & {"on", "off", "yes", "no", "y", "n", "true", "false", "null"}
