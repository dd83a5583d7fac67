"""The code of a number format → what it says, by the grammar of spreadsheets; what that lacks is refused.

A code is up to four sections between semicolons: of positive numbers, negative ones, zero and text, or of
those that meet a condition. Each is a row of pieces: places of digits, signs and words as they are shown.
"""

import enum
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple


class UnknownFormatError(ValueError):
    """A code that is no part of the grammar: nobody can tell what a cell of it shows."""


class PieceKind(enum.Enum):
    """What a piece of a section stands for."""

    WORDS = "words"
    DIGIT = "digit"
    POINT = "point"
    COMMA = "comma"
    PERCENT = "percent"
    EXPONENT = "exponent"
    SLASH = "slash"
    TEXT = "text"
    GENERAL = "general"
    CLOCK = "clock"


class FormatPiece(NamedTuple):
    """A piece of a section; ``text``: what is shown, or which digit, sign or part of a day it is."""

    kind: PieceKind
    text: str


class SectionKind(enum.Enum):
    """How a section shows what a cell holds."""

    NUMBER = "number"
    SCIENTIFIC = "scientific"
    FRACTION = "fraction"
    DAY = "day"
    GENERAL = "general"
    TEXT = "text"
    WORDS = "words"


class FormatCondition(NamedTuple):
    """What a number must meet for a section to be that of it."""

    sign: str
    limit: Fraction


class FormatSection(NamedTuple):
    """A section of a format: its pieces in order, how it shows, and its colour and condition, if any."""

    pieces: tuple[FormatPiece, ...]
    kind: SectionKind
    colour: str = ""
    condition: FormatCondition | None = None


class NumberFormat(NamedTuple):
    """A number format by its code; without ``sections`` nobody can tell what a cell of it shows."""

    code: str
    sections: tuple[FormatSection, ...]


_CODES = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;[Red]¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;[Red]¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
_MONTH, _DAY, _HOUR, _NOON = 'yyyy"年"m"月"', 'm"月"d"日"', 'h"时"mm"分"', '上午/下午h"时"mm"分"'
_CHINESE = {
    **dict.fromkeys((27, 36, 50, 52, 57), _MONTH), **dict.fromkeys((28, 29, 51, 53, 54, 58), _DAY),
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: _HOUR, 33: f'{_HOUR}ss"秒"', **dict.fromkeys((34, 55), _NOON),
    **dict.fromkeys((35, 56), f'{_NOON}ss"秒"'),
}  # fmt: skip
BUILT_IN = _CODES | _CHINESE
"""The formats that are known by number alone, as Chinese editions show them (ECMA-376-1, 18.8.30)."""

GENERAL = NumberFormat(
    "General", (FormatSection((FormatPiece(PieceKind.GENERAL, ""),), SectionKind.GENERAL),)
)
UNKNOWN = NumberFormat("", ())

COLOURS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "white": "FFFFFF", "yellow": "FFFF00", "黑色": "000000", "蓝色": "0000FF",
    "青色": "00FFFF", "绿色": "00FF00", "洋红": "FF00FF", "红色": "FF0000", "白色": "FFFFFF",
    "黄色": "FFFF00",
}  # fmt: skip
"""The colours that a section can name, in either language."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_(?P<blank>.)|\*(?P<fill>.)|\[(?P<bracket>[^\[\]]*)\]'
    r"|(?P<end>;)|(?P<general>General|G/通用格式)|(?P<exponent>E[+-])|(?P<digit>[0#?])|(?P<point>\.)"
    r"|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<text>@)"
    r"|(?P<clock>AM/PM|A/P|上午/下午|y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|e{1,2}|a{3,4}|g{1,3})"
    r"|(?P<words>[-$+():^&'~{}<>= ]|[^\x00-\x7f])",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)", re.ASCII)
_COLOUR = re.compile(r"(?:color|颜色) ?([1-9]|[1-4][0-9]|5[0-6])", re.ASCII | re.IGNORECASE)
_LOCALE = re.compile(r"\$([^-\[\]]*)(?:-([0-9A-F]{1,8}|[a-z]{2,3}(?:-[A-Z][A-Za-z]+)*))?", re.ASCII)
_ELAPSED = re.compile("h{1,2}|m{1,2}|s{1,2}", re.IGNORECASE)
_ASCII_DIGITS = (0, 1)
_MOST_SECTIONS = 4


@lru_cache(512)
def format_of(code: str) -> NumberFormat:
    """Return what a format's code says."""
    try:
        sections = tuple(_section(tokens) for tokens in _split(code))
    except UnknownFormatError:
        return NumberFormat(code, ())
    return NumberFormat(code, sections if len(sections) <= _MOST_SECTIONS else ())


def numbered(id: int, codes: dict[int, str]) -> NumberFormat:
    """Return the format of an id: one of the workbook's own ``codes``, or one that is built in."""
    code = codes.get(id, BUILT_IN.get(id))
    return NumberFormat(str(id), ()) if code is None else format_of(code)


def _split(code: str) -> Iterator[list[re.Match[str]]]:
    """Return the pieces of each section of a code.

    Raises:
        UnknownFormatError: where it is empty, or a sign stands in it that is none.
    """
    section: list[re.Match[str]] = []
    at = 0
    while at < len(code):
        match = _TOKEN.match(code, at)
        if match is None:
            raise UnknownFormatError(code)
        if match.lastgroup == "end":
            yield section
            section = []
        else:
            section.append(match)
        at = match.end()
    if not code:
        raise UnknownFormatError(code)
    yield section


