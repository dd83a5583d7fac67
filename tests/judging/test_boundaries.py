"""Every published target with a number just below its line, on it and just above, in every unit there is.

From the text of a report to the outcome: what decides here is the notice, not a list of this file.
"""

from fractions import Fraction
from pathlib import Path

import pytest

from hubei_digecon.domain.comparators import MILESTONE
from hubei_digecon.domain.outcomes import Outcome, Reason, Verdict
from hubei_digecon.domain.targets import Target
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.quantity.numbers import plain
from hubei_digecon.quantity.parsing import MAX_DIGITS

from ..building import LIBRARY, NUMERIC, PLACES, checked, finding_on, settled, write_report, written

OUTCOMES = {
    "at_least": {"below": Outcome.MISSED, "on": Outcome.MET, "above": Outcome.MET},
    "more_than": {"below": Outcome.MISSED, "on": Outcome.MISSED, "above": Outcome.MET},
    "at_most": {"below": Outcome.MET, "on": Outcome.MET, "above": Outcome.MISSED},
    "less_than": {"below": Outcome.MET, "on": Outcome.MISSED, "above": Outcome.MISSED},
}
"""What the design asks of each comparator."""

STEPS = {"below": -1, "on": 0, "above": 1}


def units_for(target: Target) -> list[str]:
    """Return every unit that a value for the target can be written in, short forms too."""
    return list(target.indicator.units)


def value_beside(target: Target, unit: str, side: str) -> str:
    """Write the nearest value on one side of the line that 30 digits can hold; of a count, the next."""
    assert target.value is not None
    assert target.unit is not None
    line = target.value * target.indicator.units.ratio(target.unit, unit)
    decimals = len(str(target.indicator.units[unit].factor)) - 1
    if target.indicator.kind is not INDICATOR_KINDS["count"]:
        decimals = MAX_DIGITS - len(str(int(line)))
    steps = line * 10**decimals + STEPS[side]
    assert steps.denominator == 1
    return written(int(steps), decimals)


def ids(one: object) -> str:
    return one.id if isinstance(one, Target) else str(one)


@pytest.mark.parametrize("side", STEPS)
@pytest.mark.parametrize(
    ("target", "unit"), [(target, unit) for target in NUMERIC for unit in units_for(target)], ids=ids
)
def test_a_value_at_the_line(target: Target, unit: str, side: str, tmp_path: Path) -> None:
    value = value_beside(target, unit, side)
    facts = {target.indicator.id: settled(target.indicator, value, unit)}
    finding = finding_on(checked(write_report(tmp_path, target.entity, facts)), target.indicator.id)
    assert finding.target == target
    assert finding.outcome is OUTCOMES[target.comparator.id][side]
    assert (Reason.AT_LINE in finding.reasons) is (side == "on")
    assert finding.final is (target.indicator.kind is not INDICATOR_KINDS["count"])  # a count needs its list
    assert finding.gap is not None
    assert (finding.gap > 0, finding.gap < 0) == (side == "above", side == "below")


def test_the_notice_has_ten_targets_with_a_number_and_five_milestones() -> None:
    targets = [target for place in PLACES for target in place.targets]
    assert len(NUMERIC) == 10
    assert sum(target.comparator is MILESTONE for target in targets) == 5
    assert len(targets) == 15


@pytest.mark.parametrize("target", NUMERIC, ids=ids)
def test_every_target_is_due_in_2025(target: Target) -> None:
    assert target.due == 2025


def test_nearly_13_percent_misses_it(tmp_path: Path) -> None:
    share = LIBRARY.catalogue.indicators["core_share_of_gdp"]
    nearly = "129." + "9" * 27
    facts = {share.id: settled(share, nearly, "‰")}
    finding = finding_on(checked(write_report(tmp_path, "wuhan", facts)), share.id)
    assert finding.outcome is Outcome.MISSED
    assert finding.gap == -Fraction(1, 10**28)
    assert finding.message.zh == (
        f"自报{nearly}‰，目标为不低于13%，低于目标值{plain(Fraction(1, 10**28))}个百分点。未达到目标值。"
    )
    assert finding.message.en == (
        f"Reported {nearly}‰; required: at least 13%; "
        f"{plain(Fraction(1, 10**28))} percentage points below the target. The published target is missed."
    )


# 突破 and 超过, exactly on the line.

ON_THE_LINE = {
    "core_share_of_gdp": (
        "自报20%，目标为超过20%。"
        "与目标值持平。原文用“超过”，按《民法典》第1259条，“超过”不包括本数。"
        "临界值，修约影响结论：按所写小数位，实际值的范围为19.5%至20.5%。"
        "未达到目标值。",
        "Reported 20%; required: more than 20%. "
        "The value is exactly on the line. "
        "“超过”: Civil Code art. 1259: 超过 excludes the number itself. "
        "On the edge, where rounding decides: with the decimals written, "
        "the value may lie anywhere in [19.5%, 20.5%]. "
        "The published target is missed.",
    ),
    "core_value_added": (
        "自报400亿元，目标为超过400亿元。"
        "与目标值持平。原文用“突破”，该词没有法定定义，按“超过”理解，不包括本数。"
        "临界值，修约影响结论：按所写小数位，实际值的范围为399.5亿元至400.5亿元。"
        "目标表述有不同理解，结论因理解而异：若理解为不低于400亿元，则为“完成”。"
        "未达到目标值。",
        "Reported 400亿元; required: more than 400亿元. "
        "The value is exactly on the line. "
        "“突破”: it has no legal definition and is read like 超过, excluding the number itself. "
        "On the edge, where rounding decides: with the decimals written, "
        "the value may lie anywhere in [399.5亿元, 400.5亿元]. "
        "The reading of the wording decides: read as at least 400亿元, it would be: met. "
        "The published target is missed.",
    ),
}


@pytest.mark.parametrize("indicator", ON_THE_LINE)
def test_wedz_exactly_on_its_lines_misses_and_says_how_the_words_were_read(
    indicator: str, tmp_path: Path
) -> None:
    indicators = LIBRARY.catalogue.indicators
    facts = {
        "core_share_of_gdp": settled(indicators["core_share_of_gdp"], "20", "%"),
        "core_value_added": settled(indicators["core_value_added"], "400", "亿元"),
    }
    assessment = checked(write_report(tmp_path, "wuhan-wedz", facts))
    finding = finding_on(assessment, indicator)
    assert assessment.verdict is Verdict.NONCOMPLIANT
    assert finding.outcome is Outcome.MISSED
    assert (finding.gap, finding.attainment) == (Fraction(0), Fraction(1))
    assert (finding.message.zh, finding.message.en) == ON_THE_LINE[indicator]
    assert finding.reading_sensitive is (indicator == "core_value_added")
