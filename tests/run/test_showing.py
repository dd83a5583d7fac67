"""Reports shown where they are judged: the same bytes as of a run that is held whole, however many work."""

import datetime
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import Settings
from hubei_digecon.diagnostics.extras import WORD
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.run import Run
from hubei_digecon.run.check import check_reports
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.loop import WORTH_PROCESSES
from hubei_digecon.run.options import RunOptions, baseline_at
from hubei_digecon.run.showing import ShowingAsked, show_reports
from hubei_digecon.show.format import Format
from hubei_digecon.show.formats import FORMATS, VARIANTS
from hubei_digecon.show.redaction import redacted
from hubei_digecon.show.view import View
from hubei_digecon.show.ways import ERRORS, VERDICTS, FormatInView

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT, TESTS, Digecon

DAY = datetime.date.fromisoformat(AS_OF)
SAMPLES = ROOT / "sample_reports"
EVERY = {**FORMATS, **{name: one for name, one in VARIANTS.items() if not one.only}}
VIEWS = [View("zh"), View("en", 120, color=True, verbose=True), View("en", quiet=True)]
WAYS = tuple(
    FormatInView(form, view)
    for form in (*EVERY.values(), VERDICTS, ERRORS)
    for view in (VIEWS if form.extra is not WORD else VIEWS[1:2])  # drawn alike in every view of a language
)


def many(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return paths so often that processes are worth while."""
    times = WORTH_PROCESSES // len(paths) + 1
    return tuple(str(path) for _ in range(times) for path in paths)


REPORTS = [
    *sorted(SAMPLES.rglob("*.yaml")),
    *sorted((TESTS / "invalid").rglob("*.yaml"))[:40],
    Path("nowhere.yaml"),
]
OPTIONS = RunOptions(many(REPORTS), LIBRARY, DAY, Settings(), (str(SAMPLES / "illustrative" / "reviews"),))


def shown(
    options: RunOptions, ways: Sequence[FormatInView], jobs: int, **asked: Any
) -> tuple[list[str | bytes], int]:
    """Return a run as it is shown in each of the ways, and how many assessments it has."""
    with show_reports(Judge.of(options._replace(jobs=jobs)), ShowingAsked(tuple(ways), **asked)) as run:
        return [_whole(run.shown(way), way.format) for way in ways], run.run.reports


def _whole(bits: Any, form: Format) -> str | bytes:
    return (b"" if form.binary else "").join(bits)


def rendered(
    options: RunOptions, ways: Sequence[FormatInView], change: Callable[[Run], Run] = lambda run: run
) -> list[Any]:
    """Return the same run, held whole, in each of the ways."""
    run = change(check_reports(Judge.of(options)))
    return [way.format.render(run, way.view) for way in ways]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_format_is_the_same_of_few_and_of_many_by_one_process_and_by_several(jobs: int) -> None:
    made, reports = shown(OPTIONS, WAYS, jobs)
    assert reports >= WORTH_PROCESSES
    for way, one, other in zip(WAYS, made, rendered(OPTIONS, WAYS), strict=True):
        assert one == other, (way.format.name, way.view)


def test_names_of_items_stay_out_of_what_workers_show() -> None:
    made, _ = shown(OPTIONS, WAYS, 2, redacts=True)
    assert made == rendered(OPTIONS, WAYS, redacted)


def test_several_documents_and_a_baseline_come_to_the_same(tmp_path: Path) -> None:
    options = OPTIONS._replace(library=LIBRARY.by_documents(("all",)))
    path = tmp_path / "base.json"
    (told,), _ = shown(options._replace(paths=OPTIONS.paths[:30]), [FormatInView(FORMATS["json"], View())], 1)
    path.write_text(str(told), "utf-8")
    options = options._replace(settings=Settings(baseline=baseline_at(str(path))))
    made, _ = shown(options, WAYS, 2)
    for way, one, other in zip(WAYS, made, rendered(options, WAYS), strict=True):
        assert one == other, (way.format.name, way.view)


def test_what_is_written_over_is_seen_wherever_it_was_read(digecon: Digecon, tmp_path: Path) -> None:
    report = tmp_path / "r.yaml"
    report.write_bytes(REPORTS[0].read_bytes())
    before = report.read_bytes()
    done = digecon(
        "check", *many([report]), "--as-of", AS_OF, "--output-format", f"json={report}", "--jobs", "2"
    )
    assert done.code == Exit.USAGE
    assert report.read_bytes() == before


def test_a_run_over_nothing_has_a_head_and_a_tail(tmp_path: Path) -> None:
    options = OPTIONS._replace(paths=(str(tmp_path),))
    (told,), reports = shown(options, [FormatInView(FORMATS["json"], View())], 2)
    assert reports == 0
    assert json.loads(told)["assessments"] == []
    assert check_reports(Judge.of(options)).assessments == []
