"""Hold every process that opens a file named ``held.yaml``, until a signal ends it.

A process started with this folder on ``PYTHONPATH`` imports this module as it starts. A run over such a file
is then in the middle of its work for as long as a test needs. A held process writes an empty file named after
its id into the folder that ``HELD_PROCESSES`` names.
"""

import os
import sys
import time
from pathlib import Path

HELD = "held.yaml"


def _hold(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and str(arguments[0]).endswith(HELD):
        (Path(os.environ["HELD_PROCESSES"]) / str(os.getpid())).touch()
        while True:
            time.sleep(0.05)


sys.addaudithook(_hold)
