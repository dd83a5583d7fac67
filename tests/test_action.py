"""The action for GitHub: its steps run as the runner runs them, and what they leave in log, summary and outputs."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from action import NO_INPUTS, OWN_INPUTS, options_with_inputs, write_output

from hubei_digecon.cli.check import command as check_command
from hubei_digecon.domain.exit_codes import FAIL_ON, Exit

from . import three_sorts
from .conftest import ROOT
from .overlooked_reports import FILES, write
from .repositories import committed, surroundings
from .small_targets import REPORTS
from .three_reports import GOOD, MISSED, TOLD, VERDICTS, repository
from .two_documents import TwoDocuments
from .workbooks import filled_from
from .workflow_commands import Command, parse

TEXT = (ROOT / "action.yml").read_text("utf-8")
ACTION: dict[str, Any] = yaml.safe_load(TEXT)
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SCRIPTS = [step for step in STEPS if "run" in step]
PYTHON = "steps.python.outputs.python-path"

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.()-]+)\s*\}\}")
ALL_INPUTS = "toJSON(inputs)"


# What it is made of


def test_no_expression_stands_in_a_script() -> None:
    assert not [step["name"] for step in SCRIPTS if "${{" in step["run"]]


def test_every_expression_is_an_input_or_an_output_of_a_step() -> None:
    outputs = {f"steps.check.outputs.{name}" for name in ACTION["outputs"]}
    used = _EXPRESSION.findall(TEXT)
    assert set(used) == {"inputs.python-version", ALL_INPUTS, PYTHON} | outputs
    assert TEXT.count("${{") == len(used)
    assert all(told["value"].endswith(f".{name} }}}}") for name, told in ACTION["outputs"].items())


def test_every_option_of_check_that_bears_on_verdict_or_output_has_an_input() -> None:
    assert list(ACTION["inputs"].keys() - OWN_INPUTS - options_with_inputs().keys()) == []
    assert list(options_with_inputs().keys() - ACTION["inputs"].keys()) == []


def test_what_has_no_input_is_an_option_all_the_same() -> None:
    options = {name for one in check_command().params for name in one.opts}
    assert {f"--{name}" for name in NO_INPUTS} <= options | {"--help"}


def test_inputs_have_the_defaults_of_their_options() -> None:
    for option in check_command().params:
        name = option.opts[-1].removeprefix("--")
        if name in options_with_inputs():
            by_default = "false" if options_with_inputs()[name][0] else option.default
            default = ACTION["inputs"][name]["default"]
            assert default == (by_default if isinstance(by_default, str) else ""), name


def test_nothing_runs_but_bash_and_what_sets_up_python() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {step["shell"] for step in SCRIPTS} == {"bash"}
    (other,) = [step for step in STEPS if step not in SCRIPTS]
    assert re.fullmatch(r"actions/setup-python@v[0-9]+", other["uses"])
    assert other["with"]["update-environment"] is False


def test_what_can_be_left_out_has_a_default() -> None:
    required = [name for name, said in ACTION["inputs"].items() if "default" not in said]
    assert required == ["paths"]
    assert ACTION["inputs"]["fail-on"]["default"] == next(iter(FAIL_ON))
    assert all(word in ACTION["inputs"]["fail-on"]["description"] for word in FAIL_ON)


# As the runner runs it


@dataclass(frozen=True)
class Job:
    """What the steps of one run left behind."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str]

    @property
    def commands(self) -> list[Command]:
        return parse(self.log)

    @property
    def plain(self) -> list[str]:
        """The lines of the log that are no commands."""
        return [line for line in self.log.splitlines() if not parse(line)]


def outputs(text: str) -> dict[str, str]:
    """Read a file of outputs as the runner does: ``name=value``, or ``name<<end`` up to a line ``end``."""
    lines, read = iter(text.split("\n")[:-1]), dict[str, str]()
    for line in lines:
        name, separator, rest = line.partition("<<")
        assert separator, line
        assert "=" not in name
        read[name] = "\n".join(iter(partial(next, lines), rest))
    return read


