"""Two findings compared: exact numbers in a common unit, and every field told of once or for a reason not."""

from dataclasses import fields

import pytest

from hubei_digecon.comparison.findings import (
    COMPARED,
    FOLLOW,
    INTERVAL,
    WORDS_AND_PLACES,
    differing_keys,
    is_absent,
)
from hubei_digecon.shapes.result import ResultFinding

from ..comparing import compared, judged, told, with_finding

SCALE = "wuhan-east-lake.core_industry_scale"
WHOLE = judged("wuhan-east-lake-2025")
IN_YI = with_finding(
    WHOLE, SCALE, unit="亿元", required="3000", observed="3360", decided_on="3360",
    decided_interval=["3359.5", "3360.5"],
)  # fmt: skip


def changed(**changes: object) -> list[tuple[str, str, str | None, str | None]]:
    """Return what is told where the finding on one target changes."""
    found = compared(IN_YI, with_finding(IN_YI, SCALE, **changes)).differences
    return [(sort, field, a, b) for sort, _, field, a, b in told(found)]


def test_every_field_is_compared_or_known_for_what_it_is() -> None:
    told_apart = {one.key for one in COMPARED} | {INTERVAL, "unit", "target"}
    assert told_apart | FOLLOW | WORDS_AND_PLACES == {one.name for one in fields(ResultFinding)}
    assert not told_apart & (FOLLOW | WORDS_AND_PLACES)


def test_another_unit_is_another_writing_and_no_other_value() -> None:
    found = changed(
        unit="万亿元",
        required="0.3",
        observed="0.336",
        decided_on="0.336",
        decided_interval=["0.3355", "0.3365"],
    )
    assert found == [("writing", "unit", "亿元", "万亿元")]
    assert changed(unit="万亿元", required="0.3", observed="0.337", decided_on="0.337") == [
        ("value", "observed", "3360", "0.337")
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"observed": "3360.0"}, []),
        (
            {"observed": "3360.0", "decided_interval": ["3359.95", "3360.05"]},
            [("writing", "decided_interval", "3359.5..3360.5", "3359.95..3360.05")],
        ),
        ({"observed": "3361", "decided_on": "3361"}, [("value", "observed", "3360", "3361")]),
        (
            {"observed": None, "decided_on": None, "decided_interval": None, "outcome": "no_data"},
            [
                ("outcome", "outcome", "met", "no_data"),
                ("value", "decided_on", "3360", None),
                ("value", "observed", "3360", None),
            ],
        ),
        ({"decided_on": "3359"}, [("value", "decided_on", "3360", "3359")]),
        ({"hedge": "at_least"}, [("value", "hedge", None, "at_least")]),
        ({"required": "3100"}, [("target", "required", "3000", "3100")]),
        ({"required": "3000.0"}, []),
        ({"due": 2027}, [("target", "due", "2025", "2027")]),
        ({"gap": "1", "attainment": "2", "needed": None}, []),
        ({"line": 3, "column": 9, "sheet": "表一"}, []),
        ({"unit": "家"}, [
            ("value", "observed", "3360", "3360"),
            ("target", "required", "3000", "3000"),
        ]),
    ],
)  # fmt: skip
def test_what_is_told_of_a_change(
    changes: dict[str, object], expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert changed(**changes) == expected


def test_numbers_carry_their_units_and_ids_their_terms() -> None:
    (one,) = compared(
        IN_YI, with_finding(IN_YI, SCALE, observed="0.4", decided_on="0.4", unit="万亿元", required="0.3")
    ).differences
    assert one.words.en == "value reported: 3360亿元 → 0.4万亿元"
    assert one.a
    assert one.b
    assert (one.a.unit, one.b.unit) == ("亿元", "万亿元")


def test_what_verify_compares_is_the_same_list() -> None:
    (one, *_), (other, *_) = (each.assessments[0].findings for each in (WHOLE, IN_YI))
    assert differing_keys(one, one) == []
    assert set(differing_keys(one, other)) <= {one.name for one in fields(ResultFinding)}
    assert is_absent(one, "per_year")
    assert not is_absent(one, "outcome")
