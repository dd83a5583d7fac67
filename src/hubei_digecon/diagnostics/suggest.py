"""Near misses: what was probably meant by a word that is not known."""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from ..text import Text

_NOTHING = Text("", "")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like ``word``, or ``None`` where none is alike."""
    return _nearest(word[:100], tuple(known))


@lru_cache(1024)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Look once for each text: a table can hold the same slip in every row."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=3, cutoff=0.6)
    return next((meant for meant in close if _denies(meant) == _denies(word)), None)


def _denies(word: str) -> bool:
    """Whether a word says that something is not so: nobody who writes 未完成 means 已完成."""
    return word.startswith(("未", "不", "not_", "no_"))


def one_keystroke_apart(word: str, known: str) -> bool:
    """Whether one character too many, too few, another or two exchanged make the one word of the other."""
    longer, shorter = (word, known) if len(word) >= len(known) else (known, word)
    if len(longer) - len(shorter) > 1 or longer == shorter:
        return False
    first = next((at for at, sign in enumerate(shorter) if sign != longer[at]), len(shorter))
    rest, other = longer[first:], shorter[first:]
    if len(longer) > len(shorter):
        return rest[1:] == other
    return rest[1:] == other[1:] or (rest[1::-1] == other[:2] and rest[2:] == other[2:])


def suggestion(word: str, known: Iterable[str]) -> Callable[[], Text]:
    """Return what to say :func:`near_miss`, to be found out only for a diagnostic that is shown."""
    return partial(near_miss, word, tuple(known))


def near_miss(word: str, known: Iterable[str]) -> Text:
    """Return “did you mean …?”, or nothing where no known word is alike."""
    return asking(nearest(word, known))


def asking(meant: str | None) -> Text:
    """Return the question whether a word was meant, or nothing where there is none."""
    return Text(f"是否想写“{meant}”？", f"did you mean “{meant}”? ") if meant else _NOTHING
