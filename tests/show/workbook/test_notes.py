"""The sheet of notes: what the workbook is, what was asked, and the files that it rests on."""

import datetime

from hubei_digecon.domain.assessments import FileDigest, Settings
from hubei_digecon.domain.outcomes import Grade
from hubei_digecon.domain.run import Run
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.notes import (
    Note,
    files_read,
    notes_sheet,
    what_it_came_to,
    what_it_is,
    what_was_asked,
)
from hubei_digecon.text import Text
from hubei_digecon.version import VERSION

EN = View("en")
DAY = datetime.date(2026, 2, 28)


def test_it_is_no_conclusion_and_says_where_values_are_not_published() -> None:
    labels = [[note.label.en for note in what_it_is(illustrative, EN)] for illustrative in (False, True)]
    assert labels == [
        ["Please note", "Numbers", "Print"],
        ["Please note", "Illustrative", "Numbers", "Print"],
    ]
    assert next(what_it_is(False, EN)).content == "Not the conclusion of the competent authority"


def test_day_and_settings_are_told() -> None:
    run = Run(DAY, Settings(Grade.CITED, waivers=False), [])
    assert [(note.label.en, note.content) for note in what_was_asked(run, 3, EN)] == [
        ("As of", DAY),
        ("Reports", 3),
        ("Weakest evidence accepted", "cited"),
        ("Waivers", "not heeded"),
        ("Tool", f"digecon {VERSION}"),
    ]


def test_the_last_sentences_of_a_run_are_notes() -> None:
    assert list(what_it_came_to(["one", "two"])) == [
        Note(Text("总体结论", "In all"), "one"),
        Note(Text("总体结论", "In all"), "two"),
    ]


def test_files_are_told_with_their_digests() -> None:
    weights = FileDigest("weights.yaml", "ab" * 32)
    told = list(files_read(Run(DAY, Settings(), []), weights, EN))
    assert told == [Note(Text("所读文件：权重文件", "File read: weights file"), "weights.yaml", "ab" * 32)]
    unread = list(files_read(Run(DAY, Settings(), []), FileDigest("weights.yaml", ""), EN))
    assert unread[0].digest == "it could not be read"


def test_a_note_is_a_row() -> None:
    sheet = notes_sheet([Note(Text("项", "label"), "content", "digest")])
    assert sheet.headings(EN) == ["Item", "Content", "SHA-256"]
    assert [[cell.text for cell in row] for row in sheet.cells(EN)] == [["label", "content", "digest"]]
