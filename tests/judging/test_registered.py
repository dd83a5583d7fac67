"""A count rests on a register: its records are the least that there is, and all of it only where that is said."""

import hashlib
import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import check
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Grade, Outcome, Reason

from ..building import finding_on
from ..conftest import AS_OF
from ..load.registers.cells import Record, apart, firm, write_csv

FIRMS = [firm(apart(one)) for one in range(180)]
EXPIRED = [firm(apart(one + 200), valid_until="2025-06-30") for one in range(10)]


def judged(
    folder: Path,
    records: Sequence[Record],
    value: int | str = 182,
    complete: bool | None = None,
    review: dict[str, Any] | None = None,
    settings: Settings | None = None,
    period: str = "2025",
    **observed: Any,
) -> Finding:
    """Return the finding on the gazelle firms of a report, at least 170 of which are asked for."""
    import datetime

    path = write_csv(folder / "register.csv", records)
    sha256 = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    word = [] if complete is None else [{"sha256": sha256, "complete": complete}]
    own = {"entity": "wuhan-east-lake", "period": period, "reviewer": {"name": "核验组"}, "registers": word}
    (folder / "review.json").write_text(json.dumps(own | (review or {})), "utf-8")
    counted = {"value": f"{value}家", "counting": "in_force", "scope": "gazelle-digital"}
    report = {
        "entity": "wuhan-east-lake",
        "period": period,
        "submitted": {"by": "示例单位", "date": f"{int(period[:4]) + 1}-01-20"},
        "observations": {"gazelle_firms": counted | observed},
    }
    run = check(
        report,
        reviews=folder / "review.json",
        register=path,
        as_of=datetime.date.fromisoformat(AS_OF),
        settings=settings,
    )
    return finding_on(run.assessments[0], "gazelle_firms")


def test_enough_eligible_records_prove_a_hit(tmp_path: Path) -> None:
    finding = judged(tmp_path, FIRMS, value=175)
    assert (finding.outcome, finding.decided_on, finding.evidence) == (
        Outcome.MET,
        Fraction(180),
        Grade.DOCUMENTED,
    )
    assert finding.reasons == (Reason.REGISTERED,)
    assert "by the register at least 180家" in finding.message.en
    assert "名录有180条记录：符合条件180项。" in finding.message.zh


def test_what_a_register_does_not_hold_is_no_miss(tmp_path: Path) -> None:
    finding = judged(tmp_path, [*FIRMS[:120], *EXPIRED])
    assert (finding.outcome, finding.reasons) == (Outcome.UNDECIDED, (Reason.REGISTER_OPEN,))
    assert "Records of the register: 130; eligible: 120; expired: 10." in finding.message.en
    assert finding.needed is not None
    assert finding.needed.by.id == "assessor"


def test_a_complete_register_is_the_count(tmp_path: Path) -> None:
    finding = judged(tmp_path, [*FIRMS[:120], *EXPIRED], complete=True)
    assert (finding.outcome, finding.decided_on, finding.evidence) == (
        Outcome.MISSED,
        Fraction(120),
        Grade.VERIFIED,
    )
    assert "按核验单位的名录核计。" in finding.message.zh
    assert judged(tmp_path, FIRMS[:120], complete=False).outcome is Outcome.UNDECIDED


def test_a_complete_register_with_records_in_question_may_leave_it_open(tmp_path: Path) -> None:
    lacking = [firm(apart(one + 300), by="") for one in range(5)]
    assert judged(tmp_path, [*FIRMS[:168], *lacking], complete=True).outcome is Outcome.UNDECIDED
    assert judged(tmp_path, [*FIRMS[:160], *lacking], complete=True).outcome is Outcome.MISSED


def test_what_the_place_itself_claims_can_miss(tmp_path: Path) -> None:
    assert judged(tmp_path, FIRMS[:120], value=150).outcome is Outcome.MISSED


