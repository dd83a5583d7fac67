"""What is wrong with a configuration file that is TOML: unknown keys, wrong types, unknown words."""

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Diagnostic, Path, diagnose, written
from ..diagnostics.suggest import suggestion
from ..load.document import listed
from ..load.faults import UNKNOWN_KEY, WRONG_TYPE
from ..load.toml_text import Toml
from ..shapes.diagnostics import UNKNOWN_WORD
from ..text import Text
from .settings import SETTINGS, OptionSetting

A_TABLE = Text("表", "a table")
A_NUMBER = Text("数字", "a number")
_SORTS: dict[type, Text] = {
    str: Text("文字", "text"),
    bool: Text("真假值", "true or false"),
    int: A_NUMBER,
    float: A_NUMBER,
    list: Text("列表", "a list"),
    dict: A_TABLE,
}
A_DATE = Text("日期或时间", "a date or time")
QUOTED_TEXT = Text("引号括起的文字", "a text in quotes")
LIST_OF_TEXTS = Text('文字列表，如 ["…"]', 'a list of texts, as in ["…"]')
A_PATH = Text("路径", "a path")
NOTHING = Text("空的", "empty")
IDS = Text("docs/diagnostics.md 所列的标识", "the ids that docs/diagnostics.md lists")
MOST_LISTED = 20
"""How many words are listed where another stands: the ids of diagnostics are more."""
NUL = Text("含有空字符（NUL）的文字", "text with a NUL character")


def faults_of(toml: Toml, table: Path) -> tuple[Diagnostic, ...]:
    """Return every fault in a table of settings, in the order of the file."""
    found = toml.at(table)
    if not isinstance(found, dict):
        return (_wrong_type(toml, table, ".".join(map(str, table)), A_TABLE, _sort(found)),)
    return listed(tuple(fault for key in found for fault in _faults(toml, (*table, key), key, found[key])))


def _faults(toml: Toml, at: Path, key: str, value: Any) -> Iterator[Diagnostic]:
    setting = SETTINGS.get(key)
    if setting is None:
        values = {"key": key, "suggestion": suggestion(key, SETTINGS), "keys": ", ".join(SETTINGS)}
        yield diagnose(UNKNOWN_KEY, at, toml.place(at, of_key=True), **values)
    elif setting.switch:
        if not isinstance(value, bool):
            yield _wrong_type(toml, at, key, _SORTS[bool], _sort(value))
    elif not setting.several:
        yield from _faults_of_text(toml, at, key, setting, value)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _faults_of_text(toml, (*at, index), written((key, index)), setting, one)
    else:
        yield _wrong_type(toml, at, key, LIST_OF_TEXTS, _sort(value))


def _faults_of_text(
    toml: Toml, at: Path, name: str, setting: OptionSetting, value: Any
) -> Iterator[Diagnostic]:
    word, path = setting.cut(value) if isinstance(value, str) else ("", "")
    words = list(setting.words()) if setting.words else None
    if not isinstance(value, str):
        yield _wrong_type(toml, at, name, QUOTED_TEXT, _sort(value))
    elif words is None and not value.strip():
        yield _wrong_type(toml, at, name, A_PATH, NOTHING)
    elif "\0" in path:
        yield _wrong_type(toml, at, name, A_PATH, NUL)
    elif words is not None and word not in words:
        shown = ", ".join(words) if len(words) <= MOST_LISTED else IDS
        values = {"key": setting.key, "text": word, "suggestion": suggestion(word, words), "words": shown}
        yield diagnose(UNKNOWN_WORD, at, toml.place(at), **values)


def _wrong_type(toml: Toml, at: Path, name: str, expected: Text, found: Text) -> Diagnostic:
    return diagnose(WRONG_TYPE, at, toml.place(at), key=name, expected=expected, found=found)


def _sort(value: Any) -> Text:
    return _SORTS.get(type(value), A_DATE)
