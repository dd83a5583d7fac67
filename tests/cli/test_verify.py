"""``digecon verify``."""

from pathlib import Path

from ..conftest import AS_OF, Digecon

SAMPLE = "sample_reports/illustrative/wuhan-2025.yaml"


def test_a_result_holds_until_it_is_changed(tmp_path: Path, digecon: Digecon) -> None:
    result = tmp_path / "result.json"
    digecon("check", SAMPLE, "--as-of", AS_OF, "--output-format", f"json={result}")
    assert digecon("verify", str(result)).code == 0
    result.write_text(
        result.read_text("utf-8").replace('"outcome": "met"', '"outcome": "missed"', 1), "utf-8"
    )
    assert digecon("verify", str(result)).code == 1
