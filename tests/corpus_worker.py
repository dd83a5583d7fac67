"""A process that checks every STEP-th input of the corpus from FIRST on and writes a line on each.

What an input does to it, down to a crash of the interpreter, it does to this process only. One that
hangs is ended, with where it hung on standard error.
"""

import faulthandler
import json
import re
import sys
import time
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from .corpus import Corpus
from .soundness import WAYS, Way, complaint, ran

HANGS = 30
"""Seconds after which an input is taken to hang."""


@dataclass(frozen=True)
class Checked:
    """What checking one input came to; ``peak`` is the most memory the process has held, in MB."""

    number: int
    code: int
    complaint: str
    seconds: float
    peak: float
    shown: str


def way(number: int) -> Way:
    """Return the way in which an input is checked: all take their turn."""
    return WAYS[number % len(WAYS)]


def check(corpus: Corpus, number: int) -> Checked:
    """Check one input in this process, in the working directory."""
    one, how = corpus[number], way(number)
    path = Path(f"input{one.suffix}")
    path.write_bytes(one.data)
    faulthandler.dump_traceback_later(HANGS, exit=True)
    begun = time.perf_counter()
    ended = ran(how.arguments(str(path), one.data))
    seconds = time.perf_counter() - begun
    faulthandler.cancel_dump_traceback_later()
    wrong = complaint(ended, how.format)
    return Checked(number, ended.code, wrong, seconds, _peak(), digest(ended.out.encode()))


def _peak() -> float:
    """Return the most memory that this program has held, in MB.

    Not what getrusage tells: that starts at what the process held which started this one.
    """
    (kilobytes,) = re.findall(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    return int(kilobytes) / 1024


def digest(shown: bytes) -> str:
    """Return what tells two outputs apart."""
    return sha256(shown).hexdigest()


def main(first: int, last: int, step: int) -> None:
    """Check the inputs from ``first`` up to, not including, ``last``."""
    corpus = Corpus()
    for number in range(first, last, step):
        print(json.dumps(asdict(check(corpus, number))), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
