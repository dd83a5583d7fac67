"""What the action for GitHub runs: inputs become options of ``digecon check``, the JSON result its outputs.

It runs with what ``action.yml`` installed by ``constraints.txt``, and with the source beside it.
"""

import json
import os
import secrets
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

OWN_INPUTS = {"paths", "python-version"}
"""The inputs that stand for no option."""
NO_INPUTS = {
    "help", "show-config", "isolated", "jobs", "memory", "color", "quiet", "verbose", "register",
    "register-report", "findings",
}  # fmt: skip
"""The options without an input: they change neither verdict nor output, or the action sets them, or they need
what the action does not install."""


def imported_from() -> list[str]:
    """Return the folders of the program and of what it needs, which go before all others."""
    return [str(Path(__file__).parent / "src"), str(Path(os.environ["RUNNER_TEMP"]) / "digecon")]


def options_with_inputs() -> dict[str, tuple[bool, bool]]:
    """Return the options of ``check`` with inputs, by name: whether one is a flag, whether repeatable."""
    from hubei_digecon.cli.check import command

    options = [one for one in command().params if one.param_type_name == "option"]
    return {
        name.removeprefix("--"): (getattr(one, "is_flag", False), getattr(one, "multiple", False))
        for one in options
        for name in one.opts
        if name.startswith("--") and name.removeprefix("--") not in NO_INPUTS
    }


def arguments_of(inputs: Mapping[str, str], result: Path) -> list[str]:
    """Return the arguments of ``digecon`` for the inputs of the action; the JSON result goes to ``result``.

    What is no option, or no value that its option takes, is handed on, so that ``check`` refuses it.
    """
    given = {name.lower(): value for name, value in inputs.items()}
    paths = _lines(given.pop("paths", ""))
    arguments = ["check", "--isolated", "--output-format=github"]
    for name, value in given.items():
        if name not in OWN_INPUTS:
            arguments.extend(_as_option(name, value))
    return [*arguments, f"--output-format=json={result}", "--", *paths]


def _as_option(name: str, value: str) -> Iterator[str]:
    is_flag, is_repeatable = options_with_inputs().get(name, (False, False))
    if is_flag and value in ("", "false", "true"):
        yield from (f"--{name}",) if value == "true" else ()
    else:
        values = _lines(value) if is_repeatable else filter(None, [value.strip("\n")])
        yield from (f"--{name}={one}" for one in values)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def outputs_of(result: Mapping[str, Any]) -> dict[str, object]:
    """Return the outputs of a JSON result: the worst verdict, and each outcome counted over all reports."""
    from hubei_digecon.domain.outcomes import Outcome, Verdict

    assessments = result["assessments"]
    verdicts = {one["verdict"] for one in assessments}
    counts = Counter[str]()
    for one in assessments:
        counts.update(one["counts"])
    return {
        "verdict": next((verdict.id for verdict in Verdict if verdict.id in verdicts), ""),
        "assessments": len(assessments),
        **{outcome.id.replace("_", "-"): counts[outcome.id] for outcome in Outcome},
    }


def write_output(name: str, value: object) -> None:
    """Write an output of the step: whatever it holds, it ends at a line that nobody can know beforehand."""
    end = f"end-{secrets.token_hex(16)}"
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8", newline="\n") as file:
        file.write(f"{name}<<{end}\n{value}\n{end}\n")


def main() -> int:
    """Judge the reports, write the outputs, and return the exit code of ``digecon``."""
    sys.path[:0] = imported_from()
    result = Path(os.environ["RUNNER_TEMP"]) / f"digecon-{secrets.token_hex(8)}.json"
    inputs = json.loads(os.environ["INPUTS"])
    command = [sys.executable, "-P", "-m", "hubei_digecon", *arguments_of(inputs, result)]
    ended = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": os.pathsep.join(imported_from())}, check=False
    )
    code = (
        ended.returncode if ended.returncode >= 0 else 128 - ended.returncode
    )  # as a shell has it of a signal
    write_output("exit-code", code)
    if result.exists():  # it is written last, so all that was asked for is there
        written = [one.partition("=")[2] for one in _lines(inputs.get("output-format", ""))]
        told = outputs_of(json.loads(result.read_text("utf-8")))
        for name, value in (told | {"result": result, "written": "\n".join(written)}).items():
            write_output(name, value)
    return code


if __name__ == "__main__":
    sys.exit(main())
