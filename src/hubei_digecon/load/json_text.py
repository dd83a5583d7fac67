"""JSON text → the same tree as YAML gives, by the same rules: every number keeps its digits.

The standard library's reader tells no places and lets a duplicate key win in silence, so the text
is read here token by token (RFC 8259), without recursion.
"""

import json
import re

from ..diagnostics import Place
from ..text import Text
from .faults import SEVERAL_DOCUMENTS, SYNTAX
from .source import Source
from .tree import Point, RefusedError, TreeBuilder

_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:
        (?P<mark>[{}\[\],:])
      | (?P<string>"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")
      | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![0-9A-Za-z_.+-])
      | (?P<word>true|false|null)(?![0-9A-Za-z_])
      | (?P<end>\Z)
    )""",
    re.VERBOSE | re.ASCII,
)
_BAD_STRING = Text(
    "这段文字没有结束，或含有换行、控制字符、不允许的转义",
    "this text has no end, or holds a line break, a control character or an escape that is not allowed",
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def build_json(source: Source, builder: TreeBuilder) -> None:
    """Hand the values of a JSON text to ``builder``.

    Raises:
        RefusedError: at the first thing that is not JSON.
    """
    _Json(source, builder).build()


class _Json:
    """Where reading stands: the expected next thing, and the brackets that are open."""

    def __init__(self, source: Source, builder: TreeBuilder) -> None:
        self.source, self.builder = source, builder
        self.open: list[str] = []
        self.expect = "value"
        self.line, self.line_start, self.counted = 0, 0, 0

    def build(self) -> None:
        index = 0
        while True:
            match = _TOKEN.match(self.source.text, index)
            if match is None:
                raise self._malformed(self._after_blanks(index), unread=True)
            kind = match.lastgroup or "end"
            start, index = match.start(kind), match.end()
            if kind == "end":
                break
            if self.expect == "nothing":
                raise RefusedError(SEVERAL_DOCUMENTS, self.source.place(start))
            if kind == "mark":
                self._mark(match.group(kind), start)
            else:
                self._scalar(kind, match.group(kind), start)
        if self.expect != "nothing" and index and self.source.text.strip():
            raise self._malformed(len(self.source.text.rstrip()))

    def _scalar(self, kind: str, token: str, start: int) -> None:
        text: str | None = token
        if kind == "string":
            text = json.loads(token)
            if _SURROGATE.search(text or ""):
                raise self._malformed(start, unread=True)
        elif self.expect not in ("value", "value or ]"):
            raise self._malformed(start)
        elif token == "null":
            text = None
        at = self._position(start)
        end = Point(at.line, at.column + len(token))
        if self.expect in ("key", "key or }"):
            self.builder.scalar(text, at, end)
            self.expect = ":"
        elif self.expect in ("value", "value or ]"):
            self.builder.scalar(text, at, end)
            self._after_value()
        else:
            raise self._malformed(start)

    def _mark(self, mark: str, start: int) -> None:
        if mark in "{[" and self.expect in ("value", "value or ]"):
            begin = self.builder.mapping if mark == "{" else self.builder.sequence
            begin(self._position(start))
            self.open.append(mark)
            self.expect = "key or }" if mark == "{" else "value or ]"
        elif mark in "}]" and self._may_close(mark):
            self.open.pop()
            self.builder.end()
            self._after_value()
        elif mark == ":" and self.expect == ":":
            self.expect = "value"
        elif mark == "," and self.expect == ", or end" and self.open:
            self.expect = "key" if self.open[-1] == "{" else "value"
        else:
            raise self._malformed(start)

    def _may_close(self, mark: str) -> bool:
        if not self.open or self.open[-1] != {"}": "{", "]": "["}[mark]:
            return False
        return self.expect in (", or end", f"key or {mark}", f"value or {mark}")

    def _after_value(self) -> None:
        self.expect = ", or end" if self.open else "nothing"

    def _position(self, index: int) -> Point:
        """Return line and column of ``index``, counting on from the last one asked for."""
        breaks = self.source.text.count("\n", self.counted, index)
        if breaks:
            self.line += breaks
            self.line_start = self.source.text.rfind("\n", self.counted, index) + 1
        self.counted = index
        return Point(self.line, index - self.line_start)

    def _after_blanks(self, index: int) -> int:
        rest = self.source.text[index:]
        return index + len(rest) - len(rest.lstrip(" \t\r\n"))

    def _malformed(self, index: int, unread: bool = False) -> RefusedError:
        """Refuse what stands at ``index``; ``unread``: it is no token at all."""
        names = {
            "value": Text("一个值", "a value"),
            "value or ]": Text("一个值或“]”", "a value or “]”"),
            "key": Text("双引号括起的键", "a key in double quotes"),
            "key or }": Text("双引号括起的键或“}”", "a key in double quotes, or “}”"),
            ":": Text("“:”", "“:”"),
            ", or end": Text("“,”或右括号", "“,” or a closing bracket"),
        }
        wanted = names.get(self.expect, Text("结尾", "the end"))
        problem = Text("这里应是{wanted}", "expected {wanted} here").format(wanted=wanted)
        if unread and self.source.text[index : index + 1] == '"':
            problem = _BAD_STRING
        place = self.source.place(index)
        return RefusedError(SYNTAX, Place(place.line, place.column), language="JSON", problem=problem)