@dataclass
class Runner:
    """A stand-in for the runner: evaluates expressions, and runs scripts with the environment that it sets."""

    temporary: Path
    context: dict[str, str] = field(default_factory=lambda: {PYTHON: sys.executable})

    def evaluated(self, text: str, inputs: dict[str, str]) -> str:
        given = {f"inputs.{name}": value for name, value in inputs.items()} | {ALL_INPUTS: json.dumps(inputs)}
        return _EXPRESSION.sub(lambda match: (self.context | given)[match[1]], text)

    def run(self, step: dict[str, Any], folder: Path, inputs: dict[str, str]) -> Job:
        """Run one script in a folder, as ``shell: bash`` does."""
        script, summary, output = (self.temporary / name for name in ("step.sh", "summary.md", "output.txt"))
        script.write_text(step["run"], "utf-8")
        summary.write_text("", "utf-8")
        output.write_text("", "utf-8")
        github = {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(folder),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_OUTPUT": str(output),
            "RUNNER_TEMP": str(self.temporary),
        }
        environment = {name: self.evaluated(text, inputs) for name, text in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=folder,
            env=surroundings(**github) | environment,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return Job(
            done.returncode, done.stdout, summary.read_text("utf-8"), outputs(output.read_text("utf-8"))
        )


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A runner that has gone as far as the last step; what was installed is in its temporary folder."""
    runner = Runner(tmp_path_factory.mktemp("runner"))
    submitted = tmp_path_factory.mktemp("submitted")
    for name in ("pip", "hatchling", "site", "json"):
        (submitted / f"{name}.py").write_text(
            "raise SystemExit('a file of the submitter was run')\n", "utf-8"
        )
    for step in SCRIPTS[:-1]:
        job = runner.run(step, submitted, {})
        assert job.code == 0, job.log
    return runner


Act = Callable[..., Job]


@pytest.fixture
def act(runner: Runner) -> Act:
    """Judge reports by the last step of the action; inputs that are left out have their defaults."""

    def run(folder: Path, **given: str) -> Job:
        defaults = {name: said.get("default", "") for name, said in ACTION["inputs"].items()}
        inputs = defaults | {name.replace("_", "-"): value for name, value in given.items()}
        job = runner.run(SCRIPTS[-1], folder, inputs)
        assert job.outputs["exit-code"] == str(job.code)
        return job

    return run


SMALL = {"targets": "targets", "lang": "en"}


def _annotations(commands: list[Command]) -> list[tuple[str, dict[str, str], str]]:
    return [(command.name, command.properties, command.message) for command in commands]


EXPECTED = [
    (
        "error",
        {
            "file": told.path,
            "line": str(told.line),
            "col": str(told.column),
            "endColumn": str(told.column + told.width - 1),
            "title": told.id,
        },
        told.message,
    )
    for told in TOLD
]


@pytest.mark.heavy
def test_a_miss_and_a_unit_error_are_annotated_at_their_lines(act: Act, tmp_path: Path) -> None:
    job = act(repository(tmp_path), paths="reports", **SMALL)
    assert job.code == Exit.INVALID
    assert _annotations(job.commands) == EXPECTED
    assert job.plain == [
        *(f"{path}: {verdict}" for path, verdict in VERDICTS.items()),
        "3 reports: invalid (it cannot be read, or not as a report) 1, noncompliant 1, compliant 1.",
    ]


def _lines_of(commands: list[Command]) -> list[str]:
    """Return the errors annotated, as lines of the format ``text``; of a workbook the title has the cell."""
    told = []
    for command in commands:
        where = command.properties
        place, _, id = where["title"].rpartition(" ") if "line" not in where else ("", "", where["title"])
        place = place or f"{where['line']}:{where['col']}"
        told.append(f"{where['file']}:{place}: {command.name} {id} {command.message}")
    return [line for line in told if ": error " in line]


@pytest.mark.heavy
def test_of_yaml_csv_and_the_official_form_every_error_is_annotated(act: Act, tmp_path: Path) -> None:
    there = three_sorts.repository(tmp_path)
    formats = "junit=digecon.xml\nhtml=page.html\ndocx=letter.docx\nxlsx=book.xlsx\n"
    job = act(there, paths="reports", review=three_sorts.REVIEW, output_format=formats, **SMALL)
    assert _lines_of(job.commands) == three_sorts.TEXT_LINES
    assert [path for path in three_sorts.TOLD if path not in job.summary] == []
    written = ["digecon.xml", "page.html", "letter.docx", "book.xlsx"]
    result = Path(job.outputs.pop("result"))
    assert job.outputs == {
        "exit-code": "3", "verdict": "invalid", "assessments": "7", "met": "1", "missed": "4",
        "undecided": "0", "no-data": "0", "not-due": "0", "waived": "0", "written": "\n".join(written),
    }  # fmt: skip
    assert all((there / name).stat().st_size for name in written)
    assert len(json.loads(result.read_text("utf-8"))["assessments"]) == 7


@pytest.mark.heavy
def test_every_output_told_is_written_and_no_other(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    assert list(act(there, paths="reports", **SMALL).outputs) == list(ACTION["outputs"])
    assert act(there, paths="reports", fail_on="sometimes", **SMALL).outputs == {"exit-code": "2"}


@pytest.mark.heavy
def test_each_input_reaches_its_option(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, MISSED)
    inputs = {
        "as-of": "2026-03-01", "min-evidence": "documented", "no-waivers": "true", "check-documents": "true",
        "schedule": "true", "schedule-cutoffs": "0.9,0.5", "select": "hedged-value\nscope-unstated",
        "ignore": "hedged-value", "redact-items": "true",
    }  # fmt: skip
    job = act(there, paths="reports", **SMALL, **inputs)
    told = json.loads(Path(job.outputs["result"]).read_text("utf-8"))
    settings = told["settings"]
    assert (told["as_of"], settings["min_evidence"], settings["waivers"], settings["documents"]) == (
        "2026-03-01", "documented", False, True,
    )  # fmt: skip
    assert (settings["select"], settings["ignore"]) == (["hedged-value", "scope-unstated"], ["hedged-value"])
    assert (settings["schedule"], settings["schedule_cutoffs"]) == (True, ["0.9", "0.5"])


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"min-evidense": "verified"}, "min-evidense"),
        ({"no-waivers": "yes"}, "no-waivers"),
        ({"help": "true"}, "help"),
        ({"as-of": "2026-03-01\n2026-03-02"}, "is not a date"),
        ({"output-format": "text"}, "only one format can go to standard output"),
    ],
)
def test_an_input_that_would_be_passed_over_is_wrong_usage(
    given: dict[str, str], says: str, act: Act, tmp_path: Path
) -> None:
    job = act(repository(tmp_path, GOOD), paths="reports", **SMALL, **given)
    assert (job.code, says in job.log) == (Exit.USAGE, True), job.log


HOSTILE = ("verdict=compliant", "verdict<<x", "x\r\nverdict=compliant", "end-0\nverdict=compliant")


@pytest.mark.parametrize("value", HOSTILE)
def test_an_output_is_one_output_whatever_it_holds(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output.txt"))
    write_output("exit-code", "3")
    write_output("written", value)
    read = outputs((tmp_path / "output.txt").read_bytes().decode())
    assert read == {"exit-code": "3", "written": value}


@pytest.mark.heavy
def test_the_summary_shows_every_report_and_every_diagnostic(act: Act, tmp_path: Path) -> None:
    job = act(repository(tmp_path), paths="reports", **SMALL)
    headings = [line for line in job.summary.splitlines() if line.startswith("## ")]
    assert headings == [f"## Oneville ({GOOD})", f"## Oneville ({MISSED})", "## reports/示例/unit.json"]
    rows = [line for line in job.summary.splitlines() if line.startswith("| 1 |")]
    assert ["✓ met" in rows[0], "✗ missed" in rows[1]] == [True, True]
    assert "2:52 error unit-mismatch: the unit “亿元” is not for an indicator" in job.summary
    assert all(f"**{verdict}**" in job.summary for verdict in VERDICTS.values())


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("report", "codes"),
    [
        ("compliant", (Exit.COMPLIANT, Exit.COMPLIANT, Exit.COMPLIANT)),
        ("missed", (Exit.MISSED, Exit.MISSED, Exit.COMPLIANT)),
        ("partly", (Exit.UNDECIDED, Exit.COMPLIANT, Exit.COMPLIANT)),
        ("undecided", (Exit.UNDECIDED, Exit.UNDECIDED, Exit.UNDECIDED)),
        ("invalid", (Exit.INVALID, Exit.INVALID, Exit.INVALID)),
    ],
)
def test_fail_on_decides_which_verdicts_fail_the_step(
    report: str, codes: tuple[Exit, ...], act: Act, tmp_path: Path
) -> None:
    there = repository(tmp_path, GOOD)
    (there / "report.yaml").write_text(REPORTS[report], "utf-8")
    for fail_on, code in zip(FAIL_ON, codes, strict=True):
        assert act(there, paths="report.yaml", fail_on=fail_on, **SMALL).code == code


@pytest.mark.heavy
def test_by_default_what_is_undecided_fails_the_step(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    (there / "report.yaml").write_text(REPORTS["partly"], "utf-8")
    assert act(there, paths="report.yaml", **SMALL).code == Exit.UNDECIDED


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("inputs", "says"),
    [
        ({"paths": ""}, "name the reports to judge"),
        ({"paths": "\n\n"}, "name the reports to judge"),
        ({"paths": "reports", "fail_on": "sometimes"}, "there is no “sometimes”"),
        ({"paths": "reports", "lang": "fr"}, "there is no “fr”"),
    ],
)
def test_a_wrong_input_fails_the_step_as_wrong_usage(
    inputs: dict[str, str], says: str, act: Act, tmp_path: Path
) -> None:
    job = act(repository(tmp_path, GOOD), **({"targets": "targets"} | inputs))
    assert job.code == Exit.USAGE
    assert says in job.log


STRANGE = (
    "reports/with blanks  two.yaml",
    "--lang=zh",
    "-q",
    "::stop-commands::x.yaml",
    " ::error file=a,line=1::x.yaml",
    "##[add-mask]x.yaml",
    "$(touch hacked).yaml",
    "`touch hacked`.yaml",
    "a; touch hacked; .yaml",
    "'\"\\.yaml",
    "*.yaml",
    "%0A::error::x,y:z.yaml",
    "武汉“2025”.yaml",
)


@pytest.mark.heavy
def test_names_are_names_whatever_they_look_like(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    for name in STRANGE:
        (there / name).write_text(REPORTS["missed"], "utf-8")
    job = act(there, paths="\n".join(STRANGE), **SMALL)
    assert job.code == Exit.MISSED
    assert f"{len(STRANGE)} reports: noncompliant {len(STRANGE)}." in job.plain
    assert {command.name for command in job.commands} == {"error"}
    assert [command.properties["file"] for command in job.commands] == list(STRANGE)[:10]
    assert not (there / "hacked").exists()


@pytest.mark.heavy
def test_inputs_are_values_whatever_they_look_like(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    odd = "-$(touch hacked) `touch hacked` \"'; touch hacked"
    shutil.copytree(there / "targets", there / odd)
    assert act(there, paths=GOOD, targets=odd, lang="en").code == Exit.COMPLIANT
    job = act(there, paths=GOOD, targets="targets", review=f"{odd}.yaml\n--no-waivers")
    assert (job.code, [command.properties["file"] for command in job.commands]) == (
        Exit.INVALID,
        [f"{odd}.yaml", "--no-waivers"],
    )
    assert act(there, paths=GOOD, fail_on=odd, **SMALL).code == Exit.USAGE
    assert not (there / "hacked").exists()


@pytest.mark.heavy
def test_documents_are_chosen_by_their_ids(act: Act, tmp_path: Path) -> None:
    two = TwoDocuments(tmp_path)
    path = Path(two.both).name
    committed(tmp_path)
    assert act(tmp_path, paths=path, **SMALL).code == Exit.COMPLIANT
    job = act(tmp_path, paths=path, document="plan\n\nsample\n", **SMALL)
    assert job.code == Exit.MISSED
    assert [line for line in job.plain if line.startswith((f"{path} [plan]: ", f"{path} [sample]: "))]
    assert act(tmp_path, paths=path, document="plam", **SMALL).code == Exit.USAGE


@pytest.mark.heavy
def test_nothing_of_the_submitter_is_imported(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    for name in ("hubei_digecon", "click", "yaml", "pydantic", "rich", "json", "sitecustomize"):
        (there / f"{name}.py").write_text("raise SystemExit('a file of the submitter was run')\n", "utf-8")
    assert act(there, paths=GOOD, **SMALL).code == Exit.COMPLIANT


@pytest.mark.heavy
def test_targets_of_the_program_are_used_where_none_are_given_and_reviews_are_read(
    act: Act, tmp_path: Path
) -> None:
    illustrative = ROOT / "sample_reports" / "illustrative"
    shutil.copytree(illustrative / "reviews", tmp_path / "reviews")
    for name in ("wuhan-east-lake-2025.yaml", "wuhan-wedz-2025.yaml"):
        shutil.copy(illustrative / name, tmp_path)
    committed(tmp_path)
    paths = "wuhan-east-lake-2025.yaml\nwuhan-wedz-2025.yaml\n"
    reviews = "reviews/wuhan-east-lake-2025.yaml\n\nreviews/wuhan-wedz-2025.yaml\n"
    job, without = (
        act(tmp_path, paths=paths, review=reviews, lang="en"),
        act(tmp_path, paths=paths, lang="zh"),
    )
    assert "met 6, missed 0; undecided 0, no data 0, not due 0, waived 0. Verdict: compliant" in job.plain[0]
    assert "完成4、未完成0；待核定2，" in next(line for line in without.plain if "应核验6项" in line)


@pytest.mark.heavy
def test_from_a_folder_below_files_are_told_from_the_root(act: Act, tmp_path: Path) -> None:
    repository(tmp_path)
    job = act(tmp_path / "reports" / "示例", paths="..", targets="../../targets", lang="en")
    assert _annotations(job.commands) == EXPECTED


@pytest.mark.heavy
def test_the_step_writes_nothing_beside_what_it_was_given(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path)
    before = {path for path in there.rglob("*") if ".git" not in path.parts}
    act(there, paths="reports", **SMALL)
    assert {path for path in there.rglob("*") if ".git" not in path.parts} == before


PASSED_OVER = {
    name: FILES[name]
    for name in ("r.csv", "r.yaml.txt", "r.xls", "r.ods", "r.xlsm", "r.yaml.gz", ".z/r.yaml")
}


@pytest.mark.heavy
@pytest.mark.parametrize("name", PASSED_OVER)
def test_no_report_is_passed_over_unnamed(name: str, act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    content, code = PASSED_OVER[name]
    write(there, f"reports/{name}", content)
    job = act(there, paths="reports", fail_on="missed", **SMALL)
    assert job.code == code
    assert f"reports/{name.partition('/')[0]}" in job.log
    assert f"reports/{name.partition('/')[0]}" in job.summary.replace("\\", "")


@pytest.mark.heavy
def test_a_workbook_is_judged(act: Act, tmp_path: Path) -> None:
    form = filled_from(ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml")
    write(tmp_path, "reports/form.xlsx", form)
    committed(tmp_path)
    job = act(tmp_path, paths="reports", lang="en")
    assert job.code in (Exit.COMPLIANT, Exit.UNDECIDED, Exit.MISSED)
    assert "reports/form.xlsx: judged " in job.log


@pytest.mark.heavy
def test_what_is_left_out_is_an_input_of_its_own_and_counted(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD, MISSED)
    write(there, "digecon.toml", "exclude = ['未完成*']\n")
    assert act(there, paths="reports", **SMALL).code == Exit.MISSED
    job = act(there, paths="reports", exclude="nothing\n\n未完成 *", **SMALL)
    assert (job.code, "left out by --exclude: 1" in job.log) == (Exit.COMPLIANT, True)


@pytest.mark.heavy
def test_earlier_reports_are_compared_with_and_not_judged(act: Act, tmp_path: Path) -> None:
    there = repository(tmp_path, GOOD)
    write(
        there,
        "past/2024.yaml",
        REPORTS["compliant"].replace("period: 2025", "period: 2024").replace("12家", "10家"),
    )
    job = act(there, paths="reports", history="past\n", **SMALL)
    assert job.code == Exit.COMPLIANT
    assert "Change on the year before" in job.summary
    assert "2024.yaml: judged" not in job.log
