"""How an editor types a text without quotes: the core schema of YAML 1.2 (10.3.2)."""

import re
from collections.abc import Callable
from typing import Any

_CORE: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile("null|Null|NULL|~"), lambda text: None),
    (re.compile("true|True|TRUE"), lambda text: True),
    (re.compile("false|False|FALSE"), lambda text: False),
    (re.compile("[-+]?[0-9]+"), int),
    (re.compile("0o[0-7]+"), lambda text: int(text, 8)),
    (re.compile("0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
)


def core_value(text: str) -> Any:
    """Return what a text is to an editor: itself, or the value of JSON that it looks like."""
    return next((make(text) for pattern, make in _CORE if pattern.fullmatch(text)), text)
