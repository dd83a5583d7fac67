"""What is met, in clauses: counts together, a stretch in its own words, the target itself told as such."""

from fractions import Fraction

from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.summaries.met import how_met, met_clauses
from tests.summaries.samples import run_of_sample


def met() -> list[Finding]:
    findings = run_of_sample("wuhan-east-lake-2025").assessments[0].findings
    return [one for one in findings if one.outcome is Outcome.MET]


def test_counts_above_their_targets_stand_in_one_clause() -> None:
    together, alone = list(met_clauses(met()))[-1], list(met_clauses(met()[-1:]))
    assert together.zh == "数字经济瞪羚企业182家、两化融合贯标企业63家，分别超目标值12家、13家"
    assert [one.zh for one in alone] == ["两化融合贯标企业63家，超目标值13家"]


def test_a_ceiling_is_met_from_below() -> None:
    scale = met()[0]
    below = scale.target._replace(comparator=COMPARATORS["at_most"], value=Fraction(4400))
    assert how_met(scale._replace(target=below)).zh == "低于目标值49.4亿元"
    assert how_met(scale._replace(target=scale.target._replace(value=scale.decided_on))).zh == "与目标值持平"


def test_a_tier_stands_beside_the_gap() -> None:
    firms = met()[-1]
    source = firms.target.source._replace(wording="50家，力争100家")
    tiered = firms._replace(target=firms.target._replace(stretch=Fraction(100), source=source))
    assert how_met(tiered).zh == "超目标值13家，未达力争目标（100家）"
