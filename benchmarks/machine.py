"""What the bench runs on, in short."""

import os
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from .commands import BenchError

_OWN = ("hubei-digecon", "click", "pydantic", "PyYAML", "rich")
_PEERS = ("jsonschema-rs", "fastjsonschema", "sourcemeta-jsonschema", "yamllint", "check-jsonschema")


def machine() -> Iterator[str]:
    """Return the machine, the system and the versions of all that is measured, as lines."""
    yield f"{_processor()}, {os.cpu_count()} cores, {_system()}"
    yield f"{platform.python_implementation()} {platform.python_version()}, libyaml {_libyaml()}"
    yield ", ".join(_versions(_OWN))
    yield ", ".join(_versions(_PEERS[:3]))
    parser = "with" if find_spec("_ruamel_yaml") else "without"
    yield f"{', '.join(_versions((*_PEERS[3:], 'ruamel.yaml')))} ({parser} its C parser)"


def _versions(libraries: tuple[str, ...]) -> Iterator[str]:
    for library in libraries:
        try:
            yield f"{library} {version(library)}"
        except PackageNotFoundError:
            raise BenchError(
                f"{library} is not installed beside this Python; make bench installs it"
            ) from None


def _processor() -> str:
    """Return the name of the processor where the system tells it, else its architecture."""
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.machine()
    names = [line.partition(": ")[2] for line in told.splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _system() -> str:
    """Return the system and, of a Linux, the distribution."""
    system = f"{platform.system()} {platform.machine()}"
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {system}"
    except (OSError, KeyError):
        return system


def _libyaml() -> str:
    """Return the version of the parser that PyYAML brings."""
    from yaml._yaml import get_version_string

    return str(get_version_string())
