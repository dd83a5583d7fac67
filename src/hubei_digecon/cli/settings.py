"""The table of settings: what a configuration file or the environment can say in place of an option."""

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..exits import FAIL_ON
from ..findings import Grade
from ..render import FORMATS
from ..text import LANGS, Text
from .places import seen

Words = Callable[[], Iterable[str]]


class Setting(NamedTuple):
    """A setting: its key in the file, the parameter of the option it stands for, and what it means.

    ``words`` are those that can stand there, or before the path in a value; where they are too many to list,
    ``listed`` says what they are. ``path`` tells where in a value a path begins, which is taken from the
    folder of the file. Several values in the environment stand between commas or blanks, or what
    ``separator`` is. One that ``bears_on_verdict`` is told in every output where a file sets it.
    """

    key: str
    parameter: str
    means: Text
    several: bool = False
    words: Words | None = None
    listed: Text | None = None
    path: Callable[[str], int] = len
    separator: str | None = None
    unset: Text | None = None
    bears_on_verdict: bool = False

    @property
    def variable(self) -> str:
        """The variable of the environment."""
        return f"DIGECON_{self.key.upper().replace('-', '_')}"

    def split(self, text: str) -> list[str]:
        """Return the values that a variable holds; empty ones are none."""
        values = text.split(self.separator) if self.separator else text.replace(",", " ").split()
        return [value for value in values if value]

    def cut(self, value: str) -> tuple[str, str]:
        """Return the word in a value and the path in it, either of which may be empty."""
        start = self.path(value)
        return value[:start].removesuffix("="), value[start:]

    def seen_from(self, folder: str, value: str | list[str]) -> str | list[str]:
        """Return what a file in ``folder`` says, its paths as seen from the working directory."""
        if isinstance(value, list):
            return [str(self.seen_from(folder, one)) for one in value]
        start = self.path(value)
        path = value[start:]
        if not folder or not path or os.path.isabs(path):
            return value
        return value[:start] + seen(os.path.join(folder, path))


def _whole(_value: str) -> int:
    return 0


def _after_equals(value: str) -> int:
    return value.index("=") + 1 if "=" in value else len(value)


def _all_remarks() -> Iterable[str]:
    from ..remarks import DIAGNOSTICS  # gathers all kinds, which only a run that names some needs

    return DIAGNOSTICS


_ALL_REMARKS = Text("docs/diagnostics.md 所列的标识", "the ids that docs/diagnostics.md lists")

SETTINGS: dict[str, Setting] = {
    row.key: row
    for row in (
        Setting(
            "targets",
            "targets",
            Text("目标文件夹", "the folder of target files"),
            path=_whole,
            unset=Text("内置的目标", "those that come with the program"),
            bears_on_verdict=True,
        ),
        Setting(
            "reviews",
            "reviews",
            Text("评估方复核文件或文件夹", "reviews by the assessor, or folders of them"),
            several=True,
            path=_whole,
            separator=os.pathsep,
            bears_on_verdict=True,
        ),
        Setting(
            "language",
            "lang",
            Text("语言", "the language of what is printed"),
            words=lambda: LANGS,
        ),
        Setting(
            "min-evidence",
            "min_evidence",
            Text("认定完成所需的最低佐证", "the weakest evidence on which a target counts as met"),
            words=lambda: [grade.id for grade in Grade],
            bears_on_verdict=True,
        ),
        Setting(
            "fail-on",
            "fail_on",
            Text("哪些总体结论使命令失败", "which verdicts make a run fail"),
            words=lambda: FAIL_ON,
            bears_on_verdict=True,
        ),
        Setting(
            "exclude",
            "exclude",
            Text(
                "在文件夹中不查找的文件和文件夹的名称或路径，* 代表任意多个字符",
                "names or paths of what is left out of the folders searched; * stands for any characters",
            ),
            several=True,
            separator=os.pathsep,
            bears_on_verdict=True,
        ),
        Setting(
            "formats",
            "sinks",
            Text(
                "输出格式，写作 名称 或 名称=文件；lint 只用其中它有的",
                "how to show the result, each NAME or NAME=FILE; lint takes those that it has",
            ),
            several=True,
            words=lambda: FORMATS,
            path=_after_equals,
        ),
        Setting(
            "select",
            "select",
            Text(
                "只列出这些疑点和提示（错误总会列出）",
                "tell only these warnings and notes, beside all errors",
            ),
            several=True,
            words=_all_remarks,
            listed=_ALL_REMARKS,
        ),
        Setting(
            "ignore",
            "ignore",
            Text("不列出这些疑点和提示", "leave out these warnings and notes"),
            several=True,
            words=_all_remarks,
            listed=_ALL_REMARKS,
        ),
    )
}
"""Every setting by its key."""

BY_PARAMETER: dict[str, Setting] = {row.parameter: row for row in SETTINGS.values()}
"""Every setting by the parameter of its option."""
