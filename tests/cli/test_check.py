"""``digecon check``."""

import pytest

from ..conftest import AS_OF, Digecon


@pytest.mark.parametrize(
    ("sample", "end"),
    [
        ("illustrative/wuhan-wedz-2025.yaml", "judged 6 of 7"),
        ("illustrative/reading-faults.yaml", "invalid"),
    ],
)
def test_a_run_ends_with_what_it_came_to(sample: str, end: str, digecon: Digecon) -> None:
    ran = digecon("check", f"sample_reports/{sample}", "--as-of", AS_OF, "--lang", "en", "-q")
    assert end in ran.out
