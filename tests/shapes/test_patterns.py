"""The regular expressions of the schemas: as exact as the reader, text by text."""

import itertools
import re
from collections.abc import Callable

import pytest
from jsonschema_rs import Draft202012Validator

from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.shapes.base import TextForm, keys_of
from hubei_digecon.shapes.dates import WIDE, date_of, dated_of, period_of, period_within, valid_until_of
from hubei_digecon.shapes.files import SHAPES
from hubei_digecon.shapes.holds import as_typed
from hubei_digecon.shapes.patterns import (
    BLANK,
    DATE,
    DATED,
    LEADS_OUT,
    NOT_BLANK,
    VALID_UNTIL,
    alternatives,
    padded,
    padded_or_blank,
    period,
    whole,
)
from hubei_digecon.shapes.text_kinds import WHOLE_DIGITS

from ..editors import errors
from ..load.reading import HEAD
from .taken import is_taken

# Text


def test_blanks_are_what_python_takes_off_to_every_engine() -> None:
    """To ECMA-262 a byte order mark is a blank of ``\\s``, and a next line is none."""
    blank, other = (Draft202012Validator({"pattern": one}) for one in (BLANK, NOT_BLANK))
    for character in map(chr, (*range(0xD800), *range(0xE000, 0x10000))):
        assert bool(re.search(BLANK, character)) is blank.is_valid(character) is character.isspace()
        assert bool(re.search(NOT_BLANK, character)) is other.is_valid(character) is not character.isspace()


def test_blanks_around_a_text_count_for_nothing() -> None:
    blanks = [character for character in map(chr, range(0x10000)) if character.isspace()]
    assert len(blanks) > 20
    for blank in blanks:
        for text in (f"{blank}a|b", f"a|b{blank}", f"{blank}a|b{blank}"):
            assert re.search(padded(alternatives(["a|b"])), text)
        assert re.search(padded_or_blank("a"), blank)
        assert not re.search(padded("a"), blank)


@pytest.mark.parametrize(
    "text", ["a.b", "a+b", "a-b", "(a)", "[a]", "a|b", "^a$", "a\\b", "a{2}", "%", "a/b", "中"]
)
def test_a_text_is_matched_by_itself_alone(text: str) -> None:
    pattern = re.compile(alternatives([text]))
    assert pattern.fullmatch(text)
    assert not any(pattern.fullmatch(other) for other in ("", "a", "aa", "axb", f"{text}a", "a.c"))


def test_every_word_of_a_closed_list_is_taken_with_blanks_around_it_and_no_other_is() -> None:
    forms = [key.form for shape in SHAPES.values() for key in keys_of(shape)]
    listed = [form.holds for form in forms if isinstance(form, TextForm) and form.holds.words]
    assert len(listed) > 10
    for holds in listed:
        assert all(
            is_taken(holds, f"{blank}{word}{blank}") for word in holds.words for blank in ("", "\u3000")
        )
        assert not any(
            is_taken(holds, text) for word in holds.words for text in (f"{word}x", f"x{word}", "|")
        )


def test_words_are_proposed_as_an_editor_may_see_them() -> None:
    words = dict.fromkeys(["true", "2025", "1e3", "0x10", "null", "~", "final", "是"])
    assert as_typed(words) == [
        "true",
        True,
        "2025",
        2025,
        "1e3",
        1000.0,
        "0x10",
        16,
        "null",
        "~",
        "final",
        "是",
    ]


# Dates and whole numbers


def _is(read: Callable[[str], object], text: str) -> bool:
    try:
        return read(text) is not None
    except ValueError:
        return False


WAYS = (
    "{0:04}-{1:02}-{2:02}", "{0:04}-{1}-{2}", "{0:04}/{1}/{2}", "{0:04}.{1}.{2}", "{0:04}年{1}月{2}日",
    "{0:04}{1:02}{2:02}", "{0:04} 年 {1:02} 月 {2:02} 号", "{0:04}/{1}/{2} 0:00", "{0:04}-{1}/{2}", "{0:04}-{1:03}-{2}",
    "{0}-{1}-{2}",
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_date_is_a_day_of_the_calendar(way: str) -> None:
    pattern = re.compile(DATE)
    years = (0, 1, 4, 100, 400, 1900, 2000, 2024, 2025, 2100, 9999)
    for year, month, day in itertools.product(years, range(15), range(34)):
        written = way.format(year, month, day)
        for text in (written, written.translate(FULL)):
            assert bool(pattern.fullmatch(text)) is _is(date_of, text), text


def test_every_leap_year_has_its_day() -> None:
    pattern = re.compile(DATE)
    for year in range(10_000):
        text = f"{year:04}-02-29"
        assert bool(pattern.fullmatch(text)) is _is(date_of, text), text


FULL = str.maketrans({ordinary: wide for wide, ordinary in WIDE.items()})
PIECES = (
    "2025", "2025年", "2025 年", "截至2025年", "-", "/", ".", "M", "Q", "H", "1", "01", "3", "9", "12", "13", "月", "月份",
    "底", "末", "初", "上旬", "上半年", "下半年", "前", "三", "第", "季度", "全年", "度", "—", "至", "累计", "日", "31", "个月", "长期",
    "有效",
)  # fmt: skip


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("regex", "read"),
    [
        (DATED, dated_of),
        (VALID_UNTIL, valid_until_of),
        (period(), period_of),
        (period(year_of_report=True), lambda text: period_of(text) or period_within(text, 2025)),
    ],
)
def test_a_schema_takes_of_dates_just_what_is_read(regex: str, read: Callable[[str], object]) -> None:
    pattern, taken = re.compile(regex), 0
    for number in range(1, 5):
        for pieces in itertools.product(PIECES if number < 4 else PIECES[1:29], repeat=number):
            text = "".join(pieces)
            if number == 4 and (not text.startswith("2025年")):
                continue
            taken += _is(read, text)
            assert bool(pattern.fullmatch(text)) is _is(read, text), text
    assert taken > 20


@pytest.mark.parametrize("bounds", [(1, 9999), (0, 9999), (0, 9), (1900, 2199), (7, 123), (100, 199), (5, 5)])
def test_a_whole_number_lies_between_its_bounds(bounds: tuple[int, int]) -> None:
    pattern = re.compile(whole(*bounds))
    for number in range(11_000):
        for text in {f"{number:0{width}}" for width in range(1, WHOLE_DIGITS + 2)}:
            right = bounds[0] <= number <= bounds[1] and len(text) <= WHOLE_DIGITS
            assert bool(pattern.fullmatch(text)) is right, text


def _is_read(text: str, library: TargetLibrary) -> bool:
    return not errors("report", text, "report.yaml", library)


# Documents


def test_a_path_leads_out_where_the_reader_says_so(library: TargetLibrary) -> None:
    steps = ("a", "..", ".", " ..", ".. ", "...", "", "C:", "a.b:")
    for first, second, third in itertools.product(steps, steps, steps):
        for between in ("/", "\\"):
            text = between.join((first, second, third))
            source = f"observations: {{gdp: {{value: 1亿元, source: {{document: '{text}'}}}}}}"
            read = not text.strip() or _is_read(f"{HEAD}{source}\n", library)
            assert bool(re.search(LEADS_OUT, text)) is not read, text
