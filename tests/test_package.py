"""What is installed is whole: the program with its target files, nothing of the tests, and it runs anywhere."""

import json
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from hubei_digecon.diagnostics.extras import Extra
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.forms import FORMS
from hubei_digecon.load.readers import READERS
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.version import VERSION

from .conftest import AS_OF, ROOT, without_digests
from .html_reader import html

pytestmark = pytest.mark.heavy

NEEDED = (
    *(one.extra for one in FORMATS.values()),
    *(one.extra for one in FORMS.values()),
    *(one.extra for one in READERS.values()),
)
EXTRAS = {id(extra): extra for extra in NEEDED if extra}.values()
REPORT = "sample_reports/illustrative/wuhan-wedz-2025.yaml"


def called(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program and return what it wrote; it must not be told where the repository is."""
    return subprocess.run(
        command,
        cwd=cwd,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def succeeded(*command: str, cwd: Path) -> str:
    done = called(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def names(folder: Path, *patterns: str) -> set[str]:
    """Return the files of a folder that match, without what Python leaves there."""
    found = (path for pattern in patterns for path in folder.glob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    succeeded(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(folder), str(ROOT), cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel and what it depends on; its folder of programs."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / "bin"
    succeeded(str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel), cwd=folder)
    return programs


def test_the_wheel_holds_the_program_and_the_targets_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {f"hubei_digecon/{name}" for name in names(ROOT / "src" / "hubei_digecon", "**/*")}
    targets = {f"hubei_digecon/targets/{name}" for name in names(ROOT / "targets", "**/*")}
    assert held == package | targets
    assert {
        "hubei_digecon/shapes/compiled.json",
        "hubei_digecon/load/shipped.json",
        "hubei_digecon/py.typed",
    } <= held
    page = {
        "style.css",
        "script.js",
        "templates/page.html.jinja",
        "templates/parts.html.jinja",
        "templates/section.html.jinja",
    }
    assert {f"hubei_digecon/show/page/{name}" for name in page} <= held
    assert "hubei_digecon/targets/indicators.yaml" in held


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = f"hubei_digecon-{VERSION}.dist-info"
        metadata = archive.read(f"{info}/METADATA").decode()
        entry = archive.read(f"{info}/entry_points.txt").decode()
        assert f"{info}/licenses/LICENSE" in archive.namelist()
    assert f"\nVersion: {VERSION}\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata
    assert "\nProvides-Extra: html\n" in metadata
    assert "digecon = hubei_digecon.__main__:main" in entry


def test_two_builds_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    succeeded(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(tmp_path), str(ROOT), cwd=tmp_path)
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == wheel.read_bytes()


def test_the_installed_program_knows_its_targets(installed: Path, tmp_path: Path) -> None:
    shown = succeeded(str(installed / "digecon"), "targets", "--lang", "en", cwd=tmp_path)
    assert "3 of 15 published" in shown
    for place in ("wuhan", "wuhan-east-lake", "wuhan-wedz"):
        assert f"\n{place} " in shown


def test_the_installed_program_judges_as_the_one_of_the_repository(installed: Path, tmp_path: Path) -> None:
    report = tmp_path / REPORT
    report.parent.mkdir(parents=True)
    report.write_bytes((ROOT / REPORT).read_bytes())
    done = called(
        str(installed / "digecon"), "check", REPORT, "--as-of", AS_OF, "--output-format", "json", cwd=tmp_path
    )
    golden = ROOT / "tests" / "golden" / "illustrative" / "wuhan-wedz-2025.json"
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(without_digests(done.stdout)) == json.loads(golden.read_text("utf-8"))


SHOWN_BY = {
    "check": tuple(FORMATS),
    "score": tuple(name for name, format in FORMATS.items() if format.scores),
    "trend": tuple(name for name, format in FORMATS.items() if format.trends),
}
"""The commands that show reports, and all formats that each can be asked for."""


def test_a_missing_extra_names_the_command_that_works_and_every_command_writes_every_format(
    wheel: Path, tmp_path: Path
) -> None:
    """From the wheel alone, in an empty environment that is not the one of the shell, outside the repository."""
    venv.create(tmp_path / "empty", with_pip=True)
    python = str(tmp_path / "empty" / "bin" / "python")
    succeeded(python, "-m", "pip", "install", "--quiet", str(wheel), cwd=tmp_path)
    digecon = f"{tmp_path}/empty/bin/digecon"
    (tmp_path / "report.yaml").write_bytes((ROOT / REPORT).read_bytes())
    asked = ("report.yaml", "--as-of", AS_OF, "--lang", "en", "--fail-on", "never")
    for name, format in FORMATS.items():
        if format.extra:
            refused = called(digecon, "check", *asked, "--output-format", f"{name}=out", cwd=tmp_path)
            assert (refused.returncode, refused.stdout) == (Exit.USAGE, "")
            (command,) = re.findall(r"run: (.+)", refused.stderr)
            wanted = " ".join(f'"{one}"' for one in format.extra.modules.values())
            assert command == f"{python} -m pip install {wanted}"
            assert not (tmp_path / "out").exists()
            succeeded("sh", "-c", command, cwd=tmp_path)
    asked_of = {"check": asked, "score": asked, "trend": asked[:-2]}
    for command, formats in SHOWN_BY.items():
        sinks = (f"--output-format={name}={command}.{name}" for name in formats)
        done = called(digecon, command, *asked_of[command], *sinks, cwd=tmp_path)
        assert done.returncode in (Exit.COMPLIANT, Exit.UNDECIDED), done.stderr
        assert [name for name in formats if not (tmp_path / f"{command}.{name}").stat().st_size] == []
    for form in FORMS:
        succeeded(digecon, "new", "wuhan", "--isolated", "-o", f"form.{form}", cwd=tmp_path)
        assert "judged 0 of" in called(digecon, "check", f"form.{form}", "--lang", "en", cwd=tmp_path).stdout
    page = html((tmp_path / "check.html").read_text("utf-8"))
    assert any("Wuhan Economic & Technological Development Zone" in line for line in page.lines)


@pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: f"{extra.name}-{len(extra.modules)}")
def test_every_reader_form_and_format_names_the_extra_that_the_package_has(extra: Extra) -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert set(extra.modules.values()) <= set(asked[extra.name])


def test_the_installed_program_tells_faults_of_shape(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text("entity: wuhan\nperiods: 2025\n", "utf-8")
    done = called(str(installed / "digecon"), "check", "report.yaml", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 3
    assert "did you mean “period”?" in done.stdout


def test_the_installed_package_is_a_module_and_an_interface(installed: Path, tmp_path: Path) -> None:
    version = succeeded(str(installed / "python"), "-m", "hubei_digecon", "--version", cwd=tmp_path)
    assert version == f"digecon {VERSION}\n"
    code = "import hubei_digecon as d; print(d.__version__, d.__file__, *d.load_targets().files)"
    shown = succeeded(str(installed / "python"), "-c", code, cwd=tmp_path)
    assert shown.startswith(f"{VERSION} {installed.parent}")
    assert "wuhan-wedz" in shown


def test_the_installed_program_makes_the_schemas_of_the_repository(installed: Path, tmp_path: Path) -> None:
    files = sorted((ROOT / "schemas").glob("*.schema.json"))
    assert files
    for path in files:
        name = path.name.partition(".")[0]
        shown = succeeded(str(installed / "digecon"), "schema", name, cwd=tmp_path)
        assert shown == path.read_text("utf-8")


def test_the_source_distribution_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    code = f"from hatchling.build import build_sdist; print(build_sdist({str(source)!r}))"
    succeeded(sys.executable, "-m", "venv", str(tmp_path / "venv"), cwd=tmp_path)
    python = str(tmp_path / "venv" / "bin" / "python")
    succeeded(python, "-m", "pip", "install", "--quiet", "hatchling", cwd=tmp_path)
    succeeded(python, "-c", code, cwd=ROOT)
    (built,) = source.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "Makefile", "pyproject.toml", "targets/indicators.yaml"} <= held
    assert {"src/hubei_digecon/shapes/compiled.json", "tests/conftest.py", REPORT} <= held
    assert "schemas/report.schema.json" in held
    assert not [
        name for name in held if name.startswith(".venv") or "__pycache__" in name or name.endswith(".pyc")
    ]
    succeeded(
        sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(tmp_path), str(built), cwd=tmp_path
    )
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == wheel.read_bytes()
