"""Texts in chunks: what is written bit by bit, so that nobody holds all of it at once."""

from collections.abc import Iterable, Iterator


def joined(chunks: Iterable[str], between: str) -> Iterator[str]:
    """Return chunks with the same text between every two of them."""
    for number, chunk in enumerate(chunks):
        yield between + chunk if number else chunk
