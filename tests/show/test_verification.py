"""What ``verify`` says: every difference, then one last line."""

import pytest

from hubei_digecon.domain.verification import Difference, Verification
from hubei_digecon.show.verification import verified_text
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

OTHER = Difference(Text("报告已改动", "the report has changed"))
BY_RULES = Difference(Text("认定不同", "judged otherwise"), by_rules=True)
UNREADABLE = Difference(Text("无法读取", "it cannot be read\x1b[2J"), unreadable=True)


@pytest.mark.parametrize(
    ("differences", "last"),
    [
        ((), "The result holds. All is as it says; files: 3, findings: 12."),
        ((OTHER,), "The result no longer holds. Differences: 1; files: 3, findings: 12."),
        (
            (BY_RULES, BY_RULES),
            "No file has changed, but the rules of this version judge otherwise. Differences: 2; files: 3, "
            "findings: 12.",
        ),
        ((OTHER, UNREADABLE), "It cannot be verified: something cannot be read. Differences: 2."),
    ],
)
def test_the_last_line_says_whether_the_result_holds(differences: tuple[Difference, ...], last: str) -> None:
    shown = verified_text(Verification(3, 12, differences), View("en"))
    assert shown.split("\n")[-2:] == [last, ""]
    assert verified_text(Verification(3, 12, differences), View("en", quiet=True)) == f"{last}\n"


def test_notes_come_first_and_hidden_characters_are_shown() -> None:
    told = Verification(1, 4, (UNREADABLE,), (Text("说明", "a note"),))
    assert verified_text(told, View("en")) == (
        "a note\n"
        "it cannot be read<U+001B>[2J\n"
        "It cannot be verified: something cannot be read. Differences: 1.\n"
    )
    assert verified_text(told, View("zh")).endswith("无法复核：有内容无法读取，1处不同。\n")
