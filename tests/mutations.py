"""Inputs made from others by small random changes, of bytes and of structure; always the same ones."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random

from .hostile import CONTROLS, MARKUP

VALUES = (
    "", "~", "null", "no", "true", "是", "已实现", "partial", "未达", "约3家以上", "31.2%", "0.312", "-5家", "１８２家",
    "1e9999", "1_000", ".nan", "-.inf", "0x1F", "010", "12:30", "1,048.3亿元", "10,48亿元", "9" * 31 + "元",
    "0." + "0" * 28 + "1%", "-0%", "1048300万元", "1.0483万亿元", "13百分点", "13‰", "亿元", "%", "+",
    "2025", "2025-M13", "2025-Q4", "2025-02-30", "0000-00-00", "9999-12-31", "2026-01-20T00:00:00Z",
    "<<", "*a", "&a b", "!!str x", "!!python/object:x", "[", "]", "{", "}", "{a: b}", "[a, {b: c}]", "- a", "? a",
    "|\n  a\n  b", ">-\n  a", "'a", '"a', '"\\e[31m"', '"\\ud800"', '"\\u202e"', '"\\0"', "'", "#", "@", "`", "%TAG",
    "---", "...", "\t", " ", "﹪", "=1+1", "@SUM(A1)", "::error::x", "]]>", "<b>", "&amp;", "](x)", "../../x", "/x",
    "x" * 2000, "汉" * 700, "𠮷𠀀𪛖", "👨‍👩‍👧", "e\u0301" * 40, *MARKUP, *CONTROLS,
)  # fmt: skip
"""What stands in the place of a value."""

CHARACTERS = (
    *CONTROLS, "\t", " ", "\u00a0", "\u3000", "𠮷", "𪛖", "\U0010ffff", "\ufffe", "\ue000", "😀", "\u0301", "Ａ", "％",
    ":", ": ", "- ", ", ", "#", " #", '"', "'", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "?", "\\", "\n\n",
)  # fmt: skip
"""What is put somewhere."""

MOST = 200_000
"""How many bytes a mutant may grow to: enough to meet a limit of the reader, and quick to write."""

_VALUE = re.compile(r"(?<=: )[^\n#]+|(?<=- )[^\n#]+")
_PART = re.compile(r"[^\s,{}\[\]:]+")
_KEY = re.compile(r"[\w.-]+(?=:)")
_PAIR = re.compile(r"([\w.-]+): ([^\s,{}\[\]#]+)")
_FREE = re.compile(
    r"\b(?:by|name|title|issuer|note|basis|reason|cause|measures|explanation|code|publisher|scope): [^\s,{}\[\]#]+"
)
_NUMBER = re.compile("[0-9]+")

Change = Callable[[str, Random, Sequence[str]], str]
"""Takes a text, and the texts of all seeds, from which it may take parts."""


def mutant(seeds: Sequence[str], number: int) -> bytes:
    """Return mutant ``number``; each seed is mutated as often as the others."""
    return changed(seeds[number % len(seeds)], seeds, Random(f"mutant {number}"))


def changed(seed: str, seeds: Sequence[str], random: Random) -> bytes:
    """Return what becomes of a text by some changes."""
    text, changes = seed, random.choice((CHANGES, GENTLE))
    left = random.choice((1, 1, 1, 2, 3, 5))
    while left > 0 or text == seed:
        text = random.choice(changes)(text, random, seeds)
        left -= 1
    data = text.encode("utf-8", "surrogateescape")[:MOST]
    if changes is CHANGES and random.random() < 0.3:
        return random.choice(CHANGES_OF_BYTES)(data, random)
    return data


def between_quotes(text: str) -> str:
    """Write a text between quotes, escaped where that can be: YAML refuses the escapes of surrogate pairs."""
    return json.dumps(text, ensure_ascii=all(character <= "\uffff" for character in text))


def _swap_lines(text: str, random: Random, seeds: Sequence[str]) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _delete_lines(text: str, random: Random, seeds: Sequence[str]) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    del lines[at : at + random.choice((1, 1, 2, 5))]
    return "\n".join(lines)


def _repeat_lines(text: str, random: Random, seeds: Sequence[str]) -> str:
    lines = text.split("\n")
    at, length = random.randrange(len(lines)), random.choice((1, 1, 2, 5))
    lines[at:at] = lines[at : at + length] * random.choice((1, 1, 2, 50, 400))
    return "\n".join(lines)


def _move_lines(text: str, random: Random, seeds: Sequence[str]) -> str:
    """Set some lines further in or out."""
    lines = text.split("\n")
    at, by = random.randrange(len(lines)), random.choice((-4, -2, -1, 1, 2, 4, 70))
    for index in range(at, min(at + random.choice((1, 1, 3, 20)), len(lines))):
        lines[index] = " " * by + lines[index] if by > 0 else lines[index].removeprefix(" " * -by)
    return "\n".join(lines)


def _splice(text: str, random: Random, seeds: Sequence[str]) -> str:
    """Begin as one file does and end as another."""
    lines, others = text.split("\n"), random.choice(seeds).split("\n")
    return "\n".join((*lines[: random.randrange(len(lines) + 1)], *others[random.randrange(len(others)) :]))


def _take_a_line(text: str, random: Random, seeds: Sequence[str]) -> str:
    lines = text.split("\n")
    lines.insert(random.randrange(len(lines) + 1), random.choice(random.choice(seeds).split("\n")))
    return "\n".join(lines)


def _cut_short(text: str, random: Random, seeds: Sequence[str]) -> str:
    return text[: random.randrange(len(text) + 1)]


def _put_somewhere(text: str, random: Random, seeds: Sequence[str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(CHARACTERS) * random.choice((1, 1, 1, 3, 100)) + text[at:]


def _put_at_the_start(text: str, random: Random, seeds: Sequence[str]) -> str:
    return random.choice(("\ufeff", "---\n", "%YAML 1.2\n---\n", "\n", "\t", "- ", "? ", "{", "[")) + text


def _quote(text: str, random: Random, seeds: Sequence[str]) -> str:
    return _instead(
        _VALUE, text, random, lambda old: random.choice(('"{}"', "'{}'", '"{}', "|\n  {}")).format(old)
    )


def _nest(text: str, random: Random, seeds: Sequence[str]) -> str:
    opened, closed = random.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("[", "")))
    depth = random.choice((1, 2, 10, 62, 63, 64, 65, 5000))
    return _instead(_VALUE, text, random, lambda old: opened * depth + old + closed * depth)


def _other_value(text: str, random: Random, seeds: Sequence[str]) -> str:
    return _instead(_VALUE, text, random, lambda old: random.choice(VALUES))


def _other_part(text: str, random: Random, seeds: Sequence[str]) -> str:
    return _instead(_PART, text, random, lambda old: random.choice(VALUES))


def _value_of_another(text: str, random: Random, seeds: Sequence[str]) -> str:
    others = _VALUE.findall(random.choice((text, random.choice(seeds))))
    return _instead(_VALUE, text, random, lambda old: random.choice(others or [old]))


def _other_number(text: str, random: Random, seeds: Sequence[str]) -> str:
    numbers = (
        "0",
        "1",
        "2",
        "13",
        "99",
        "100",
        "2024",
        "2026",
        "999999",
        "1.5",
        "-1",
        "0.05",
        "30.0",
        "12.96",
    )
    return _instead(_NUMBER, text, random, lambda old: random.choice(numbers))


def _key_of_another(text: str, random: Random, seeds: Sequence[str]) -> str:
    others = _KEY.findall(random.choice((text, random.choice(seeds))))
    return _instead(_KEY, text, random, lambda old: random.choice(others or [old]))


def _value_of_its_key(text: str, random: Random, seeds: Sequence[str]) -> str:
    """Take a value that stands under the same key elsewhere, so that the text can mostly still be read."""
    known = _PAIR.findall("\n".join((text, random.choice(seeds), random.choice(seeds))))

    def other(pair: str) -> str:
        key = pair.partition(":")[0]
        return f"{key}: {random.choice([value for name, value in known if name == key] or ['x'])}"

    return _instead(_PAIR, text, random, other)


def _other_words(text: str, random: Random, seeds: Sequence[str]) -> str:
    """Put something hostile where any words may stand."""
    return _instead(
        _FREE, text, random, lambda old: f"{old.partition(':')[0]}: {between_quotes(random.choice(VALUES))}"
    )


def _misspell(text: str, random: Random, seeds: Sequence[str]) -> str:
    def misspelt(old: str) -> str:
        at = random.randrange(len(old))
        return (
            old[:at]
            + random.choice(("", old[at] * 2, random.choice(CHARACTERS), old[at].swapcase()))
            + old[at + 1 :]
        )

    return _instead(_PART, text, random, misspelt)


def _instead(pattern: re.Pattern[str], text: str, random: Random, new: Callable[[str], str]) -> str:
    """Replace one place that the pattern finds; without any, put something at the end."""
    found = list(pattern.finditer(text))
    if not found:
        return text + new("x")
    place = random.choice(found)
    return text[: place.start()] + new(place.group()) + text[place.end() :]


CHANGES: tuple[Change, ...] = (
    _swap_lines, _delete_lines, _repeat_lines, _move_lines, _splice, _take_a_line, _cut_short, _put_somewhere,
    _put_at_the_start, _quote, _nest, _other_value, _other_value, _other_part, _value_of_another, _other_number,
    _other_number, _key_of_another, _misspell,
)  # fmt: skip


GENTLE: tuple[Change, ...] = (
    _value_of_its_key, _value_of_its_key, _other_words, _other_words, _other_number, _delete_lines, _take_a_line
)  # fmt: skip
"""Changes after which a report can mostly still be read, and is judged."""


def _flip_bits(data: bytes, random: Random) -> bytes:
    changed = bytearray(data or b"\0")
    for _ in range(random.choice((1, 1, 3, 30))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _random_bytes(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.choice((1, 4, 64))) + data[at:]


def _cut_bytes(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice((1, 2, 3, 100)) :]


def _encode(data: bytes, random: Random) -> bytes:
    """Write it as other programs do: in another encoding, or with other ends of lines."""
    text = data.decode("utf-8", "replace")
    encoding = random.choice(("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "utf-8", "utf-8"))
    return text.replace("\n", random.choice(("\n", "\r\n", "\r", "\u2028"))).encode(encoding)


CHANGES_OF_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip_bits,
    _random_bytes,
    _cut_bytes,
    _encode,
)
