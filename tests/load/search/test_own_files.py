"""Files that are ours, by their keys."""

import pytest

from hubei_digecon.load.search.own_files import are_ours, has_key_of_report, is_our_format, is_result_format


@pytest.mark.parametrize(
    ("keys", "ours"),
    [
        ({"entity", "period", "observations"}, True),
        ({"entity", "targets"}, True),
        ({"observation", "perod"}, True),
        ({"observations"}, False),
        ({"name", "version"}, False),
        (set(), False),
    ],
)
def test_files_are_ours_by_two_keys_or_keys_one_keystroke_away(keys: set[str], ours: bool) -> None:
    assert are_ours(keys) is ours


@pytest.mark.parametrize(
    ("keys", "has"), [({"observations"}, True), ({"submited"}, True), ({"entity", "targets"}, False)]
)
def test_some_keys_only_a_report_has(keys: set[str], has: bool) -> None:
    assert has_key_of_report(keys) is has


def test_formats_are_told_by_their_beginning() -> None:
    assert (is_result_format("digecon/result/v1"), is_result_format("digecon/report/v1")) == (True, False)
    assert (is_our_format("digecon/report/v1"), is_our_format("other/v1"), is_our_format(None)) == (
        True,
        False,
        False,
    )
