"""The target ``configuring``: an input as each configuration file that is looked for, and what it sets."""

import contextlib
from pathlib import Path

from hubei_digecon.cli.configuration import FILES, ConfigurationError, find_configuration

from . import fuzz


def one_input(data: bytes) -> None:
    """Read an input as a file of settings: nothing but a fault of the file may come of it."""
    for name, _ in FILES:
        path = Path(name)
        path.write_bytes(data)
        found = find_configuration(())
        with contextlib.suppress(ConfigurationError):
            for key in found.by_parameter():
                found.place_of(key)
        path.unlink()


if __name__ == "__main__":
    fuzz(one_input)
