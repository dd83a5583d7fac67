"""Archives that tell no day."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from hubei_digecon.show.undated import UndatedZip, without_days

FIRST = (1980, 1, 1, 0, 0, 0)


def test_entries_stay_and_their_days_go() -> None:
    dated = BytesIO()
    with ZipFile(dated, "w") as archive:
        for name, day in (("b", (2026, 1, 1, 0, 0, 0)), ("a", (2027, 1, 1, 0, 0, 0))):
            archive.writestr(ZipInfo(name, day), f"text of {name}")
    with ZipFile(BytesIO(without_days(dated.getvalue()))) as archive:
        assert [(one.filename, one.date_time) for one in archive.infolist()] == [("b", FIRST), ("a", FIRST)]
        assert archive.read("a") == b"text of a"


def test_files_and_texts_are_taken_alike(tmp_path: Path) -> None:
    (tmp_path / "sheet").write_bytes(b"a sheet")
    made = BytesIO()
    with UndatedZip(made, "w") as archive:
        archive.writestr("text", "字")
        archive.write(tmp_path / "sheet", "sheet")
    with ZipFile(made) as read:
        assert [read.read(name) for name in ("text", "sheet")] == ["字".encode(), b"a sheet"]
