"""The tables of the documents that repeat a table of the program: each is written from the program's own.

In a document a table stands between ``<!-- table: NAME -->`` and ``<!-- /table -->``. ``python -m docs``
writes all of them anew; a test fails where one is stale.
"""

import ast
import inspect
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import yaml

import hubei_digecon
from hubei_digecon.cli import language
from hubei_digecon.cli.commands import COMMANDS
from hubei_digecon.cli.main import group
from hubei_digecon.cli.schema import SCHEMAS
from hubei_digecon.cli.settings import SETTINGS
from hubei_digecon.diagnostics import DiagnosticKind, Severity
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.exit_codes import FAIL_ON, Exit
from hubei_digecon.domain.outcomes import Grade, Outcome, Verdict
from hubei_digecon.domain.pace import NoPace, PaceCut, PaceMethod
from hubei_digecon.domain.scoreboard import Recipe
from hubei_digecon.domain.targets import Eligibility, Indicator
from hubei_digecon.judging import relations as consistency
from hubei_digecon.judging import reviewing
from hubei_digecon.judging.items import diagnostics as items
from hubei_digecon.load import attachments as attached
from hubei_digecon.load import (
    catalogue,
    entities,
    faults,
    observations,
    reviews,
    source,
    targets,
    tree,
    weights,
)
from hubei_digecon.load import references as named
from hubei_digecon.load.readers import READERS
from hubei_digecon.load.search import inputs
from hubei_digecon.load.seen_by_schemas import BUT_SPELLING, SEEN
from hubei_digecon.load.wording import diagnostics as wording
from hubei_digecon.load.wording import words as wording_words
from hubei_digecon.quantity import diagnostics as value_diagnostics
from hubei_digecon.quantity import parsing as quantity
from hubei_digecon.quantity.hedges import HEDGES
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.run import reviews as book
from hubei_digecon.scoreboard.recipe import sentences
from hubei_digecon.shapes import diagnostics as text_faults
from hubei_digecon.shapes import office_words
from hubei_digecon.shapes.columns import COLUMNS, ColumnLevel
from hubei_digecon.shapes.files import FILES
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import Text

from . import judging
from .schema_store import ENTRIES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "hubei_digecon"
LIBRARY = targets.TargetLibrary(ROOT / "targets")

Row = tuple[str, ...]

_MARKED = re.compile(r"(<!-- table: ([a-z-]+)( zh)? -->\n).*?(<!-- /table -->)", re.DOTALL)
_IN_CHINESE = {
    "exit code": "退出码",
    "command": "命令",
    "format": "格式",
    "of": "用于",
    "outcome": "标识",
    "中文": "完成情况",
    "verdict": "标识",
    "id": "标识",
    "place": "名称",
    "places": "地方",
    "targets": "目标项数",
    "file": "文件",
}
"""The headings of columns in a Chinese document; those in English sentences are left out of it."""

_IN_ENGLISH = (
    "meaning",
    "effect",
    "what it does",
    "what it is",
    "what it says",
    "what was read",
    "in words",
    "kind",
    "document",
)
_PLACEHOLDER = re.compile(r"\{\w+\}")


def with_tables(text: str) -> str:
    """Return a document with every marked table as the program now has it."""
    return _MARKED.sub(lambda match: f"{match[1]}{_written_for(match[2], match[3])}{match[4]}", text)


def _written_for(name: str, chinese: str | None) -> str:
    """Return a table; for a Chinese document without its columns in English."""
    table = TABLES[name]()
    return _in_chinese(table) if chinese else table


