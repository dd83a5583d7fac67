"""Explain what the program itself says: comparators, outcomes, reasons, words of files, diagnostics."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..diagnostics import DiagnosticKind
from ..diagnostics.catalogue import DIAGNOSTICS
from ..domain.comparators import COMPARATORS, Comparator
from ..domain.outcomes import FLAGS, Grade, Outcome, Reason, Verdict
from ..judging.reason_sentences import meaning
from ..shapes import office_words
from ..show.explain import Explanation, Line
from ..text import Text
from .published import Published

MEANING = Text("含义", "meaning")
REQUIRES = Text("要求", "requires")
SIGN = Text("符号", "sign")
PHRASE = Text("原文用词", "phrase")
KEY = Text("写在", "stands under")
CHOICE = Text("可写", "can be")
ALSO = Text("也可写作", "also written")
SEVERITY = Text("程度", "severity")
SAYS = Text("内容", "what it says")
FIX = Text("处理", "fix")
FILE = Text("文件", "file")
FAILS = Text("有问题的", "fails")
PASSES = Text("没有问题的", "passes")
BESIDE = Text("报告中", "in the report")
GIVEN = Text("条件", "given")

_PHRASE = Text("“{word}”：{why}", "“{word}”: {why}")
_CHOICE = Text("{id} {term}", "{id} ({term})")

WORDS: Mapping[str, Mapping[str, Any]] = {
    "status": office_words.STATUSES,
    "state": office_words.STATES | office_words.ATTESTED,
    "missing": office_words.MISSINGS,
    "counting": office_words.COUNTINGS,
    "level": office_words.LEVELS,
    "kind": office_words.KIND_WORDS | office_words.ENTITY_KINDS,
    "nature": office_words.NATURES | office_words.TARGET_NATURES,
    "how": office_words.MEASURES,
    "prices": office_words.PRICES,
    "seen": office_words.SEEN_AS,
}
"""The closed lists of words, by the key that they stand under."""


def outcomes(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every outcome."""
    return _meanings(Outcome, sort)


def verdicts(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every verdict."""
    return _meanings(Verdict, sort)


def reasons(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every reason by its sentences."""
    for one in Reason:
        says = meaning(one)
        yield Explanation(one.id, one.term, sort, (Line(MEANING, says),), (says.zh, says.en))


def flags(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every flag."""
    return _meanings(FLAGS, sort)


def grades(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every grade of evidence."""
    return _meanings(Grade, sort)


def comparators(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every comparator, with the phrases that call for it."""
    for one in COMPARATORS.values():
        yield Explanation(one.id, one.term, sort, tuple(_comparator(one)))


def words_of_files(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every word of a closed list: its term, its key, and how else it is written."""
    for key, words in WORDS.items():
        for member in dict.fromkeys(words.values()):
            spellings = [word for word, meant in words.items() if meant is member]
            others = [word for word in spellings if word not in (member.id, member.term.zh)]
            lines = [Line(KEY, Text.same(key))]
            if others:
                lines.append(Line(ALSO, Text("、".join(others), ", ".join(others))))
            yield Explanation(member.id, member.term, sort, tuple(lines), tuple(others))


def keys_of_files(held: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every key that takes a word of a closed list: the words that can stand under it."""
    for key, words in WORDS.items():
        members = dict.fromkeys(words.values())
        yield _key(key, {one.id: one.term for one in members}, sort)
    if held.catalogue.scopes:
        yield _key("scope", {id: scope.name for id, scope in held.catalogue.scopes.items()}, sort)


def diagnostics(_: Published, sort: Text) -> Iterator[Explanation]:
    """Explain every kind of diagnostic, with its example."""
    for kind in DIAGNOSTICS.values():
        yield Explanation(kind.id, Text("", ""), sort, tuple(_diagnostic(kind)))


def _meanings(members: Iterable[Any], sort: Text) -> Iterator[Explanation]:
    for one in members:
        meaning: Text = one.sentence.blanked()
        yield Explanation(one.id, one.term, sort, (Line(MEANING, meaning),), (meaning.zh, meaning.en))


def _key(key: str, choices: Mapping[str, Text], sort: Text) -> Explanation:
    lines = (Line(CHOICE, _CHOICE.format(id=id, term=term)) for id, term in choices.items())
    return Explanation(key, Text("", ""), sort, tuple(lines))


def _comparator(comparator: Comparator) -> Iterator[Line]:
    yield Line(REQUIRES, comparator.sentence.blanked())
    if comparator.sign:
        yield Line(SIGN, Text.same(comparator.sign))
    for words, why in comparator.readings():
        yield Line(PHRASE, _PHRASE.format(word=" ".join(words), why=why))


def _diagnostic(kind: DiagnosticKind) -> Iterator[Line]:
    example = kind.example
    yield Line(SEVERITY, kind.severity.term)
    yield Line(SAYS, kind.message.blanked())
    yield Line(FIX, kind.fix.blanked())
    yield Line(FILE, example.sort.term)
    yield Line(FAILS, example.fails)
    yield Line(PASSES, example.passes)
    if example.beside:
        yield Line(BESIDE, example.beside)
    if example.given:
        yield Line(GIVEN, example.given)
