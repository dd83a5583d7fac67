"""What a run left out: counted by reason, the first of each by name."""

from hubei_digecon.domain.left_out import MOST_NAMED, LeftOut, LeftOutCounts, WhyLeftOut


def counts(*left: tuple[str, LeftOut]) -> LeftOutCounts:
    told = LeftOutCounts()
    for path, one in left:
        told.add(path, one)
    return told


def test_files_are_counted_and_named_by_reason() -> None:
    told = counts(
        ("a.txt", LeftOut(WhyLeftOut.OTHER)),
        ("b.txt", LeftOut(WhyLeftOut.OTHER)),
        ("folder", LeftOut(WhyLeftOut.FOLDER, 7, counts_all=False)),
    )
    assert told.files == {WhyLeftOut.OTHER: 2, WhyLeftOut.FOLDER: 7}
    assert told.found == {WhyLeftOut.OTHER: 2, WhyLeftOut.FOLDER: 1}
    assert told.paths == {WhyLeftOut.OTHER: ["a.txt", "b.txt"], WhyLeftOut.FOLDER: ["folder"]}
    assert told.at_least == {WhyLeftOut.FOLDER}


def test_only_the_first_are_named() -> None:
    told = counts(*((f"{number}.txt", LeftOut(WhyLeftOut.OTHER)) for number in range(MOST_NAMED + 5)))
    assert told.files[WhyLeftOut.OTHER] == MOST_NAMED + 5
    assert told.paths[WhyLeftOut.OTHER] == [f"{number}.txt" for number in range(MOST_NAMED)]


def test_parts_of_a_run_come_to_what_the_whole_does() -> None:
    every = [(f"{number}.txt", LeftOut(WhyLeftOut.OTHER)) for number in range(MOST_NAMED + 5)]
    every.append(("folder", LeftOut(WhyLeftOut.FOLDER, 3, counts_all=False)))
    joined, whole = counts(*every[:12]), counts(*every)
    joined.join(counts(*every[12:]))
    for part in ("files", "found", "paths", "at_least"):
        assert getattr(joined, part) == getattr(whole, part)


def test_only_what_looks_like_a_report_keeps_a_run_from_passing() -> None:
    assert [why.id for why in WhyLeftOut if counts(("a", LeftOut(why))).may_hold_reports] == [
        "looks_like_report"
    ]
    assert not counts().may_hold_reports


def test_what_was_asked_for_or_is_too_much_is_only_counted() -> None:
    assert [why.id for why in WhyLeftOut if why.is_counted_only] == ["excluded", "not_searched"]
    assert [why.id for why in WhyLeftOut if why.is_of_folders] == ["folder"]
