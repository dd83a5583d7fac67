"""What differs in lines."""

from hubei_digecon.domain.differences import Comparison
from hubei_digecon.show.differences.text import differed
from hubei_digecon.show.view import View


def test_a_line_a_difference(comparison: Comparison) -> None:
    assert differed(comparison, View("en")).splitlines() == [
        "Illustrative: the values below are not published; they only show how the tool works.",
        "A: a.json (a result, assessments: 1, as of 2026-02-28)",
        "B: b.json (a result, assessments: 1, as of 2026-02-28)",
        "bears on the comparison: they rest on different reviews",
        "wuhan-east-lake 2025 notice: verdict: incomplete → compliant",
        *(
            f"wuhan-east-lake 2025 notice {target}: {said}"
            for target in ("future_tracks", "optics_valley_model")
            for said in (
                "outcome: undecided → met",
                "reason: unattested → not in B",
                "evidence: documented → verified",
                "rests on final figures: no → yes",
            )
        ),
        "differences: 9 (verdict 1, outcome 2, reason 2, evidence 2, interim or final 2).",
    ]


def test_what_a_path_hides_is_shown(comparison: Comparison) -> None:
    bad = comparison._replace(a=comparison.a._replace(path="a\x1b[2J.json"))
    assert "a<U+001B>[2J.json" in differed(bad, View("en"))
    assert "\x1b" not in differed(bad, View("en"))
