"""The formats of forms."""

import pytest

from hubei_digecon.forms import FORMS, form_of


@pytest.mark.parametrize(("path", "name"), [("a.yaml", "yaml"), ("a.csv", "csv"), ("A.XLSX", "xlsx")])
def test_the_ending_of_a_path_asks_for_a_format(path: str, name: str) -> None:
    assert form_of(path) is FORMS[name]


def test_another_ending_asks_for_none() -> None:
    assert form_of("a.txt") is None
