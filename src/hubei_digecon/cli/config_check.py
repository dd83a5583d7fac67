"""What is wrong with a configuration file that can be read: unknown keys, wrong types, unknown words."""

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Diagnostic, Path, remark, written
from ..load.document import listed
from ..load.faults import UNKNOWN_KEY, WRONG_TYPE
from ..load.fields import UNKNOWN_WORD
from ..load.near import suggestion
from ..load.toml_text import Toml
from ..text import Text
from .settings import SETTINGS, Setting

A_TEXT = Text("文字", "text")
A_QUOTED_TEXT = Text("引号括起的文字", "a text in quotes")
A_LIST = Text("列表", "a list")
A_TABLE = Text("表", "a table")
A_NUMBER = Text("数字", "a number")
A_PATH = Text("路径", "a path")
NOTHING = Text("空的", "empty")
NUL = Text("含有空字符（NUL）的文字", "text with a NUL character")
TRUTH = Text("真假值", "true or false")
A_DATE = Text("日期或时间", "a date or time")
LIST_OF_TEXTS = Text('文字列表，如 ["…"]', 'a list of texts, as in ["…"]')

_FOUND: dict[type, Text] = {
    str: A_TEXT,
    bool: TRUTH,
    int: A_NUMBER,
    float: A_NUMBER,
    list: A_LIST,
    dict: A_TABLE,
}

Values = dict[str, str | list[str]]


def checked(toml: Toml, table: Path) -> tuple[Values, tuple[Diagnostic, ...]]:
    """Return the settings in a table of the file, those that are in order, and every fault in it."""
    found = toml.at(table)
    if not isinstance(found, dict):
        fault = _wrong_type(toml, table, ".".join(map(str, table)), A_TABLE, found)
        return {}, (fault,)
    values: Values = {}
    faults: list[Diagnostic] = []
    for key, value in found.items():
        wrong = list(_faults(toml, (*table, key), key, value))
        faults += wrong
        if not wrong:
            values[key] = value
    return values, listed(tuple(faults))


def _faults(toml: Toml, at: Path, key: str, value: Any) -> Iterator[Diagnostic]:
    setting = SETTINGS.get(key)
    if setting is None:
        values = {"key": key, "suggestion": suggestion(key, SETTINGS), "keys": ", ".join(SETTINGS)}
        yield remark(UNKNOWN_KEY, at, toml.key_place(at), **values)
    elif not setting.several:
        yield from _faults_of_one(toml, at, key, setting, value)
    elif not isinstance(value, list):
        yield _wrong_type(toml, at, key, LIST_OF_TEXTS, value)
    else:
        for index, one in enumerate(value):
            name = written((key, index))
            yield from _faults_of_one(toml, (*at, index), name, setting, one)


def _faults_of_one(toml: Toml, at: Path, name: str, setting: Setting, value: Any) -> Iterator[Diagnostic]:
    if not isinstance(value, str):
        yield _wrong_type(toml, at, name, A_QUOTED_TEXT, value)
        return
    word, path = setting.cut(value)
    if setting.words is None and not value.strip():
        yield remark(WRONG_TYPE, at, toml.place(at), key=name, expected=A_PATH, found=NOTHING)
    elif "\0" in path:
        yield remark(WRONG_TYPE, at, toml.place(at), key=name, expected=A_PATH, found=NUL)
    elif setting.words is not None and word not in (words := list(setting.words())):
        meant = suggestion(word, words)
        shown = setting.listed or ", ".join(words)
        values = {"key": setting.key, "text": word, "suggestion": meant, "words": shown}
        yield remark(UNKNOWN_WORD, at, toml.place(at), **values)


def _wrong_type(toml: Toml, at: Path, name: str, expected: Text, value: Any) -> Diagnostic:
    found = _FOUND.get(type(value), A_DATE)
    return remark(WRONG_TYPE, at, toml.place(at), key=name, expected=expected, found=found)
