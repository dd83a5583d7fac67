"""What ``--show-config`` writes, in parts."""

from hubei_digecon.domain.exit_codes import Exit

from ..conftest import Digecon

NOWHERE = "none (looked for digecon.toml, and for [tool.digecon] in pyproject.toml, in {})"


def shown(digecon: Digecon, *arguments: str, command: str = "check") -> list[str]:
    """Return the lines of ``--show-config``."""
    ran = digecon(command, "--show-config", *arguments)
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    return ran.out.splitlines()


def file_of(lines: list[str]) -> str:
    return lines[0].removeprefix("configuration file: ")


def row(lines: list[str], key: str) -> str:
    (found,) = [line for line in lines if line.startswith(f"{key} = ")]
    return found
