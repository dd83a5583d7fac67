"""What would settle an undecided finding, who gives it, and where it goes."""

from typing import Any

import pytest

from hubei_digecon.domain.outcomes import Grade, Party
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.words import Counting, State, Status
from hubei_digecon.text import Text

from ..building import MILESTONE, SHARE, STOCK, judged, observed, target

ESTIMATED = Text(
    "期满后填报初步核算数或最终核实数",
    "a provisional or final figure, drawn up after the period has ended",
)
HEDGED = Text("填报准确数值，不用概数", "the exact value, without a hedge")
SCOPE = Text("按该指标的口径和统计方式填报", "the figure in the indicator's own scope and counting")
CITED = Text("注明数据来源", "the source that it is from")
DOCUMENTED = Text("补充佐证材料", "the documents behind it")
LISTED = Text("逐项列出清单，并注明佐证材料", "the list of what is counted, with the documents behind it")
AFTER_DUE = Text("填报2025年全年数值（单位：%）", "the value for the whole of 2025, in %")


@pytest.mark.parametrize(
    ("value", "facts", "how", "what", "key"),
    [
        ("14%", {"status": Status.ESTIMATED}, {}, ESTIMATED, "status"),
        ("13%左右", {}, {}, HEDGED, "value"),
        ("14%", {"scope": "other"}, {}, SCOPE, "scope"),
        ("14%", {}, {"min_evidence": Grade.CITED}, CITED, "source"),
        ("14%", {}, {"min_evidence": Grade.DOCUMENTED}, DOCUMENTED, "evidence"),
        ("14%", {}, {"period": Period(2026)}, AFTER_DUE, "value"),
        (
            "13%左右",
            {"scope": "other", "status": Status.ESTIMATED},
            {"period": Period(2026)},
            AFTER_DUE,
            "value",
        ),
    ],
    ids=["estimated", "hedged", "scope", "source", "document", "after the due year", "everything"],
)
def test_the_submitter_gives_what_a_doubt_asks_for(
    value: str, facts: dict[str, Any], how: dict[str, Any], what: Text, key: str
) -> None:
    finding = judged(target(SHARE, 13), observed(SHARE, value, **facts), **how)
    assert finding.needed
    needed = finding.needed
    assert (needed.what, needed.by, needed.at) == (what, Party.SUBMITTER, ("observations", "share", key))
    assert key not in needed.called.zh


def test_a_count_without_a_list_needs_one_before_it_can_be_documented() -> None:
    finding = judged(target(STOCK, 170), observed(STOCK, "182家"), min_evidence=Grade.DOCUMENTED)
    assert finding.needed
    assert (finding.needed.what, finding.needed.by) == (LISTED, Party.SUBMITTER)
    assert finding.needed.at == ("observations", "stock", "items")


def test_another_counting_is_asked_for_like_another_scope() -> None:
    finding = judged(target(STOCK, 170), observed(STOCK, "182家", counting=Counting.THIS_YEAR))
    assert finding.needed
    assert (finding.needed.what, finding.needed.by) == (SCOPE, Party.SUBMITTER)


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("14%", Period(2025)),
        ("12%", Period(2025)),
        ("14%", Period(2024)),
        ("12%", Period(2024)),
        ("14%", Period(2025, 9)),
    ],
    ids=["met", "missed", "met early", "not due", "part of a year"],
)
def test_nothing_is_needed_of_what_is_settled_or_not_due(value: str, period: Period) -> None:
    assert judged(target(SHARE, 13), observed(SHARE, value), period=period).needed is None


@pytest.mark.parametrize("state", [State.PARTIAL, State.NOT_STARTED], ids=lambda state: state.id)
def test_nothing_is_needed_of_a_missed_milestone(state: State) -> None:
    assert judged(target(MILESTONE), observed(MILESTONE, state)).needed is None
