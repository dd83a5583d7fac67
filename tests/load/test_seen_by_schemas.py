"""The table of the errors that a schema sees; ``test_editors`` proves it by every file that shows one."""

from hubei_digecon.diagnostics import Severity
from hubei_digecon.load.seen_by_schemas import BUT_SPELLING, SEEN


def test_only_errors_are_seen_and_each_stands_once() -> None:
    assert {kind.severity for kind in SEEN} == {Severity.ERROR}
    assert len(set(SEEN)) == len(SEEN)


def test_what_a_spelling_hides_is_about_numbers_and_periods() -> None:
    assert set(BUT_SPELLING) <= set(SEEN)
    assert [kind.id for kind in BUT_SPELLING] == [
        "bad-period",
        "not-whole",
        "not-a-number",
        "bare-number",
        "bad-weight",
    ]


def test_what_needs_other_files_or_a_calculation_is_not_seen() -> None:
    seen = {kind.id for kind in SEEN}
    assert not seen & {
        "unknown-reference",
        "file-name",
        "stretch-below",
        "relation-of-kinds",
        "ratio-mismatch",
    }
