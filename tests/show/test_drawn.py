"""Formats that draw documents: what is drawn is made a document first."""

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run_counts import FilesRead
from hubei_digecon.show import markdown, terminal
from hubei_digecon.show.drawn import Drawn, DrawnCircular
from hubei_digecon.show.lint import files_document
from hubei_digecon.show.report import quiet_document, run_document
from hubei_digecon.show.targets import TargetList, targets_document
from hubei_digecon.show.view import View

from ..small_targets import Small
from .test_verdicts import judged

ZH = View("zh")


def test_a_run_is_drawn_report_by_report(small: Small) -> None:
    run = judged(small, "missed", "invalid")
    form = Drawn(markdown)
    parts = [form.part(one, run, ZH) for one in run]
    made = "".join(form.whole(parts, run.in_parts(), ZH))
    assert made == "".join(markdown.drawn(run_document(run.in_parts(), ZH), parts))
    assert [part in made for part in parts] == [True, True]


def test_a_quiet_report_is_a_document_of_its_own(small: Small) -> None:
    run, quiet = judged(small, "missed"), View("zh", quiet=True)
    (one,) = run
    assert Drawn(terminal).part(one, run, quiet) == terminal.draw(quiet_document(one, quiet))


def test_files_and_targets_are_drawn_whole() -> None:
    read, targets = FilesRead((), Settings()), TargetList((), {}, ())
    assert Drawn(markdown).linted(read, ZH) == markdown.draw(files_document(read, ZH))
    assert Drawn(markdown).listed(targets, ZH) == markdown.draw(targets_document(targets, ZH))


def test_the_circular_stands_in_for_the_table_of_a_scoreboard() -> None:
    assert DrawnCircular(markdown).scored is not Drawn(markdown).scored
