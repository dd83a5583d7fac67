"""Unified social credit codes: 18 characters, the last of them a check (GB 32100—2015)."""

import re

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a code: digits and capital letters but for I, O, S, V and Z."""

_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
"""Powers of 3 modulo 31, one for each character but the last (GB 32100—2015, clause 5.5)."""

_FORM = re.compile(f"[{_ALPHABET}]{{18}}")


def check_character(code: str) -> str:
    """Return the character that the first 17 of a code call for.

    Raises:
        ValueError: where one of them can stand in no code.
    """
    total = sum(
        weight * _ALPHABET.index(character) for weight, character in zip(_WEIGHTS, code, strict=False)
    )
    return _ALPHABET[-total % 31]


def is_valid(code: str) -> bool:
    """Whether a code has the form of GB 32100 and its last character is right."""
    return _FORM.fullmatch(code) is not None and code[17] == check_character(code)
