"""CSV of a register is refused where CSV of a report is, for the same reason and at the same place."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.diagnostics import Place
from hubei_digecon.load.registers import strict
from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.separated import rows_of
from hubei_digecon.load.tree import RefusedError

SEPARATORS = (",", "|", "\t")


def in_register(data: bytes, separator: str) -> tuple[object, Place] | None:
    """Return what is wrong with the bytes of a register."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "register")
        path.write_bytes(data)
        return strict.problem_in(str(path), separator)


def in_report(text: str, separator: str) -> tuple[object, Place] | None:
    """Return what is wrong with the text of a report."""
    try:
        list(rows_of(Source("report.csv", text, ""), separator))
    except RefusedError as refusal:
        place = refusal.fault.place or Place(0, 0)
        return refusal.fault.values["problem"], place._replace(width=1)
    return None


@given(st.text('"甲,|\t\n', max_size=24), st.sampled_from(SEPARATORS), st.integers(1, 9), st.booleans())
def test_quotes_are_refused_where_those_of_a_report_are(
    text: str, separator: str, size: int, has_bom: bool
) -> None:
    longest = max(len(line.encode()) for line in text.split("\n"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict, "PIECE", size + longest)
        found = in_register(text.encode("utf-8-sig" if has_bom else "utf-8"), separator)
    assert found == in_report(text, separator)


@given(st.text('"甲,\n\r\0\v\x1f\x7f\x80', max_size=9))
def test_characters_are_refused_that_no_report_has(text: str) -> None:
    assert in_register(text.encode(), ",") == in_report(text.replace("\r\n", "\r\r\n"), ",")


@given(st.lists(st.text("甲\r\n", max_size=5)))
def test_rows_end_alike_wherever_pieces_are_cut(pieces: list[str]) -> None:
    read = b"".join(strict.ended_alike(piece.encode() for piece in pieces)).decode()
    assert read == "".join(pieces).replace("\r\n", "\n")


def test_a_line_that_is_longer_than_any_that_is_read_is_left_to_who_reads_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(strict, "PIECE", 4)
    assert in_register(b'a,b\n123456789,x"y\n', ",") is None
