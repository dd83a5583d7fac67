"""An empty report is filled as a file, as a mapping, or as a table, and judged."""

import datetime
from pathlib import Path

import pytest

from hubei_digecon import check, new
from hubei_digecon.diagnostics.extras import Extra

from ..building import LIBRARY
from ..conftest import ROOT, Digecon

DAY = datetime.date(2026, 2, 28)


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
def test_a_form_is_that_of_the_command_line(suffix: str, tmp_path: Path, digecon: Digecon) -> None:
    made = new("武汉市", period="2025-M09", by="示例单位", date=DAY, targets=LIBRARY, lang="zh")
    made.write(tmp_path / f"form.{suffix}")
    ran = digecon(
        "new", "wuhan", "--period", "2025-M09", "--by", "示例单位", "--date", "2026-02-28", "--lang", "zh",
        "--format", suffix, "--targets", str(LIBRARY.folder),
    )  # fmt: skip
    assert (tmp_path / f"form.{suffix}").read_bytes().decode() == ran.out == made.to_text(suffix)


def test_a_mapping_is_filled_and_judged() -> None:
    report = new("wuhan", by="示例单位", date=DAY).to_dict()
    assert report["observations"] == dict.fromkeys(
        ("core_share_of_gdp", "demonstration_outcomes", "core_value_added", "gdp")
    )
    report["observations"]["core_share_of_gdp"] = "13.5%"
    [one] = check(report, as_of=DAY)
    assert [finding.outcome.id for finding in one.findings] == ["met", "no_data"]


def test_it_is_shown_in_short_and_told_in_full() -> None:
    made = new("wuhan", targets=LIBRARY, lang="en")
    assert repr(made) == "<EmptyReport: wuhan for 2025, 4 indicators to fill>"
    assert str(made) == made.to_text()
    assert made._repr_html_().startswith("<pre># Report of Wuhan")
    assert (made.entity.id, str(made.period)) == ("wuhan", "2025")
    assert made.to_records()[0]["indicator"] == "Core digital-economy value added as a share of GDP"
    assert made.to_json().startswith('{\n "format": "digecon/report/v1",\n "entity": "wuhan"')


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    made, path = new("wuhan", targets=LIBRARY), tmp_path / "form.xlsx"
    made.write(path)
    assert path.read_bytes().startswith(b"PK")
    with pytest.raises(FileExistsError, match=r"form\.xlsx is there already; overwrite=True writes over it$"):
        made.write(path)
    made.write(path, "yaml", overwrite=True)
    assert path.read_text("utf-8") == made.to_text()
    with pytest.raises(ValueError, match=r"is an input"):
        made.write(ROOT / "targets/indicators.yaml", overwrite=True)


def test_what_cannot_be_asked_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = new("wuhan", targets=LIBRARY)
    with pytest.raises(ValueError, match=r"^format: xlsx is no text; write it into a file$"):
        made.to_text("xlsx")
    with pytest.raises(ValueError, match=r"^format: there is no pdf; there are yaml, csv, xlsx$"):
        made.to_text("pdf")
    with pytest.raises(
        ValueError, match=r"^path: no form has the suffix of .*; name a format, or take one of"
    ):
        made.write(tmp_path / "form.pdf")
    monkeypatch.setattr(Extra, "missing", ("openpyxl",))
    with pytest.raises(ImportError, match=r'run: python -m pip install "openpyxl>=3\.1\.5"'):
        made.write(tmp_path / "form.xlsx")
    assert list(tmp_path.iterdir()) == []