def test_a_register_may_be_complete_for_some_categories(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "register.csv", FIRMS[:120])
    sha256 = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    for categories, outcome in ((["gazelle_firms"], Outcome.MISSED), (["listed_firms"], Outcome.UNDECIDED)):
        word = {"registers": [{"sha256": sha256, "complete": True, "categories": categories}]}
        assert judged(tmp_path, FIRMS[:120], review=word).outcome is outcome


def test_a_word_on_another_register_is_not_used(tmp_path: Path) -> None:
    word = {"registers": [{"sha256": "0" * 64, "complete": True}]}
    assert judged(tmp_path, FIRMS[:120], review=word).outcome is Outcome.UNDECIDED


def test_a_register_goes_before_a_list(tmp_path: Path) -> None:
    items = [{"name": apart(one), "by": "机构", "recognised_on": "2025-03-01"} for one in range(182)]
    finding = judged(tmp_path, FIRMS[:150], items=items)
    assert (finding.outcome, finding.reasons) == (Outcome.UNDECIDED, (Reason.REGISTER_OPEN,))
    told = [one for one in finding.diagnostics if one.kind.id == "item-not-in-register"]
    assert len(told) == 32
    assert (
        told[0].message.en
        == f"“{apart(150)}” is not in the assessor's register; it is not known whether it counts"
    )
    assert judged(tmp_path, FIRMS, items=items).outcome is Outcome.MET
    assert judged(tmp_path, FIRMS[:150], items=items, complete=True).outcome is Outcome.MISSED


def test_a_list_that_falls_short_itself_is_a_miss(tmp_path: Path) -> None:
    items = [{"name": apart(one), "by": "机构", "recognised_on": "2025-03-01"} for one in range(160)]
    expired = [
        item | {"name": apart(one + 200), "valid_until": "2025-06-30"} for one, item in enumerate(items[:22])
    ]
    assert judged(tmp_path, FIRMS[:120], items=[*items, *expired]).outcome is Outcome.MISSED


def test_a_register_without_the_category_changes_nothing(tmp_path: Path) -> None:
    finding = judged(tmp_path, [firm(category="listed_firms")])
    assert (finding.outcome, finding.registered) == (Outcome.MET, None)


def test_a_register_that_has_the_category_of_other_places_proves_nothing_here(tmp_path: Path) -> None:
    finding = judged(tmp_path, [firm(entity="wuhan")])
    assert finding.outcome is Outcome.UNDECIDED
    assert finding.registered is not None
    assert (finding.registered.records, finding.registered.eligible) == (0, 0)


def test_a_review_rejects_records(tmp_path: Path) -> None:
    rejected = {
        "rejected_items": {"gazelle_firms": [{"name": apart(one), "reason": "不符"} for one in range(12)]}
    }
    finding = judged(tmp_path, FIRMS, review=rejected, complete=True)
    assert (finding.outcome, finding.decided_on) == (Outcome.MISSED, Fraction(168))
    assert "经核验单位核减12条" in finding.message.zh


def test_a_verified_value_goes_before_a_register(tmp_path: Path) -> None:
    verified = {"verified": {"gazelle_firms": {"value": "171家", "basis": "核查"}}}
    finding = judged(tmp_path, FIRMS[:120], review=verified, complete=True)
    assert (finding.outcome, finding.decided_on, finding.registered) == (Outcome.MET, Fraction(171), None)


@pytest.mark.parametrize(("grade", "outcome"), [("documented", Outcome.MET), ("verified", Outcome.UNDECIDED)])
def test_a_register_is_a_document(tmp_path: Path, grade: str, outcome: Outcome) -> None:
    assert judged(tmp_path, FIRMS, settings=Settings(grade)).outcome is outcome


def test_a_later_report_is_settled_by_records_of_the_due_year(tmp_path: Path) -> None:
    assert judged(tmp_path, FIRMS, period="2026-M01").outcome is Outcome.MET
    later = [firm(apart(one), recognised_on="2026-01-05") for one in range(180)]
    assert judged(tmp_path, later, period="2026-M01").outcome is Outcome.UNDECIDED
