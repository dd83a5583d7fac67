"""What the program itself says, looked up: words, outcomes, comparators, diagnostics."""

from collections.abc import Iterable

from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.outcomes import Outcome, Reason, Verdict
from hubei_digecon.explain import words
from hubei_digecon.explain.published import NOTHING, Published
from hubei_digecon.show.explain import Explanation
from hubei_digecon.text import Text

from ..building import CATALOGUE

SORT = Text("类别", "sort")
HELD = Published(CATALOGUE, {}, ())


def by_id(explained: Iterable[Explanation]) -> dict[str, Explanation]:
    return {one.id: one for one in explained}


def lines_of(one: Explanation) -> list[tuple[str, str]]:
    """Return the lines of an explanation in English."""
    return [
        (line.label.en, line.words.en if isinstance(line.words, Text) else line.words) for line in one.lines
    ]


def test_each_member_of_a_closed_list_is_explained_once() -> None:
    assert [one.id for one in words.outcomes(NOTHING, SORT)] == [one.id for one in Outcome]
    assert [one.id for one in words.verdicts(NOTHING, SORT)] == [one.id for one in Verdict]
    assert [one.id for one in words.reasons(NOTHING, SORT)] == [one.id for one in Reason]
    assert [one.id for one in words.diagnostics(NOTHING, SORT)] == list(DIAGNOSTICS)


def test_a_word_of_files_is_told_with_its_key_and_other_spellings() -> None:
    found = by_id(words.words_of_files(NOTHING, SORT))
    assert lines_of(found["municipal"])[0] == ("stands under", "level")
    assert found["in_force"].name == Text("期末有效（存量）", "in force")
    label, spellings = lines_of(found["in_force"])[1]
    assert label == "also written"
    assert spellings.split(", ")[:2] == ["期末有效(存量)", "期末有效"]


def test_a_key_is_told_with_the_words_that_can_stand_under_it() -> None:
    found = by_id(words.keys_of_files(HELD, SORT))
    assert lines_of(found["missing"]) == [
        ("can be", "not_published (not published)"),
        ("can be", "not_collected (not collected)"),
        ("can be", "not_applicable (not applicable)"),
    ]
    assert ("can be", "own (own scope)") in lines_of(found["scope"])
    assert "scope" not in by_id(words.keys_of_files(NOTHING, SORT))


def test_a_comparator_is_told_with_its_sign_and_its_phrases() -> None:
    lines = lines_of(by_id(words.comparators(NOTHING, SORT))["at_least"])
    assert lines[:2] == [("requires", "at least …"), ("sign", "≥")]
    assert {label for label, _ in lines[2:]} == {"phrase"}


def test_a_diagnostic_is_told_with_its_example() -> None:
    lines = lines_of(by_id(words.diagnostics(NOTHING, SORT))["negative-count"])
    assert [label for label, _ in lines] == [
        "severity",
        "what it says",
        "fix",
        "file",
        "fails",
        "passes",
    ]
    assert lines[2] == ("fix", "give a whole number, 0 or more")
