"""What has to be installed beside the program for some of its formats: optional extras of the package."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from ..records import NamedTuple
from ..text import Text

NOT_INSTALLED = Text(
    "“{name}”要用到{modules}，没有安装。请运行：{command}",
    "“{name}” needs {modules}, which is not installed; run: {command}",
)


class Extra(NamedTuple):
    """An extra of the package by its name, and what it brings: each module with what pip installs for it.

    What pip installs is named, and not the extra: that command works wherever the program came from.
    """

    name: str
    modules: Mapping[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The modules that cannot be imported here."""
        return tuple(module for module in self.modules if not _is_there(module))

    @property
    def command(self) -> str:
        """The command that installs what is missing."""
        wanted = " ".join(f'"{self.modules[module]}"' for module in self.missing)
        return f"{_installer()} {wanted}"

    def wanted_by(self, name: str) -> Text:
        """Return what to say where ``name`` needs the extra and it is not installed."""
        return NOT_INSTALLED.format(name=name, modules=Text.listed(self.missing), command=self.command)

    def require(self, name: str) -> None:
        """Go on only where the extra is installed.

        Raises:
            ImportError: where it is not; says that ``name`` needs it, and the command that installs it.
        """
        if self.missing:
            said = self.wanted_by(name)
            raise ImportError(f"{said.en} / {said.zh}")


HTML = Extra("html", {"jinja2": "jinja2>=3.1"})
EXCEL = Extra("excel", {"openpyxl": "openpyxl>=3.1.5"})
WORD = Extra("docx", {"docx": "python-docx>=1.1"})
TABLE = Extra("table", {"pyarrow": "pyarrow>=17", "duckdb": "duckdb>=1.4"})
SPARK = Extra("spark", {**TABLE.modules, "pyspark": "pyspark-client>=4.0"})
PANDAS = Extra("pandas", {**TABLE.modules, "pandas": "pandas>=2.2"})
POLARS = Extra("polars", {**TABLE.modules, "polars": "polars>=1.0"})


def _installer() -> str:
    """Return what installs for the Python that runs this: ``python`` may be another, and tools such as uv
    make environments without pip.
    """
    import shutil  # few runs lack anything

    short, own = shutil.which("python"), sys.executable
    named = f'"{own}"' if " " in own else own
    if find_spec("pip") is None and shutil.which("uv"):
        return f"uv pip install --python {named}"
    is_short = short is not None and os.path.dirname(short) == os.path.dirname(own)
    return f"{'python' if is_short else named} -m pip install"


def _is_there(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True
