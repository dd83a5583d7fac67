"""How much memory bringing a large table into order takes, as people write it.

What does not fit goes to a temporary folder, so that more is faster and never another order.
"""

from ..late import late_pattern
from ..text import Text

MEMORY, LEAST_MEMORY = "128MiB", "64MiB"
"""What it takes by default, and at least."""

NOT_A_SIZE = Text(
    "“{text}”不是内存大小，应写成 512MiB、2GiB，不少于 {least}",
    "“{text}” is no size of memory; write it as 512MiB or 2GiB, at least {least}",
)
"""What is said of a text that is no size, or too little."""

_SIZE = late_pattern("([1-9][0-9]{0,5})(MiB|GiB)")
_BYTES = {"MiB": 2**20, "GiB": 2**30}


def bytes_of(text: str) -> int:
    """Return how many bytes a size is, as ``512MiB`` and ``2GiB`` are.

    Raises:
        ValueError: where it is none, or too little.
    """
    size = _SIZE.fullmatch(text)
    number = int(size[1]) * _BYTES[size[2]] if size else 0
    if not number or (text != LEAST_MEMORY and number < bytes_of(LEAST_MEMORY)):
        raise ValueError(text)
    return number
