"""Writes the tables and the outputs in the documents anew: ``python -m docs``."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from . import diagnostics
from .blocks import ENVIRONMENT, documents, prepare, with_outputs
from .keys import with_keys
from .tables import with_tables


def main() -> None:
    """Write every document anew, and say which of them changed."""
    write(diagnostics.PATH, diagnostics.document())
    for path in documents():
        write(path, renewed(path.read_text("utf-8")))


def write(path: Path, text: str) -> None:
    """Write a document, where it is another than before, and say so."""
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
        print(f"written anew: {path.name}")


def renewed(text: str) -> str:
    """Return a document with every table and every output as the program now has it."""
    with tempfile.TemporaryDirectory() as name:
        folder = prepare(Path(name))
        return with_outputs(with_keys(with_tables(text)), folder, lambda arguments: _run(arguments, folder))


def _run(arguments: list[str], folder: Path) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-m", "hubei_digecon", *arguments],
        cwd=folder,
        env=os.environ | ENVIRONMENT | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return ran.returncode, ran.stdout


if __name__ == "__main__":
    main()
