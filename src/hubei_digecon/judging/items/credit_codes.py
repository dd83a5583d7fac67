"""Unified social credit codes: 18 characters, the last of them a check (GB 32100—2015).

Characters: who registers, the sort of organisation, six digits of an administrative division (GB/T 2260),
nine of the organisation itself, the check.
"""

from operator import mul

from ...domain.names import folded
from ...late import late_pattern

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a code: digits and capital letters but for I, O, S, V and Z."""

_NO_VALUE = 255
_VALUES = bytes(_ALPHABET.find(chr(code)) % 256 for code in range(256))
"""What each character is worth, by its byte."""

_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
"""Powers of 3 modulo 31, one for each character but the last (GB 32100—2015, clause 5.5)."""

_FORM = late_pattern(f"[1-9A-Y][{_ALPHABET}][0-9]{{6}}[{_ALPHABET}]{{10}}")
"""No department that registers has the number 0 (table 1)."""

_SPOILED = late_pattern(r"[1-9](?:[.][0-9]{1,14})?e[+]?1[67]|[1-9][0-9]{14}000")
"""A number of 17 or 18 digits as spreadsheets write it, folded."""

_COUNTED_ON = "1234567890" * 3
_FEWEST = 3


def code_written(text: str) -> str | None:
    """Return the code that is written; ``None`` if the text does not have the form of a code.

    Blanks, hyphens, a leading apostrophe (which makes a spreadsheet keep a text) and the width of characters
    are ignored.
    """
    if is_formed(text):
        return text
    code = folded(text).lstrip('"').replace("-", "").upper()
    return code if is_formed(code) else None


def valid_code(text: str) -> str | None:
    """Return the valid code that is written; ``None`` if there is none. Only a valid code identifies."""
    code = code_written(text)
    return code if code and code[17] == check_character(code) else None


def is_formed(code: str) -> bool:
    """Whether a text has the form of a code and is not a filler such as 000000000."""
    return _FORM.fullmatch(code) is not None and len(set(code[8:17])) >= _FEWEST and code not in _COUNTED_ON


def is_spoiled(text: str) -> bool:
    """Whether a text is a code that a spreadsheet converted to a number: a power of ten, or the first 15 of
    18 digits followed by zeros.
    """
    return _SPOILED.fullmatch(folded(text)) is not None and not is_valid(text)


def is_valid(code: str) -> bool:
    """Whether a code has the form of GB 32100 and its last character is right."""
    return is_formed(code) and code[17] == check_character(code)


def check_character(code: str) -> str:
    """Return the check character for the first 17 characters of a code.

    Raises:
        ValueError: if one of them cannot stand in a code.
    """
    values = code[:17].encode("ascii", "replace").translate(_VALUES)
    if _NO_VALUE in values:
        raise ValueError(code)
    total = sum(map(mul, _WEIGHTS, values))
    return _ALPHABET[-total % 31]
