"""``--register``: what is said where it cannot be, and that its report goes over no input."""

from pathlib import Path

import pytest

from hubei_digecon.diagnostics.extras import Extra

from ..conftest import AS_OF, Digecon
from ..load.registers.cells import apart, firm, write_csv
from ..reports_as_rows import as_parquet, rows_of_report
from ..run.test_registers import report

FIRMS = [firm(apart(one)) for one in range(180)]


def test_a_register_is_told_in_the_finding_and_its_report_written(tmp_path: Path, digecon: Digecon) -> None:
    register = write_csv(tmp_path / "register.csv", [*FIRMS, firm("甲", valid_until="2025-01-01")])
    out = str(tmp_path / "out.csv")
    path = report(tmp_path)
    for _ in range(2):  # it may be written anew
        ran = digecon(
            "check", path, "--register", register, "--register-report", out, "--as-of", AS_OF, "--lang", "en"
        )
        assert "Records of the register: 181; eligible: 180; expired: 1." in " ".join(ran.out.split())
    assert Path(out).read_text("utf-8").splitlines()[1] == (
        "wuhan-east-lake,gazelle_firms,2025,,181,expired,false,已失效,expired"
    )
    assert digecon("check", str(tmp_path), "--register", register, "--as-of", AS_OF, "-q").code == 4


def test_standard_input_is_judged_by_a_register(tmp_path: Path, digecon: Digecon) -> None:
    register = write_csv(tmp_path / "register.csv", FIRMS)
    data = Path(report(tmp_path)).read_bytes()
    ran = digecon("check", "-", "--register", register, "--as-of", AS_OF, "--lang", "en", stdin=data)
    assert "by the register at least 180家" in ran.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--register-report", "out.csv"), "there is no register (--register)"),
        (
            ("--register", "{register}", "--register-report", "{register}"),
            "is an input and will not be overwritten",
        ),
        (
            ("--register", "{register}", "--register-report", "{report}"),
            "is an input and will not be overwritten",
        ),
        (
            ("--register", "{register}", "--register-report", "out.csv", "--findings", "./out.csv"),
            "two outputs cannot go to one file",
        ),
        (
            ("--register", "{register}", "--register-report", "out.csv", "--output-format", "csv=out.csv"),
            "two outputs cannot go to one file",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    tmp_path: Path, digecon: Digecon, options: tuple[str, ...], said: str
) -> None:
    register = write_csv(tmp_path / "register.csv", FIRMS)
    path = report(tmp_path)
    given = (option.format(register=register, report=path) for option in options)
    ran = digecon("check", str(tmp_path), *given, "--lang", "en")
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
    assert Path(path).read_text("utf-8").startswith("entity")


def test_a_register_that_cannot_be_read_ends_in_3(tmp_path: Path, digecon: Digecon) -> None:
    (tmp_path / "register.csv").write_bytes(b'entity,category,name\nwuhan,gazelle_firms,"a\n')
    ran = digecon("check", report(tmp_path), "--register", str(tmp_path / "register.csv"), "--lang", "en")
    assert ran.code == 3
    assert "register-unreadable" in ran.err


def test_what_reads_it_must_be_installed(
    tmp_path: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Extra("table", {"no_such_module": "no-such-module>=1"})
    monkeypatch.setattr("hubei_digecon.cli.registers.TABLE", missing)
    ran = digecon("check", report(tmp_path), "--register", "register.csv", "--lang", "en")
    assert ran.code == 2
    assert "no-such-module>=1" in ran.err


@pytest.mark.parametrize(
    ("name", "why"), [("nowhere/out.csv", "No such file or directory"), ("folder", "Is a directory")]
)
def test_a_report_that_cannot_be_written_is_told_as_that(
    tmp_path: Path, digecon: Digecon, name: str, why: str
) -> None:
    register, path = write_csv(tmp_path / "register.csv", FIRMS), report(tmp_path)
    (tmp_path / "folder").mkdir()
    out = str(tmp_path / name)
    ran = digecon("check", path, "--register", register, "--register-report", out, "--lang", "en")
    assert (ran.code, ran.out) == (74, "")
    assert ran.err == f"digecon: {out} could not be written: {why}\n"


def test_a_report_goes_over_no_part_of_a_table(tmp_path: Path, digecon: Digecon) -> None:
    register, path = write_csv(tmp_path / "register.csv", FIRMS), report(tmp_path)
    (tmp_path / "all.parquet").mkdir()
    part = tmp_path / "all.parquet" / "a.parquet"
    part.write_bytes(as_parquet(rows_of_report(Path(path))))
    before = part.read_bytes()
    for given in (("--register", register, "--register-report"), ("--findings",)):
        ran = digecon("check", str(part.parent), *given, str(part), "--lang", "en")
        assert ran.code == 2
        assert "is an input and will not be overwritten" in " ".join(ran.err.split())
    assert part.read_bytes() == before
