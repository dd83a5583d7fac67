"""What ``digecon verify`` must not overlook: each of these once went by unseen, or ended otherwise."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import AS_OF, ROOT, Digecon

REPORT = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
REVIEW = "sample_reports/illustrative/reviews/wuhan-wedz-2025.yaml"
Verify = Callable[..., tuple[int, str]]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("sample_reports", "targets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def made(copied: Path, digecon: Digecon) -> Path:
    """A result of a report and its review, in a folder where both can be changed."""
    result = copied / "result.json"
    options = ("--targets", "targets", "--as-of", AS_OF, "--output-format", f"json={result}")
    digecon("check", REPORT, "--review", REVIEW, *options)
    return result


@pytest.fixture
def verify(digecon: Digecon) -> Verify:
    def call(result: Path) -> tuple[int, str]:
        ran = digecon("verify", str(result), "--targets", "targets", "--lang", "en")
        return ran.code, ran.out

    return call


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('"illustrative": true', '"illustrative": false', "illustrative"),
        ('"met": 4', '"met": 5', "counts"),
        ('"revision": 1', '"revision": 2', "revision"),
        ('"id": "item-rejected"', '"id": "item-expired"', "diagnostics"),
    ],
)
def test_a_result_that_was_tampered_with_does_not_hold(
    made: Path, verify: Verify, old: str, new: str, key: str
) -> None:
    text = made.read_text("utf-8")
    assert text.count(old) == 1
    made.write_text(text.replace(old, new), "utf-8")
    code, said = verify(made)
    assert code == 1
    assert f"what differs is {key}" in said


def test_an_outcome_that_is_none_is_told_and_no_fault(made: Path, verify: Verify) -> None:
    text = made.read_text("utf-8").replace('"outcome": "missed"', '"outcome": "[red]"', 1)
    made.write_text(text, "utf-8")
    code, said = verify(made)
    assert code == 1
    assert "wuhan-wedz.core_value_added: was unknown, is now missed" in said


def test_a_review_from_standard_input_cannot_be_verified(
    copied: Path, digecon: Digecon, verify: Verify
) -> None:
    result, review = copied / "result.json", (copied / REVIEW).read_bytes()
    digecon("check", REPORT, "--review", "-", "--output-format", f"json={result}", stdin=review)
    assert verify(result) == (3, verify(result)[1])
    assert "standard input cannot be verified" in verify(result)[1]


def test_a_review_that_can_no_longer_be_read_is_no_mere_difference(
    made: Path, copied: Path, verify: Verify
) -> None:
    review = copied / REVIEW
    review.write_text(
        review.read_text("utf-8").replace("expires: 2026-12-31", "expires: 2026-13-31"), "utf-8"
    )
    code, said = verify(made)
    assert code == 3
    assert f"review {REVIEW} has changed" in said
    assert f"review {REVIEW} cannot be relied on any more: “2026-13-31” is not a date of the calendar" in said


def test_a_report_that_can_no_longer_be_read_is_no_mere_difference(
    made: Path, copied: Path, verify: Verify
) -> None:
    (copied / REPORT).write_text("entity: [", "utf-8")
    code, said = verify(made)
    assert code == 3
    assert f"report {REPORT} has changed" in said


def test_a_target_file_with_a_fault_is_named_with_it(made: Path, copied: Path, verify: Verify) -> None:
    targets = copied / "targets/zones/wuhan-wedz.yaml"
    targets.write_text(targets.read_text("utf-8").replace("value: 150", "value: 160"), "utf-8")
    code, said = verify(made)
    assert code == 3
    assert "zones/wuhan-wedz.yaml cannot be relied on any more: “160” does not stand in the wording" in said


def test_only_the_target_files_that_a_result_rests_on_are_named(copied: Path, digecon: Digecon) -> None:
    (copied / "unknown.yaml").write_text(
        "entity: wuhan-wed\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\n", "utf-8"
    )
    ran = digecon("check", "unknown.yaml", "--targets", "targets", "--output-format", "json")
    named = [file["path"] for file in json.loads(ran.out)["targets"]["files"]]
    assert named == ["documents/notice.yaml", "indicators.yaml"]


def test_a_review_named_twice_is_one_review(copied: Path, digecon: Digecon) -> None:
    ran = digecon(
        "check", REPORT, "--review", REVIEW, "--review", str(Path(REVIEW).parent), "--output-format", "json"
    )
    named = [file["path"] for file in json.loads(ran.out)["reviews"]]
    assert len(named) == len(set(named)) == 3


def test_a_folder_without_reviews_is_told_so(copied: Path, digecon: Digecon) -> None:
    ran = digecon("check", REPORT, "--review", "targets", "--lang", "en")
    assert "targets: warning no-review: there is no review here" in ran.out
