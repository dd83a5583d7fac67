"""LibreOffice without a window: types into a workbook, saves it, prints it as PDF."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from ..conftest import TESTS

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
PYTHON = "/usr/bin/python3"
"""The Python of the system, which has LibreOffice's ``uno``."""

MISSING = "LibreOffice with its Python (libreoffice-calc, python3-uno) is needed"
_SECONDS = 900

Typed = tuple[str, int, int, str]
"""What is typed where: sheet, row and column counted from 1, text."""


def is_there() -> bool:
    """Whether LibreOffice is installed, and the system's Python can drive it."""
    done = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return PROGRAM is not None and done.returncode == 0


def typed(workbook: Path, entries: Sequence[Typed], folder: Path) -> Path:
    """Return the workbook as LibreOffice saves it once the entries are typed into it."""
    saved, told = folder / "saved.xlsx", folder / "told.json"
    socket = (
        f"digecon-{os.getpid()}-{folder.name}"  # folders of processes that run beside this have equal names
    )
    say = {"socket": socket, "open": str(workbook), "save": str(saved), "entries": entries}
    told.write_text(json.dumps(say), "utf-8")
    command = [*_office(folder), f"--accept=pipe,name={socket};urp;"]
    with subprocess.Popen(command, start_new_session=True) as office:
        try:
            subprocess.run([PYTHON, TESTS / "office" / "type_in.py", told], check=True, timeout=_SECONDS)
        finally:
            os.killpg(office.pid, signal.SIGKILL)  # all is saved, and not every one ends when it is told to
    return saved


def printed(workbook: Path, folder: Path) -> Path:
    """Return the workbook as a PDF, as LibreOffice prints it."""
    to_pdf = ["--convert-to", "pdf", "--outdir", str(folder), str(workbook)]
    subprocess.run([*_office(folder), *to_pdf], check=True, timeout=_SECONDS, capture_output=True)
    return folder / f"{workbook.stem}.pdf"


def _office(folder: Path) -> list[str]:
    """Return how LibreOffice is started, with settings of its own, so that several can run."""
    assert PROGRAM is not None
    profile = (folder / "profile").as_uri()
    return [PROGRAM, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
