"""Count the things behind a count: which records are one thing, and which things are eligible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from .reading import Indicator, Item

SIGNS = str.maketrans(
    {
        **dict.fromkeys("([{（【〔「『《〈［｛", "("),
        **dict.fromkeys(")]}）】〕」』》〉］｝", ")"),
        **dict.fromkeys("\"'“”‘’＂＇`´", '"'),
        **dict.fromkeys("-‐‑‒–—―−－﹣", "-"),
        **dict.fromkeys("·•‧・∙⋅･", "·"),
    }
)
INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
# Radicals that normalisation leaves, traditional letters and look-alike ones: those that are drawn.
RADICALS = str.maketrans({"⻋": "车", "⻓": "长", "⻔": "门", "⺟": "母"})
SIMPLE = str.maketrans("創業臺華東電數據園門長車網雲", "创业台华东电数据园门长车网云")
ALIKE = str.maketrans("аеорсхуАВЕКМНОРСТХ", "aeopcxyabekmhopctx")

_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def fold(name: str) -> str:
    """Fold a name by the one fold of the design, section 4."""
    # "default-ignorable and format characters dropped, NFKC, dropped again, case folded, CJK radicals to their
    # characters, blanks removed, brackets, quotes, dashes and middle dots each to one sign, a closing full stop dropped"
    text = drop_invisible(unicodedata.normalize("NFKC", drop_invisible(name))).casefold()
    text = "".join(text.translate(RADICALS).split()).translate(SIGNS)
    return text.rstrip(".。｡")


def drop_invisible(text: str) -> str:
    """Drop what cannot be seen."""
    return "".join(c for c in INVISIBLE.sub("", text) if unicodedata.category(c) != "Cf")


def blur(name: str) -> str:
    """Fold a name further, to what is only in question: traditional letters and look-alike ones."""
    return fold(name).translate(SIMPLE).translate(ALIKE)


def valid_code(item: Item) -> str | None:
    """Return the credit code of an item where it is valid, else nothing."""
    # "Only a valid 统一社会信用代码 identifies (blanks, hyphens, a leading apostrophe dropped; positions 3–8 digits)"
    text = unicodedata.normalize("NFKC", drop_invisible(item.fields.get("code", "")))
    code = re.sub("[\\s-]", "", text).lstrip("'’").upper()
    if not re.fullmatch(f"[{_LETTERS}]{{2}}[0-9]{{6}}[{_LETTERS}]{{10}}", code, re.ASCII):
        return None
    total = sum(_LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(code[:17]))
    return code if _LETTERS[-total % 31] == code[17] else None


@dataclass(frozen=True)
class Day:
    """The days between which an item must lie, and the last on which it must hold."""

    first: date | None
    last: date  # the end of the period or of the due year, whichever is earlier
    known: date  # nothing dated later proves anything
    dated_only: bool  # whether an item without a date is left open


def standing(item: Item, indicator: Indicator, day: Day, rejected: set[str]) -> str:
    """Say of one record whether it makes its thing count: eligible, lacking or out."""
    # "Rejected, duplicate, wrong-level and out-of-time items are never eligible."
    if fold(item.name) in rejected:
        return "out"
    level = item.fields.get("level")
    if indicator.levels and level is not None and level not in indicator.levels:
        return "out"
    certificate = item.fields.get("certificate")
    if (
        indicator.certificate
        and certificate is not None
        and indicator.certificate.replace(" ", "") not in certificate.replace(" ", "")
    ):
        return "out"
    recognised, until = item.day("recognised_on"), item.day("valid_until")
    # "an item dated from the target's since to the end of the period or of the due year, whichever is earlier"
    if recognised and recognised > day.last:
        return "out"
    if recognised and day.first and recognised < day.first and indicator.nature == "added":
        return "out"
    if until and until < day.last and indicator.nature == "stock":
        return "out"
    needed = {*indicator.requires, *(["level"] if indicator.levels else [])}
    if day.dated_only:
        needed.add("recognised_on")
    if recognised and recognised > day.known:  # "items … dated after as_of … prove nothing"
        return "lacking"
    return "lacking" if any(field not in item.fields for field in needed) else "eligible"


def is_history(item: Item, last: date) -> bool:
    """Say whether a record is the history of its thing: expired, or later."""
    # "expired and later records of it are its history"
    recognised, until = item.day("recognised_on"), item.day("valid_until")
    return bool((until and until < last) or (recognised and recognised > last))


def has_duplicates(items: tuple[Item, ...], last: date) -> bool:
    """Say whether a thing is listed twice, beside its history."""
    return any(sum(not is_history(one, last) for one in records) > 1 for records in group(items))


@dataclass(frozen=True)
class Count:
    """How many things of a list count."""

    least: int  # surely eligible
    most: int  # eligible, where all that are alike are different things
    lacking: int  # things that lack a needed field
    listed: int
    all_dated: bool


def count(items: tuple[Item, ...], indicator: Indicator, day: Day, rejected_names: Iterable[str]) -> Count:
    """Count the eligible things of a list."""
    rejected = {fold(name) for name in rejected_names}
    groups = group(items)
    states = [thing(records, indicator, day, rejected) for records in groups]
    least = most = lacking = 0
    for cluster in clusters(groups):
        found = [states[index] for index in cluster]
        eligible, open_ = found.count("eligible"), found.count("lacking")
        # "in question (similar-item, one to two)"; "a name with n valid codes counts one to n"
        least += min(eligible, 1)
        most += eligible
        lacking += open_
    # A thing with its history is listed once, one that is listed twice twice.
    listed = sum(max(1, sum(not is_history(one, day.last) for one in records)) for records in groups)
    return Count(least, most, lacking, listed, all(item.day("recognised_on") for item in items))


def thing(records: list[Item], indicator: Indicator, day: Day, rejected: set[str]) -> str:
    """Say whether a thing counts, from all records of it."""
    found = [standing(record, indicator, day, rejected) for record in records]
    # A rejection names a record; whether it means the thing too, under another name, nobody says: in question.
    if "eligible" in found and any(fold(record.name) in rejected for record in records):
        return "lacking"
    # "A thing counts where any of its records in force counts"
    return next((state for state in ("eligible", "lacking") if state in found), "out")


def group(items: tuple[Item, ...]) -> list[list[Item]]:
    """Join the records that are one thing."""
    by_code: dict[str, list[Item]] = {}
    rest: list[Item] = []
    for item in items:  # "Records are joined by valid code first"
        code = valid_code(item)
        if code:
            by_code.setdefault(code, []).append(item)
        else:
            rest.append(item)
    groups = list(by_code.values())
    for item in rest:  # "one without a code joins the one group of its name"
        named = [one for one in groups if any(fold(other.name) == fold(item.name) for other in one)]
        if len(named) == 1:
            named[0].append(item)
        elif not named:
            groups.append([item])
        else:  # of several groups of that name it is one, and adds nothing
            named[0].append(item)
    return groups


def clusters(groups: list[list[Item]]) -> list[set[int]]:
    """Gather the groups that may be the same thing."""
    gathered = [{index} for index in range(len(groups))]
    for (i, one), (j, other) in combinations(enumerate(groups), 2):
        # "Equal only after traditional to simplified, or by look-alike letters: in question"
        if {blur(item.name) for item in one} & {blur(item.name) for item in other}:
            both = next(c for c in gathered if i in c) | next(c for c in gathered if j in c)
            gathered = [c for c in gathered if not c & both] + [both]
    return gathered
