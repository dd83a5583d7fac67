"""What a report costs as a filled form in Excel, by what it costs as one in YAML."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.forms.filling import OFFICE, filled

from hubei_digecon import new
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.run.judge import Judge

from .budgets import FORM
from .commands import ROOT, WORK
from .costs import ROUNDS, quiet_judge, seconds_of

PLACE = "wuhan"


def form_lines(copies: int) -> Iterator[str]:
    """Return what a form costs in both formats; of each so many copies are judged, which differ in a word."""
    folder = ROOT / WORK / "forms"
    folder.mkdir(parents=True, exist_ok=True)
    judge = quiet_judge()
    in_yaml, in_xlsx = (_cost(judge, copied(filled_form(folder, name), copies)) for name in ("yaml", "xlsx"))
    yield f"  {'as YAML':48}{in_yaml * 1e6:8.1f} µs"
    yield f"  {'as a workbook':48}{in_xlsx * 1e6:8.1f} µs"
    yield f"  {'the second by the first':48}{in_xlsx / in_yaml:8.2f}     {FORM.said(in_xlsx / in_yaml)}"


def filled_form(folder: Path, suffix: str) -> Path:
    """Write the form of a place and fill it as an office would."""
    path = folder / f"form.{suffix}"
    new(PLACE, lang="zh").write(path, format=suffix, overwrite=True)
    filled(path)
    return path


def copied(form: Path, copies: int) -> list[str]:
    """Return the paths of copies of a form, each of another office, so that nothing is remembered of them."""
    paths = [form.with_name(f"{number:04}{form.suffix}") for number in range(copies)]
    for number, path in enumerate(paths):
        office = f"{OFFICE}{number}"
        if form.suffix == ".xlsx":
            path.write_bytes(_with_office(form.read_bytes(), office))
        else:
            path.write_text(form.read_text("utf-8").replace(OFFICE, office), "utf-8")
    return [str(path) for path in paths]


def _with_office(book: bytes, office: str) -> bytes:
    """Return a workbook in which another office reports; openpyxl writes letters as their numbers."""
    old_name, new_name = (name.encode("ascii", "xmlcharrefreplace") for name in (OFFICE, office))
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new_book,
    ):
        for name in old.namelist():
            new_book.writestr(name, old.read(name).replace(old_name, new_name))
    return changed.getvalue()


def _cost(judge: Judge, paths: list[str]) -> float:
    """Return the processor time that reading and judging a form takes; the least of some rounds."""
    rounds = (seconds_of(lambda path: list(judge.judge(Input(path))), paths) for _ in range(ROUNDS))
    return min(rounds) / len(paths)
