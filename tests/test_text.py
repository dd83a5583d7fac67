"""Every sentence stands in both languages, says the same things in both, and uses the agreed terms."""

import ast
import re
import string
from functools import cache
from pathlib import Path

import click
import pytest
from docs.blocks import documents

from hubei_digecon.cli import language
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.main import group
from hubei_digecon.diagnostics import Severity
from hubei_digecon.diagnostics import suggest as near
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.outcomes import (
    INTERIM,
    OF_MILESTONES,
    READING_SENSITIVE,
    ROUNDING_SENSITIVE,
    Grade,
    Outcome,
    Reason,
    Verdict,
)
from hubei_digecon.domain.words import Counting, EntityKind, SeenAs, State, Status
from hubei_digecon.forms import fill
from hubei_digecon.judging.reason_sentences import SENTENCES
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, Nature
from hubei_digecon.shapes.columns import COLUMNS as COLUMNS_READ
from hubei_digecon.show import findings, report, verdicts
from hubei_digecon.show.scoreboard import circular
from hubei_digecon.show.word import words
from hubei_digecon.summaries import reports, trends
from hubei_digecon.text import LANGS, Text

from .chinese_and_english import CHINESE, FULL_WIDTH, english_in
from .package_contents import PACKAGE, calls, reachable, trees

EMPTY_BY_DESIGN = {
    *(id(near._NOTHING), id(fill._NOTHING), id(SeenAs.OFFICIAL.cited)),
    *(id(words.DATE_TO_FILL), id(reports.AMONG), id(trends.NOTHING), id(circular.NO_TITLE)),
}
"""What is said where there is nothing to say, in both languages or in English."""
IN_CHINESE_ALONE = (words.DATE_TO_FILL.zh, reports.AMONG.zh)


@cache
def found() -> dict[str, Text]:
    """Return every text of the package by where it can be reached."""
    return {where: value for where, value in reachable() if isinstance(value, Text)}


@cache
def written_out() -> dict[str, ast.Call]:
    """Return every text that is written in the source by its place."""
    return dict(calls("Text"))


def literal(node: ast.expr) -> str | None:
    """Return a text that is written out; of one with values put in, what stands around them."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return None


def placeholders(text: str) -> set[str]:
    """Return the names that a template is filled with; braces around blanks are no place to fill."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None and name != " "}


def both(call: ast.Call) -> tuple[str | None, str | None]:
    zh, en = call.args
    return literal(zh), literal(en)


def test_the_walk_reaches_what_it_should() -> None:
    assert len(found()) > 300
    ids = {id(text) for text in found().values()}
    assert {id(reason.term) for reason in Reason} <= ids
    assert {id(one.text) for several in SENTENCES.values() for one in several} <= ids
    assert {id(row.summary) for row in COMMANDS.values()} <= ids
    assert {id(phrase.why) for one in COMPARATORS.values() for phrase in one.phrases} <= ids
    assert {id(kind.fix) for kind in DIAGNOSTICS.values()} <= ids
    assert len(written_out()) > len({id(text) for text in found().values()}) / 2


def test_no_text_lacks_a_language() -> None:
    lacking = [text for text in found().values() if not text.zh.strip() or not text.en.strip()]
    assert set(map(id, lacking)) == EMPTY_BY_DESIGN


def test_no_placeholder_is_a_position() -> None:
    for where, text in found().items():
        assert all(name.isidentifier() for name in placeholders(text.zh)), where


def test_every_text_in_the_source_is_written_in_both_languages() -> None:
    for where, call in written_out().items():
        assert len(call.args) == 2, where
        assert not call.keywords, where
        zh, en = both(call)
        assert (zh == "") == (en == "") or zh in IN_CHINESE_ALONE, where


def test_no_chinese_text_holds_an_english_sentence() -> None:
    assert [where for where, text in found().items() if text.zh != text.en and english_in(text.zh)] == []
    for where, call in written_out().items():
        assert english_in(both(call)[0] or "") == [], where


def test_no_english_text_holds_chinese_punctuation() -> None:
    for where, text in found().items():
        assert FULL_WIDTH.sub("", text.en) == text.en, where
    for where, call in written_out().items():
        assert not FULL_WIDTH.search(both(call)[1] or ""), where


def test_what_reads_alike_in_both_languages_is_no_sentence() -> None:
    for where, text in found().items():
        if text.zh == text.en and text.zh:
            assert not CHINESE.search(text.zh), where
            assert not english_in(text.en), where


