"""Writes ``diagnostics.md``, the list of all kinds of diagnostics, from the table of the program."""

from collections.abc import Iterator
from pathlib import Path

from hubei_digecon.diagnostics import DiagnosticKind, Example
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS, GROUPS
from hubei_digecon.explain.words import BESIDE, FAILS, FIX, GIVEN, PASSES, SAYS
from hubei_digecon.text import Text

PATH = Path(__file__).with_name("diagnostics.md")

_HEAD = """\
# Kinds of diagnostics · 数据审核情况

`make docs` writes this file from the program's own table, and `digecon explain ID` prints an entry of it.
Each of the {number} kinds has an example that raises it and one that does not; the tests run both.

本文件由 `make docs` 按程序中的表生成，`digecon explain ID` 显示其中一项。
共{number}种问题，每种有一个会提出它的例子和一个不会的，均由测试运行。

An error (错误) must be fixed before the file can be relied on; a warning (疑点) asks for an explanation; a
note (提示) asks for nothing. An example shows the keys that matter and leaves out the rest of the file. All
names and figures in the examples are made up.

错误须更正，疑点须说明，提示不需要处理。例子只列有关的键；其中的名称和数值都是虚构的。
"""


def document() -> str:
    """Return the whole document: a section for each group, an entry for each kind."""
    groups = (part for group in GROUPS for part in (_heading(group.title), *map(_entry, group.kinds)))
    return "\n".join((_HEAD.format(number=len(DIAGNOSTICS)), *groups))


def _heading(title: Text) -> str:
    return f"## {title.en} · {title.zh}\n"


def _entry(kind: DiagnosticKind) -> str:
    return "\n".join((f"### `{kind.id}`\n", *_said(kind), "", *_example(kind.example)))


def _said(kind: DiagnosticKind) -> Iterator[str]:
    yield f"{_both(kind.severity.term)} · {_both(kind.example.sort.term)}\n"
    for label, words in ((SAYS, kind.message.blanked()), (FIX, kind.fix.blanked())):
        yield f"- {label.en}: {words.en}"
        yield f"- {label.zh}：{words.zh}"


def _example(example: Example) -> Iterator[str]:
    if example.given:
        yield _labelled(GIVEN, example.given)
    if example.beside:
        yield _shown(BESIDE, example.beside, "beside")
    yield _shown(FAILS, example.fails, "fails")
    yield _shown(PASSES, example.passes, "passes")


def _shown(label: Text, part: str | Text, name: str) -> str:
    """Return a part of an example: YAML in a block of its own, words on a line."""
    if isinstance(part, Text):
        return _labelled(label, part)
    return f"{_both(label)}:\n\n```yaml {name}\n{part}\n```\n"


def _labelled(label: Text, words: Text) -> str:
    return f"{_both(label)}: {words.en} · {words.zh}\n"


def _both(text: Text) -> str:
    return f"{text.en} · {text.zh}"
