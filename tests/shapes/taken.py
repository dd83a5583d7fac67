"""Whether a text is taken, as its schema says it."""

import re

from hubei_digecon.shapes.holds import Holds


def is_taken(holds: Holds, text: str) -> bool:
    """Whether a text is taken."""
    schema = holds.schema()
    (strings,) = (one for one in schema.get("anyOf", [schema]) if "pattern" in one)
    never = strings.get("not", {}).get("pattern")
    return bool(re.search(strings["pattern"], text)) and not (never and re.search(never, text))
