"""Whether a saved result holds, and if not, why."""

import pytest

from hubei_digecon.domain.verification import Difference, Verification
from hubei_digecon.text import Text

OTHER = Difference(Text.same("other"))
BY_RULES = Difference(Text.same("by rules"), by_rules=True)
UNREADABLE = Difference(Text.same("unreadable"), unreadable=True)


@pytest.mark.parametrize(
    ("differences", "holds", "unreadable", "by_rules"),
    [
        ((), True, False, True),
        ((OTHER,), False, False, False),
        ((BY_RULES,), False, False, True),
        ((BY_RULES, OTHER), False, False, False),
        ((BY_RULES, UNREADABLE), False, True, False),
    ],
)
def test_a_result_holds_where_nothing_differs(
    differences: tuple[Difference, ...], holds: bool, unreadable: bool, by_rules: bool
) -> None:
    told = Verification(3, 12, differences)
    assert (told.holds, told.unreadable, told.by_rules) == (holds, unreadable, by_rules)
