"""Makes the tables by which names are compared, from Unicode's own data.

Run as ``python -m hubei_digecon.domain.names.tables [FOLDER]``. ``FOLDER`` holds the files of the Unicode
Character Database, among them ``Unihan_Variants.txt.bz2``, as Debian's package unicode-data puts them.
Confusables are asked of ICU (libicui18n, Debian's package libicu72), whose Unicode version must be that of
the files.
"""

import bz2
import ctypes
import ctypes.util
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = "/usr/share/unicode"
FOLDS, LOOKS = "folding.py", "look_alikes.py"
NO_INK = {0x2800}
"""BRAILLE PATTERN BLANK: white to the eye, and no white space to Unicode."""

_MIDDLE_DOT = "\u00b7"
_LINE = 92
_QUOTED = {'"', "'", "\\"}


class UnicodeFiles:
    """The files of one version of Unicode.

    Args:
        folder: where they stand, with their usual names.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        head = (folder / "PropList.txt").read_text("utf-8").splitlines()[0]
        self.version = head.removeprefix("# PropList-").removesuffix(".txt")

    def having(self, file: str, *properties: str) -> set[int]:
        """Return the characters that a file says to have one of ``properties``."""
        return {code for code, value in self.values(file) if value in properties}

    def values(self, file: str) -> Iterator[tuple[int, str]]:
        """Return each character of a file of ranges, with what is said of it."""
        for line in (self.folder / file).read_text("utf-8").splitlines():
            codes, _, value = line.split("#")[0].partition(";")
            if value:
                first, _, last = codes.strip().partition("..")
                for code in range(int(first, 16), int(last or first, 16) + 1):
                    yield code, value.strip()

    def simplified(self) -> dict[str, str]:
        """Return each traditional character with the simplified one that stands for it."""
        found = {}
        lines = bz2.decompress((self.folder / "Unihan_Variants.txt.bz2").read_bytes()).decode().splitlines()
        for line in lines:
            match line.split("\t"):
                case [code, "kSimplifiedVariant", variants]:
                    traditional = _character(code)
                    others = [_character(one) for one in variants.split()]
                    found[traditional] = next((one for one in others if one != traditional), traditional)
        return found


class Confusables:
    """What looks alike, as ICU knows it (Unicode Technical Standard 39)."""

    def __init__(self) -> None:
        name = ctypes.util.find_library("icui18n") or ""
        number = re.findall(r"[0-9]+", name)[-1]
        library = ctypes.CDLL(name)
        self._skeleton = library[f"uspoof_getSkeletonUTF8_{number}"]
        opener = library[f"uspoof_open_{number}"]
        opener.restype = ctypes.c_void_p
        self._status = ctypes.c_int(0)
        self._checker = ctypes.c_void_p(opener(ctypes.byref(self._status)))
        parts = (ctypes.c_uint8 * 4)()
        ctypes.CDLL(ctypes.util.find_library("icuuc"))[f"u_getUnicodeVersion_{number}"](parts)
        self.version = ".".join(str(part) for part in parts[:3])

    def skeleton(self, text: str) -> str:
        """Return what a text has in common with all that look like it."""
        room = ctypes.create_string_buffer(256)
        given = text.encode()
        status = ctypes.byref(self._status)
        length = self._skeleton(self._checker, 0, given, len(given), room, len(room), status)
        if self._status.value > 0:
            raise OSError(f"ICU: status {self._status.value}")
        return room.raw[:length].decode()


def folding(files: UnicodeFiles, confusables: Confusables) -> str:
    """Return the module of tables by which a name is folded."""
    kinds = "extracted/DerivedGeneralCategory.txt"
    ignored = files.having("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    ignored |= files.having(kinds, "Cf")
    blanks = (files.having("PropList.txt", "White_Space") | files.having(kinds, "Cc") | NO_INK) - ignored
    quotes = files.having("PropList.txt", "Quotation_Mark")
    dashes = files.having("PropList.txt", "Dash")
    dots = {code for code in _letters() if confusables.skeleton(chr(code)) == _MIDDLE_DOT}
    brackets = files.having(kinds, "Ps", "Pe", "Pi", "Pf") - quotes
    radicals = dict(files.values("EquivalentUnifiedIdeograph.txt"))
    lines = [
        *_head("The tables by which a name is folded", files),
        *_ranges("IGNORED", ignored, "Characters that take no room: first and last of each range."),
        *_text("BLANKS", _chars(blanks), "White space and controls."),
        *_text("BRACKETS", _chars(brackets)),
        *_text("QUOTES", _chars(quotes)),
        *_text("DASHES", _chars(dashes)),
        *_text("DOTS", _chars(dots | {ord(_MIDDLE_DOT)}), "Middle dots."),
        *_text("RADICALS", _chars(radicals)),
        *_text("IDEOGRAPHS", "".join(chr(int(radicals[code], 16)) for code in sorted(radicals)),
               "What each of RADICALS is as a character, in their order."),
    ]  # fmt: skip
    return "\n".join(lines)


def looks(files: UnicodeFiles, confusables: Confusables) -> str:
    """Return the module of tables by which names look alike."""
    simplified = files.simplified()
    made = {}
    for code in _letters():
        character = chr(code)
        look = confusables.skeleton(simplified.get(character, character))
        if unicodedata.normalize("NFKC", character) == character and look != character:
            made[character] = look
    one = {character: look for character, look in made.items() if len(look) == 1}
    several = {character: look for character, look in made.items() if len(look) > 1}
    lines = [
        *_head(
            "What names look like: traditional characters as simplified ones, and look-alike letters", files
        ),
        *_text("CHARACTERS", "".join(one)),
        *_text("LOOKS", "".join(one.values()), "What each of CHARACTERS looks like, in their order."),
        *_text("BROAD", "".join(several), "Characters that look like several others."),
        *_text(
            "SPELT",
            "\n".join(several.values()),
            "What each of BROAD looks like, in their order, a line each.",
        ),
    ]
    return "\n".join(lines)


def main() -> None:
    """Write both modules."""
    files, confusables = UnicodeFiles(Path(sys.argv[1] if len(sys.argv) > 1 else FOLDER)), Confusables()
    if files.version != confusables.version:
        sys.exit(f"the files are of Unicode {files.version}, ICU of {confusables.version}")
    here = Path(__file__).parent
    for name, make in ((FOLDS, folding), (LOOKS, looks)):
        (here / name).write_text(make(files, confusables), "utf-8")


def _letters() -> Iterator[int]:
    """Return every character that is one by itself: no surrogate, and none that is others put together."""
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) not in ("Cs", "Cn", "Co") and character == unicodedata.normalize(
            "NFD", character
        ):
            yield code


def _character(notation: str) -> str:
    return chr(int(notation.split("<")[0].removeprefix("U+"), 16))


def _chars(codes: Iterable[int]) -> str:
    return "".join(map(chr, sorted(codes)))


def _head(what: str, files: UnicodeFiles) -> Iterator[str]:
    yield f'"""{what}.'
    yield ""
    module = "hubei_digecon.domain.names.tables"
    yield f"Made by ``{module}`` from the data of Unicode {files.version}; never edited."
    yield '"""'
    yield ""
    yield f'UNICODE = "{files.version}"'


def _ranges(name: str, codes: set[int], told: str) -> Iterator[str]:
    firsts = [code for code in sorted(codes) if code - 1 not in codes]
    lasts = [code for code in sorted(codes) if code + 1 not in codes]
    yield f"{name} = ("
    yield from (f"    (0x{first:04X}, 0x{last:04X})," for first, last in zip(firsts, lasts, strict=True))
    yield ")"
    yield f'"""{told}"""'
    yield ""


def _text(name: str, text: str, told: str = "") -> Iterator[str]:
    """Return a constant as lines of one text."""
    lines, line = [], ""
    for character in text:
        escaped = _escaped(character)
        if len(line) + len(escaped) > _LINE:
            lines.append(line)
            line = ""
        line += escaped
    lines.append(line)
    if len(lines) == 1:
        yield f'{name} = "{line}"'
    else:
        yield f"{name} = ("
        yield from (f'    "{one}"' for one in lines)
        yield ")"
    if told:
        yield f'"""{told}"""'
        yield ""


def _escaped(character: str) -> str:
    code = ord(character)
    if 0x20 <= code < 0x7F and character not in _QUOTED:
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


if __name__ == "__main__":
    main()