def _inside_text(tree: ast.Module) -> set[int]:
    """Return the nodes that stand within a ``Text(…)``, an expression or words to match, or a doc string."""
    inside = set()
    for node in ast.walk(tree):
        name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if name in ("Text", "re.compile", "dict.fromkeys") or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        ):
            inside |= {id(one) for one in ast.walk(node)}
    return inside


SAID_BY = {"echo", "tell", "write_out", "say", "UsageError", "BadParameter", "ClickException", "fail"}
"""What a sentence goes through on its way to a person."""


def test_nothing_is_said_to_people_that_is_no_text() -> None:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in SAID_BY:
                    said = [
                        literal(one) for one in node.args if isinstance(one, ast.Constant | ast.JoinedStr)
                    ]
                    assert [one for one in said if one and one.strip("… \n:")] == [], f"{path}:{node.lineno}"


def test_no_sentence_of_what_people_see_stands_outside_a_text() -> None:
    for path, tree in trees():
        if path.relative_to(PACKAGE).parts[0] in ("cli", "render"):
            inside = _inside_text(tree)
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                    assert len(english_in(node.value)) < 2, f"{path}:{node.lineno}: {node.value}"
                    assert not CHINESE.search(node.value), f"{path}:{node.lineno}: {node.value}"


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_is_made_in_the_language_of_the_run(lang: str) -> None:
    language.choose(["--lang", lang])
    whole = group()
    for name in COMMANDS:
        command = whole.get_command(click.Context(whole), name)
        assert command is not None
        said = [
            command.help or "",
            *(param.help or "" for param in command.params if isinstance(param, click.Option)),
        ]
        assert all(bool(CHINESE.search(one)) == (lang == "zh") for one in said)


# The agreed terms. The tables below are copied; a word that is not in the program yet is passed over.

OUTCOMES = {
    "met": ("完成", "达到目标值"),
    "missed": ("未完成", "未达到目标值"),
    "undecided": ("待核定", "现有材料不足以认定"),
    "no_data": ("未填报", "未填报该项指标"),
    "not_due": ("未到期", "目标年未到，暂不认定"),
    "waived": ("经批准不纳入", "经批准不纳入考核"),
}
VERDICTS = {
    "compliant": "全部完成",
    "noncompliant": "未全部完成",
    "incomplete": "待补充核实",
    "pending": "未到期",
    "invalid": "退回重报（材料无法读取或不合格式）",
}
GRADES = {
    "claimed": "仅自报",
    "cited": "已注明来源",
    "documented": "已附佐证材料",
    "verified": "已核实",
}
STATUSES = {"final": "最终核实数", "provisional": "初步核算数", "estimated": "预计数", "unstated": "未注明"}
SEVERITIES = {"error": "错误（须更正）", "warning": "疑点（须说明）", "note": "提示"}
STATES = {
    "achieved": "已完成",
    "partial": "推进中（部分完成）",
    "not_started": "未启动",
    "not_achieved": "未完成",
}
RELATIONS = {
    "at_least": "不低于",
    "more_than": "超过",
    "at_most": "不超过",
    "less_than": "低于",
    "between": "区间",
    "about": "左右",
    "milestone": "定性任务",
}
KINDS = {
    "amount": "总量",
    "share": "比重",
    "count": "数量",
    "number": "数值",
    "rate": "增减变动",
    "rank": "位次",
    "milestone": "定性任务",
}
NATURES = {"flow": "时期指标", "stock": "时点指标（期末数）", "added": "新增指标"}
COUNTINGS = {
    "cumulative": "自起算日累计",
    "in_force": "期末有效（存量）",
    "this_year": "本年累计（当年新增）",
}
PLACES = {"nation": "全国", "province": "省", "city": "示范城市", "zone": "标杆园区"}
REASONS = {
    "early": "提前达到目标水平",
    "within_stretch": "达到目标下限，未达上限（或力争目标）",
    "reached_stretch": "达到上限（或力争目标）",
    "at_line": "与目标值持平",
    "no_tolerance": "原文未给出容差，不作认定",
    "no_base_period": "未写明对比的基期",
    "part_year": "非全年数据，不能认定全年目标",
    "estimated": "预计数，不作认定依据",
    "hedged": "概数，不足以认定",
    "recomputed": "按分项复算",
    "derived": "未填报，按分项计算",
    "inconsistent": "与分项数据不匹配，超出修约误差",
    "share_above_whole": "比重超过100%，部分不能大于整体",
    "magnitude": "数值量级异常，请核对计量单位",
    "counted": "按清单逐项核计",
    "item_count": "清单项数与填报数不符",
    "evidence": "佐证材料不足",
    "unattested": "未经核验单位认定",
    "scope": "统计口径或范围不符",
    "base_unstated": "未明确起算时间",
    "adjusted": "按核定值认定",
    "registered": "按名录核计",
    "register_open": "按名录不能认定",
    "after_due": "报告期晚于目标年",
    "late": "逾期完成",
}
COLUMNS = ["序号", "指标名称", "目标值", "完成值", "与目标值相差", "完成率", "完成情况", "佐证情况"]
LAST_LINE = "应核验N项，已认定n项：完成a、未完成b；待核定c，未填报d，未到期e，经批准不纳入f。总体结论：…"


