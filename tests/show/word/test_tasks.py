"""The list of what is to be done, handed over by itself: for Word, and what a workbook says too."""

import datetime
from dataclasses import replace

import pytest

from hubei_digecon.domain.tasks import Task
from hubei_digecon.show.escape import xml_visible
from hubei_digecon.show.formats import format_of
from hubei_digecon.show.tasks import COLUMNS, FOR, TITLE, TaskList
from hubei_digecon.show.view import View
from hubei_digecon.show.word.tasks import tasks_section
from hubei_digecon.text import LANGS, Lang

from ...building import run_over
from ...conftest import ROOT
from ...docx_reader import docx as read_word
from ...hostile import EVERYTHING
from ...xlsx_reader import xlsx as read_book

SAMPLES = ROOT / "sample_reports" / "illustrative"
WEDZ = SAMPLES / "wuhan-wedz-2025.yaml"
DAY = datetime.date(2026, 2, 28)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["docx+tasks", "xlsx+tasks"])
def test_it_says_whom_it_is_for_and_the_same_each_time(name: str, lang: Lang) -> None:
    run, view, form = run_over([WEDZ], DAY), View(lang), format_of(name, "runs")
    assert form
    made = form.render(run, view)
    assert isinstance(made, bytes)
    assert made == form.render(run, view)
    texts = list(read_word(made).texts if form.name == "docx" else read_book(made).texts)
    said = "\n".join(texts)
    for told in (TITLE, FOR):
        assert view.say(told) in said
    assert {"zh": "示例", "en": "llustrative"}[lang] in said
    assert all(task.what in said for task in TaskList.of_run(run, view).tasks)
    assert view.written(DAY) in said


def test_who_signs_stands_at_the_end_of_the_document() -> None:
    run = run_over([WEDZ], DAY)
    section = tasks_section(TaskList.of_run(run, View("zh")), View("zh"))
    assert section.parts[-1].lead[0].lines[0] == "发文单位（盖章）："
    assert [column.id for column in section.parts[0].tables[0].columns] == [
        one.id for one in COLUMNS if one.id not in ("first", "key")
    ]


def test_nothing_needed_is_said() -> None:
    run = replace(run_over([WEDZ], DAY), assessments=())
    section = tasks_section(TaskList.of_run(run, View("zh")), View("zh"))
    assert "没有需要补充的材料" in section.parts[0].lead[0].lines[0]
    assert not section.parts[0].tables


@pytest.mark.parametrize("name", ["docx+tasks", "xlsx+tasks"])
def test_what_an_office_typed_into_the_earlier_list_stays_text(name: str) -> None:
    texts = ("=1+1", "@SUM(A1)", "<w:p/>]]>", "http://a.example", EVERYTHING)
    earlier = tuple(Task(f"a|{n}|b", one, one, one, one, DAY) for n, one in enumerate(texts))
    form = format_of(name, "runs")
    assert form
    made = form.render(replace(run_over([WEDZ], DAY), earlier_tasks=earlier), View("zh"))
    assert isinstance(made, bytes)
    said = "\n".join(read_word(made).texts if form.name == "docx" else read_book(made).texts)
    assert [one for one in texts if xml_visible(one) not in said] == []
