"""The table of settings: what a configuration file or the environment can set in place of an option."""

import os
from collections.abc import Callable, Iterable

from ..domain.exit_codes import FAIL_ON
from ..domain.outcomes import Grade
from ..records import NamedTuple
from ..show.formats import FORMATS
from ..text import LANGS, Text
from .folders import seen


class OptionSetting(NamedTuple):
    """A setting: its key in the file, and what it means.

    ``option`` is the parameter of the option it stands for, where the key is another word.
    ``words`` returns the words that can stand there; ``ids``: they are ids of target files. ``path`` returns
    where in a value a path begins; a path in a file is relative to its folder. ``unset`` is shown where there
    is no value. ``switch``: it is on or off, as an option without a value is.
    """

    key: str
    means: Text
    several: bool = False
    words: Callable[[], Iterable[str]] | None = None
    path: Callable[[str], int] = len
    unset: Text = Text.same("–")
    option: str = ""
    ids: bool = False
    switch: bool = False

    @property
    def parameter(self) -> str:
        """The parameter of the option."""
        return self.option or self.key.replace("-", "_")

    @property
    def variable(self) -> str:
        """The variable of the environment."""
        return f"DIGECON_{self.key.upper().replace('-', '_')}"

    def split(self, text: str) -> list[str]:
        """Return the values that a variable holds: words and ids, or paths as in ``PATH``."""
        values = text.replace(",", " ").split() if self.words or self.ids else text.split(os.pathsep)
        return [value for value in values if value]

    def cut(self, value: str) -> tuple[str, str]:
        """Return the word in a value and the path in it, either of which may be empty."""
        start = self.path(value)
        return value[:start].removesuffix("="), value[start:]

    def seen_from(self, folder: str, value: str | list[str] | bool) -> str | list[str] | bool:
        """Return what a file in ``folder`` says, its paths as seen from the working directory."""
        if isinstance(value, bool):
            return value
        if isinstance(value, list):
            return [str(self.seen_from(folder, one)) for one in value]
        start = self.path(value)
        is_seen = not folder or not value[start:] or os.path.isabs(value[start:])
        return value if is_seen else value[:start] + seen(os.path.join(folder, value[start:]))


def _after_equals(value: str) -> int:
    return value.find("=") + 1 or len(value)


def _diagnostics() -> Iterable[str]:
    from ..diagnostics.catalogue import DIAGNOSTICS  # gathers all kinds, which few runs need

    return DIAGNOSTICS


def _methods() -> Iterable[str]:
    from ..domain.pace import PaceMethod  # which trend alone needs

    return [method.id for method in PaceMethod]


_EXCLUDE = Text(
    "在文件夹中不查找的文件和文件夹的名称或路径，* 代表任意多个字符",
    "names or paths of what is left out of the folders searched; * stands for any characters",
)
_TARGETS = Text("目标文件夹", "the folder of target files")
_DOCUMENTS = Text(
    "按哪些文件的目标核验，写标识；all 为全部", "the documents to judge by, by their ids; all: every one"
)
_BASELINE = Text(
    "作为基准的先前JSON结果，其中已有的不使命令失败",
    "an earlier JSON result: what it has already does not fail a run",
)
_UNSET = Text("内置的目标", "those that come with the program")
_LANGUAGE = Text("语言", "the language of what is printed")
_FORMATS = Text(
    "输出格式，写作 名称 或 名称=文件；lint 只用其中它有的",
    "how to show the result, each NAME or NAME=FILE; lint takes those that it has",
)
_REVIEWS = Text("核验单位复核意见或文件夹", "reviews by the assessor, or folders of them")
_HISTORY = Text("用于与上年比较的往期报告或文件夹", "earlier reports to compare with, or folders of them")
_CUT_OFFS = Text("序时进度的分界值，如 0.95,0.8", "the office's own cut-offs of the schedule, as in 0.95,0.8")
_WEAKEST = Text("认定完成所需的最低佐证", "the weakest evidence on which a target counts as met")
_SELECT = Text(
    "只列出这些疑点和提示（错误总会列出）", "tell only these warnings and notes, beside all errors"
)
_IGNORE = Text("不列出这些疑点和提示", "leave out these warnings and notes")
_VERDICTS = Text("哪些总体结论使命令失败", "which verdicts make a run fail")

_NO_WAIVERS = Text("不计不纳入的批准", "judge as if no target were waived")
_CHECK_DOCUMENTS = Text(
    "核对报告所列佐证材料是否存在", "look up the documents that reports name, and keep their SHA-256"
)
_SCHEDULE = Text("列出序时进度", "hold reports of a part of a year against the straight line of the year")
_REDACT_ITEMS = Text(
    "不显示清单各项的名称和代码", "leave out the names and codes of items, and the lines of files"
)
_WEIGHTS = Text("权重文件", "the file of weights")
_INDEX = Text(
    "另列平均实现程度及其上下限、算法（非官方）",
    "show the mean attainment with its bounds, and how it is made (unofficial)",
)
_RANK = Text("同类考核对象之间排位次（非官方）", "rank places of one kind among themselves (unofficial)")
_METHOD = Text("进度的计算方法", "how the pace is computed")

_ROWS = (
    OptionSetting("targets", _TARGETS, path=lambda _: 0, unset=_UNSET),
    OptionSetting("documents", _DOCUMENTS, several=True, ids=True),
    OptionSetting("reviews", _REVIEWS, several=True, path=lambda _: 0),
    OptionSetting("history", _HISTORY, several=True, path=lambda _: 0),
    OptionSetting("language", _LANGUAGE, words=lambda: LANGS, option="lang"),
    OptionSetting("min-evidence", _WEAKEST, words=lambda: [grade.id for grade in Grade]),
    OptionSetting("schedule-cutoffs", _CUT_OFFS),
    OptionSetting("fail-on", _VERDICTS, words=lambda: FAIL_ON),
    OptionSetting("baseline", _BASELINE, path=lambda _: 0),
    OptionSetting("exclude", _EXCLUDE, several=True),
    OptionSetting(
        "formats", _FORMATS, several=True, words=lambda: FORMATS, path=_after_equals, option="sinks"
    ),
    OptionSetting("select", _SELECT, several=True, words=_diagnostics),
    OptionSetting("ignore", _IGNORE, several=True, words=_diagnostics),
    OptionSetting("no-waivers", _NO_WAIVERS, switch=True),
    OptionSetting("check-documents", _CHECK_DOCUMENTS, switch=True),
    OptionSetting("schedule", _SCHEDULE, switch=True),
    OptionSetting("redact-items", _REDACT_ITEMS, switch=True),
    OptionSetting("weights", _WEIGHTS, path=lambda _: 0),
    OptionSetting("index", _INDEX, switch=True),
    OptionSetting("rank", _RANK, switch=True),
    OptionSetting("method", _METHOD, words=_methods),
)
SETTINGS: dict[str, OptionSetting] = {row.key: row for row in _ROWS}
"""Every setting by its key."""
BY_PARAMETER: dict[str, OptionSetting] = {row.parameter: row for row in _ROWS}
"""Every setting by the parameter of its option."""
BEARS_ON_VERDICT = {
    "targets", "documents", "reviews", "history", "min-evidence", "fail-on", "baseline", "exclude",
    "no-waivers", "check-documents",
}  # fmt: skip
"""The keys that every output tells where a file sets them: they bear on a verdict, or on whether it fails."""
