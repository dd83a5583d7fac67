"""What a cell shows of the number that it holds, by its format: exact, and nothing guessed."""

import datetime
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne

from .formats import (
    GENERAL,
    FormatCondition,
    FormatPiece,
    FormatSection,
    NumberFormat,
    PieceKind,
    SectionKind,
)

MOST_GENERAL = 11
"""Characters that a number in the general format takes at most, its point included."""

PRECISION = 700
_SIGNS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}


def section_of(format: NumberFormat, number: Decimal) -> tuple[FormatSection, bool] | None:
    """Return the section by which a number is shown, and whether that shows the sign of a negative one;
    ``None`` where that cannot be told.
    """
    sections = format.sections[:3]
    if not sections:
        return None
    if any(section.condition for section in sections):
        return _conditional(sections, number), True
    if sections[0].kind is SectionKind.TEXT:
        return GENERAL.sections[0], True
    by_sign = {1: (0, 0, 0), 2: (0, 1, 0), 3: (0, 1, 2)}[len(sections)]
    at = by_sign[0 if number > 0 else 1 if number < 0 else 2]
    return sections[at], at == 0


def _conditional(sections: Sequence[FormatSection], number: Decimal) -> FormatSection:
    for section in sections:
        if section.condition is None or _meets(number, section.condition):
            return section
    return sections[-1]


def _meets(number: Decimal, condition: FormatCondition) -> bool:
    return bool(_SIGNS[condition.sign](Fraction(number), condition.limit))


def shown(section: FormatSection, with_sign: bool, number: Decimal) -> str | None:
    """Return what a section shows of a number; ``None`` where that cannot be told."""
    with localcontext() as context:
        context.prec = PRECISION
        return _RENDERED[section.kind](section.pieces, number, with_sign)


def shown_text(format: NumberFormat, text: str) -> str | None:
    """Return what a format shows of a text; ``None`` where that cannot be told."""
    of_text = [section for section in format.sections if section.kind is SectionKind.TEXT]
    if not format.sections:
        return None
    if len(format.sections) > 3:
        of_text = [format.sections[3]]
    if not of_text:
        return text
    return "".join(text if piece.kind is PieceKind.TEXT else piece.text for piece in of_text[0].pieces)


def _signed(text: str, number: Decimal, with_sign: bool) -> str:
    return f"-{text}" if number < 0 and with_sign else text


def _words(pieces: Sequence[FormatPiece], number: Decimal, with_sign: bool) -> str:
    return _signed("".join(piece.text for piece in pieces), number, with_sign)


def _general(pieces: Sequence[FormatPiece], number: Decimal, with_sign: bool) -> str:
    text = _in_general(abs(number))
    written = "".join(text if piece.kind is PieceKind.GENERAL else piece.text for piece in pieces)
    return _signed(written, number, with_sign)


def _in_general(number: Decimal) -> str:
    """Return a number as the general format shows it where the column is wide enough."""
    if number and not -5 < number.adjusted() < MOST_GENERAL:
        return _scientific_general(number)
    whole = max(number.adjusted() + 1, 1)
    decimals = max(MOST_GENERAL - whole - 1, 0)
    written = f"{number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _scientific_general(number: Decimal) -> str:
    power = number.adjusted()
    digits = number.scaleb(-power).quantize(Decimal("1e-5"), ROUND_HALF_UP)
    if digits >= 10:
        digits, power = digits / 10, power + 1
    return f"{digits.normalize():f}E{power:+03d}"


def _number(pieces: Sequence[FormatPiece], number: Decimal, with_sign: bool) -> str:
    percents = sum(piece.kind is PieceKind.PERCENT for piece in pieces)
    whole, part = _at_point(pieces)
    thousands = _trailing_commas(whole) + _trailing_commas(part)
    decimals = sum(piece.kind is PieceKind.DIGIT for piece in part)
    scaled = abs(number).scaleb(2 * percents - 3 * thousands)
    rounded = scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    digits, _, after = f"{rounded:f}".partition(".")
    text = _whole(whole, digits) + _decimals(part, after)
    return _signed(text, number, with_sign)


def _at_point(pieces: Sequence[FormatPiece]) -> tuple[Sequence[FormatPiece], Sequence[FormatPiece]]:
    """Return the pieces before the decimal point, and those from it on."""
    at = next((index for index, piece in enumerate(pieces) if piece.kind is PieceKind.POINT), len(pieces))
    return pieces[:at], pieces[at:]


def scale_of(section: FormatSection) -> int:
    """Return how often a section divides the number by 1000: once for each comma with no digit to its right
    before the point, or at the end.
    """
    return sum(map(_trailing_commas, _at_point(section.pieces)))


def _trailing_commas(pieces: Sequence[FormatPiece]) -> int:
    marks = [piece.kind for piece in pieces if piece.kind in (PieceKind.DIGIT, PieceKind.COMMA)]
    count = 0
    while marks and marks[-1] is PieceKind.COMMA:
        marks.pop()
        count += 1
    return count


def _whole(pieces: Sequence[FormatPiece], digits: str) -> str:
    """Return the digits before the point in their places, from the right; what is left over stands in the
    first of them.
    """
    left = list(digits.lstrip("0"))
    places = [index for index, piece in enumerate(pieces) if piece.kind is PieceKind.DIGIT]
    grouped = any(
        piece.kind is PieceKind.COMMA and places and places[0] < index < places[-1]
        for index, piece in enumerate(pieces)
    )
    written: list[str] = []
    count = 0
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.kind is PieceKind.DIGIT:
            put = [left.pop()] if left else [_BLANKS[piece.text]]
            if index == places[0]:
                put.extend(reversed(left))
            for digit in filter(None, put):
                if grouped and count and count % 3 == 0:
                    written.append(_comma(digit))
                written.append(digit)
                count += 1
        elif piece.kind is not PieceKind.COMMA:
            written.append(piece.text)
    if not places and left:
        written.extend(reversed(left))
    return "".join(reversed(written))


