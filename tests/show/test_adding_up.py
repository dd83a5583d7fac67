"""A reader can reckon every printed number of a row from the others: target and gap give what was decided on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.printed import attainment_bound, percent
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.quantity.numbers import plain
from hubei_digecon.show.findings import COLUMNS, called_as
from hubei_digecon.show.page.rows import COLUMNS as COLUMNS_OF_PAGE
from hubei_digecon.show.view import View

from .. import casebook
from ..building import checked
from ..laws import examples
from ..shown_formats import cells_of

ZH = View(lang="zh")
EN = View(lang="en")

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_NOTHING = ("–", "-")
HEAD = "entity: {entity}\nperiod: 2025\nsubmitted: {{by: 示例, date: 2026-01-20}}\nillustrative: true\nobservations:\n"
ITEM = "{{name: 示例平台{number}, level: 省级, by: 示例机构, recognised_on: 2025-03-0{number}}}"
CONTENTS = {
    "recomputed above": (
        "wuhan-wedz",
        ["gdp: 2012.5亿元", "core_value_added: 408.7亿元", "core_share_of_gdp: {value: 20.3%, scope: core-2021}"],
        {"core_share_of_gdp": ("20.3%\n认定值\n20.31%", "+0.31百分点", "101.6%")},
    ),
    "recomputed below": (
        "wuhan-wedz",
        ["gdp: 2012.5亿元", "core_value_added: 401.7亿元", "core_share_of_gdp: {value: 20.0%, scope: core-2021}"],
        {"core_share_of_gdp": ("20.0%\n认定值\n19.96%", "-0.04百分点", "99.8%")},
    ),
    "recomputed to the number reported": (
        "wuhan-east-lake",
        ["gdp: 3360亿元", "core_value_added: 1048.3亿元", "core_share_of_gdp: {value: 31.2%, scope: core-2021}"],
        {"core_share_of_gdp": ("31.2%", "+1.2百分点", "104%")},
    ),
    "derived": (
        "wuhan",
        ["gdp: 21000亿元", "core_value_added: 2800亿元"],
        {"core_share_of_gdp": ("认定值\n13.33%", "+0.33百分点", "102.5%")},
    ),
    "counted, more than reported in the list": (
        "wuhan-wedz",
        [
            "new_innovation_platforms: {value: 4家, counting: cumulative, items: ["
            + ", ".join(ITEM.format(number=number) for number in range(1, 5))
            + ", {name: 示例平台九, level: 市级, by: 示例机构, recognised_on: 2025-03-09}]}"
        ],
        {"new_innovation_platforms": ("4家", "-2家", "66.7%")},
    ),
    "counted, fewer eligible than reported": (
        "wuhan-wedz",
        [
            "new_innovation_platforms: {value: 5家, counting: cumulative, items: ["
            + ", ".join(ITEM.format(number=number) for number in range(1, 5))
            + ", {name: 示例平台九, level: 市级, by: 示例机构, recognised_on: 2025-03-09}]}"
        ],
        {"new_innovation_platforms": ("5家\n认定值\n4家", "-2家", "66.7%")},
    ),
    "in another unit": (
        "wuhan-wedz",
        ["core_value_added: {value: 4090000万元, scope: core-2021}"],
        {"core_value_added": ("409.0000亿元", "+9亿元", "102.2%")},
    ),
}  # fmt: skip
"""Reports by what they show: the place, observations, and what stands under 完成值, 与目标值相差 and 完成率."""


def report(folder: Path, entity: str, observations: list[str]) -> Path:
    path = folder / "report.yaml"
    path.write_text(HEAD.format(entity=entity) + "".join(f"  {line}\n" for line in observations), "utf-8")
    return path


@pytest.mark.parametrize("name", CONTENTS)
def test_what_was_decided_on_is_shown_where_it_is_another_number(name: str, tmp_path: Path) -> None:
    entity, observations, wanted = CONTENTS[name]
    for finding in checked(report(tmp_path, entity, observations)).findings:
        if (key := finding.target.key) in wanted:
            _, _, _, observed, gap, rate, *_ = cells_of(COLUMNS, finding, ZH)
            assert (observed, gap, rate) == wanted[key]


# Everything that is judged somewhere in the tests


@dataclass(frozen=True)
class Printed:
    """What a row prints, as numbers: what was decided on, the gap, the rate."""

    decided: Fraction | None
    gap: Fraction | None
    rate: str


def printed(finding: Finding, view: View) -> Printed:
    _, _, _, observed, gap, rate, *_ = cells_of(COLUMNS, finding, view)
    last = observed.split("\n")[-1]
    hedged = "\n" not in observed and finding.observation and finding.observation.quantity
    return Printed(
        None if (hedged and hedged.bound) or not _NUMBER.search(last) else number_in(last),
        None if gap in _NOTHING else number_in(gap),
        rate,
    )


def in_unit(gap: Fraction, finding: Finding) -> Fraction:
    """Return a gap in the unit of its target: that of two shares is printed in percentage points."""
    is_share = finding.target.indicator.kind is INDICATOR_KINDS["share"]
    return gap * finding.target.indicator.units.ratio("%", finding.target.unit or "%") if is_share else gap


def number_in(cell: str) -> Fraction:
    match = _NUMBER.search(cell)
    assert match, cell
    return Fraction(match.group())


def adds_up(finding: Finding, view: View) -> None:
    one, target = printed(finding, view), finding.target
    if one.gap is None:
        return
    assert target.value is not None
    assert one.decided is not None
    assert one.decided == target.value + in_unit(one.gap, finding)
    attainment = target.attainment(one.decided)
    called = called_as(attainment_bound(finding), view)
    assert one.rate == (f"{called}{percent(attainment)}" if attainment is not None else _NOTHING[0])


def page_adds_up(findings: tuple[Finding, ...]) -> None:
    """Hold the columns of the page, which shows what was decided on in one of its own."""
    for finding in findings:
        decided, gap = cells_of(COLUMNS_OF_PAGE, finding, ZH)[5:7]
        if gap not in _NOTHING:
            assert finding.target.value is not None
            assert number_in(decided) == finding.target.value + in_unit(number_in(gap), finding)


@pytest.mark.heavy
@casebook.each_group
def test_every_row_of_every_judging_case_adds_up(cases: Sequence[casebook.Case], cases_folder: Path) -> None:
    for case in cases:
        (assessment,) = casebook.run_of(case, cases_folder)
        findings = assessment.findings
        for finding in findings:
            for view in (ZH, EN):
                adds_up(finding, view)
        page_adds_up(findings)


parts = st.decimals(min_value=1, max_value=999, places=2).map(str)
shares = st.decimals(min_value=15, max_value=25, places=1).map(str)


@given(parts, st.decimals(min_value=5, max_value=40, places=3).map(str), shares)
@settings(max_examples=examples(60))
def test_every_share_with_parts_adds_up(gdp: str, percentage: str, share: str) -> None:
    value_added = plain(round(Fraction(gdp) * Fraction(percentage) / 100, 2))
    observations = [f"gdp: {gdp}亿元", f"core_value_added: {value_added}亿元", f"core_share_of_gdp: {share}%"]
    with TemporaryDirectory() as folder:
        findings = checked(report(Path(folder), "wuhan-wedz", observations)).findings
    for finding in findings:
        adds_up(finding, ZH)
    page_adds_up(findings)
