"""What is kept until all of it is known, and gone through as often as needed: few values in memory, many in a
temporary file. The file has no name, so it is gone with the process, however that ends. What stands in it is
packed: a tenth of its size, which a process that sends values can do before it sends them.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Generic, TypeVar

Value = TypeVar("Value")

HELD = 100
"""How many values are kept in memory at most."""


class SpoolError(Exception):
    """The temporary file cannot be written or read. ``why`` is the error of the system."""

    def __init__(self, why: OSError) -> None:
        super().__init__(str(why))
        self.why = why


def packed(values: Sequence[object]) -> bytes:
    """Return values as bytes that are sent and kept in little room."""
    from pickle import HIGHEST_PROTOCOL, dumps  # a run over few reports needs neither
    from zlib import Z_BEST_SPEED, compress

    return compress(dumps(values, HIGHEST_PROTOCOL), Z_BEST_SPEED)


def _unpacked(data: bytes) -> Any:
    from pickle import loads
    from zlib import decompress

    return loads(decompress(data))


class Spool(Generic[Value]):
    """Values in the order in which they were added. Leaving it as a context ends its file."""

    def __init__(self, held: int = HELD) -> None:
        self._most = held
        self._held: list[Value] = []
        self._file: IO[bytes] | None = None
        self._sizes: list[int] = []

    def extend(self, values: Iterable[Value]) -> None:
        """Add values.

        Raises:
            SpoolError: where there is no room for them.
        """
        self._held.extend(values)
        if len(self._held) > self._most:
            self._put_held_away()

    def extend_packed(self, values: bytes) -> None:
        """Add values that :func:`packed` has made bytes of.

        Raises:
            SpoolError: where there is no room for them.
        """
        if self._held:
            self._put_held_away()
        self._put_away(values)

    def __iter__(self) -> Iterator[Value]:
        """Return all values. Nothing may be added meanwhile.

        Raises:
            SpoolError: where they cannot be read back.
        """
        if self._sizes:
            yield from self._put_away_before()
        yield from self._held

    def __enter__(self) -> "Spool[Value]":
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the file."""
        if self._file is not None:
            with suppress(OSError):  # what could not be written is not needed any more
                self._file.close()

    def _put_held_away(self) -> None:
        self._put_away(packed(self._held))
        self._held.clear()

    def _put_away(self, data: bytes) -> None:
        from tempfile import TemporaryFile

        try:
            self._file = self._file or TemporaryFile()  # noqa: SIM115  # ended as the context is left
            self._file.seek(0, os.SEEK_END)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise SpoolError(error) from None
        self._sizes.append(len(data))

    def _put_away_before(self) -> Iterator[Value]:
        start = 0
        for size in self._sizes:
            yield from _unpacked(self._read(start, size))
            start += size

    def _read(self, start: int, size: int) -> bytes:
        assert self._file is not None
        try:
            self._file.seek(start)
            return self._file.read(size)
        except OSError as error:
            raise SpoolError(error) from None