def test_outcomes_have_the_agreed_terms() -> None:
    assert {one.id: (one.term.zh, one.sentence.zh) for one in Outcome} == OUTCOMES


def test_verdicts_have_the_agreed_terms() -> None:
    assert {one.id: one.term.zh for one in Verdict} == VERDICTS


def test_evidence_and_severities_have_the_agreed_terms() -> None:
    assert {one.id: one.term.zh for one in Grade} == GRADES
    assert {one.id: one.term.zh for one in Severity} == SEVERITIES


def test_reasons_have_the_agreed_terms() -> None:
    assert {one.id: one.term.zh for one in Reason} == REASONS
    assert READING_SENSITIVE.zh == "目标表述有不同理解，结论因理解而异"
    assert ROUNDING_SENSITIVE.zh == "临界值，修约影响结论"
    assert INTERIM.zh == "阶段性结论"


def test_what_reports_state_has_the_agreed_terms() -> None:
    assert {one.id: one.term.zh for one in Status} == STATUSES
    assert {one.id: one.term.zh for one in State} == STATES
    assert {one.id: one.term.zh for one in Counting} == COUNTINGS


def test_what_targets_state_has_the_agreed_terms() -> None:
    for members, terms in (
        (COMPARATORS.values(), RELATIONS),
        (INDICATOR_KINDS.values(), KINDS),
        (Nature, NATURES),
        (EntityKind, PLACES),
    ):
        for member in members:
            assert member.term.zh == terms[member.id]


def test_headings_are_the_agreed_ones() -> None:
    assert [column.heading.zh for column in findings.COLUMNS] == COLUMNS
    assert [report.REASONS.zh, report.CITATIONS.zh, report.DIAGNOSTICS.zh] == [
        "核验意见",
        "目标原文及出处",
        "数据审核情况",
    ]
    assert "核验基准日：" in report.SUBTITLE.zh
    assert "报告期：" in report.SUBTITLE.zh


def test_the_last_line_is_the_agreed_one() -> None:
    names = dict(zip(OUTCOMES, "abcdef", strict=True))
    filled = verdicts.LAST_LINE.format(all="N", judged="n", verdict="…", interim="", **names)
    assert filled.zh == LAST_LINE


def test_milestones_have_the_agreed_sentences() -> None:
    assert {one.id: text.zh for one, text in OF_MILESTONES.items()} == {
        "met": "达到目标要求",
        "missed": "未达到目标要求",
    }


NO_LONGER_USED = (
    *("未报数据", "未到考核期", "待补正", "补正", "已附材料", "公布目标。", "目标期未满", "目标年份"),
    *("填报问题", "与目标之差", "数据覆盖率", "报送次数", "实现日期", "恰等于", "文义理解", "起算时间未明"),
    *("已实现", "部分实现", "未实现", "是否实现", "重新计算", "约数", "时期数", "时点数"),
    *("评估方", "评估单位", "评估人", "评估组", "复核文件"),
)
"""Words that the agreed terms have taken the place of. A file may still hold them where they were read."""
WAIVED_OTHERWISE = re.compile("(?<!经批准)不纳入考核")
"""What is waived is called by its whole term."""
QUOTED = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
"""In a document: what can be written in a file, and what a run writes, which the texts of the program are."""


STILL_READ = re.compile("|".join(f"、{one}" for column in COLUMNS_READ for one in column.others))
"""The headings beside the one that forms have, by which a column is read."""


def no_longer_used(text: str) -> list[str]:
    """Return the words in a text that the program no longer says."""
    return [word for word in NO_LONGER_USED if word in text] + WAIVED_OTHERWISE.findall(text)


def test_no_text_uses_a_word_that_has_been_replaced() -> None:
    said = {where: text.zh for where, text in found().items()}
    said |= {where: both(call)[0] or "" for where, call in written_out().items()}
    assert {where: words for where, text in said.items() if (words := no_longer_used(text))} == {}


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_no_document_uses_a_word_that_has_been_replaced(path: Path) -> None:
    assert no_longer_used(STILL_READ.sub("", QUOTED.sub("", path.read_text("utf-8")))) == []