def _in_chinese(table: str) -> str:
    head, line, *rows = (
        [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in table.splitlines()
    )
    kept = [index for index, heading in enumerate(head) if heading not in _IN_ENGLISH]
    renamed = [_IN_CHINESE.get(heading, heading) for heading in head]
    return "".join(f"| {' | '.join(row[index] for index in kept)} |\n" for row in (renamed, line, *rows))


def tables_in(text: str) -> list[str]:
    """Return the names of the tables that a document holds."""
    return [match[2] for match in _MARKED.finditer(text)]


def _table(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, ("---",) * len(head), *(tuple(map(_cell, row)) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|") or "–"


def _code(*words: str | None) -> str:
    return " ".join(f"`{word}`" for word in words if word)


def _exits() -> str:
    rows = ((_code(str(int(code))), code.meaning.en, code.meaning.zh) for code in Exit)
    return _table(("exit code", "meaning", "含义"), rows)


def _fail_on() -> str:
    return _table(("`--fail-on`", "effect", "作用"), _sayings(FAIL_ON))


def _action(key: str) -> Mapping[str, Mapping[str, str]]:
    """Return the inputs or the outputs of the action for GitHub."""
    told: Mapping[str, Mapping[str, str]] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))[key]
    return told


def _action_inputs() -> str:
    rows = (
        (_code(name), _code(one.get("default")), one["description"])
        for name, one in _action("inputs").items()
    )
    return _table(("input", "default", "what it is"), rows)


def _action_outputs() -> str:
    rows = ((_code(name), one["description"]) for name, one in _action("outputs").items())
    return _table(("output", "what it is"), rows)


def _schema_store() -> str:
    rows = ((_code(one.file), one.description, _code(*one.files)) for one in ENTRIES)
    return _table(("file of a release", "what it is for", "files that it is for"), rows)


def _formats() -> str:
    rows = (
        (
            _code(one.name),
            _code(
                "check",
                one.lints and "lint",
                one.scores and "score",
                one.trends and "trend",
                one.diffs and "diff",
                one.lists and "targets",
            ),
            one.summary.en,
            one.summary.zh,
        )
        for one in FORMATS.values()
    )
    return _table(("format", "of", "what it is", "说明"), rows)


def _commands() -> str:
    sayings = {f"digecon {row.name}": row.summary for row in COMMANDS.values()}
    return _table(("command", "what it does", "作用"), _sayings(sayings))


def _settings() -> str:
    language.choose(["--lang", "en"])
    line = group()
    options = {
        param.name: param.opts[-1]
        for name in COMMANDS
        if (command := line.get_command(click.Context(line), name))
        for param in command.params
    }

    def rows() -> Iterator[Row]:
        for one in SETTINGS.values():
            one_of = _code(*one.words()) if one.words else "a path" if one.path("x") == 0 else "a text"
            value = "a list of texts" if one.several else "true or false" if one.switch else one_of
            option = options[one.parameter]
            yield _code(one.key), value, _code(option), _code(one.variable), one.means.en, one.means.zh

    return _table(("key", "value", "option", "variable", "what it is", "含义"), rows())


def _outcomes() -> str:
    rows = ((_code(one.id), one.term.zh, one.sentence.en, one.sentence.zh) for one in Outcome)
    return _table(("outcome", "中文", "what it says", "含义"), rows)


def _paces() -> str:
    rows = (
        (
            f"`{method.id}`",
            f"{method.term.en} · {method.term.zh}",
            f"`{cut.state.id}`",
            f"{cut.state.of_any.en} · {cut.state.of_any.zh}",
            _range_of(method, cut),
        )
        for method in PaceMethod
        for cut in method.cuts
    )
    return _table(("method", "in words · 名称", "state", "in words · 含义", "ratio · 进度比"), rows)


def _range_of(method: PaceMethod, cut: PaceCut) -> str:
    within = method.range_of(cut.state)
    return f"{within.en} · {within.zh}" if within and within.en != within.zh else within.en if within else ""


def _no_paces() -> str:
    rows = ((f"`{one.id}`", one.sentence.blanked().en, one.sentence.blanked().zh) for one in NoPace)
    return _table(("reason", "what it says", "含义"), rows)


def _verdicts() -> str:
    return _table(("verdict", "in words", "总体结论"), _terms(Verdict))


def _recipe() -> str:
    """Write how a score is made, by default and then what ranks add."""
    default, ranked = sentences(Recipe()), sentences(Recipe(ranked=True))
    every = (*default, *(text for text in ranked if text not in default))
    return _table(("how a score is made", "评分方法"), ((text.en, text.zh) for text in every))


def _grades() -> str:
    return _table(("evidence", "in words", "佐证情况"), _terms(Grade))


def _sayings(texts: Mapping[str, Text]) -> Iterator[Row]:
    return ((_code(name), text.en, text.zh) for name, text in texts.items())


def _terms(words: Iterable[Any]) -> Iterator[Row]:
    return ((_code(word.id), word.term.en, word.term.zh) for word in words)


def _places() -> str:
    def rows() -> Iterator[Row]:
        for one in LIBRARY.entities():
            file = Path(LIBRARY.files[one.id]).relative_to(ROOT).as_posix()
            count = len(one.judged(LIBRARY.judged_documents))
            kind = one.kind.term
            if count:
                yield _code(one.id), f"{one.name.zh} {one.name.en}", kind.en, kind.zh, str(count), _code(file)

    return _table(("id", "place", "kind", "类别", "targets", "file"), rows())


def _documents() -> str:
    """Tell of the documents that are judged by where they are asked for: what they set, and what was read."""

    def rows() -> Iterator[Row]:
        for one in LIBRARY.documents.values():
            if not one.default and one.seen:
                places = [place for place in LIBRARY.entities() if place.judged((one.id,))]
                count = sum(len(place.judged((one.id,))) for place in places)
                ids, seen = _code(*(place.id for place in places)), one.seen.term
                yield _code(one.id), one.title.en, one.title.zh, ids, str(count), seen.en, seen.zh

    head = ("id", "document", "文件", "places", "targets", "what was read", "读到的是")
    return _table(head, rows())


def _units() -> str:
    def rows() -> Iterator[Row]:
        for kind in INDICATOR_KINDS.values():
            short = [f"`{u.symbol}` as `{u.stands_for}`" for u in kind.units.values() if u.stands_for]
            if kind.units.full:
                yield _code(kind.id), kind.term.zh, _code(*kind.units.full), ", ".join(short)

    return _table(("kind", "类别", "units", "read with a note"), rows())


def _hedges() -> str:
    rows = (
        (
            _code(one.word),
            "before the number" if one.before else "after it",
            one.bound.term.en,
            one.bound.term.zh,
        )
        for one in HEDGES
    )
    return _table(("hedge", "where it stands", "asserts", "理解为"), rows)


def _comparators() -> str:
    rows = (
        (_code(one.id), one.sign, one.sentence.en.format(required="N"), one.term.zh, _code(*_phrases(one.id)))
        for one in COMPARATORS.values()
    )
    return _table(("comparator", "sign", "requires", "比较方式", "phrases of official texts"), rows)


def _phrases(comparator: str) -> list[str]:
    return [phrase.word for phrase in COMPARATORS[comparator].phrases]


def _phrase_reasons() -> str:
    rows = (
        (_code(*words), _code(one.id), why.en, why.zh)
        for one in COMPARATORS.values()
        for words, why in one.readings()
    )
    return _table(("phrases", "read as", "why", "理由"), rows)


def _wording_words() -> str:
    rows = (
        (_code(*words), ("→ " if sense.governs else "") + sense.says.en, sense.says.zh, sense.agreeing.en)
        for sense, words in wording_words.WORDS.items()
    )
    return _table(("words", "what they do", "含义", "what agrees with them"), rows)


def _written(words: Mapping[str, Any]) -> str:
    """Write a closed list: each word, and how else it may be written."""
    spellings: dict[Any, list[str]] = {}
    for spelling, meant in words.items():
        if not any(spelling == f"{word}{tail}" for word in words for tail in office_words.FIGURES.split()):
            spellings.setdefault(meant, []).append(spelling)
    rows = ((_code(first), _code(*others)) for first, *others in spellings.values())
    return _table(("word", "also read · 中文"), rows)


def _asked() -> str:
    """Write the words that can mean two things, by what they can mean."""

    def rows() -> Iterator[Row]:
        for key, asked in office_words.ASKED.items():
            spellings: dict[Any, list[str]] = {}
            for spelling, readings in asked.items():
                spellings.setdefault(readings, []).append(spelling)
            for readings, words in spellings.items():
                yield _code(key), _code(*words), *(f"{one.en} · {one.zh}" for one in readings)

    return _table(("key", "word", "can mean", "or"), rows())


def _indicators() -> str:
    def rows() -> Iterator[Row]:
        for one in LIBRARY.catalogue.indicators.values():
            counting = one.counting.id if one.counting else ""
            yield _code(one.id), one.name.zh, one.kind.id, one.unit or "", _code(counting), _code(*one.scopes)

    return _table(("key", "指标", "kind", "unit", "counting", "scope"), rows())


def _scopes() -> str:
    rows = (
        (_code(one.id), one.name.zh, one.name.en, one.definition.en)
        for one in LIBRARY.catalogue.scopes.values()
    )
    return _table(("scope", "统计口径", "name", "what it takes in"), rows)


def _eligible() -> str:
    rows = (
        (_code(one.id), _required(one)) for one in LIBRARY.catalogue.indicators.values() if one.item_fields
    )
    return _table(("indicator", "what an item must state"), rows)


def _required(indicator: Indicator) -> str:
    eligible = indicator.eligible or Eligibility()
    levels = _code(*(level.id for level in eligible.levels))
    stated = {"level": f" ({levels})", "certificate": f" ({eligible.certificate})"}
    return ", ".join(f"{_code(name)}{stated.get(name, '')}" for name in indicator.item_fields)


def _relations() -> str:
    rows = ((_code(kind.id), kind.doc.en, kind.doc.zh) for kind in consistency.RELATION_KINDS.values())
    return _table(("relation", "what it says", "含义"), rows)


def _limits() -> str:
    limits = {
        "size of a file": f"{source.MAX_BYTES // 2**20} MiB",
        "nesting": f"{tree.MAX_DEPTH} levels",
        "values in a file": f"{tree.MAX_VALUES:,}",
        "digits of a number": f"{quantity.MAX_DIGITS}",
        "diagnostics listed for one file": f"{tree.MAX_FAULTS}",
    }
    return _table(("limit", "at most"), limits.items())


def _kinds(*kinds: DiagnosticKind) -> str:
    rows = ((_code(one.id), one.severity.id, _blank(one.message.en), _blank(one.message.zh)) for one in kinds)
    return _table(("id", "severity", "what it says", "含义"), rows)


def _blank(template: str) -> str:
    return _PLACEHOLDER.sub("…", template)


def _layers() -> list[list[str]]:
    """Return the layers of the import contract, the highest first; those of one layer stand together."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    return [re.split(r" [|:] ", layer) for layer in layers]


def _rooms() -> str:
    """Write each module and package with its layer and the first sentence that it says of itself."""
    rows = (
        (str(number), _code(name), _said(PACKAGE / name))
        for number, layer in enumerate(_layers(), 1)
        for name in layer
    )
    return _table(("layer", "room", "what it is for"), rows)


def _said(room: Path) -> str:
    file = room / "__init__.py" if room.is_dir() else room.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return said.partition("\n\n")[0].replace("\n", " ").replace("``", "`")


def _public() -> str:
    """Write each public type with the first sentence that it says of itself."""
    types = (name for name in hubei_digecon.__all__ if isinstance(getattr(hubei_digecon, name), type))
    return _table(("name", "what it is"), ((_code(name), _first_sentence(name)) for name in types))


def _first_sentence(name: str) -> str:
    said = inspect.getdoc(getattr(hubei_digecon, name)) or ""
    sentence = re.split(r"(?<=[.:])\s", said, maxsplit=1)[0].rstrip(".:")
    return sentence.replace("\n", " ").replace("``", "`")


def _readers() -> str:
    rows = ((_code(*reader.suffixes), reader.summary.en, reader.summary.zh) for reader in READERS.values())
    return _table(("file", "what it is", "是什么"), rows)


def _columns() -> str:
    rows = (
        (
            _code(column.heading.en),
            "、".join((column.heading.zh, *column.others)),
            _ABOUT[column.level],
        )
        for column in COLUMNS
    )
    return _table(("heading", "中文列名", "about"), rows)


_ABOUT = {
    ColumnLevel.REPORT: "the report",
    ColumnLevel.OBSERVATION: "the figure",
    ColumnLevel.ITEM: "an item",
}


def _shapes() -> str:
    rows = ((_code(sort), _code(*shape.model_fields)) for sort, shape in FILES.items())
    return _table(("sort of file", "keys at the top"), rows)


def _schemas() -> str:
    rows = (
        (_code(name), what.en, what.zh, _code(f"schemas/{name}.schema.json"))
        for name, what in SCHEMAS.items()
    )
    return _table(("name", "of what", "用于", "file"), rows)


def _unseen() -> Iterator[DiagnosticKind]:
    errors = (one for one in DIAGNOSTICS.values() if one.severity is Severity.ERROR)
    return (one for one in errors if one not in SEEN)


TABLES: dict[str, Callable[[], str]] = {
    "exits": _exits,
    "fail-on": _fail_on,
    "action-inputs": _action_inputs,
    "action-outputs": _action_outputs,
    "schema-store": _schema_store,
    "readers": _readers,
    "columns": _columns,
    "formats": _formats,
    "commands": _commands,
    "settings": _settings,
    "outcomes": _outcomes,
    "verdicts": _verdicts,
    "paces": _paces,
    "no-paces": _no_paces,
    "grades": _grades,
    "reasons": lambda: _table(judging.REASONS_HEAD, judging.reasons()),
    "timing": lambda: _table(judging.TIMING_HEAD, judging.timing()),
    "needed": lambda: _table(judging.NEEDED_HEAD, judging.what_is_needed()),
    "places": _places,
    "documents": _documents,
    "units": _units,
    "hedges": _hedges,
    "comparators": _comparators,
    "phrases": _phrase_reasons,
    "wording-words": _wording_words,
    "statuses": lambda: _written(office_words.STATUSES),
    "states": lambda: _written(office_words.STATES),
    "countings": lambda: _written(office_words.COUNTINGS),
    "asked": _asked,
    "missings": lambda: _written(office_words.MISSINGS),
    "levels": lambda: _written(office_words.LEVELS),
    "arrivals": lambda: _written(office_words.ARRIVALS),
    "kinds": lambda: _written(office_words.KIND_WORDS),
    "natures": lambda: _written(office_words.NATURES),
    "changes": lambda: _written(office_words.MEASURES | office_words.PRICES),
    "entity-kinds": lambda: _written(office_words.ENTITY_KINDS),
    "indicators": _indicators,
    "scopes": _scopes,
    "eligible": _eligible,
    "limits": _limits,
    "refused-files": lambda: _kinds(*faults.KINDS),
    "refused-values": lambda: _kinds(
        *named.KINDS, *observations.KINDS, *value_diagnostics.KINDS, *text_faults.KINDS
    ),
    "refused-reviews": lambda: _kinds(*reviews.KINDS, *book.KINDS),
    "refused-weights": lambda: _kinds(*weights.KINDS),
    "recipe": _recipe,
    "review-diagnostics": lambda: _kinds(*reviewing.KINDS),
    "refused-documents": lambda: _kinds(*attached.KINDS),
    "attested": lambda: _written(office_words.ATTESTED),
    "item-diagnostics": lambda: _kinds(*items.KINDS),
    "relations": _relations,
    "refused-inputs": lambda: _kinds(*inputs.KINDS),
    "lint": lambda: _kinds(*catalogue.KINDS, *entities.KINDS, *wording.KINDS, *targets.KINDS),
    "public": _public,
    "rooms": _rooms,
    "shapes": _shapes,
    "schemas": _schemas,
    "seen-by-schemas": lambda: _kinds(*SEEN),
    "hidden-by-yaml": lambda: _kinds(*BUT_SPELLING),
    "unseen-by-schemas": lambda: _kinds(*_unseen()),
}
"""Every table that documents can hold, by its name."""