def _comma(digit: str) -> str:
    return " " if digit == " " else ","


_BLANKS = {"0": "0", "#": "", "?": " "}
"""What stands in a place that has no digit."""


def _decimals(pieces: Sequence[FormatPiece], digits: str) -> str:
    """Return the point and the digits after it in their places; zeros at the end only where they are kept."""
    last = len(digits.rstrip("0"))
    at, written = 0, []
    for piece in pieces:
        if piece.kind is PieceKind.DIGIT:
            written.append(digits[at] if at < last else _BLANKS[piece.text])
            at += 1
        elif piece.kind is not PieceKind.COMMA:
            written.append(piece.text)
    return "".join(written)


def _scientific(pieces: Sequence[FormatPiece], number: Decimal, with_sign: bool) -> str | None:
    at = next(index for index, piece in enumerate(pieces) if piece.kind is PieceKind.EXPONENT)
    whole, part = _at_point(pieces[:at])
    if any(piece.kind is PieceKind.COMMA for piece in pieces):
        return None
    places = sum(piece.kind is PieceKind.DIGIT for piece in whole)
    decimals = sum(piece.kind is PieceKind.DIGIT for piece in part)
    digits, power = _powered(abs(number), places, decimals)
    written, _, after = f"{digits:f}".partition(".")
    sign = "-" if power < 0 else "+" if pieces[at].text.endswith("+") else ""
    exponent = _whole(pieces[at + 1 :], str(abs(power)))
    return _signed(f"{_whole(whole, written)}{_decimals(part, after)}E{sign}{exponent}", number, with_sign)


def _powered(number: Decimal, places: int, decimals: int) -> tuple[Decimal, int]:
    """Return a number as digits before the point, at most ``places``, and a power of ten: a multiple of
    them where there are several.
    """
    step = max(places, 1)
    power = number.adjusted() // step * step if number else 0
    digits = number.scaleb(-power).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if digits.adjusted() >= step:
        power += step
        digits = number.scaleb(-power).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return digits, power


def _fraction(pieces: Sequence[FormatPiece], number: Decimal, with_sign: bool) -> str | None:
    """Return a number as a whole and a fraction; of one that has no whole number apart, nothing."""
    at = next(index for index, piece in enumerate(pieces) if piece.kind is PieceKind.SLASH)
    digits = [[p for p in side if p.kind is PieceKind.DIGIT] for side in (pieces[:at], pieces[at + 1 :])]
    words = [p.text for p in pieces if p.kind is PieceKind.WORDS]
    below = len(digits[1])
    if (
        words != [" "]
        or not digits[0]
        or below not in (1, 2, 3)
        or pieces[at + 1].kind is not PieceKind.DIGIT
    ):
        return None
    exact = Fraction(abs(number))
    rest = (exact - int(exact)).limit_denominator(10**below - 1)
    whole = int(exact) + int(rest)
    rest -= int(rest)
    text = f"{whole} {rest.numerator}/{rest.denominator}" if rest and whole else str(rest or whole)
    return _signed(text, number, with_sign)


def _day(pieces: Sequence[FormatPiece], number: Decimal, _with_sign: bool) -> str | None:
    """Nothing is told of days here: which day it is, the workbook knows."""
    return None


_RENDERED = {
    SectionKind.NUMBER: _number,
    SectionKind.SCIENTIFIC: _scientific,
    SectionKind.FRACTION: _fraction,
    SectionKind.DAY: _day,
    SectionKind.GENERAL: _general,
    SectionKind.TEXT: _general,
    SectionKind.WORDS: _words,
}

_PARTS = {"y": "y", "e": "y", "m": "m", "d": "d"}


def parts_of_day(section: FormatSection) -> str:
    """Return which parts of a day a section shows, of the letters y, m and d, in that order."""
    clock = [piece.text for piece in section.pieces if piece.kind is PieceKind.CLOCK]
    found = {_PARTS.get(text[0]) for text, minutes in zip(clock, _minutes(clock), strict=True) if not minutes}
    return "".join(part for part in "ymd" if part in found)


def _minutes(clock: Sequence[str]) -> Iterable[bool]:
    """Return of each part of a day and its time whether it is the minutes: after hours, or before seconds."""
    for index, text in enumerate(clock):
        before = clock[index - 1].strip("[]")[:1] if index else ""
        after = clock[index + 1].strip("[]")[:1] if index + 1 < len(clock) else ""
        yield text.strip("[]")[:1] == "m" and len(text) < 3 and (before == "h" or after == "s")


def shown_day(section: FormatSection, day: datetime.date) -> str | None:
    """Return what a section shows of a day; ``None`` where it shows more than numbers of it."""
    written = {
        "yyyy": f"{day.year}", "yy": f"{day.year % 100:02d}", "e": f"{day.year}", "m": f"{day.month}",
        "mm": f"{day.month:02d}", "d": f"{day.day}", "dd": f"{day.day:02d}",
    }  # fmt: skip
    clock = [piece.text for piece in section.pieces if piece.kind is PieceKind.CLOCK]
    if any(_minutes(clock)) or not all(text in written for text in clock):
        return None
    return "".join(
        written[piece.text] if piece.kind is PieceKind.CLOCK else piece.text for piece in section.pieces
    )
