"""The parts of a file: none of the template of the library, and properties that tell no time."""

from .drawn import DAY, letter, section


def test_a_file_holds_nothing_but_what_it_needs() -> None:
    assert sorted(letter(section("意见")).parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_properties_tell_the_title_the_language_and_the_day_of_judging() -> None:
    for lang, told in (("zh", "zh-CN"), ("en", "en-US")):
        properties = letter(section("意见"), lang=lang).document.core_properties  # type: ignore[arg-type]
        assert (properties.title, properties.language) == ("核验意见", told)
        assert {properties.created.date(), properties.modified.date()} == {DAY}
