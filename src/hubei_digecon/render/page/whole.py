"""The whole page: both languages of what a run found, or of a scoreboard."""

from collections.abc import Iterator
from dataclasses import replace

from ...findings import FileDigest
from ...run import Run
from ...scoreboard import recipe
from ...scoreboard.board import Scoreboard
from ...text import LANGS, Text
from ...version import VERSION
from ..board import words as board_words
from ..markdown import BESIDE
from ..view import View
from .model import Cell, Column, Fact, Recipe, Remarks, Table, Version
from .overview import ends_of_board, ends_of_run, of_board, of_run
from .rows import NOTHING
from .said import remarks_of
from .section import section_of
from .words import (
    AS_OF,
    BOARD_TITLE,
    DIGESTS,
    LABELS,
    OF_EARLIER,
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


def versions_of(run: Run, view: View, board: Scoreboard | None = None) -> tuple[Version, ...]:
    """Return the page in both languages, that of the view first."""
    langs = sorted(LANGS, key=lambda lang: lang != view.lang)
    return tuple(
        _version(run, board, replace(view, lang=lang, encoding="utf-8", quiet=False, verbose=False))
        for lang in langs
    )


def _version(run: Run, board: Scoreboard | None, view: View) -> Version:
    ids = [f"r{number}-{view.lang}" for number in range(1, len(run.assessments) + 1)]
    links = {one.source.path: id for id, one in zip(ids, run.assessments, strict=True)}
    several = len(run.assessments) != 1
    overview = of_board(board, links, view) if board else of_run(run, links, view) if several else None
    return Version(
        lang=view.lang,
        title=view.say(BOARD_TITLE if board else TITLE),
        facts=tuple(_facts(run, board, view)),
        illustrative=_illustrative(run, board, view),
        overview=overview if run.assessments or board else None,
        ends=ends_of_board(board, view) if board else ends_of_run(run, view),
        recipe=_recipe(board, view) if board else None,
        sections=tuple(section_of(one, run, view, id) for id, one in zip(ids, run.assessments, strict=True)),
        beside=Remarks(
            view.say(BESIDE),
            tuple(said for file in run.remarks for said in remarks_of(file.diagnostics, file.source, view)),
        ),
        digests=_digests(run, board, view),
        labels={name: view.say(text) for name, text in LABELS.items()},
    )


def _facts(run: Run, board: Scoreboard | None, view: View) -> Iterator[Fact]:
    if board:
        yield Fact(view.say(PERIOD), str(board.period or NOTHING))
    yield Fact(view.say(AS_OF), str(run.as_of))
    yield Fact(view.say(REPORTS), str(board.files if board else len(run.assessments)))
    yield Fact(view.say(TOOL), f"digecon {VERSION}")


def _illustrative(run: Run, board: Scoreboard | None, view: View) -> str:
    shown = board.illustrative if board else any(one.illustrative for one in run.assessments)
    return view.say(board_words.ILLUSTRATIVE) if shown else ""


def _recipe(board: Scoreboard, view: View) -> Recipe:
    lines = (*board_words.recipe_lines(board, view), *board_words.rank_notes(board, view))
    return Recipe(view.say(recipe.TITLE), lines)


def digests_of(run: Run, weights: FileDigest | None) -> Iterator[tuple[Text, FileDigest]]:
    """Return what was read, with the sort of each file; the digest of what could not be read is empty."""
    reports = [FileDigest(one.source.path, one.source.sha256 or "") for one in run.assessments]
    rows = run.scoreboard.rows if run.scoreboard else ()
    earlier = [row.change.earlier.source for row in rows if row.change]
    sorts = (
        (OF_REPORT, reports),
        (OF_EARLIER, [FileDigest(one.path, one.sha256 or "") for one in earlier]),
        (OF_REVIEW, run.reviews),
        (OF_WEIGHTS, [weights] if weights else []),
        (OF_TARGETS, run.target_files),
    )
    return ((sort, file) for sort, files in sorts for file in files)


def _digests(run: Run, board: Scoreboard | None, view: View) -> Table:
    weights = board.recipe.weights_file if board else None
    rows = tuple(
        (Cell((view.say(sort),)), Cell((file.path,)), Cell((file.sha256 or NOTHING,)))
        for sort, file in digests_of(run, weights)
    )
    columns = (Column(view.say(SORT)), Column(view.say(PATH)), Column("SHA-256", "digest"))
    return Table(view.say(DIGESTS), columns, rows, named_by=1)
