"""The whole page: both languages of what a run found, from a batch or from a scoreboard."""

from collections.abc import Iterator
from dataclasses import replace

from ...findings import Batch, FileDigest
from ...scoreboard import recipe
from ...scoreboard.board import Scoreboard
from ...text import LANGS, Text
from ...version import VERSION
from ..board import words as board_words
from ..markdown import BESIDE
from ..view import View
from .model import Cell, Column, Fact, Recipe, Remarks, Table, Version
from .overview import ends_of_batch, ends_of_board, of_batch, of_board
from .rows import NOTHING
from .said import remarks_of
from .section import section_of
from .words import (
    AS_OF,
    BOARD_TITLE,
    DIGESTS,
    LABELS,
    OF_REPORT,
    OF_REVIEW,
    OF_TARGETS,
    OF_WEIGHTS,
    PATH,
    PERIOD,
    REPORTS,
    SORT,
    TITLE,
    TOOL,
)


def versions_of(batch: Batch, view: View, board: Scoreboard | None = None) -> tuple[Version, ...]:
    """Return the page in both languages, that of the view first."""
    langs = sorted(LANGS, key=lambda lang: lang != view.lang)
    return tuple(
        _version(batch, board, replace(view, lang=lang, encoding="utf-8", quiet=False, verbose=False))
        for lang in langs
    )


def batch_of(board: Scoreboard) -> Batch:
    """Return the reports of a scoreboard as a batch: of the places in their order, then those not read."""
    scored = (row.assessment for row in board.rows if row.assessment)
    return Batch(
        board.as_of,
        board.settings,
        (*scored, *board.unread),
        board.documents,
        board.target_files,
        board.remarks,
        board.reviews,
    )


def _version(batch: Batch, board: Scoreboard | None, view: View) -> Version:
    ids = [f"r{number}-{view.lang}" for number in range(1, len(batch.assessments) + 1)]
    links = {one.source.path: id for id, one in zip(ids, batch.assessments, strict=True)}
    several = len(batch.assessments) != 1
    overview = of_board(board, links, view) if board else of_batch(batch, links, view) if several else None
    return Version(
        lang=view.lang,
        title=view.say(BOARD_TITLE if board else TITLE),
        facts=tuple(_facts(batch, board, view)),
        illustrative=_illustrative(batch, board, view),
        overview=overview if batch.assessments or board else None,
        ends=ends_of_board(board, view) if board else ends_of_batch(batch, view),
        recipe=_recipe(board, view) if board else None,
        sections=tuple(
            section_of(one, batch, view, id) for id, one in zip(ids, batch.assessments, strict=True)
        ),
        beside=Remarks(
            view.say(BESIDE),
            tuple(said for file in batch.remarks for said in remarks_of(file.diagnostics, file.source, view)),
        ),
        digests=_digests(batch, board, view),
        labels={name: view.say(text) for name, text in LABELS.items()},
    )


def _facts(batch: Batch, board: Scoreboard | None, view: View) -> Iterator[Fact]:
    if board:
        yield Fact(view.say(PERIOD), str(board.period or NOTHING))
    yield Fact(view.say(AS_OF), str(batch.as_of))
    yield Fact(view.say(REPORTS), str(board.files if board else len(batch.assessments)))
    yield Fact(view.say(TOOL), f"digecon {VERSION}")


def _illustrative(batch: Batch, board: Scoreboard | None, view: View) -> str:
    shown = board.illustrative if board else any(one.illustrative for one in batch.assessments)
    return view.say(board_words.ILLUSTRATIVE) if shown else ""


def _recipe(board: Scoreboard, view: View) -> Recipe:
    lines = (*board_words.recipe_lines(board, view), *board_words.rank_notes(board, view))
    return Recipe(view.say(recipe.TITLE), lines)


def digests_of(batch: Batch, weights: FileDigest | None) -> Iterator[tuple[Text, FileDigest]]:
    """Return what was read, with the sort of each file; the digest of what could not be read is empty."""
    reports = [FileDigest(one.source.path, one.source.sha256 or "") for one in batch.assessments]
    sorts = (
        (OF_REPORT, reports),
        (OF_REVIEW, batch.reviews),
        (OF_WEIGHTS, [weights] if weights else []),
        (OF_TARGETS, batch.target_files),
    )
    return ((sort, file) for sort, files in sorts for file in files)


def _digests(batch: Batch, board: Scoreboard | None, view: View) -> Table:
    weights = board.recipe.weights_file if board else None
    rows = tuple(
        (Cell((view.say(sort),)), Cell((file.path,)), Cell((file.sha256 or NOTHING,)))
        for sort, file in digests_of(batch, weights)
    )
    columns = (Column(view.say(SORT)), Column(view.say(PATH)), Column("SHA-256", "digest"))
    return Table(view.say(DIGESTS), columns, rows, named_by=1)
