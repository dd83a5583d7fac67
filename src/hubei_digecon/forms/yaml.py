"""A form in YAML: every indicator a key with nothing after it, what it means above, what to fill below."""

import re
from collections.abc import Iterator, Sequence

from ..shapes.text_kinds import REPORT_FORMAT
from ..show.escape import not_a_command, visible
from ..show.explain import LINE
from ..show.wrap import wrapped
from ..text import Lang, Text
from . import Asked, FormHeading
from .fill import MISSING, Blank, blanks

WIDTH = 100
"""Columns that a comment takes at most."""

TITLE = Text("{name}（{id}）报告，报告期{period}", "Report of {name} ({id}) for {period}")
HOW = (
    Text(
        "填写：在指标后面写数值和单位，如 gdp: 3360亿元，定性任务写进展情况；需要注明更多内容的，"
        "把指标下面各行前的“# ”去掉后填写，不填的行可以保留或删去。",
        "To fill it: write a value with its unit after an indicator, as in gdp: 3360亿元, or the state of a "
        "milestone. To say more, take away the “# ” before the lines below it; leave out what is not known.",
    ),
    Text(
        "没有数据的，写明原因，如 gdp: {{missing: 未公布}}（可写：{words}）；未填的指标按未填报处理。",
        "Where there is no value, say why, as in gdp: {{missing: not_published}} (one of: {words}). "
        "What is left empty counts as no data.",
    ),
    Text(
        "数值未公布、只作示例的，在 observations 前加一行 illustrative: true。",
        "Where the values are not published, add illustrative: true before observations.",
    ),
    Text(
        "填好后核验：digecon check 报告.yaml；只检查格式：digecon lint 报告.yaml。",
        "Then judge it: digecon check report.yaml; or only look for faults: digecon lint report.yaml.",
    ),
)
BY = Text("填报单位：实际填报的单位", "who hands it in: the office itself")
DATE = Text("填报日期：报送当日，如 2026-01-20", "the day it is handed in, as 2026-01-20")
REVISION = Text("第几次报送", "which submission it is")
NUMBERED = Text("{number}  {name}：{purpose}", "{number}  {name}: {purpose}")
CONTEXT = Text("{name}：{purpose}", "{name}: {purpose}")

_LEFT = "    # "
"""What stands before a line that can be filled."""

_PLAIN = re.compile(r"[0-9]*[^\W\d_][\w./-]*(?: [\w./-]+)*")
_TYPED = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null|0[xob]\w*|[0-9]+e[0-9.+-]*)")
_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def write(heading: FormHeading, asked: Sequence[Asked], lang: Lang) -> str:
    """Return a report in which nothing is filled, and comments on all that it asks for."""
    lines = [*_head(heading, lang), "", "observations:"]
    for number, one in enumerate(asked, 1):
        lines.extend(("", *_asked(one, number, lang)))
    return "".join(f"{line}\n" for line in lines)


def _head(heading: FormHeading, lang: Lang) -> Iterator[str]:
    entity = heading.entity
    yield from _comment(TITLE.format(name=entity.name, id=entity.id, period=heading.period), lang)
    yield "#"
    for sentence in HOW:
        yield from _comment(sentence.format(words=MISSING), lang)
    yield ""
    yield f"format: {REPORT_FORMAT}"
    yield f"entity: {scalar(entity.id)}"
    yield f"period: {heading.period}"
    yield "submitted:"
    yield _told(f"  by: {scalar(heading.by)}" if heading.by else "  by:", BY, lang)
    yield _told(f"  date: {heading.date}" if heading.date else "  date:", DATE, lang)
    yield _told("  revision: 1", REVISION, lang)


def _asked(one: Asked, number: int, lang: Lang) -> Iterator[str]:
    """Return one indicator: what there is to say of it, its key, and the lines that can be filled."""
    head = NUMBERED if one.targets else CONTEXT
    yield from _comment(head.format(number=number, name=one.indicator.name, purpose=one.purpose), lang, 2)
    for line in one.lines:
        words = line.words if isinstance(line.words, Text) else Text.same(line.words)
        yield from _comment(LINE.format(label=line.label, words=words), lang, 2, hanging=3)
    yield f"  {scalar(one.indicator.id)}:"
    for blank in blanks(one.indicator, one.scopes, one.rates, one.counting, bool(one.targets)):
        yield from (f"{_LEFT}{line}" for line in _blank(blank, lang))


def _blank(blank: Blank, lang: Lang) -> Iterator[str]:
    """Return the lines of a key, as they read once they are no comment."""
    if blank.items:
        yield from _comment(blank.told or Text("", ""), lang, width=WIDTH - len(_LEFT))
        yield f"{blank.key}:"
        yield f"  - {_mapping(blank.items)}"
        return
    inside = f" {_mapping(blank.keys)}" if blank.keys else ""
    given = blank.given.pick(lang)
    yield _told(f"{blank.key}:{inside}{f' {scalar(given)}' if given else ''}", blank.told, lang)


def _mapping(keys: tuple[str, ...]) -> str:
    return f"{{{', '.join(f'{key}: ' for key in keys)}}}"


def _told(line: str, told: Text | None, lang: Lang) -> str:
    """Return a line with what is told of it as a comment behind."""
    return f"{line}  # {told.pick(lang)}" if told else line


def _comment(text: Text, lang: Lang, indent: int = 0, hanging: int = 0, width: int = WIDTH) -> Iterator[str]:
    """Return a text as lines of a comment; nothing in it can end one, or hide."""
    start = f"{'':{indent}}# {'':{hanging}}"
    for line in wrapped(visible(text.pick(lang)), width - len(start)):
        yield not_a_command(f"{start}{line}")


def scalar(text: str) -> str:
    """Return a text as a value of YAML, in quotes where it could be read as anything else."""
    if _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text):
        return text
    quoted = "".join(map(_quoted, text)).replace("##[", "#\\U00000023[")  # a log would take it for a command
    return f'"{quoted}"'


def _quoted(character: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    seen = character.isprintable() and visible(character) == character
    return character if seen else f"\\U{ord(character):08X}"
