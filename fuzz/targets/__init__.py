"""The targets, one module each; importing this package instruments the program, before they import it."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import atheris
from tests.mutations import changed
from tests.own_inputs import own_files

with atheris.instrument_imports(include=["hubei_digecon"]):
    from tests.package_contents import modules

    from hubei_digecon.cli.settings import SETTINGS

    modules()  # all of them: what is first imported as it is used would not be instrumented

LOOKED_AT = (
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    *(setting.variable for setting in SETTINGS.values()),
)
"""What the program looks at in the environment; an input is to do the same everywhere."""

TEXTS = [path.read_text("utf-8", "surrogateescape") for path in own_files()]
"""What mutants of an input take parts of."""


class FoundError(Exception):
    """An input did what no input may do."""


def fuzz(one_input: Callable[[bytes], None]) -> None:
    """Hand inputs to a target for as long as the arguments of the process say.

    Paths among these are absolute, since a target works in a folder of its own.
    """
    for name in LOOKED_AT:
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        atheris.Setup(sys.argv, one_input, custom_mutator=_mutated)
        atheris.Fuzz()


def _mutated(data: bytes, most: int, seed: int) -> bytes:
    """Change an input: half of the time as libFuzzer does, which knows nothing of lines, keys and values."""
    random = Random(seed)
    if random.random() < 0.5:
        return bytes(atheris.Mutate(data, most))
    return changed(data.decode("utf-8", "surrogateescape"), TEXTS, random)[:most]


def put(data: bytes) -> str:
    """Write an input into the working directory, to be read as JSON where it begins like it, else as YAML."""
    path = Path("input.json" if data.lstrip()[:1] == b"{" else "input.yaml")
    path.write_bytes(data)
    return str(path)
