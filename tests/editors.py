"""A file as an editor sees it: what digecon reads as text is typed there, by YAML 1.2 core or as JSON.

Written apart from the program, so that the one proves the other.
"""

import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Any

import yaml
from jsonschema_rs import Draft202012Validator

from hubei_digecon.domain.reports import Report
from hubei_digecon.domain.reviews import Review
from hubei_digecon.domain.scoreboard import Weighting
from hubei_digecon.load.document import parsed
from hubei_digecon.load.faults import InputError, RefusedInput
from hubei_digecon.load.reports import NOT_FILLED, read_report
from hubei_digecon.load.reviews import read_review
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.load.weights import read_weighting
from hubei_digecon.run.inputs import ReadDocument

from .conftest import ROOT

_READERS: dict[str, ReadDocument[Report | Review | Weighting]] = {
    "report": read_report,
    "review": read_review,
    "weights": read_weighting,
}

ASKED = frozenset({"two-readings", "unclear-word", NOT_FILLED.id})
"""Warnings on what is not read, or not there yet: an editor may refuse that too."""

_NULLS = ("", "~", "null", "Null", "NULL")
_TRUTHS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASES = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_AS_IT_IS = re.compile(r"true|false||0|-?[1-9][0-9]{0,14}|-?(0|[1-9][0-9]{0,9})\.[0-9]{0,3}[1-9]")


@dataclass(frozen=True)
class Typed:
    """What an editor makes of a plain scalar, and the scalar as it is written."""

    value: Any
    written: str

    @property
    def respelt(self) -> bool:
        """Whether the value hides how it is written: ``1.0`` is 1 there, ``True`` is ``true``."""
        return not isinstance(self.value, str) and not _AS_IT_IS.fullmatch(self.written)


def typed(written: str) -> Any:
    """Return the value of a plain scalar (YAML 1.2.2, 10.3.2)."""
    if written in _NULLS:
        return None
    if written in _TRUTHS:
        return _TRUTHS[written]
    if _INTEGER.fullmatch(written):
        return int(written)
    if _OTHER_BASES.fullmatch(written):
        return int(written, 0)
    if _NO_NUMBER.fullmatch(written):
        return _number(written.replace(".", "").lower())
    return _number(written) if _FLOAT.fullmatch(written) else written


def _number(written: str) -> float:
    """Return a number; the largest for what is none of those of JSON, but a number to an editor all the same."""
    number = float(written)
    return number if isfinite(number) else sys.float_info.max


def seen(text: str, name: str, nulls_are_text: bool = False) -> tuple[Any, list[Typed]]:
    """Return a file as an editor sees it, and its scalars without quotes, keys left out.

    ``nulls_are_text``: as it would be if ``null`` and ``~`` were text there too.
    """
    found: list[Typed] = []
    return _read(text, name, found, nulls_are_text), found


def _read(text: str, name: str, found: list[Typed], nulls_are_text: bool) -> Any:
    if name.endswith(".json"):

        def number(written: str) -> Any:
            found.append(one := Typed(_number(written) if _is_float(written) else int(written), written))
            return one.value

        return json.loads(text, parse_int=number, parse_float=number)
    return _node(yaml.compose(text, Loader=yaml.CBaseLoader), found, nulls_are_text)


def _is_float(written: str) -> bool:
    return any(mark in written for mark in ".eE")


def _node(node: Any, found: list[Typed], nulls_are_text: bool) -> Any:
    match node:
        case None:
            return None
        case yaml.MappingNode():
            return {key.value: _node(value, found, nulls_are_text) for key, value in node.value}
        case yaml.SequenceNode():
            return [_node(one, found, nulls_are_text) for one in node.value]
    if node.style:
        return node.value
    found.append(one := Typed(typed(node.value), node.value))
    return node.value if nulls_are_text and node.value and one.value is None else one.value


def errors(sort: str, text: str, name: str, library: TargetLibrary) -> set[str]:
    """Return the kinds of the errors for which digecon refuses a file, and of what it asks about.

    A target file is named ``-``, so that its name is not held against it.
    """
    try:
        document = parsed(decoded(name, text.encode()))
        if sort == "targets":
            found = library.read_beside(document).diagnostics
        else:
            read = _READERS[sort](document, library)
            found = read.faults if isinstance(read, RefusedInput) else read.diagnostics
    except InputError as error:
        found = error.faults
    return {one.kind.id for one in found if one.is_error or one.kind.id in ASKED}


def schema(name: str) -> dict[str, Any]:
    """Return a schema that is committed."""
    read: dict[str, Any] = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    return read


@cache
def validator(name: str) -> Draft202012Validator:
    """Return what holds a file to a schema that is committed."""
    return Draft202012Validator(schema(name))
