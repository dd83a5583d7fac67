"""What the names in a column mean, as numbers by which an engine can put rows together and in order."""

from collections.abc import Callable, Iterable
from typing import Any

import pyarrow


def ranks_of(texts: Iterable[str | None], meaning: Callable[[str], str]) -> Any:
    """Return a table of each text with the rank of what it means; what is blank means nothing."""
    meanings = {text: meaning(text) for text in texts if text and not text.isspace()}
    ranks = {meant: rank for rank, meant in enumerate(sorted(set(meanings.values())))}
    return pyarrow.table(
        {
            "text": pyarrow.array(list(meanings), pyarrow.string()),
            "rank": pyarrow.array([ranks[one] for one in meanings.values()], pyarrow.int32()),
        }
    )
