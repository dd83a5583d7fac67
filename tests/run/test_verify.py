"""What ``digecon verify`` must not overlook: each of these once went by unseen, or ended otherwise."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.version import VERSION

from ..conftest import AS_OF, ROOT, Digecon

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
    assert "zones/wuhan-wedz.yaml cannot be relied on any more: “160家” does not stand in the wording" in said


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


# Results of other versions


def older(made: Path, change: Callable[[Any], None]) -> None:
    """Make a result look as another version would have written it."""
    result = json.loads(made.read_text("utf-8"))
    result["tool"]["version"] = "0.0.9"
    change(result)
    made.write_text(json.dumps(result, ensure_ascii=False), "utf-8")


def findings_of(result: Any) -> list[Any]:
    return [finding for one in result["assessments"] for finding in one["findings"]]


def test_a_result_of_another_version_that_holds_is_told_with_both_versions(
    made: Path, verify: Verify
) -> None:
    older(made, lambda result: None)
    code, said = verify(made)
    assert code == 0
    assert f"the result was made by digecon 0.0.9; this is {VERSION}" in said


@pytest.mark.parametrize(
    ("key", "then", "told"),
    [
        ("outcome", "undecided", "was undecided, is now"),
        ("attainment", "0.5", "the outcome stands, but not attainment"),
        ("reasons", ["an-older-reason"], "the outcome stands, but not reasons"),
    ],
)
def test_what_other_rules_come_to_is_told_as_that(
    made: Path, verify: Verify, key: str, then: Any, told: str
) -> None:
    older(made, lambda result: findings_of(result)[0].update({key: then}))
    code, said = verify(made)
    assert code == 1
    assert f"digecon {VERSION} judges otherwise: wuhan-wedz.core_value_added: " in said
    assert told in said
    assert f"{REPORT} has changed" not in said
    assert said.splitlines()[-1].startswith("No file has changed, but the rules of this version")


def test_where_a_file_changed_too_nothing_is_put_down_to_rules(
    made: Path, copied: Path, verify: Verify
) -> None:
    older(made, lambda result: findings_of(result)[0].update(outcome="undecided"))
    with (copied / REPORT).open("a", encoding="utf-8") as report:
        report.write("# changed\n")
    code, said = verify(made)
    assert code == 1
    assert f"report {REPORT} has changed" in said
    assert "judges otherwise" not in said
    assert said.splitlines()[-1].startswith("The result no longer holds.")


def test_keys_that_came_later_do_not_differ(made: Path, verify: Verify) -> None:
    def without(result: Any) -> None:
        del result["ignored"], result["judged_documents"]
        for key in ("select", "ignore"):
            del result["settings"][key]
        for finding in findings_of(result):
            del finding["sheet"]
            if finding["needed"]:
                finding["needed"]["what"] = {"zh": "旧的说法", "en": "older words"}

    older(made, without)
    assert verify(made)[0] == 0


def test_keys_and_words_of_a_later_version_are_read(made: Path, verify: Verify) -> None:
    def with_more(result: Any) -> None:
        result["rank"] = {"of": []}
        findings_of(result)[0]["evidence"] = "notarised"

    older(made, with_more)
    code, said = verify(made)
    assert code == 1
    assert "the outcome stands, but not evidence" in said


def test_a_setting_that_this_version_does_not_know_is_named(made: Path, digecon: Digecon) -> None:
    older(made, lambda result: result["settings"].update(min_evidence="notarised"))
    ran = digecon("verify", str(made), "--lang", "en")
    assert ran.code == 3
    assert "settings.min_evidence is not as it should be" in ran.err


# Tables, which hold several reports

TABLE = """考核对象,报告期,填报单位,填报日期,指标,完成值,计量单位
武汉市,2025,示例单位,2026-01-20,地区生产总值,22000,亿元
武汉东湖新技术开发区,2025,示例单位,2026-01-20,地区生产总值,3360,亿元
"""


@pytest.fixture
def table(copied: Path, digecon: Digecon) -> Path:
    (copied / "table.csv").write_text(TABLE, "utf-8")
    result = copied / "table.json"
    digecon("check", "table.csv", "table.csv", "--targets", "targets", "--output-format", f"json={result}")
    return result


def test_a_result_of_a_table_of_many_reports_holds(table: Path, verify: Verify) -> None:
    assert verify(table)[0] == 0


def test_a_report_that_a_table_no_longer_holds_is_told(table: Path, copied: Path, verify: Verify) -> None:
    lines = TABLE.splitlines(keepends=True)
    (copied / "table.csv").write_text(TABLE + lines[1].replace("2025", "2024"), "utf-8")
    assert verify(table)[0] == 1
    (copied / "table.csv").write_text(lines[0] + lines[2] + lines[1].replace("2025", "2024"), "utf-8")
    code, said = verify(table)
    assert code == 1
    assert "table.csv no longer holds this report of wuhan for 2025" in said
