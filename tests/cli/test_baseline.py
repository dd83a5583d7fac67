"""``--baseline``: only what is new fails, every output tells it, and no verdict changes."""

import json
from pathlib import Path

import pytest

from ..conftest import AS_OF, Digecon

SAMPLES = "sample_reports/illustrative"
WUHAN, WEDZ = f"{SAMPLES}/wuhan-2025.yaml", f"{SAMPLES}/wuhan-wedz-2025.yaml"
HOW = ("--as-of", AS_OF, "--lang", "en")
TOLD = (
    "already in the baseline {path} (as of 2026-02-28), which does not fail the run: missed {missed}, undecided or "
    "without data 0, not due 0, errors 0. New: missed {new}, undecided or without data 0, not due 0, errors 0."
)


@pytest.fixture(autouse=True)
def _no_path_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths of temporary folders are longer than a terminal is wide."""
    monkeypatch.setenv("COLUMNS", "400")


@pytest.fixture
def baseline(tmp_path: Path, digecon: Digecon) -> str:
    path = str(tmp_path / "baseline.json")
    assert digecon("check", WUHAN, *HOW, "--output-format", f"json={path}").code == 1
    return path


def test_what_is_known_is_shown_and_does_not_fail(baseline: str, digecon: Digecon) -> None:
    plain, held = digecon("check", WUHAN, *HOW), digecon("check", WUHAN, *HOW, "--baseline", baseline)
    assert (plain.code, held.code) == (1, 0)
    flat = " ".join(held.out.split())
    assert flat == f"{' '.join(plain.out.split())} {TOLD.format(path=baseline, missed=1, new=0)}"


def test_a_report_that_it_does_not_have_is_new(baseline: str, digecon: Digecon) -> None:
    ran = digecon("check", WUHAN, WEDZ, *HOW, "-q", "--baseline", baseline)
    assert ran.code == 1
    assert "New: missed 3, undecided or without data 1, not due 0, errors 0.\n" in ran.out
    assert "reports that the baseline does not have: 1; all about them is new.\n" in ran.out


@pytest.mark.parametrize(
    "format", ["table", "text", "markdown", "html", "needed", "junit", "sarif", "github"]
)
def test_every_output_tells_it(format: str, baseline: str, digecon: Digecon) -> None:
    ran = digecon("check", WUHAN, *HOW, "--baseline", baseline, "--output-format", format)
    assert ran.code == 0
    assert "already in the baseline" in " ".join(ran.out.split())


def test_data_tell_it(baseline: str, digecon: Digecon) -> None:
    ran = digecon("check", WUHAN, *HOW, "--baseline", baseline, "--output-format", "csv")
    assert "already in the baseline" in ran.err
    told = json.loads(digecon("check", WUHAN, *HOW, "--baseline", baseline, "--output-format", "json").out)[
        "baseline"
    ]
    assert told | {"sha256": "", "path": ""} == {
        "path": "",
        "sha256": "",
        "as_of": AS_OF,
        "known": [
            {
                "entity": "wuhan",
                "period": "2025",
                "document": "notice",
                "target": told["known"][0]["target"],
                "then": "missed",
                "now": "missed",
                "wider": False,
            }
        ],
        "known_errors": 0,
        "new": {"missed": 0, "open": 0, "not_due": 0, "error": 0},
        "unmatched": 0,
        "notes": [],
    }


def test_a_scoreboard_is_held_against_either(baseline: str, tmp_path: Path, digecon: Digecon) -> None:
    board = str(tmp_path / "board.json")
    plain = digecon("score", WUHAN, *HOW, "--output-format", f"json={board}")
    assert plain.code == 1
    by_check = digecon("score", WUHAN, *HOW, "--baseline", baseline)
    assert by_check.code == 4  # places without a report are new: the result of check does not tell of them
    by_board = digecon("score", WUHAN, *HOW, "--baseline", board, "--output-format", "json")
    assert by_board.code == 0
    assert len(json.loads(by_board.out)["baseline"]["known"]) == 1


def test_a_place_without_a_report_for_another_period_is_new(tmp_path: Path, digecon: Digecon) -> None:
    board = tmp_path / "board.json"
    digecon("score", WUHAN, *HOW, "--output-format", f"json={board}")
    earlier = json.loads(board.read_text("utf-8")) | {"period": "2024"}
    board.write_text(json.dumps(earlier), "utf-8")
    ran = digecon("score", WUHAN, *HOW, "-q", "--baseline", str(board))
    assert ran.code == 4
    assert ", no report " not in ran.out  # none is known: it told of 2024


def test_other_conditions_are_told(baseline: str, digecon: Digecon) -> None:
    ran = digecon("check", WUHAN, "--as-of", "2026-03-31", "--lang", "en", "-q", "--baseline", baseline)
    assert ran.code == 0
    assert (
        "bears on the comparison with the baseline: they are judged as of different days: 2026-02-28"
        in ran.out
    )


def test_a_baseline_that_cannot_be_read_is_an_input_error(tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{}", "utf-8")
    for one in (path, tmp_path / "none.json"):
        assert digecon("check", WUHAN, *HOW, "--baseline", str(one)).code == 3


def test_a_baseline_is_never_written_over(baseline: str, digecon: Digecon) -> None:
    for command in ("check", "score"):
        ran = digecon(command, WUHAN, *HOW, "--baseline", baseline, "--output-format", f"json={baseline}")
        assert (ran.code, "is an input and will not be overwritten" in ran.err) == (2, True)


def test_a_file_sets_it_and_that_is_told(
    baseline: str, tmp_path: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = str(Path(WUHAN).absolute())
    (tmp_path / "digecon.toml").write_text('baseline = "baseline.json"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    ran = digecon("check", report, *HOW, "-q")
    assert ran.code == 0
    assert "setting: baseline = baseline.json (digecon.toml:1)" in ran.out


def test_a_result_made_with_a_baseline_can_be_verified(
    baseline: str, tmp_path: Path, digecon: Digecon
) -> None:
    result = str(tmp_path / "result.json")
    digecon("check", WUHAN, *HOW, "--baseline", baseline, "--output-format", f"json={result}")
    ran = digecon("verify", result, "--lang", "en")
    assert (ran.code, ran.out.startswith("The result holds.")) == (0, True)
