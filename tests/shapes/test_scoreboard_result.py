"""The types of the scoreboard in JSON: the format only grows."""

from dataclasses import MISSING, fields

from hubei_digecon.shapes.scoreboard_result import FORMAT, BoardResult, BoardScore, BoardValueChange


def test_a_key_of_a_later_version_stands_last_and_has_a_default() -> None:
    assert FORMAT == "digecon/scoreboard/v1"
    added = [
        one.name
        for one in fields(BoardResult)
        if one.default_factory is not MISSING or one.default is not MISSING
    ]
    assert added == ["judged_documents", "left_out", "history", "summary", "baseline", "registers"]
    assert [one.name for one in fields(BoardResult)][-len(added) :] == added


def test_what_is_not_known_is_null() -> None:
    assert BoardScore(None, None, None, "0", 0, 3).mean is None
    change = BoardValueChange("place.share", "%", "12.0", None, None)
    known = [getattr(change, one.name) for one in fields(change)]
    assert known == ["place.share", "%", "12.0", None, None, None, None]
