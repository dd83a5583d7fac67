"""What has to be installed beside the program for some of its formats: optional extras of the package."""

from importlib import import_module
from typing import NamedTuple

from .text import Text

NOT_INSTALLED = Text(
    "“{name}”要用到{modules}，没有安装。请运行：{command}",
    "“{name}” needs {modules}, which is not installed; run: {command}",
)


class Extra(NamedTuple):
    """An extra of the package by its name, and the modules that it brings."""

    name: str
    modules: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The modules that cannot be imported here."""
        return tuple(module for module in self.modules if not _is_there(module))

    @property
    def command(self) -> str:
        """The command that installs it."""
        return f"pip install 'hubei-digecon[{self.name}]'"

    def wanted_by(self, name: str) -> Text:
        """Return what to say where ``name`` needs the extra and it is not installed."""
        return NOT_INSTALLED.format(name=name, modules=", ".join(self.missing), command=self.command)


HTML = Extra("html", ("jinja2",))
EXCEL = Extra("excel", ("openpyxl", "defusedxml"))
EXCEL_IN = Extra("excel", ("defusedxml",))
"""What of the extra is needed to read a workbook; to write one takes all of it."""


def _is_there(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True
