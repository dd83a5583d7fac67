"""The published targets as a document: the places, or the targets of one with their wordings."""

from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.show.document import Paragraph
from hubei_digecon.show.targets import TargetList, targets_document
from hubei_digecon.show.view import View

from ...small_targets import Small

EN = View("en")


def test_all_places_are_one_table(small: Small) -> None:
    library = TargetLibrary(small.targets)
    document = targets_document(TargetList(library.entities(), library.documents, ()), EN)
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.cells(EN)] == [
        ["one", "demonstration city", "1", "", "Oneville"],
        ["two", "demonstration city", "2", "", "Twotown"],
    ]
    assert document.lead == (
        Paragraph(("Sample notice: 2 of 2 published (2 × demonstration city).",)),
        Paragraph(("id sample; judged by where no document is named",)),
    )


def test_one_place_is_a_section_with_the_words_of_its_targets(small: Small) -> None:
    library = TargetLibrary(small.targets)
    (place, *_) = library.entities()
    document = targets_document(TargetList((place,), library.documents, (), one=True), EN)
    (section,) = document.sections
    assert section.title == "Oneville (one), demonstration city: 1 targets"
    assert section.table
    assert [[cell.text for cell in row] for row in section.table.cells(EN)] == [
        ["1", "firms", "Sample firms", "at least 10家", "2025"]
    ]
    (words,) = section.listings
    assert [entry.lines for entry in words.entries] == [
        ("wording: “10家”, Sample notice, paragraph 1", "note: Read as at least.")
    ]
