"""The release: built twice it gives the same bytes, runs by itself, and says the same of itself everywhere."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from docs.schema_store import CATALOGUE, ENTRIES
from packaging.requirements import Requirement

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.version import VERSION

from .conftest import ROOT

REPORT = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WORKFLOWS = {path.stem: path for path in sorted(WORKFLOW.parent.glob("*.yml"))}
ALL_JOBS: dict[str, dict[str, Any]] = {
    name: yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["jobs"] for name, path in WORKFLOWS.items()
}
JOBS = ALL_JOBS["release"]
ALL_STEPS = [step for jobs in ALL_JOBS.values() for job in jobs.values() for step in job.get("steps", ())]
STEPS = [step for job in JOBS.values() for step in job.get("steps", ())]
EXTRAS = PROJECT["optional-dependencies"]


def _run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", **environment},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def _made(folder: Path) -> dict[str, bytes]:
    done = subprocess.run(
        ["make", "pyz", f"DIST={folder}"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# What is built


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """The folder of a release, and its files."""
    folder = tmp_path_factory.mktemp("release") / "dist"
    return folder, _made(folder)


@pytest.mark.heavy
def test_built_twice_it_is_the_same(made: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    folder, files = made
    assert _made(tmp_path / "dist") == files
    assert sorted(files) == [
        *sorted(["digecon.cdx.json", "digecon.pyz", *(entry.file for entry in ENTRIES)]),
        f"hubei_digecon-{VERSION}-py3-none-any.whl",
        f"hubei_digecon-{VERSION}.tar.gz",
        CATALOGUE,
    ]
    _runs_by_itself(folder / "digecon.pyz", tmp_path)
    _lists_what_it_runs_with(files["digecon.cdx.json"])
    assert all(str(ROOT).encode() not in content for content in _unpacked(folder / "digecon.pyz"))


def _runs_by_itself(program: Path, folder: Path) -> None:
    asked = ("check", str(REPORT), "--as-of", "2026-02-28", "--lang", "en")
    outputs = ("--output-format", f"html={folder}/page.html", "--output-format", f"xlsx={folder}/book.xlsx")
    done = _run(sys.executable, "-I", str(program), *asked, *outputs, cwd=folder, HOME=str(folder))
    assert done.returncode == Exit.MISSED
    assert "Verdict: noncompliant" in done.stderr
    assert (folder / "page.html").stat().st_size > 0
    assert (folder / "book.xlsx").stat().st_size > 0


def _lists_what_it_runs_with(content: bytes) -> None:
    told = json.loads(content)
    assert told["metadata"]["component"]["name"] == PROJECT["name"]
    listed = {one["name"].lower().replace("_", "-") for one in told["components"]}
    asked = [*PROJECT["dependencies"], *EXTRAS["html"], *EXTRAS["excel"], *EXTRAS["docx"]]
    assert {Requirement(one).name.lower() for one in asked} <= listed
    assert str(ROOT).encode() not in content


def _unpacked(program: Path) -> list[bytes]:
    with zipfile.ZipFile(program) as archive:
        return [archive.read(name) for name in archive.namelist()]


# What is said of it


def test_the_constraints_pin_all_that_is_asked_for_by_hash() -> None:
    text = (ROOT / "constraints.txt").read_text("utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+) \\$", text, re.MULTILINE))
    extras = {form.extra.name for form in FORMATS.values() if form.extra}
    assert f"[{','.join(sorted(extras))}]" == "[docx,excel,html,table]"  # as README and Makefile name them
    for one in [*PROJECT["dependencies"], *(one for extra in extras for one in EXTRAS[extra])]:
        asked = Requirement(one)
        assert asked.specifier.contains(pinned[asked.name.lower()])
    assert all(re.search(rf"^{name}==\S+ \\\n +--hash=sha256:", text, re.MULTILINE) for name in pinned)
    assert "://" not in text


def test_the_citation_names_the_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert (cited["version"], cited["license"]) == (VERSION, PROJECT["license"])


# The workflows


@pytest.mark.heavy
@pytest.mark.parametrize("path", WORKFLOWS.values(), ids=WORKFLOWS)
def test_each_workflow_is_one_of_github(path: Path) -> None:
    done = _run(
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)
    )
    assert done.returncode == 0, done.stdout


def test_what_they_make_can_be_made() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    goals = [step["run"].split()[1] for step in ALL_STEPS if step.get("run", "").startswith("make ")]
    assert goals == ["test", "lowest", "audit", "pyz"]
    assert all(re.search(rf"^{goal}(?: \w+)*: ", makefile, re.MULTILINE) for goal in goals)


def test_a_release_goes_through_what_every_change_goes_through() -> None:
    assert JOBS["test"]["uses"] == "./.github/workflows/ci.yml"
    assert set(JOBS["publish"]["needs"]) == {"build", "test"}


def test_every_python_that_the_package_names_is_tested() -> None:
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert ALL_JOBS["ci"]["test"]["strategy"]["matrix"]["python"] == named
    assert PROJECT["requires-python"] == f">={named[0]}"


@pytest.mark.parametrize(("owner", "code"), [("OWNER", 1), ("somebody", 0)])
def test_a_release_ends_where_the_owner_is_not_named(owner: str, code: int, tmp_path: Path) -> None:
    (step,) = [step for step in STEPS if step.get("name") == "The owner of the repository is named"]
    project = (ROOT / "pyproject.toml").read_text("utf-8").replace("OWNER", owner)
    (tmp_path / "pyproject.toml").write_text(project, "utf-8")
    assert _run("bash", "-ec", step["run"], cwd=tmp_path).returncode == code


def test_no_expression_stands_in_a_script_and_no_job_may_more_than_it_needs() -> None:
    assert not [step for step in ALL_STEPS if "${{" in step.get("run", "")]
    assert yaml.safe_load(WORKFLOWS["ci"].read_text("utf-8"))["permissions"] == {"contents": "read"}
    assert {name: set(job["permissions"]) for name, job in JOBS.items()} == {
        "build": {"contents", "id-token", "attestations"},
        "test": {"contents"},
        "publish": {"id-token"},
        "release": {"contents"},
    }


@pytest.mark.parametrize(("tag", "code"), [(f"v{VERSION}", 0), (f"v{VERSION}0", 1), (VERSION[:-1], 1)])
def test_a_tag_that_does_not_name_the_version_ends_it(tag: str, code: int) -> None:
    (step,) = [step for step in STEPS if step.get("name") == "The tag names the version"]
    assert _run("bash", "-ec", step["run"], TAG=tag).returncode == code


def test_only_the_archive_and_the_wheel_go_to_the_index(tmp_path: Path) -> None:
    (step,) = [step for step in STEPS if step.get("name", "").startswith("Only the source archive")]
    (tmp_path / "built").mkdir()
    for name in ("a-1.tar.gz", "a-1.whl", "digecon.pyz", "digecon.cdx.json"):
        (tmp_path / "built" / name).touch()
    assert _run("bash", "-ec", step["run"], cwd=tmp_path).returncode == 0
    assert {path.name for path in (tmp_path / "dist").iterdir()} == {"a-1.tar.gz", "a-1.whl"}
