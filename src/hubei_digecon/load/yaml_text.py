"""YAML text → tree, in one pass over libyaml's parser events and with no implicit typing.

The C parser is always used: the pure one differs from it on some inputs, and composing by the C
library itself crashes the process on deep nesting (yaml/pyyaml#895).
"""

from typing import Any

from yaml import CBaseLoader, MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.reader import ReaderError

from ..diagnostics import Place
from ..text import Text
from .faults import ALIAS, MERGE_KEY, SEVERAL_DOCUMENTS, SYNTAX, TAG, TOO_DEEP
from .source import Source
from .tree import MAX_DEPTH, Mark, Point, RefusedError, TreeBuilder, between


def build_yaml(source: Source, builder: TreeBuilder) -> None:
    """Hand the values of a YAML text to ``builder``.

    Raises:
        RefusedError: at the first thing after which the rest cannot be read.
    """
    try:
        _build(CBaseLoader(source.text), builder)
    except ReaderError as error:
        raise _unprintable(source, error) from None
    except MarkedYAMLError as error:
        raise _malformed(source, error) from None
    except (YAMLError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise RefusedError(SYNTAX, None, language="YAML", problem=type(error).__name__) from None


def _build(parser: Any, builder: TreeBuilder) -> None:
    documents = 0
    next_event, scalar = parser.get_event, builder.scalar
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if event.anchor or event.tag:
                _refuse_marks(event, builder)
            if (not value or value == _MERGE) and event.implicit[0]:
                _nothing_or_merge(event, builder)
            else:
                scalar(value, event.start_mark, event.end_mark)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            builder.end()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_marks(event, builder)
            begin = builder.mapping if kind is MappingStartEvent else builder.sequence
            begin(event.start_mark)
        elif kind is AliasEvent:
            _alias(event, builder)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise RefusedError(SEVERAL_DOCUMENTS, between(event.start_mark, event.end_mark))


_MERGE = "<<"
_YAML_TAGS = "tag:yaml.org,2002:"


def _nothing_or_merge(event: Any, builder: TreeBuilder) -> None:
    """Take a scalar without quotes that is no text: nothing at all, or a merge key."""
    if event.value == _MERGE and builder.wants_key:
        builder.fault(MERGE_KEY, event.start_mark, event.end_mark)
        builder.drop_value()
    else:
        builder.scalar(event.value or None, event.start_mark, event.end_mark)


def _refuse_marks(event: Any, builder: TreeBuilder) -> None:
    """Note anchors and tags, which no file of ours has."""
    start = event.start_mark
    if event.anchor:
        found = f"&{event.anchor}"
        builder.fault(ALIAS, start, _after(start, found), found=found)
    if event.tag:
        found = event.tag.replace(_YAML_TAGS, "!!")
        builder.fault(TAG, start, _after(start, found), found=found)


def _alias(event: Any, builder: TreeBuilder) -> None:
    """Refuse an alias, but read on: nothing is ever expanded."""
    start, found = event.start_mark, f"*{event.anchor}"
    end = _after(start, found)
    builder.fault(ALIAS, start, end, found=found)
    if builder.wants_key:
        builder.drop_value()
    else:
        builder.scalar(None, start, end)


def _after(start: Mark, text: str) -> Mark:
    return Point(start.line, start.column + len(text))


_PROBLEMS = {
    "found character that cannot start any token": "这里不能出现这个字符（制表符不能用来缩进）",
    "mapping values are not allowed in this context": "这里不能出现“: ”，请检查缩进，或给值加引号",
    "could not find expected ':'": "缺少“:”",
    "did not find expected key": "缩进不对，或缺少逗号、括号",
    "did not find expected ',' or '}'": "缺少“,”或“}”",
    "did not find expected ',' or ']'": "缺少“,”或“]”",
    "did not find expected node content": "这里应有一个值",
    "found unexpected end of stream": "引号没有结束",
    "block sequence entries are not allowed in this context": "这里不能出现“- ”，请检查缩进",
    "did not find expected '-' indicator": "缩进不对，或缺少“- ”",
    "did not find expected <document start>": "前面的值已经结束，这里不应再有内容",
    "found unknown escape character": "双引号中有不认识的转义符",
    "found undefined alias": "引用了没有定义的锚点",
    "found invalid Unicode character escape code": "转义符不是有效的字符",
    "did not find expected hexdecimal number": "转义符后应是十六进制数",
    "found unknown directive name": "不认识的“%”指令",
    "found incompatible YAML document": "YAML版本不符",
    "did not find expected alphabetic or numeric character": "“&”“*”不能这样用；文字以它们开头时加引号",
    "did not find expected comment or line break": "这里应换行",
    "found an indentation indicator equal to 0": "缩进数不能为0",
    "did not find expected digit or '.' character": "YAML版本号不对",
    "found a tab character that violates indentation": "不能用制表符缩进",
    "did not find expected tag URI": "标签不完整",
    "did not find expected '!'": "标签不完整",
    "found undefined tag handle": "标签前缀没有定义",
    "found unexpected document indicator": "引号没有结束，就遇到了文档分隔符",
    "could not find expected directive name": "“%”后面应是指令名",
    "mapping keys are not allowed in this context": "这里不能出现“? ”",
}
"""libyaml's own words for what people get wrong most, in Chinese."""


def _malformed(source: Source, error: MarkedYAMLError) -> RefusedError:
    mark = _mark(source, error)
    place = Place(mark.line + 1, mark.column + 1) if mark else None
    problem = error.problem or error.context or "unreadable"
    if "nesting depth" in problem:  # libyaml 0.2.6 looks ahead and has a limit of its own
        return RefusedError(TOO_DEEP, place, limit=MAX_DEPTH)
    in_both = Text(_PROBLEMS.get(problem, "这里不合语法"), problem)
    return RefusedError(SYNTAX, place, language="YAML", problem=in_both)


_BEGUN_BEFORE = ("could not find expected ':'", "found unexpected end of stream")
"""Problems that are noticed only after what is wrong: where that began tells more."""


def _mark(source: Source, error: MarkedYAMLError) -> Any:
    """Return where a fault is: where it was noticed, or where it began if that is past the text."""
    noticed, begun = error.problem_mark, error.context_mark
    past_the_end = noticed is not None and not source.line(noticed.line + 1).strip()
    if begun is not None and (noticed is None or past_the_end or error.problem in _BEGUN_BEFORE):
        return begun
    return noticed


def _unprintable(source: Source, error: ReaderError) -> RefusedError:
    """Refuse a character that no YAML file may hold, such as NUL or a raw escape."""
    character = ord(error.character) if isinstance(error.character, str) else error.character
    index = next((at for at, found in enumerate(source.text) if ord(found) == character), error.position)
    problem = Text(f"不允许的字符U+{character:04X}", f"the character U+{character:04X} is not allowed")
    return RefusedError(SYNTAX, source.place(index), language="YAML", problem=problem)
