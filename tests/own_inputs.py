"""The project's own inputs: what the corpus and fuzzing start from."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("sample_reports", "tests/invalid", "tests/faulty_targets")


def own_files() -> list[Path]:
    """Return samples, invalid reports and reviews, and faulty target files."""
    files = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    return sorted(path for path in files if path.suffix in (".yaml", ".json"))
