"""What is made only once it is used, so that a start does not pay for what a run does not need."""

import re
from typing import Any, cast, overload


class _LatePattern:
    """Stands for a regular expression that is compiled when it is first used."""

    __slots__ = ("_arguments", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    def __init__(self, *arguments: Any) -> None:
        self._arguments = arguments

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, and take its methods: from then on they are found without this."""
        made = re.compile(*self._arguments)
        for method in self.__slots__[1:]:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _LatePattern, self._arguments


@overload
def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]: ...
@overload
def late_pattern(pattern: bytes, flags: int = 0) -> re.Pattern[bytes]: ...
def late_pattern(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
    """Return a regular expression. Compiling it, which takes as long as reading a file, waits for its use."""
    return cast("re.Pattern[Any]", _LatePattern(pattern, flags))
