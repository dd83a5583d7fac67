"""What a number format shows of a stored number, held against it: the same number, rounded, or another."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from ....domain.names import folded
from ....quantity.kinds import full_unit, is_unit_of_money
from .formats import GENERAL, FormatSection, NumberFormat, PieceKind, SectionKind
from .formatted_numbers import PRECISION, scale_of, section_of, shown

_SHOWN = re.compile(
    r"(?P<open>\(?)(?P<sign>[-+]?)\s*(?P<currency>[¥￥]?)(?P<after>-?)\s*"
    r"(?:(?P<ones>[0-9]+)\s(?P<above>[0-9]+)/(?P<below>[0-9]+)|(?P<over>[0-9]+)/(?P<under>[0-9]+)"
    r"|(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.(?P<part>[0-9]*))?(?:E(?P<power>[+-]?[0-9]{1,3}))?)"
    r"(?P<words>[^0-9()]*)(?P<close>\)?)",
    re.ASCII,
)
_SHOWN_WHOLE = 10**10
"""Numbers below it, of no decimals and no sign, are shown in the general format by their digits."""
_OF_NUMBERS = re.compile(r"[\d.,²³¹⁰-₟]")


class ShownNumber(NamedTuple):
    """What a cell shows of its number.

    ``text`` is ``None`` where nobody can tell. ``number`` is what a person reads, and ``stored`` the number
    that it is when not rounded, both a percentage where one is shown; ``None`` where what a person reads is
    no number, or another. ``decimals``: how many are shown and meant; ``unit``: what is shown beside it
    where the row has no unit, or ``%``.
    """

    text: str | None
    number: Fraction | None = None
    stored: Fraction | None = None
    decimals: int = 0
    unit: str = ""


def held_against(format: NumberFormat, number: Decimal, unit: str) -> ShownNumber:
    """Return what a cell shows of a number in a row of some unit, held against the number."""
    if format.code == GENERAL.code and 0 <= number < _SHOWN_WHOLE and (whole := int(number)) == number:
        return ShownNumber(str(whole), Fraction(whole), Fraction(whole))
    found = section_of(format, number)
    text = shown(*found, number) if found else None
    if found is None or text is None:
        return ShownNumber(None)
    section = found[0]
    match = _SHOWN.fullmatch(text.strip())
    honest = not any(one.condition for one in format.sections) and _is_honest(section)
    if match is None or not honest or bool(match["open"]) != bool(match["close"]):
        return ShownNumber(text)
    return _held_against(text, section, match, number, unit)


def _is_honest(section: FormatSection) -> bool:
    """Whether a section shows the number itself: at its own scale, and no digits as words."""
    words = "".join(piece.text for piece in section.pieces if piece.kind is PieceKind.WORDS)
    return section.kind is not SectionKind.WORDS and not scale_of(section) and not _OF_NUMBERS.search(words)


def _held_against(
    text: str, section: FormatSection, match: re.Match[str], number: Decimal, unit: str
) -> ShownNumber:
    percents = sum(piece.kind is PieceKind.PERCENT for piece in section.pieces)
    beside = _unit_beside(match, percents, unit)
    read = _number(match)
    if beside is None or read is None:
        return ShownNumber(text)
    with localcontext() as context:
        context.prec = PRECISION
        stored = number.scaleb(2 * percents)
        decimals = len(match["part"] or "") - int(match["power"] or 0)
        is_fraction = match["below"] or match["under"]
        rounded = stored if is_fraction else stored.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if Fraction(rounded) != read:
        return ShownNumber(text)
    meant = decimals if section.kind is SectionKind.NUMBER else 0
    return ShownNumber(text, read, Fraction(stored), meant, beside)


def _unit_beside(match: re.Match[str], percents: int, unit: str) -> str | None:
    """Return the unit that is shown and that the row does not have; ``None`` where it is another unit."""
    words, row = folded(match["words"]), _full(unit)
    if match["currency"] and not is_unit_of_money(row):
        return None
    if percents:
        return "%" if words == "%" and percents == 1 else None
    if not words or (row and _full(words) == row):
        return ""
    return words if not row and full_unit(words) else None


def _full(unit: str) -> str:
    """Return the full form of a unit."""
    return full_unit(folded(unit)) or folded(unit)


def _number(match: re.Match[str]) -> Fraction | None:
    """Return the number that a person reads; ``None`` where there are no digits."""
    digits = (match["whole"] or "").replace(",", "") + (match["part"] or "")
    if match["below"]:
        number = int(match["ones"]) + Fraction(int(match["above"]), int(match["below"]))
    elif match["under"]:
        number = Fraction(int(match["over"]), int(match["under"]))
    elif digits:
        number = int(digits) * Fraction(10) ** (int(match["power"] or 0) - len(match["part"] or ""))
    else:
        return None
    signs = (match["open"], match["sign"] == "-", match["after"])
    return -number if any(signs) else number
