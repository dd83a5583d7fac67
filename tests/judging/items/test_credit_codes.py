"""Unified social credit codes (GB 32100)."""

import pytest

from hubei_digecon.judging.items.credit_codes import (
    check_character,
    code_written,
    is_formed,
    is_spoiled,
    is_valid,
    valid_code,
)

VALID = "91420100MA4K000012"


def test_the_last_character_checks_the_others() -> None:
    code = VALID[:17] + check_character(VALID[:17])
    assert is_valid(code)
    wrong = "0" if code[-1] != "0" else "1"
    assert not is_valid(code[:17] + wrong)
    assert is_formed(code[:17] + wrong)
    assert valid_code(code[:17] + wrong) is None


def test_blanks_hyphens_and_an_apostrophe_make_no_difference() -> None:
    code = VALID[:17] + check_character(VALID[:17])
    assert valid_code(f"'{code[:4]} {code[4:10]}-{code[10:]}") == code
    assert code_written(code.lower()) == code


@pytest.mark.parametrize(
    ("text", "spoiled"), [("9.14201E+17", True), ("914201006822330000", True), (VALID, False)]
)
def test_what_a_spreadsheet_makes_of_a_code_is_told(text: str, spoiled: bool) -> None:
    assert is_spoiled(text) is spoiled


@pytest.mark.parametrize("text", ["无", "0" * 18, "91420100MA4K"])
def test_what_is_no_code_identifies_nothing(text: str) -> None:
    assert valid_code(text) is None
