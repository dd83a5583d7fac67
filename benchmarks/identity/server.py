"""Run command lines of the program on the import path, one after the other, each in a fork of this process.

A line of standard input is a command line in JSON; once it has ended, its exit code is printed. What it
writes to standard output and error goes into files, in the folder that is the one argument, beside those
that it writes there itself. A fork saves the start of Python and the imports, and leaves nothing behind.
"""

import importlib
import json
import os
import pkgutil
import runpy
import shutil
import sys
from contextlib import suppress

import hubei_digecon

PROGRAM = hubei_digecon.__name__


def serve(folder: str) -> None:
    """Run what is asked for, until no more is."""
    _import_everything()
    for line in sys.stdin:
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        child = os.fork()
        if not child:
            _run(folder, *json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _import_everything() -> None:
    """Import all modules that can be, so that forks need not."""
    for module in pkgutil.walk_packages(hubei_digecon.__path__, f"{PROGRAM}."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                importlib.import_module(module.name)


def _run(
    folder: str, words: list[str], variables: dict[str, str], stdin: str, place: str, _group: str
) -> None:
    """Run a command line in this process, and end it."""
    for descriptor, path, flags in (
        (0, stdin, os.O_RDONLY),
        (1, f"{folder}/stdout", os.O_WRONLY | os.O_CREAT),
        (2, f"{folder}/stderr", os.O_WRONLY | os.O_CREAT),
    ):
        os.dup2(os.open(path, flags, 0o666), descriptor)
    sys.argv = ["digecon", *words]
    os.environ.update(variables)
    os.chdir(place)
    code = 0
    try:
        runpy.run_module(PROGRAM, run_name="__main__")
    except SystemExit as ending:
        code = int(ending.code or 0)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # taking all modules down would take longer than most runs


if __name__ == "__main__":
    serve(sys.argv[1])