def _section(tokens: Sequence[re.Match[str]]) -> FormatSection:
    """Return what the pieces of a section come to.

    Raises:
        UnknownFormatError: where one is unknown, or they do not go together.
    """
    pieces: list[FormatPiece] = []
    colour, condition = "", None
    for token in tokens:
        inside = token["bracket"]
        if inside is None:
            pieces.extend(_plain(token))
        elif named := _colour(inside):
            colour = named
        elif limit := _CONDITION.fullmatch(inside):
            condition = FormatCondition(limit[1], Fraction(limit[2]))
        else:
            pieces.extend(_bracket(inside))
    pieces = _points_of_seconds(pieces)
    return FormatSection(tuple(pieces), _sort(pieces), colour, condition)


def _plain(token: re.Match[str]) -> Iterator[FormatPiece]:
    sort = str(token.lastgroup)
    text = token[sort]
    if sort in ("quoted", "escaped", "words"):
        yield FormatPiece(PieceKind.WORDS, text)
    elif sort == "blank":
        yield FormatPiece(PieceKind.WORDS, " ")
    elif sort == "fill":  # how often it is repeated depends on the width of the column
        yield FormatPiece(PieceKind.WORDS, text.strip())
    else:
        yield FormatPiece(PieceKind[sort.upper()], text.lower() if sort == "clock" else text.upper())


def _colour(inside: str) -> str:
    """Return the colour that a bracket names; of a numbered one the number, of none nothing."""
    numbered_colour = _COLOUR.fullmatch(inside)
    return numbered_colour[1] if numbered_colour else COLOURS.get(inside.lower(), "")


def _bracket(inside: str) -> Iterator[FormatPiece]:
    """Return what a bracket shows that names neither a colour nor a condition."""
    if _ELAPSED.fullmatch(inside):
        yield FormatPiece(PieceKind.CLOCK, f"[{inside.lower()}]")
        return
    match = _LOCALE.fullmatch(inside)
    if match is None or not _has_usual_digits(match[2] or ""):
        raise UnknownFormatError(inside)
    if match[1]:
        yield FormatPiece(PieceKind.WORDS, match[1])


def _has_usual_digits(locale: str) -> bool:
    """Whether a locale shows numbers in the digits 0 to 9: the highest of its bytes says in which."""
    return not re.fullmatch("[0-9A-F]+", locale) or int(locale, 16) >> 24 in _ASCII_DIGITS


def _points_of_seconds(pieces: Sequence[FormatPiece]) -> list[FormatPiece]:
    """Return the pieces of a time with parts of its seconds as one: in ``ss.00`` they are no number."""
    joined: list[FormatPiece] = []
    for piece in pieces:
        before = joined[-1].text if joined else ""
        if piece.kind in (PieceKind.POINT, PieceKind.DIGIT) and before.startswith(("s", "[s")):
            joined[-1] = FormatPiece(PieceKind.CLOCK, before + piece.text)
        else:
            joined.append(piece)
    return joined


_SORTS = (
    (SectionKind.DAY, {PieceKind.CLOCK, PieceKind.SLASH, PieceKind.POINT, PieceKind.COMMA}, PieceKind.CLOCK),
    (SectionKind.GENERAL, {PieceKind.GENERAL}, PieceKind.GENERAL),
    (SectionKind.TEXT, {PieceKind.TEXT}, PieceKind.TEXT),
    (
        SectionKind.SCIENTIFIC,
        {PieceKind.DIGIT, PieceKind.POINT, PieceKind.COMMA, PieceKind.EXPONENT},
        PieceKind.EXPONENT,
    ),
    (
        SectionKind.NUMBER,
        {PieceKind.DIGIT, PieceKind.POINT, PieceKind.COMMA, PieceKind.PERCENT},
        PieceKind.DIGIT,
    ),
    (SectionKind.FRACTION, {PieceKind.DIGIT, PieceKind.SLASH}, PieceKind.SLASH),
    (
        SectionKind.WORDS,
        {PieceKind.PERCENT, PieceKind.SLASH, PieceKind.POINT, PieceKind.COMMA},
        PieceKind.WORDS,
    ),
)
"""Each sort of section: the marks it may have beside words, and the one that makes it that."""


def _sort(pieces: Sequence[FormatPiece]) -> SectionKind:
    """Return the sort of a section of some pieces.

    Raises:
        UnknownFormatError: where they do not go together.
    """
    marks = {piece.kind for piece in pieces}
    others = marks - {PieceKind.WORDS}
    if not marks:
        return SectionKind.WORDS
    for sort, may, makes in _SORTS:
        if makes in marks and others <= may:
            return _checked(sort, pieces)
    raise UnknownFormatError("".join(piece.text for piece in pieces))


def _checked(kind: SectionKind, pieces: Sequence[FormatPiece]) -> SectionKind:
    """Return the kind of a section if what can stand in it once does."""
    for one in (PieceKind.POINT, PieceKind.EXPONENT, PieceKind.SLASH, PieceKind.GENERAL, PieceKind.TEXT):
        if kind is not SectionKind.DAY and sum(piece.kind is one for piece in pieces) > 1:
            raise UnknownFormatError("".join(piece.text for piece in pieces))
    return kind
