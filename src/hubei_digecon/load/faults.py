"""What can be wrong with a file before anything in it is understood: opening, decoding, syntax, shape."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, SourceFile, located
from ..domain.reports import Period
from ..records import NamedTuple
from ..shapes.diagnostics import UNKNOWN_FORMAT
from ..text import Text

Accepted = TypeVar("Accepted")


class RefusedInput(NamedTuple):
    """A file, or one of the reports in it, that cannot be relied on: all its faults, and what could be read.

    Readers return it in place of a value, so that whoever asked goes on with the next input.
    """

    source: SourceFile
    faults: tuple[Diagnostic, ...]
    entity: str | None = None
    period: Period | None = None


MOST_TOLD = 10
"""Diagnostics that the message of an exception tells; all are in the exception."""


def told(files: Iterable[tuple[SourceFile, Sequence[Diagnostic]]]) -> str:
    """Return the errors of files, a line each: the file, the line and the column, and the sentence in both
    languages.
    """
    lines = [
        f"{located(where.path, place)}: {one.message.en} / {one.message.zh}"
        for source, diagnostics in files
        for one in diagnostics
        if one.is_error
        for where, place in [one.found_in(source)]
    ]
    more = [f"and {len(lines) - MOST_TOLD} more"] if len(lines) > MOST_TOLD else []
    return "\n".join((*lines[:MOST_TOLD], *more))


class InputError(Exception):
    """A file that cannot be relied on, raised for whoever asked for nothing else: all its faults, and what
    could be read of it. Parsers raise it to stop deep inside a file; readers return :class:`RefusedInput`.
    """

    def __init__(
        self,
        source: SourceFile,
        faults: tuple[Diagnostic, ...],
        entity: str | None = None,
        period: Period | None = None,
    ) -> None:
        super().__init__(f"{source.path}: {', '.join(fault.kind.id for fault in faults[:3])}")
        self.source, self.faults, self.entity, self.period = source, faults, entity, period

    def __str__(self) -> str:
        return told([(self.source, self.faults)])


def refused_by(error: InputError) -> RefusedInput:
    """Return the file that a parser raised an error of, as a reader returns it."""
    return RefusedInput(error.source, error.faults, error.entity, error.period)


def accepted(read: Accepted | RefusedInput) -> Accepted:
    """Return what a reader read, for whoever cannot go on without it.

    Raises:
        InputError: where it was refused.
    """
    if isinstance(read, RefusedInput):
        raise InputError(*read)
    return read


def _error(id: str, message: Text, fix: Text, example: Example) -> DiagnosticKind:
    return DiagnosticKind(id, Severity.ERROR, message, fix, example)


_WHOLE = (
    "entity: wuhan-wedz\n"
    "period: 2025\n"
    "submitted: {by: 示例单位, date: 2026-01-20}\n"
    "observations: {gdp: 1000亿元}"
)


UNREADABLE = _error(
    "unreadable",
    Text("无法打开：{why}", "it cannot be opened: {why}"),
    Text("检查路径和读取权限", "check the path and the permission to read it"),
    Example(
        Text("没有的文件，或没有读取权限的文件", "a file that is not there, or that may not be read"),
        Text("可以读取的文件", "a file that can be read"),
        Sort.FILE,
    ),
)
NOT_A_FILE = _error(
    "not-a-file",
    Text("不是普通文件（{what}）", "it is not a regular file ({what})"),
    Text("请给出一个普通文件", "give a regular file"),
    Example(
        Text("命名管道或设备", "a FIFO, or a device"),
        Text("普通文件", "a regular file"),
        Sort.FILE,
    ),
)
TOO_LARGE = _error(
    "too-large",
    Text("文件超过{limit}", "it is larger than {limit}"),
    Text("拆分文件，或删去无关内容", "split it, or leave out what does not belong"),
    Example(
        Text("几MiB的文件", "a file of some MiB"),
        Text("几KiB的文件", "a file of some KiB"),
        Sort.FILE,
    ),
)
NEEDS_EXTRA = _error(
    "needs-extra",
    Text("读取它要用到{modules}，没有安装", "to read it, {modules} is needed, which is not installed"),
    Text("请运行：{command}", "run: {command}"),
    Example(
        Text(
            "文件夹中有Parquet文件，而没有安装可选组件 table",
            "a Parquet file in the folder given, where the extra table is not installed",
        ),
        Text("已安装可选组件 table", "the extra table is installed"),
        Sort.FILE,
    ),
)
NOT_UTF8 = _error(
    "not-utf8",
    Text("第{byte}个字节起不是UTF-8编码{hint}", "it is not UTF-8 from byte {byte} on{hint}"),
    Text("另存为UTF-8编码", "save it as UTF-8"),
    Example(
        Text("按GB18030保存的中文文件", "a Chinese file saved as GB18030"),
        Text("按UTF-8保存的同一文件", "the same file saved as UTF-8"),
        Sort.FILE,
    ),
)
LINE_BREAK = _error(
    "line-break",
    Text(
        "含有编辑器一般不显示的换行符{character}，行号将无法对应",
        "it contains {character}, a line break that most editors do not show, so lines cannot be told apart",
    ),
    Text("换成普通换行，或删去", "replace it by an ordinary line break, or remove it"),
    Example(
        Text("文字中夹有行分隔符U+2028", "a text with a LINE SEPARATOR (U+2028) in it"),
        Text("换成空格的同一文字", "the same text with a blank in its place"),
        Sort.FILE,
    ),
)
SYNTAX = _error(
    "syntax",
    Text("{language}语法错误：{problem}", "{language} syntax: {problem}"),
    Text("检查这一处的缩进、引号、冒号和括号", "check indentation, quotes, colons and brackets here"),
    Example(fails="observations: {gdp: 1000亿元", passes="observations: {gdp: 1000亿元}"),
)
EMPTY = _error(
    "empty-file",
    Text("文件是空的", "the file is empty"),
    Text(
        "至少写明考核对象（entity）、报告期（period）、填报单位和日期（submitted）和各项填报值（observations）",
        "give at least entity, period, submitted and observations",
    ),
    Example(fails="# 示例", passes=_WHOLE, sort=Sort.FILE),
)
SEVERAL_DOCUMENTS = _error(
    "several-documents",
    Text("一个文件里有多个文档", "there is more than one document in the file"),
    Text("一个文件只放一份，其余另存", "keep one, and move the rest to files of their own"),
    Example(fails="period: 2025\n---\nperiod: 2026", passes="period: 2025"),
)
NOT_A_MAPPING = _error(
    "not-a-mapping",
    Text(
        "文件最外层应为“键: 值”，实际是{found}",
        "the file should hold keys and values at the top, but holds {found}",
    ),
    Text("以“entity: …”这样的键开头", "begin with keys such as “entity: …”"),
    Example(fails="- entity: wuhan-wedz\n- period: 2025", passes=_WHOLE, sort=Sort.FILE),
)
KEY_NOT_TEXT = _error(
    "key-not-text",
    Text("键必须是文字，不能是列表或映射", "a key must be text, not a list or a mapping"),
    Text("写成“键: 值”", "write “key: value”"),
    Example(fails="observations: {[gdp]: 1000亿元}", passes="observations: {gdp: 1000亿元}"),
)
DUPLICATE_KEY = _error(
    "duplicate-key",
    Text(
        "键“{key}”重复，第一次出现在第{first}行",
        "the key “{key}” stands here a second time; it was first given on line {first}",
    ),
    Text("只保留一处", "keep one of the two"),
    Example(fails="observations: {gdp: 1000亿元, gdp: 1001亿元}", passes="observations: {gdp: 1001亿元}"),
)
TOO_DEEP = _error(
    "too-deep",
    Text("嵌套超过{limit}层", "it is nested deeper than {limit} levels"),
    Text("减少嵌套", "nest it less"),
    Example(
        Text("一百层括号", "a hundred brackets within each other"),
        Text("几层括号", "a few brackets within each other"),
        Sort.FILE,
    ),
)
TOO_MANY_VALUES = _error(
    "too-many-values",
    Text("文件中的值超过{limit}个", "it holds more than {limit} values"),
    Text("拆分文件", "split it"),
    Example(
        Text("有十万个值的文件", "a file of a hundred thousand values"),
        Text("有几百个值的文件", "a file of some hundred values"),
        Sort.FILE,
    ),
)
ALIAS = _error(
    "alias",
    Text("不接受YAML锚点和别名：{found}", "YAML anchors and aliases are not accepted: {found}"),
    Text("把内容写全；文字以&或*开头时加引号", "write the value out; quote a text that begins with & or *"),
    Example(fails="observations: {gdp: &gdp 1000亿元}", passes="observations: {gdp: 1000亿元}"),
)
MERGE_KEY = _error(
    "merge-key",
    Text("不接受YAML合并键“<<”", "the YAML merge key “<<” is not accepted"),
    Text("把内容写全", "write the values out"),
    Example(fails="observations: {<<: {gdp: 1000亿元}}", passes="observations: {gdp: 1000亿元}"),
)
TAG = _error(
    "tag",
    Text("不接受YAML标签：{found}", "YAML tags are not accepted: {found}"),
    Text("删去标签；所有值都先按文字读取", "remove the tag; every value is read as text first"),
    Example(fails="observations: {gdp: !!str 1000亿元}", passes="observations: {gdp: 1000亿元}"),
)
UNKNOWN_KEY = _error(
    "unknown-key",
    Text("不认识的键“{key}”", "unknown key “{key}”"),
    Text("{suggestion}可用的键：{keys}", "{suggestion}keys that can stand here: {keys}"),
    Example(fails="observation: {gdp: 1000亿元}", passes="observations: {gdp: 1000亿元}"),
)
MISSING_KEY = _error(
    "missing-key",
    Text("缺少“{key}”", "“{key}” is missing"),
    Text("补上“{key}: …”", "add “{key}: …”"),
    Example(fails="period:", passes="period: 2025"),
)
WRONG_TYPE = _error(
    "wrong-type",
    Text("“{key}”应为{expected}，实际是{found}", "“{key}” should be {expected}, but is {found}"),
    Text("改写为{expected}", "write {expected}"),
    Example(fails="observations: [gdp]", passes="observations: {gdp: 1000亿元}"),
)
TOO_MANY_FAULTS = _error(
    "too-many-faults",
    Text("问题太多，读到这里为止", "there are too many faults; reading stopped here"),
    Text("先改正以上各处", "fix those above first"),
    Example(
        Text("几百个重复的键", "hundreds of keys that each stand there twice"),
        Text("没有重复的键", "each key once"),
        Sort.FILE,
    ),
)
MORE_FAULTS = _error(
    "more-faults",
    Text("另有{number}处问题未列出", "{number} further faults are not listed"),
    Text("先改正以上各处", "fix those above first"),
    Example(
        Text("几百个写错的指标", "hundreds of indicators, each misspelt"),
        Text("没有写错的指标", "each indicator as the catalogue has it"),
        Sort.FILE,
    ),
)

KINDS = (
    UNREADABLE, NOT_A_FILE, TOO_LARGE, NEEDS_EXTRA, NOT_UTF8, LINE_BREAK, SYNTAX, EMPTY, SEVERAL_DOCUMENTS,
    NOT_A_MAPPING, KEY_NOT_TEXT, DUPLICATE_KEY, TOO_DEEP, TOO_MANY_VALUES, ALIAS, MERGE_KEY, TAG,
    UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, UNKNOWN_FORMAT, TOO_MANY_FAULTS,
    MORE_FAULTS,
)  # fmt: skip
