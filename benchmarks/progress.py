"""What the bench is doing, told to whoever waits; none of it is kept."""

import sys


def doing(what: str) -> None:
    """Say at once what is done next."""
    print(f"… {what}", file=sys.stderr, flush=True)
