"""Documents that a report names."""

import hashlib
from pathlib import Path

from ..conftest import AS_OF, Digecon

REPORT = """\
entity: wuhan-wedz
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  core_value_added: {value: 409亿元, source: {title: 公报, document: docs/1.pdf}}
"""


def test_a_document_is_looked_up_beside_the_report(tmp_path: Path, digecon: Digecon) -> None:
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    asked = ("check", str(tmp_path / "report.yaml"), "--as-of", AS_OF, "--check-documents", "--lang", "en")
    assert "missing-document" in digecon(*asked).out
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/1.pdf").write_bytes(b"a")
    ran = digecon(*asked, "--output-format", "json")
    assert "missing-document" not in ran.out
    assert hashlib.sha256(b"a").hexdigest() in ran.out
