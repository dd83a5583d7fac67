"""Holds what two versions wrote together, but for words that were replaced on purpose."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import zip_longest
from zipfile import ZipFile

Outputs = Mapping[str, bytes]
"""What a command line wrote, by name: standard output and error, files, and the exit code."""

Substitution = tuple[str, str]
"""A regular expression, and what now stands in place of what it finds."""

SUBSTITUTIONS: Sequence[Substitution] = (
    ("a remark for people who open", "a note for people who open"),
    (r"(?<=备注\\n)a remark", "a note"),
    (
        "a target, an indicator, an outcome, a reason or a remark",
        "a target, indicator, outcome, reason or diagnostic",
    ),
    ("remarked on", "told of"),
    ("remark", "diagnostic"),
    ("Remark", "Diagnostic"),
    ('class="mend"', 'class="fix"'),
    (r'(?<!")\bmend', "fix"),  # “mend” alone in quotes is a key of JSON, which stays
    (r"\bMend", "Fix"),
    (  # of the style of the page, in which a class has another name
        r"sha256-RKD8lEL3/uc3WwLjNhP/wZbrB3G3LPq8zrE8hX43mIQ=",
        "sha256-q28b0iBCmhBf0rPQLj5Vrc+zvE+6d1FIL9q2CPQEa+A=",
    ),
)
"""Words that were replaced on purpose, in the order in which they are applied to every old output, and to
the words of a command line: what has another name now is asked for by that.

An output that holds such a word in another sense would be changed too, and differ: the expression must say
more. An output that is changed may break its lines elsewhere, and a workbook other widths of columns,
since words of another length take other room.
"""

_MEASURES = re.compile(r'\b(?:width|scale)="[\d.]+"')
"""What depends on the length of words in a workbook: how wide columns are, and how small they are printed."""

_ARCHIVE = b"PK\x03\x04"
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """The first line in which two outputs differ, counted from 1, on both sides."""

    output: str
    line: int
    old: str
    new: str

    def __str__(self) -> str:
        """Return three lines: where it is, and on each side the letters around the first that differs."""
        start = max(0, _first_that_differs(self.old, self.new) - _MOST_LETTERS // 2)
        cut = slice(start, start + _MOST_LETTERS)
        before = "…" if start else ""
        return f"  {self.output}, line {self.line}\n  - {before}{self.old[cut]}\n  + {before}{self.new[cut]}"


@dataclass(slots=True)
class Comparison:
    """Compares outputs, and counts what it compared."""

    substitutions: Sequence[Substitution] = SUBSTITUTIONS
    counts: Counter[str] = field(default_factory=Counter)

    def differences(self, old: Outputs, new: Outputs) -> list[Difference]:
        """Return a difference for each output of one command line that is not the same."""
        names = sorted(old.keys() | new.keys())
        compared = (self._difference(name, old.get(name), new.get(name)) for name in names)
        found = [difference for difference in compared if difference]
        self.counts.update({"command lines": 1, "outputs": len(names), "differences": len(found)})
        return found

    def summary(self) -> str:
        """Return what was compared, and how often each substitution was applied."""
        uses = (
            f"{pattern!r} → {words!r}: {self.counts[pattern]} times\n"
            for pattern, words in self.substitutions
        )
        return (
            f"{self.counts['command lines']} command lines, {self.counts['outputs']} outputs compared; "
            f"{self.counts['substituted']} have words replaced, "
            f"{self.counts['laid out']} of them with other line breaks or widths.\n"
            f"{''.join(uses)}"
            f"Differences: {self.counts['differences']}."
        )

    def substituted(self, text: str) -> str:
        """Return a text with words replaced, and count how often each substitution was applied."""
        for pattern, words in self.substitutions:
            text, times = re.subn(pattern, words, text)
            self.counts[pattern] += times
        return text

    def _difference(self, name: str, old: bytes | None, new: bytes | None) -> Difference | None:
        """Return how an output differs; count it where it is the same with words replaced."""
        if old is None or new is None:
            sides = ("(not written)" if data is None else _text(data) for data in (old, new))
            return _first_difference(name, *sides)
        parts = [(part, was, self.substituted(was), now) for part, was, now in _parts(name, old, new)]
        replaced = any(wanted != was for _, was, wanted, _ in parts)
        others = [(part, wanted, now) for part, _, wanted, now in parts if wanted != now]
        for part, wanted, now in others:
            if replaced:
                wanted, now = _MEASURES.sub("", wanted), _MEASURES.sub("", now)
            if not replaced or "".join(wanted.split()) != "".join(now.split()):
                return _first_difference(part, wanted, now)
        if old != new and not replaced:
            return Difference(name, 1, "the same text in other bytes", "the same text in other bytes")
        self.counts.update({"substituted": replaced, "laid out": bool(others)})
        return None


def _parts(name: str, old: bytes, new: bytes) -> Iterator[tuple[str, str, str]]:
    """Return the texts of two outputs side by side: the one of each, or of a workbook all its members."""
    if not old.startswith(_ARCHIVE) or not new.startswith(_ARCHIVE):
        yield name, _text(old), _text(new)
        return
    with ZipFile(BytesIO(old)) as was, ZipFile(BytesIO(new)) as now:
        yield f"{name}: members", "\n".join(was.namelist()), "\n".join(now.namelist())
        for member in was.namelist() if was.namelist() == now.namelist() else ():
            yield f"{name}: {member}", _text(was.read(member)), _text(now.read(member))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")


def _first_difference(output: str, old: str, new: str) -> Difference:
    """Return the first line that differs of two texts that do."""
    lines = zip_longest(old.split("\n"), new.split("\n"), fillvalue="(no such line)")
    number, was, now = next((number, *pair) for number, pair in enumerate(lines, 1) if pair[0] != pair[1])
    return Difference(output, number, was, now)


def _first_that_differs(old: str, new: str) -> int:
    """Return the index of the first letter that two lines do not share."""
    return next(
        (index for index, (was, now) in enumerate(zip(old, new, strict=False)) if was != now),
        min(len(old), len(new)),
    )
