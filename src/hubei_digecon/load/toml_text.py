"""TOML text → its values, and where each of them stands.

The standard library reads the values. It tells no places, so a search of the tokens finds them.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count, repeat, takewhile
from typing import Any

from ..diagnostics import Path, Place, SourceFile, diagnose
from ..text import Text
from .faults import SYNTAX, TOO_DEEP, InputError
from .source import Source, source_file
from .tree import MAX_DEPTH

_TOKEN = re.compile(
    r'''(?P<skipped>[ \t\r]++|\#[^\n]*+)
      | (?P<word>"""(?:[^"\\]|\\.|"{1,2}+(?!"))*+"{3,5}+ | \'\'\'(?:[^']|'{1,2}+(?!'))*+'{3,5}+
          | "(?:[^"\\\n]|\\[^\n])*+" | '[^'\n]*+' | [^\s\[\]{},=.\#"']++)
      | . | \Z''',
    re.VERBOSE | re.DOTALL,
)
_AT = re.compile(r" \(at line (\d+), column (\d+)\)\Z")
_TWICE = Text("这个键已经写过", "this key has been given before")
_PROBLEMS = {
    "Invalid value": Text("这里应是一个值；文字要用引号括起", "expected a value here; a text needs quotes"),
    "Invalid initial character for a key part": Text("这里应是一个键", "expected a key here"),
    "Expected '=' after a key": Text("键的后面应是“=”", "expected “=” after a key"),
    "Expected newline or end of": Text("这里应换行", "expected the end of the line here"),
    "Invalid statement": Text("这里应是“键 = 值”或“[表]”", "expected “key = value” or “[table]” here"),
    "Unterminated string": Text("这段文字没有结束", "this text has no end"),
    "Illegal character": Text("文字中有换行或控制字符", "a text holds a line break or a control character"),
    "Unescaped '\\'": Text("“\\”应写成“\\\\”，或改用单引号", "write “\\” twice, or use single quotes"),
    "Unclosed array": Text("方括号没有结束，或缺少逗号", "a bracket is not closed, or a comma is missing"),
    "Unclosed inline table": Text(
        "花括号没有结束，或缺少逗号", "a brace is not closed, or a comma is missing"
    ),
    "Expected ']": Text("缺少“]”", "“]” is missing"),
    "Cannot overwrite a value": _TWICE,
    "Duplicate inline table key": _TWICE,
    "Cannot declare": Text("这个表已经写过", "this table has been given before"),
    "Found invalid character": Text("这里有不允许的字符", "a character stands here that is not allowed"),
}
"""What is said of a problem, by the beginning of what the standard library says of it."""
_OTHER = Text("不合TOML的写法", "it is not written as TOML is")
_Span = tuple[int, int]
_Token = re.Match[str]


@dataclass(frozen=True)
class Toml:
    """The values of a text, and where the keys that lead to them and the values themselves stand."""

    source: Source
    values: dict[str, Any]
    spans: dict[Path, tuple[_Span, _Span]]

    def at(self, path: Path) -> Any:
        """Return the value that ``path`` leads to, ``None`` where there is none."""
        node: Any = self.values
        for step in path:
            node = node.get(step) if isinstance(node, dict) else None
        return node

    def file(self) -> SourceFile:
        """Return the file as diagnostics know it, able to find places in it."""
        return SourceFile(self.source.path, self.source.sha256, self.place, self.source.line)

    def place(self, path: Path, of_key: bool = False) -> Place | None:
        """Return where the value at ``path`` is written, or its key."""
        if path not in self.spans:
            return None
        start, end = self.spans[path][0 if of_key else 1]
        place = self.source.place(start)
        return Place(place.line, place.column, len(self.source.text[start:end].partition("\n")[0]))


def read_toml(source: Source) -> Toml:
    """Read the text of a TOML file.

    Raises:
        InputError: where it is no TOML, or nested too deep.
    """
    spans = _PlaceSearch(source).spans  # first, as the standard library takes minutes over very deep nesting
    try:
        return Toml(source, tomllib.loads(source.text), spans)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        place = Place(int(at[1]), int(at[2])) if at else source.place(len(source.text.rstrip()))
        problem = next((_PROBLEMS[words] for words in _PROBLEMS if str(error).startswith(words)), _OTHER)
        fault = diagnose(SYNTAX, (), place, language="TOML", problem=problem)
    except (ValueError, OverflowError, RecursionError):  # a number of very many digits, among others
        fault = diagnose(SYNTAX, (), None, language="TOML", problem=_OTHER)
    raise InputError(source_file(source), (fault,))


class _PlaceSearch:
    """Goes once through a text, and notes where each key and each value stands.

    A text that is no TOML is gone through as far as it makes sense. Its end is a token without a text,
    which is "in" any text of marks and so ends whatever was begun.
    """

    def __init__(self, source: Source) -> None:
        self.source, self.depth = source, 0
        self.spans: dict[Path, tuple[_Span, _Span]] = {}
        tokens = takewhile(lambda token: token[0] not in ('"', "'"), _TOKEN.finditer(source.text))
        sound = (token for token in tokens if token.lastgroup != "skipped")
        self.rest: Iterator[_Token] = chain(sound, repeat(next(_TOKEN.finditer(""))))
        self.pairs((), "\n", "")

    def pairs(self, table: Path, ends: str, closing: str) -> _Token:
        """Take keys with their values, and headers, up to the mark that closes them, and return that."""
        while True:
            path, token = self.key(table, ends)
            if token[0] == "=":
                token = self.value(path, ends)
            else:
                table = path
            if token[0] in closing:
                return token

    def key(self, path: Path, ends: str) -> tuple[Path, _Token]:
        """Take a key, or a header, which leads from the top; return its path, and what follows it."""
        deepest = len(path) + MAX_DEPTH
        while (token := next(self.rest))[0] not in f"={ends}":
            if token[0] == "[":
                path, deepest = (), MAX_DEPTH
            elif token.lastgroup:
                self.refuse(len(path) >= deepest, token)
                path = (*path, _name(token[0]))
                self.spans.setdefault(path, (token.span(), token.span()))
        return path, token

    def value(self, path: Path, ends: str) -> _Token:
        """Take a value, if there is one, and return the mark after it."""
        first = last = None
        while (token := next(self.rest))[0] not in ends:
            if token[0] != "\n":
                self.refuse(self.depth > MAX_DEPTH, token)
                first = first or token
                last = self.inside(path, token)
        if first and last:
            span = first.start(), last.end()
            self.spans[path] = self.spans.get(path, (span, span))[0], span
        return token

    def inside(self, path: Path, token: _Token) -> _Token:
        """Take what stands in the bracket that a token opens, and return the last token."""
        self.depth += 1
        if token[0] == "{":
            token = self.pairs(path, ",}", "}")
        indices = count()
        while token[0] in ("[", ","):
            token = self.value((*path, next(indices)), ",]")
        self.depth -= 1
        return token

    def refuse(self, is_too_deep: bool, token: _Token) -> None:
        """Refuse a text in which a token stands too deep."""
        if is_too_deep:
            fault = diagnose(TOO_DEEP, (), self.source.place(token.start()), limit=MAX_DEPTH)
            raise InputError(source_file(self.source), (fault,))


def _name(key: str) -> str:
    """Return what a part of a key says, without quotes and escapes."""
    if key[0] not in "\"'":
        return key
    try:
        return next(iter(tomllib.loads(f"{key} = 0")))
    except tomllib.TOMLDecodeError:
        return key
