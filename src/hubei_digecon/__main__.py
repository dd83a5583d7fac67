"""The program: ``digecon``, or ``python -m hubei_digecon``.

Signals are handled before anything else is imported, so that stopping a run as it starts is no traceback.
"""

import gc
import os
import sys
from contextlib import suppress

from .run.interruptions import code_of, handle_signals

INTERRUPTED = "已中断。 Interrupted."
"""Said where the language of the run is not known yet."""


VALUES_BETWEEN_COLLECTIONS = 50_000
"""What is imported, read and judged holds next to no cycles: looking for some after every few hundred values,
as is usual, takes a twentieth of a start.
"""


def main() -> None:
    """Run ``digecon`` with the arguments of the process, and exit with the code of the run."""
    gc.set_threshold(VALUES_BETWEEN_COLLECTIONS)
    try:
        handle_signals()
        from .cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt as interruption:
        code = _stopped(interruption)
    gc.freeze()  # looking for cycles in all that is left takes an eighth of a run over one report
    sys.exit(code)


def _stopped(interruption: KeyboardInterrupt) -> int:
    """Say that the run was stopped as it started, and return its code."""
    with suppress(OSError):  # nobody may be there to read it
        os.write(2, f"{INTERRUPTED}\n".encode())
    return code_of(interruption)


if __name__ == "__main__":
    main()
