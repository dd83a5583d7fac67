"""What is compared with what: told apart by what it is, and judged first where it has not been."""

import shutil
from pathlib import Path

import pytest

from hubei_digecon.api.arguments import read_options
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.differences import ComparedSort, Comparison
from hubei_digecon.load.faults import InputError
from hubei_digecon.run.diff import NotComparableError, compare_paths, sort_of

from ..building import LIBRARY
from ..comparing import SAMPLES, judged, told
from ..conftest import AS_OF, ROOT, Digecon

REPORT = SAMPLES / "wuhan-east-lake-2025.yaml"
REVIEWS = SAMPLES / "reviews"
TARGETS = ROOT / "targets"


@pytest.fixture
def made(tmp_path: Path, digecon: Digecon) -> dict[str, str]:
    """The results of a sample without and with its review, and of a scoreboard with it."""
    results = {name: str(tmp_path / f"{name}.json") for name in ("plain", "reviewed", "board")}
    for name, path in results.items():
        command = "score" if name == "board" else "check"
        review = () if name == "plain" else ("--review", str(REVIEWS))
        digecon(command, str(REPORT), *review, "--as-of", AS_OF, "--output-format", f"json={path}")
    return results


def compared(a: Path | str, b: Path | str, **more: object) -> Comparison:
    return compare_paths(str(a), str(b), read_options((str(a), str(b)), targets=LIBRARY, **more))


def test_sorts_are_told_by_what_there_is(made: dict[str, str], tmp_path: Path) -> None:
    assert sort_of(str(TARGETS), LIBRARY) is ComparedSort.TARGETS
    assert sort_of(made["plain"], LIBRARY) is sort_of(made["board"], LIBRARY) is ComparedSort.RESULT
    for path in (str(REPORT), str(SAMPLES), "-", str(tmp_path / "not-there.yaml")):
        assert sort_of(path, LIBRARY) is ComparedSort.REPORTS


def test_results_and_a_scoreboard(made: dict[str, str]) -> None:
    found = compared(made["plain"], made["reviewed"])
    assert len(found.differences) == 9
    assert [one.en for one in found.notes] == ["they rest on different reviews"]
    assert compared(made["reviewed"], made["board"]).differences == ()
    assert told(compared(made["plain"], made["board"]).differences) == told(found.differences)
    assert found.names["wuhan-east-lake"].zh == "武汉东湖新技术开发区"


def test_a_result_with_a_report_is_judged_as_the_result_was(made: dict[str, str]) -> None:
    for a, b in ((made["reviewed"], REPORT), (REPORT, made["reviewed"])):
        found = compared(a, b)
        assert (found.differences, found.exit_code) == ((), 0)
        assert [one.en for one in found.notes] == [
            f"the reports of {REPORT} are judged as of the day, by the settings, documents and reviews that "
            f"{made['reviewed']} names"
        ]
        assert {one.as_of for one in (found.a, found.b)} == {AS_OF}


def test_two_submissions_are_judged_by_what_is_asked(tmp_path: Path) -> None:
    second = tmp_path / "second.yaml"
    text = REPORT.read_text("utf-8")
    assert text.count("value: 4350.6\n    unit: 亿元") == 1
    second.write_text(
        text.replace("value: 4350.6\n    unit: 亿元", "value: 0.43506\n    unit: 万亿元"), "utf-8"
    )
    assert compared(REPORT, second).differences == ()
    strict = compared(REPORT, second, settings=Settings("verified"), reviews=[REVIEWS])
    assert (strict.differences, strict.exit_code) == ((), 0)
    second.write_text(text.replace("value: 4350.6", "value: 4150.6"), "utf-8")
    assert told(compared(REPORT, second).differences) == [
        ("verdict", "", "verdict", "incomplete", "noncompliant"),
        ("outcome", "core_industry_scale", "outcome", "met", "missed"),
        ("value", "core_industry_scale", "observed", "4350.6", "4150.6"),
    ]


def test_two_folders_of_reports(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    shutil.copy(SAMPLES / "wuhan-2025.yaml", folder / "any.yaml")
    found = compared(folder, SAMPLES)
    assert {one.subject.entity or one.subject.path for one in found.differences} == {
        "wuhan-east-lake",
        "wuhan-wedz",
        str(SAMPLES / "reading-faults.yaml"),
    }
    assert found.exit_code == 3  # one of the samples cannot be read
    assert [one.source.path for one in found.unread] == [str(SAMPLES / "reading-faults.yaml")]


def test_what_does_not_go_together_is_refused(made: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(
        NotComparableError, match=r"targets is a folder of targets, .*plain\.json is a result"
    ):
        compared(TARGETS, made["plain"])
    trend = tmp_path / "trend.json"
    trend.write_text('{"format": "digecon/trend/v1", "series": []}', "utf-8")
    with pytest.raises(InputError):
        compared(trend, made["plain"])
    other = tmp_path / "other.json"
    text = Path(made["plain"]).read_text("utf-8")
    other.write_text(
        text.replace(' "judged_documents": [\n  "notice"\n', ' "judged_documents": [\n  "gone"\n'), "utf-8"
    )
    with pytest.raises(NotComparableError, match="there is no document “gone”"):
        compared(other, REPORT)


def test_every_sample_is_as_it_is(made: dict[str, str]) -> None:
    found = compared(SAMPLES, SAMPLES)
    assert found.differences == ()
    assert found.a.number == len(judged().assessments) + 1
