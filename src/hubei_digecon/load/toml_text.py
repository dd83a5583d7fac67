"""TOML text → its values, and where each of them stands.

The standard library's reader tells no places, and takes minutes over a key of very many parts, so the text
is first gone through token by token; what is no TOML, that reader says.
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Path, Place, SourceFile, remark
from ..text import Text
from .faults import SYNTAX, TOO_DEEP, InputError
from .source import Source, source_file
from .tree import MAX_DEPTH

_TOKEN = re.compile(
    r'''(?:[ \t\r]|\#[^\n]*)*+(?:
        (?P<string>
            """(?:[^"\\]|\\.|"{1,2}+(?!"))*+"{3,5}+ | \'\'\'(?:[^']|'{1,2}+(?!'))*+'{3,5}+
          | "(?:[^"\\\n]|\\[^\n])*+" | '[^'\n]*+')
      | (?P<mark>[\[\]{},=.])
      | (?P<line>\n)
      | (?P<word>[^\s\[\]{},=.\#"']++)
    )''',
    re.VERBOSE | re.DOTALL,
)
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_PROBLEMS = (
    ("Invalid value", Text("这里应是一个值；文字要用引号括起", "expected a value here; a text needs quotes")),
    (
        "Invalid initial character for a key part",
        Text("这里应是一个键", "expected a key here"),
    ),
    ("Expected '=' after a key", Text("键的后面应是“=”", "expected “=” after a key")),
    ("Expected newline or end of", Text("这里应换行", "expected the end of the line here")),
    ("Invalid statement", Text("这里应是“键 = 值”或“[表]”", "expected “key = value” or “[table]” here")),
    ("Unterminated string", Text("这段文字没有结束", "this text has no end")),
    ("Illegal character", Text("文字中有换行或控制字符", "a text holds a line break or a control character")),
    ("Unescaped '\\'", Text("“\\”应写成“\\\\”，或改用单引号", "write “\\” twice, or use single quotes")),
    ("Unclosed array", Text("方括号没有结束，或缺少逗号", "a bracket is not closed, or a comma is missing")),
    (
        "Unclosed inline table",
        Text("花括号没有结束，或缺少逗号", "a brace is not closed, or a comma is missing"),
    ),
    ("Expected ']", Text("缺少“]”", "“]” is missing")),
    ("Cannot overwrite a value", Text("这个键已经写过", "this key has been given before")),
    ("Duplicate inline table key", Text("这个键已经写过", "this key has been given before")),
    ("Cannot declare", Text("这个表已经写过", "this table has been given before")),
    ("Found invalid character", Text("这里有不允许的字符", "a character stands here that is not allowed")),
)
"""How the standard library's reader begins to tell each problem, and what is said in its place."""
_OTHER = Text("不合TOML的写法", "it is not written as TOML is")
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Toml:
    """The values of a text, and where the keys that lead to them and the values themselves stand."""

    source: Source
    values: dict[str, Any]
    _keys: dict[Path, _Span] = field(default_factory=dict)
    _spans: dict[Path, _Span] = field(default_factory=dict)

    def at(self, path: Path) -> Any:
        """Return the value that ``path`` leads to, ``None`` where there is none."""
        node: Any = self.values
        for step in path:
            node = node.get(step) if isinstance(node, dict) else None
        return node

    def file(self) -> SourceFile:
        """Return the file as remarks know it, able to find places in it."""
        return SourceFile(self.source.path, self.source.sha256, self.place, self.source.line)

    def key_place(self, at: Path) -> Place | None:
        """Return where the key at the end of ``at`` is first written."""
        return self._place(self._keys.get(at))

    def place(self, at: Path) -> Place | None:
        """Return where the value at ``at`` is written."""
        return self._place(self._spans.get(at)) or self.key_place(at)

    def _place(self, span: _Span | None) -> Place | None:
        if span is None:
            return None
        start, end = span
        first_line = self.source.text[start:end].partition("\n")[0]
        place = self.source.place(start)
        return Place(place.line, place.column, max(len(first_line), 1))


def read_toml(source: Source) -> Toml:
    """Read the text of a TOML file.

    Raises:
        InputError: where it is no TOML, or nested too deep.
    """
    scan = _Scan(source)
    scan.whole()
    try:
        values = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(source_file(source), (_problem(source, str(error)),)) from None
    except (ValueError, OverflowError, RecursionError):  # a number of very many digits, among others
        fault = remark(SYNTAX, (), None, language="TOML", problem=_OTHER)
        raise InputError(source_file(source), (fault,)) from None
    return Toml(source, values, scan.keys, scan.spans)


def _problem(source: Source, message: str) -> Diagnostic:
    """Return what the standard library's reader says, in both languages and with its place."""
    at = _AT.search(message)
    end = source.place(len(source.text.rstrip()))
    place = Place(int(at[1]), int(at[2])) if at and at[1] else end
    problem = next((text for beginning, text in _PROBLEMS if message.startswith(beginning)), _OTHER)
    return remark(SYNTAX, (), place, language="TOML", problem=problem)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


_END = _Token("end", "", 0, 0)


class _Scan:
    """Goes through a text once, and notes where keys and values stand.

    It takes every text: one that is no TOML is gone through as far as it makes sense.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.keys: dict[Path, _Span] = {}
        self.spans: dict[Path, _Span] = {}
        self.index = 0
        self.token = self.before = _END

    def whole(self) -> None:
        table: Path = ()
        self._next()
        while self.token.kind != "end":
            if self.token.text == "[":
                table = self._header()
            elif self.token.kind in ("word", "string"):
                self._pair(table, 0)
            else:
                self._next()

    def _header(self) -> Path:
        while self.token.text == "[":
            self._next()
        return self._key(())

    def _pair(self, table: Path, depth: int) -> None:
        path = self._key(table)
        if self.token.text == "=":
            self._next()
            self._value(path, depth)

    def _key(self, table: Path) -> Path:
        """Take the parts of a key, each of which leads to a value of its own."""
        path, parts = table, 0
        while self.token.kind in ("word", "string"):
            token = self.token
            parts += 1
            if parts > MAX_DEPTH:
                self._refuse(TOO_DEEP, token, limit=MAX_DEPTH)
            path = (*path, token.text if token.kind == "word" else token.text[1:-1])
            self.keys.setdefault(path, (token.start, token.end))
            self._next()
            if self.token.text != ".":
                break
            self._next()
        return path

    def _value(self, path: Path, depth: int) -> None:
        first = self.token
        if depth > MAX_DEPTH:
            self._refuse(TOO_DEEP, first, limit=MAX_DEPTH)
        if first.text == "[":
            self._inside("]", path, depth)
        elif first.text == "{":
            self._inside("}", path, depth)
        else:
            while self.token.kind in ("word", "string") or self.token.text == ".":
                self._next()
        self.spans[path] = (first.start, self.before.end)

    def _inside(self, closing: str, path: Path, depth: int) -> None:
        """Take what stands between brackets: values, or keys and values."""
        self._next()
        index = 0
        while self.token.kind != "end" and self.token.text != closing:
            before = self.index
            if self.token.text == ",":
                index += 1
            elif self.token.kind != "line" and closing == "]":
                self._value((*path, index), depth + 1)
            elif self.token.kind != "line":
                self._pair(path, depth + 1)
            if self.index == before:
                self._next()
        self._next()

    def _next(self) -> None:
        self.before = self.token
        match = _TOKEN.match(self.source.text, self.index)
        if match is None:
            self.token = _END
            return
        kind = match.lastgroup or "end"
        self.index = match.end()
        self.token = _Token(kind, match[kind], match.start(kind), match.end())

    def _refuse(self, kind: DiagnosticKind, token: _Token, **values: object) -> None:
        place = self.source.place(token.start)
        raise InputError(source_file(self.source), (remark(kind, (), place, **values),))
