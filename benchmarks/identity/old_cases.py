"""Write the cases that tests make, by the helpers of the tests on the import path; print how they are judged.

Run in the folder that gets the files. The names of the helpers are those of the commit that is compared
with; where a later one has renamed them, this file names them anew.
"""

import importlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path


def judged() -> Iterator[list[str]]:
    """Write the judging cases; return for each the arguments that judge it, without a format."""
    casebook = importlib.import_module("tests.casebook")
    for number, case in enumerate(casebook.cases()):
        *words, _option, _format = casebook.arguments(case, Path("judging", f"{number:03}"))
        yield ["targets" if word == str(casebook.PUBLISHED) else word for word in words]


def write_made() -> None:
    """Write the invalid files that cannot stand in a repository."""
    invalid = importlib.import_module("tests.test_invalid")
    folder = Path("made")
    folder.mkdir()
    for case, make in zip(invalid.MADE_CASES, invalid.MADE.values(), strict=True):
        make(folder / case)


def lay_out_targets() -> None:
    """Write a folder of targets around each faulty target file."""
    target_files = importlib.import_module("tests.test_target_files")
    for case in target_files.CASES:
        folder = Path("faulty", Path(case).stem, "targets")
        shutil.copytree("targets", folder)
        (folder / "documents" / "made-up.yaml").write_text(target_files.DOCUMENT, "utf-8")
        target_files._lay_out(case, folder)


if __name__ == "__main__":
    write_made()
    lay_out_targets()
    print(json.dumps(list(judged())))
