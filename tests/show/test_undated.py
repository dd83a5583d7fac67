"""Archives that tell no day."""

from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from hubei_digecon.show.undated import UndatedZip, packed

FIRST = (1980, 1, 1, 0, 0, 0)


def test_entries_stand_in_order_and_tell_no_day() -> None:
    def pack(file: IO[bytes]) -> None:
        with UndatedZip(file, "w") as archive:
            archive.writestr("b", "text of b")
            archive.put("a", (b"text ", b"of a"), 9)

    with ZipFile(BytesIO(b"".join(packed(pack)))) as archive:
        assert [(one.filename, one.date_time) for one in archive.infolist()] == [("b", FIRST), ("a", FIRST)]
        assert archive.read("a") == b"text of a"


def test_how_an_entry_is_written_bit_by_bit_changes_no_byte() -> None:
    text = bytes(range(256)) * 1000
    made = [BytesIO(), BytesIO()]
    for file, bits in zip(made, [(text,), [text[at : at + 7] for at in range(0, len(text), 7)]], strict=True):
        with UndatedZip(file, "w") as archive:
            archive.put("a", bits, len(text))
    assert made[0].getvalue() == made[1].getvalue()


def test_files_and_texts_are_taken_alike(tmp_path: Path) -> None:
    (tmp_path / "sheet").write_bytes(b"a sheet")
    made = BytesIO()
    with UndatedZip(made, "w") as archive:
        archive.writestr("text", "字")
        archive.write(tmp_path / "sheet", "sheet")
    with ZipFile(made) as read:
        assert [read.read(name) for name in ("text", "sheet")] == ["字".encode(), b"a sheet"]
