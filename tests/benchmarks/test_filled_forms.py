"""Filled forms for the bench: whole reports, and the same whatever their format."""

from pathlib import Path

from benchmarks.filled_forms import copied, filled_form

from hubei_digecon import check


def test_copies_of_a_form_are_judged_the_same_in_both_formats(tmp_path: Path) -> None:
    forms = [filled_form(tmp_path, suffix) for suffix in ("yaml", "xlsx")]
    runs = [check(*copied(form, 2)) for form in forms]
    judged = [[(one.entity, one.verdict, one.outcomes) for one in run] for run in runs]
    assert len(judged[0]) == 2
    assert judged[0] == judged[1]
    assert len({one.source.sha256 for run in runs for one in run}) == 4
