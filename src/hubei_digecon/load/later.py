"""Keys and words that the design of target files has and this version does not read yet.

They are refused with a message of their own: a target that needs one would be judged by less than it says.
"""

from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..text import Text

NOT_YET = DiagnosticKind(
    "not-yet",
    Severity.ERROR,
    Text(
        "“{text}”属于后续版本的格式，本版本还不能使用",
        "“{text}” belongs to a later version of the format; this one cannot use it",
    ),
    Text("删去含有它的条目，待新版本再写入", "leave the entry with it out until a version that reads it"),
    example=Example(
        fails="indicators:\n  example:\n    name: {zh: 示例, en: Sample}\n    kind: rate\n"
        "    definition: {zh: 示例。, en: Made up.}",
        passes="indicators:\n  example:\n    name: {zh: 示例, en: Sample}\n    kind: share\n    unit: '%'\n"
        "    definition: {zh: 示例。, en: Made up.}",
        sort=Sort.CATALOGUE,
    ),
)
KINDS = (NOT_YET,)

KEYS = {
    "Target": ("aspiration", "base", "nature", "per_year", "tolerance"),
    "Citation": ("table", "row", "column", "cell", "head"),
    "Indicator": ("change",),
    "catalogue": ("units",),
    "Issued": ("seen", "default"),
}
"""The keys of later versions, by the shape that they stand in."""

WORDS = {"kind": ("number", "rate", "rank", "nation"), "comparator": ("about",)}
"""The words of later versions, by the key that they stand under."""


def is_later_key(shape: str, key: str) -> bool:
    """Whether a key that is not known is one of a later version."""
    return key in KEYS.get(shape, ())


def is_later_word(key: str, word: str) -> bool:
    """Whether a word that is not known is one of a later version."""
    return word in WORDS.get(key, ())
