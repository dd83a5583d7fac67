"""Every sample review is an example and a test: what it makes of its report, what is needed, and the trail.

A review stands in the folder ``reviews`` beside its report, under the same name.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest

from .conftest import AS_OF, ROOT, TESTS, Digecon, Ran, matches_golden

FOLDER = ROOT / "sample_reports"
SAMPLES = sorted(FOLDER.glob("*/*.yaml"))
REVIEWS = sorted(FOLDER.glob("*/reviews/*.yaml"))
GOLDEN = TESTS / "golden"
WEDZ, EAST_LAKE, WUHAN = (
    f"sample_reports/illustrative/{name}-2025.yaml" for name in ("wuhan-wedz", "wuhan-east-lake", "wuhan")
)


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _golden(path: Path, ending: str) -> Path:
    return GOLDEN / path.relative_to(FOLDER).with_suffix(f".{ending}")


def _report_of(review: Path) -> Path:
    return review.parent.parent / review.name


def _review_of(report: str) -> str:
    path = Path(report)
    return (path.parent / "reviews" / path.name).as_posix()


def _arguments(report: str, *more: str, as_of: str = AS_OF) -> list[str]:
    return ["check", report, "--review", _review_of(report), "--as-of", as_of, *more]


def _result(ran: Ran) -> Any:
    return json.loads(ran.out)


def _finding(ran: Ran, key: str) -> Any:
    [assessment] = _result(ran)["assessments"]
    return next(one for one in assessment["findings"] if one["target"].endswith(f".{key}"))


each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=_named)
each_review = pytest.mark.parametrize("review", REVIEWS, ids=_named)
each_language = pytest.mark.parametrize("lang", ["zh", "en"])


# Golden outputs


@each_review
@each_language
def test_table_of_a_reviewed_sample(review: Path, lang: str, digecon: Digecon) -> None:
    ran = digecon(*_arguments(_named(_report_of(review)), "--lang", lang))
    assert ran.err == ""
    matches_golden(ran.out, _golden(review, f"{lang}.txt"))


@each_review
def test_json_of_a_reviewed_sample_is_valid_and_the_same_in_both_languages(
    review: Path, digecon: Digecon
) -> None:
    arguments = _arguments(_named(_report_of(review)), "--output-format", "json")
    zh, en = (digecon(*arguments, "--lang", lang) for lang in ("zh", "en"))
    assert zh == en
    matches_golden(zh.out, _golden(review, "json"))
    schema = json.loads(digecon("schema", "result").out)
    jsonschema.Draft202012Validator(schema).validate(_result(zh))


@each_sample
@each_language
def test_what_a_sample_needs(sample: Path, lang: str, digecon: Digecon) -> None:
    ran = digecon("check", _named(sample), "--as-of", AS_OF, "--lang", lang, "--output-format", "needed")
    assert ran.err == ""
    matches_golden(ran.out, _golden(sample, f"needed.{lang}.txt"))


@each_review
@each_language
def test_what_a_reviewed_sample_needs(review: Path, lang: str, digecon: Digecon) -> None:
    arguments = _arguments(_named(_report_of(review)), "--lang", lang, "--output-format", "needed")
    matches_golden(digecon(*arguments).out, _golden(review, f"needed.{lang}.txt"))


# What they are


@each_review
def test_reviews_say_that_they_are_illustrative_and_by_nobody_real(review: Path) -> None:
    text = review.read_text("utf-8")
    assert "\n# Illustrative: " in text
    assert "\nreviewer: {name: 示例核验组, organisation: 示例核验单位}\n" in text


@each_review
def test_reviews_are_read_without_a_diagnostic(review: Path, digecon: Digecon) -> None:
    assert digecon("lint", _named(review), "--lang", "en").out.endswith("errors 0, warnings 0, notes 0.\n")


@each_review
def test_a_review_is_of_the_report_of_the_same_name_and_used(review: Path, digecon: Digecon) -> None:
    result = _result(digecon(*_arguments(_named(_report_of(review)), "--output-format", "json")))
    assert [one["path"] for one in result["reviews"]] == [_named(review)]
    assert result["diagnostics"] == []


# What they show


def test_a_verified_value_decides_and_the_share_is_recomputed_from_it(digecon: Digecon) -> None:
    ran = digecon(*_arguments(WEDZ, "--output-format", "json"))
    value, share = _finding(ran, "core_value_added"), _finding(ran, "core_share_of_gdp")
    assert (value["observed"], value["decided_on"], value["outcome"]) == ("400.00", "398.2", "missed")
    assert (value["reasons"], value["evidence"]) == (["adjusted"], "verified")
    assert (share["reasons"], share["decided_on"]) == (["adjusted", "recomputed"], "18.9145")


def test_a_rejected_item_does_not_count(digecon: Digecon) -> None:
    finding = _finding(digecon(*_arguments(WEDZ, "--output-format", "json")), "new_innovation_platforms")
    assert (finding["observed"], finding["decided_on"], finding["outcome"]) == ("7", "6", "met")
    assert "示例创新平台七" in finding["message"]["en"]


@pytest.mark.parametrize(
    ("as_of", "outcome", "underlying"),
    [
        ("2026-02-11", "missed", None),
        ("2026-02-12", "waived", "missed"),
        ("2026-12-31", "waived", "missed"),
        ("2027-01-01", "missed", None),
    ],
)
def test_a_waiver_holds_from_its_approval_to_its_last_day(
    as_of: str, outcome: str, underlying: str | None, digecon: Digecon
) -> None:
    ran = digecon(*_arguments(WEDZ, "--output-format", "json", as_of=as_of))
    finding = _finding(ran, "5g_industrial_internet_zone")
    assert (finding["outcome"], finding["underlying"]) == (outcome, underlying)


def test_no_waivers_judges_without_them(digecon: Digecon) -> None:
    ran = digecon(*_arguments(WEDZ, "--no-waivers", "--output-format", "json"))
    assert _finding(ran, "5g_industrial_internet_zone")["outcome"] == "missed"
    assert _result(ran)["settings"]["waivers"] is False


def test_attestations_make_east_lake_compliant(digecon: Digecon) -> None:
    assert digecon("check", EAST_LAKE, "--as-of", AS_OF).code == 4
    assert digecon(*_arguments(EAST_LAKE)).code == 0


def test_of_a_milestone_with_parts_the_part_that_lacks_is_named(digecon: Digecon) -> None:
    finding = _finding(digecon(*_arguments(WUHAN, "--output-format", "json")), "demonstration_outcomes")
    assert finding["outcome"] == "missed"
    assert "the market for data: not achieved" in finding["message"]["en"]


def test_a_folder_of_reviews_goes_with_a_folder_of_reports(digecon: Digecon) -> None:
    folder = "sample_reports/illustrative"
    ran = digecon("check", folder, "--review", folder, "--as-of", AS_OF, "--output-format", "json")
    result = _result(ran)
    assert [one["path"] for one in result["reviews"]] == [_named(review) for review in REVIEWS]
    assert {one["id"] for one in result["diagnostics"]} == {"not-a-report"}


# The trail


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with copies of samples and targets, in which commands run."""
    for name in ("sample_reports", "targets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _keep(digecon: Digecon, *arguments: str) -> None:
    """Write the result of a run to ``result.json``."""
    digecon(*arguments, "--targets", "targets", "--output-format", "json=result.json", "-q")


def _verified(digecon: Digecon, lang: str = "en") -> tuple[int, list[str]]:
    ran = digecon("verify", "result.json", "--targets", "targets", "--lang", lang)
    return ran.code, ran.out.splitlines()


@each_sample
def test_the_result_of_a_sample_holds(sample: Path, copied: Path, digecon: Digecon) -> None:
    _keep(digecon, "check", _named(sample), "--as-of", AS_OF)
    code, [said] = _verified(digecon)
    assert (code, said.startswith("The result holds. ")) == (0, True)


@each_review
def test_the_result_of_a_reviewed_sample_holds(review: Path, copied: Path, digecon: Digecon) -> None:
    _keep(digecon, *_arguments(_named(_report_of(review))))
    assert _verified(digecon)[0] == 0


def _files(review: Path) -> Iterator[tuple[str, str]]:
    """Return the files behind a reviewed report, each with the words for its sort."""
    entity = review.stem.rpartition("-")[0]
    [targets] = (ROOT / "targets").glob(f"*/{entity}.yaml")
    yield _named(_report_of(review)), f"report {_named(_report_of(review))}"
    yield _named(review), f"review {_named(review)}"
    yield _named(targets), f"target file {targets.relative_to(ROOT / 'targets').as_posix()}"
    yield "targets/indicators.yaml", "target file indicators.yaml"
    yield "targets/documents/notice.yaml", "target file documents/notice.yaml"


BEHIND = [(review, *file) for review in REVIEWS for file in _files(review)]


@pytest.mark.parametrize(("review", "file", "words"), BEHIND)
def test_one_character_more_in_any_file_is_told(
    review: Path, file: str, words: str, copied: Path, digecon: Digecon
) -> None:
    _keep(digecon, *_arguments(_named(_report_of(review))))
    with (copied / file).open("a", encoding="utf-8") as open_file:
        open_file.write("\n")
    code, said = _verified(digecon)
    assert (code, said[0], len(said)) == (1, f"{words} has changed", 2)


class Change(NamedTuple):
    """One character of one file changed, and what ``verify`` says of it."""

    report: str
    file: str
    old: str
    new: str
    said: tuple[str, ...]


CHANGES = (
    Change(
        WEDZ,
        WEDZ,
        "value: 150",
        "value: 140",
        (f"report {WEDZ} has changed", "wuhan-wedz.integration_certified_firms: was met, is now missed"),
    ),
    Change(
        WEDZ,
        _review_of(WEDZ),
        "398.2",
        "498.2",
        (
            f"review {_review_of(WEDZ)} has changed",
            "wuhan-wedz.core_value_added: was missed, is now met",
            "wuhan-wedz.core_share_of_gdp: was missed, is now met",
            f"{WEDZ}, verdict: was noncompliant, is now compliant",
        ),
    ),
    Change(
        WEDZ,
        "targets/zones/wuhan-wedz.yaml",
        "due: 2025",
        "due: 2026",
        (
            "target file zones/wuhan-wedz.yaml has changed",
            "wuhan-wedz.core_value_added: was missed, is now not due",
        ),
    ),
    Change(
        EAST_LAKE,
        EAST_LAKE,
        "value: 182",
        "value: 162",
        (
            f"report {EAST_LAKE} has changed",
            "wuhan-east-lake.gazelle_firms: was met, is now missed",
            f"{EAST_LAKE}, verdict: was compliant, is now noncompliant",
        ),
    ),
    Change(
        EAST_LAKE,
        _review_of(EAST_LAKE),
        "date: 2026-02-10",
        "date: 2026-03-10",
        (
            f"review {_review_of(EAST_LAKE)} has changed",
            "wuhan-east-lake.future_tracks: was met, is now undecided",
            f"{EAST_LAKE}, verdict: was compliant, is now incomplete",
        ),
    ),
    Change(
        WUHAN,
        WUHAN,
        "value: 13.0",
        "value: 12.0",
        (f"report {WUHAN} has changed", "wuhan.core_share_of_gdp: was met, is now missed"),
    ),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.file}-{change.new}")
def test_one_character_changed_tells_the_file_and_the_outcomes(
    change: Change, copied: Path, digecon: Digecon
) -> None:
    _keep(digecon, *_arguments(change.report))
    _replace(copied / change.file, change.old, change.new)
    code, said = _verified(digecon)
    assert (code, tuple(said[:-1])) == (1, change.said)
    assert said[-1].startswith("The result no longer holds. ")


def _replace(path: Path, old: str, new: str) -> None:
    """Change one character of a file."""
    text = path.read_text("utf-8")
    assert old in text
    assert sum(one != other for one, other in zip(old, new, strict=True)) == 1
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_differs_is_told_in_chinese(copied: Path, digecon: Digecon) -> None:
    _keep(digecon, *_arguments(WUHAN))
    _replace(copied / WUHAN, "value: 13.0", "value: 12.0")
    code, said = _verified(digecon, "zh")
    assert code == 1
    assert said[:-1] == [f"报告{WUHAN} 已改动", "wuhan.core_share_of_gdp：原为“完成”，现为“未完成”"]


@pytest.mark.parametrize(("review", "file", "words"), [row for row in BEHIND if "targets" not in row[1]])
def test_a_report_or_review_that_is_gone_cannot_be_verified(
    review: Path, file: str, words: str, copied: Path, digecon: Digecon
) -> None:
    _keep(digecon, *_arguments(_named(_report_of(review))))
    (copied / file).unlink()
    code, said = _verified(digecon)
    assert (code, said[0]) == (3, f"{words} is no longer there, or cannot be read")


@pytest.mark.parametrize(("review", "file", "words"), [row for row in BEHIND if "targets" in row[1]])
def test_without_a_target_file_nothing_can_be_verified(
    review: Path, file: str, words: str, copied: Path, digecon: Digecon
) -> None:
    _keep(digecon, *_arguments(_named(_report_of(review))))
    (copied / file).unlink()
    assert digecon("verify", "result.json", "--targets", "targets").code == 3


# Documents


@pytest.fixture
def documented(copied: Path) -> Path:
    """The folder of copies, with every document that the WEDZ sample names; returns theirs."""
    folder = (copied / WEDZ).parent / "platforms"
    folder.mkdir()
    for number in range(1, 8):
        (folder / f"{number}.pdf").write_text(f"示例佐证材料{number}", "utf-8")
    return folder


def test_documents_that_are_not_there_are_errors(copied: Path, digecon: Digecon) -> None:
    ran = digecon(*_arguments(WEDZ, "--check-documents", "--output-format", "json"))
    [assessment] = _result(ran)["assessments"]
    missing = [one for one in assessment["diagnostics"] if one["id"] == "missing-document"]
    assert (len(missing), assessment["documents"]) == (7, [])


def test_documents_are_part_of_the_trail(documented: Path, digecon: Digecon) -> None:
    _keep(digecon, *_arguments(WEDZ, "--check-documents"))
    [assessment] = json.loads(Path("result.json").read_text("utf-8"))["assessments"]
    assert [one["path"] for one in assessment["documents"]] == [f"platforms/{n}.pdf" for n in range(1, 8)]
    assert _verified(digecon)[0] == 0


def test_a_document_changed_or_gone_is_told(documented: Path, digecon: Digecon) -> None:
    _keep(digecon, *_arguments(WEDZ, "--check-documents"))
    (documented / "3.pdf").write_text("示例佐证材料八", "utf-8")
    assert _verified(digecon)[:1] == (1,)
    assert "document platforms/3.pdf has changed" in _verified(digecon)[1]
    (documented / "3.pdf").unlink()
    assert _verified(digecon)[:1] == (3,)
