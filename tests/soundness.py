"""What must hold of every run of ``check``, whatever its input holds: for the corpus and for fuzzing."""

import zlib
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper

from hubei_digecon.cli.main import run
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from .hostile import RAW
from .own_inputs import ROOT
from .readers import PRINTED, UnreadableError, read_back

SAMPLES = ROOT / "sample_reports" / "illustrative"
REVIEWED = tuple(str(SAMPLES / f"{path.stem}.yaml") for path in sorted((SAMPLES / "reviews").glob("*.yaml")))
"""Reports that have a review; what looks like a review is judged as one of them."""

SOUND_CODES = (0, 1, 3, 4)
"""How a check of a file that is there may end: never by a fault, nor as if the command were wrong."""

SHOWN = tuple((format, lang) for format in PRINTED for lang in LANGS)
ASKED = (
    (),
    ("--verbose",),
    ("--review", str(SAMPLES / "reviews")),
    ("--no-waivers", "--min-evidence", "documented", "--fail-on", "missed"),
    ("--quiet", "--fail-on", "never"),
)


@dataclass(frozen=True)
class Way:
    """One way to check an input: how the result is shown, and what is asked beside it."""

    format: str
    lang: str
    asked: tuple[str, ...]

    def arguments(self, path: str, data: bytes) -> tuple[str, ...]:
        """Return the arguments that check the input at ``path``, or, where it looks like one, by it."""
        given = (*REVIEWED, "--review", path) if b"reviewer" in data else (path,)
        shown = ("--output-format", self.format, "--lang", self.lang)
        return ("check", *given, "--as-of", "2026-02-28", *shown, *self.asked)


WAYS = tuple(Way(*shown, asked) for asked in ASKED for shown in SHOWN)
"""Every format in every language with everything that is asked."""


def way_of(data: bytes) -> Way:
    """Return the way to check an input, always the same for the same bytes."""
    return WAYS[zlib.crc32(data) % len(WAYS)]


@dataclass(frozen=True)
class Ended:
    """What a run ended with and wrote."""

    code: int
    out: str
    err: str


_OUT, _ERR = (TextIOWrapper(BytesIO(), "utf-8", newline="") for _ in range(2))
"""The same streams for every run: click never lets go of one that it has written to."""


def ran(arguments: tuple[str, ...]) -> Ended:
    """Run the command line in this process."""
    with redirect_stdout(_OUT), redirect_stderr(_ERR):
        code = int(run(arguments))
    return Ended(code, _emptied(_OUT), _emptied(_ERR))


def _emptied(stream: TextIOWrapper) -> str:
    """Return what was written to a stream, and leave it as it was made."""
    stream.seek(0)
    written = stream.read()
    stream.seek(0)
    stream.truncate()
    return written


def complaint(ended: Ended, format: str) -> str:
    """Return what is wrong with a run; nothing where all is as it must be."""
    if ended.code not in SOUND_CODES:
        return f"exit {ended.code}: {ended.err.strip()}"
    if ended.err and not FORMATS[format].findings_only:
        return f"something on standard error: {ended.err.strip()}"
    if "Traceback (most" in ended.err or RAW.search(ended.err):
        return f"not fit for people: {ended.err!a}"
    try:
        read_back(format, ended.out)
    except UnreadableError as error:
        return f"{format} cannot be read back: {error}"
    return ""
