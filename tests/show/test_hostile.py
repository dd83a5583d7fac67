"""Nothing from a file can move the cursor, colour, hide, reorder, or be taken for markup."""

import json
import os
import shutil
from pathlib import Path

import pytest

from hubei_digecon.show.formats import FORMATS

from ..conftest import AS_OF, ROOT, Digecon
from ..hostile import (
    ALL_CONTROLS,
    ALL_MARKUP,
    CONTROLS,
    EVERYTHING,
    MARKUP,
    PLACES,
    RAW,
    SHOWN,
    quoted,
    shown,
    write,
)
from ..readers import PRINTED

TERMINAL = [name for name, format in FORMATS.items() if not format.data]
NAMES = [
    "a[red]b.yaml",
    "a[bold.yaml",
    ":100:.yaml",
    "\x1b[31m.yaml",
    "a\x9b.yaml",
    "a\u202egpj.yaml",
    "a\u200bb.yaml",
    "a\nb.yaml",
]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are not broken, so that a text can be looked for."""
    monkeypatch.setenv("COLUMNS", "4000")


@pytest.mark.parametrize("format", TERMINAL)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_hidden_reaches_the_terminal_raw(
    place: str, format: str, tmp_path: Path, digecon: Digecon
) -> None:
    for text in (ALL_MARKUP, ALL_CONTROLS):
        ran = digecon("check", write(tmp_path, place, text), "--output-format", format, "-v", "--lang", "en")
        assert RAW.findall(ran.out + ran.err) == []
        assert "judged " in ran.out


@pytest.mark.parametrize("place", PLACES)
def test_nothing_hidden_reaches_a_coloured_terminal_raw(place: str, tmp_path: Path, digecon: Digecon) -> None:
    path = write(tmp_path, place, EVERYTHING)
    ran = digecon("check", path, "--color", "always", "--lang", "en")
    ours = "\x1b[0m", "\x1b[1m", "\x1b[1;4m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[36m"
    out = ran.out
    for code in ours:
        out = out.replace(code, "")
    assert RAW.findall(out) == []


@pytest.mark.parametrize("place", sorted(SHOWN))
@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_as_it_was_written(place: str, text: str, tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("check", write(tmp_path, place, text), "--lang", "zh")
    assert f"：{text}\n" in ran.out


@pytest.mark.parametrize("place", sorted(SHOWN))
@pytest.mark.parametrize("text", CONTROLS, ids=ascii)
def test_what_is_hidden_is_made_visible(place: str, text: str, tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("check", write(tmp_path, place, f"示{text}例"), "--lang", "zh")
    assert f"：{shown(f'示{text}例')}\n" in ran.out


@pytest.mark.parametrize("text", [*MARKUP, *CONTROLS], ids=ascii)
def test_an_unknown_key_is_shown_with_what_it_hides(text: str, tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("check", write(tmp_path, "unknown key", f"k{text}k"), "--lang", "en")
    assert f"unknown key “{shown(f'k{text}k')}”" in ran.out


@pytest.mark.parametrize("format", TERMINAL)
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_name_is_shown_with_what_it_hides(
    name: str, format: str, tmp_path: Path, digecon: Digecon
) -> None:
    for text in (PLACES["note"]("示例"), "- 1\n"):
        (tmp_path / name).write_text(text, "utf-8")
        ran = digecon("check", str(tmp_path / name), "--output-format", format)
        assert shown(name) in ran.out
        assert RAW.findall(ran.out) == []


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_name_stands_in_json_as_it_is(name: str, tmp_path: Path, digecon: Digecon) -> None:
    (tmp_path / name).write_text(PLACES["note"]("示例"), "utf-8")
    ran = digecon("check", str(tmp_path / name), "--output-format", "json")
    assert json.loads(ran.out)["assessments"][0]["path"] == str(tmp_path / name)
    assert RAW.findall(ran.out) == []


def test_a_file_name_that_is_not_utf8_is_shown_with_what_it_is(tmp_path: Path, digecon: Digecon) -> None:
    name = os.fsdecode(b"a\xff.yaml")
    (tmp_path / name).write_text(PLACES["note"]("示例"), "utf-8")
    assert "a<U+DCFF>.yaml" in digecon("check", str(tmp_path / name)).out
    ran = digecon("check", str(tmp_path / name), "--output-format", "json")
    assert json.loads(ran.out)["assessments"][0]["path"] == str(tmp_path / "a<U+DCFF>.yaml")
    assert "\\ud" not in ran.out.lower()  # strict readers of JSON refuse half a character, escaped or not


@pytest.mark.parametrize("place", PLACES)
def test_nothing_hidden_stands_in_json_raw(place: str, tmp_path: Path, digecon: Digecon) -> None:
    for text in (ALL_MARKUP, ALL_CONTROLS):
        ran = digecon("check", write(tmp_path, place, text), "--output-format", "json")
        assert set(RAW.findall(ran.out)) <= {"\u00ad"}  # hides nothing where there is no line to break
        assert json.loads(ran.out)["assessments"]


def test_a_text_is_the_same_again_when_json_is_read(tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("check", write(tmp_path, "unknown key", EVERYTHING[:200]), "--output-format", "json")
    said = [one["message"]["en"] for one in json.loads(ran.out)["assessments"][0]["diagnostics"]]
    assert f"unknown key “{EVERYTHING[:200]}”" in said


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("encoding", ["cp936", "ascii"])
def test_no_text_is_too_strange_for_a_terminal(
    encoding: str, place: str, tmp_path: Path, digecon: Digecon
) -> None:
    path = write(tmp_path, place, EVERYTHING + "𠮷é😀")
    for format in PRINTED:
        terminal = "utf-8" if FORMATS[format].data else encoding
        ran = digecon("check", path, "--output-format", format, encoding=terminal)
        assert ran.code in (1, 3, 4)
        assert ran.out


@pytest.mark.parametrize("place", PLACES)
def test_lint_shows_nothing_hidden_raw(place: str, tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("lint", write(tmp_path, place, EVERYTHING))
    assert RAW.findall(ran.out + ran.err) == []


def test_target_files_show_nothing_hidden_raw_on_standard_error(tmp_path: Path, digecon: Digecon) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    city = tmp_path / "targets" / "cities" / "wuhan.yaml"
    city.write_text(f"{quoted(EVERYTHING)}: 1\n{city.read_text('utf-8')}", "utf-8")
    for command in (["check", write(tmp_path, "note", "示例")], ["targets"]):
        ran = digecon(*command, "--targets", str(tmp_path / "targets"))
        assert (ran.code, ran.out) == (3, "")
        assert shown(EVERYTHING[:100]) in ran.err
        assert RAW.findall(ran.err) == []


def test_targets_show_nothing_hidden_raw(tmp_path: Path, digecon: Digecon) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    city = tmp_path / "targets" / "cities" / "wuhan.yaml"
    text = city.read_text("utf-8")
    city.write_text(
        text.replace("{zh: 武汉市, en: Wuhan}", f"{{zh: {quoted(EVERYTHING)}, en: Wuhan}}"), "utf-8"
    )
    for command in (["targets", "wuhan"], ["targets"], ["check", write(tmp_path, "note", "示例")]):
        ran = digecon(*command, "--targets", str(tmp_path / "targets"), "--lang", "zh")
        assert "".join(shown(EVERYTHING).split()) in "".join(ran.out.split())  # a cell folds it
        assert RAW.findall(ran.out + ran.err) == []


REVIEWS = {
    "reviewer": "reviewer: {{name: {text}, organisation: {text}}}\n",
    "basis": "verified:\n  core_share_of_gdp: {{value: 13.1%, basis: {text}}}\n",
    "value": "verified:\n  core_share_of_gdp: {{value: {text}, basis: 示例}}\n",
    "rejected": "rejected_items:\n  gazelle_firms: [{{name: {text}, reason: {text}}}]\n",
    "attested": (
        "attestations:\n  demonstration_outcomes: {{state: achieved, date: 2026-02-10, basis: {text}, "
        "document: {text}}}\n"
    ),
    "waived": (
        "waivers:\n  core_share_of_gdp: {{reason: {text}, approved_by: {text}, approved_on: 2026-02-10, "
        "document: {text}, expires: 2026-12-31}}\n"
    ),
    "unknown target": "attestations:\n  {text}: {{state: achieved, date: 2026-02-10, basis: 示例}}\n",
    "entity": "entity: {text}\n",
}
"""What a review holds beside its own head, by the place that a text stands at."""


@pytest.mark.parametrize("format", TERMINAL)
@pytest.mark.parametrize("place", REVIEWS)
def test_nothing_hidden_in_a_review_reaches_the_terminal_raw(
    place: str, format: str, tmp_path: Path, digecon: Digecon
) -> None:
    head = {
        "entity": "entity: wuhan\n",
        "period": "period: 2025\n",
        "reviewer": "reviewer: {name: 核验组, organisation: 核验单位}\n",
    }
    report, review = write(tmp_path, "note", "示例"), tmp_path / "review"
    for text in (ALL_MARKUP, ALL_CONTROLS):
        kept = "".join(line for key, line in head.items() if key != place)
        review.write_text(kept + REVIEWS[place].format(text=quoted(text)), "utf-8")
        ran = digecon(
            "check", report, "--review", str(review), "--as-of", AS_OF, "--output-format", format, "-v"
        )
        assert RAW.findall(ran.out + ran.err) == []
        assert "judged " in ran.out


def test_a_result_to_verify_shows_nothing_hidden_raw(tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("check", write(tmp_path, "note", "示例"), "--output-format", "json")
    result = json.loads(ran.out)
    result["tool"]["version"] = EVERYTHING
    result["assessments"][0]["path"] = str(tmp_path / ALL_CONTROLS.replace("\0", ""))
    result["assessments"][0]["findings"][0]["target"] = EVERYTHING
    (tmp_path / "result.json").write_text(json.dumps(result), "utf-8")
    ran = digecon("verify", str(tmp_path / "result.json"))
    assert ran.code == 3
    assert shown(ALL_MARKUP) in ran.out
    assert RAW.findall(ran.out + ran.err) == []
