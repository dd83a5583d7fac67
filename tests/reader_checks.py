"""What every reader of an output stands on: it raises where something does not hold."""

import json
from typing import Any


class UnreadableError(Exception):
    """An output that its reader cannot make sense of."""


def holds(true: bool, otherwise: str) -> None:
    """Raise where something does not hold.

    Raises:
        UnreadableError: saying what is the matter ``otherwise``.
    """
    if not true:
        raise UnreadableError(otherwise)


def reader_checks(text: str) -> Any:
    """Read JSON in which no key stands twice and every number is one."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        holds(len(dict(pairs)) == len(pairs), "a key stands twice")
        return dict(pairs)

    def no_constant(name: str) -> None:
        raise UnreadableError(f"{name} is no JSON")

    return json.loads(text, object_pairs_hook=once, parse_constant=no_constant)
