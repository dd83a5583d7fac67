"""Follow one figure from its file to the printed row: ``python -m tests.trace``.

A report that says ``core_share_of_gdp: 31.2%`` is checked in this process. Every value that a function of the
package returns or yields meanwhile is looked at. A value *holds* the figure where it is

- text or bytes with ``31.2`` in it,
- the number 31.2, or its share of one, 0.312, or
- a container, or an object of a class of the package, with such a value in it, at any depth.

What is counted: the files of the package with a function that returns or yields a value that holds the figure,
those functions, each once, and the types of these values. A comprehension, a generator expression or a lambda
is a part of the function around it, and no function by itself.
"""

import io
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import hubei_digecon
from hubei_digecon.cli.main import run

PACKAGE = Path(hubei_digecon.__file__).parent
WRITTEN = "31.2"
NUMBERS = (Fraction(WRITTEN), Fraction(WRITTEN) / 100)
REPORT = f"""\
entity: wuhan-east-lake
period: 2025
submitted: {{by: 示例单位, date: 2026-01-20}}
illustrative: true
observations:
  core_share_of_gdp: {WRITTEN}%
"""
MOST_DEEP = 12


@dataclass
class Way:
    """The way of the figure: the functions that returned it, in order, each with the types that held it."""

    types: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    @property
    def files(self) -> list[str]:
        return list(dict.fromkeys(file for file, _ in self.types))

    @property
    def returns(self) -> int:
        return len(self.types)

    @property
    def type_names(self) -> set[str]:
        return {name for names in self.types.values() for name in names}

    def add(self, file: str, function: str, value: object) -> None:
        self.types.setdefault((file, function), Counter())[type(value).__name__] += 1


def holds(value: object, depth: int = MOST_DEEP) -> bool:
    """Whether a value is the figure, or has it in it; see the module."""
    if isinstance(value, str):
        return WRITTEN in value
    if isinstance(value, bytes | bytearray):
        return WRITTEN.encode() in value
    if isinstance(value, int | Fraction | Decimal):
        return value in NUMBERS
    return depth > 0 and any(holds(inner, depth - 1) for inner in _inside(value))


def _inside(value: object) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from list(value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from list(value)
    elif type(value).__module__.startswith(PACKAGE.name) and not isinstance(value, type):
        yield from list(getattr(value, "__dict__", {}).values())
        for one in type(value).__mro__:
            slots = getattr(one, "__slots__", ())
            yield from (
                getattr(value, name, None) for name in ((slots,) if isinstance(slots, str) else slots)
            )


def trace(*arguments: str) -> Way:
    """Check the report by the command line with more ``arguments``, and return the way of its figure."""
    way = Way()

    def look(frame: FrameType, event: str, value: object) -> None:
        code = frame.f_code
        if not code.co_filename.startswith(str(PACKAGE)) or code.co_name[0] == "<":
            return
        if event == "return":
            sys.setprofile(None)
            if holds(value):
                way.add(Path(code.co_filename).relative_to(PACKAGE).as_posix(), code.co_qualname, value)
            sys.setprofile(look)

    with TemporaryDirectory() as folder, redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")):
        path = Path(folder) / "report.yaml"
        path.write_text(REPORT, "utf-8")
        asked = ("check", str(path), "--as-of", "2026-02-28", "--lang", "en", *arguments)
        run(asked)  # what is imported and read once is no part of the way
        sys.setprofile(look)
        try:
            run(asked)
        finally:
            sys.setprofile(None)
    return way


def main() -> None:
    """Print the way: each file with its functions, and how many files, returns and types there are."""
    way = trace()
    for file in way.files:
        print(file)
        for (of, function), names in way.types.items():
            if of == file:
                print(f"    {function} -> {', '.join(names)}")
    print(f"files {len(way.files)}, returns {way.returns}, types {len(way.type_names)}")
    print("types:", ", ".join(sorted(way.type_names)))


if __name__ == "__main__":
    main()
