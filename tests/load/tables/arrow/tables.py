"""Tables of Arrow that hold a report or two, for tests."""

from typing import Any

import pyarrow

HEAD = {
    "entity": "wuhan",
    "period": "2025",
    "submitted_by": "示例单位",
    "submitted_date": "2026-01-20",
}


def table(*rows: dict[str, str | None], **types: Any) -> Any:
    """Return rows as a table of texts, each with the head of a report where it does not say otherwise."""
    whole: list[dict[str, Any]] = [{**HEAD, **row} for row in rows]
    names = list(dict.fromkeys(name for row in whole for name in row))
    return pyarrow.table(
        {
            name: pyarrow.array([row.get(name) for row in whole], types.get(name, pyarrow.string()))
            for name in names
        }
    )


def figure(indicator: str, value: str | None, **cells: str | None) -> dict[str, str | None]:
    """Return the row of a figure."""
    return {"indicator": indicator, "value": value, **cells}
