"""``--output-format NAME[=FILE]``: several formats in one run, files whole or not at all, inputs untouched."""

import json
import os
import resource
import stat
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.show.formats import FORMATS

from ..conftest import Digecon
from ..process import environment, ran
from ..readers import PRINTED
from ..shown_formats import shown
from ..small_targets import Small

OTHER_FORMATS = [name for name in PRINTED if name != "table"]


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path)


def test_the_table_is_shown_where_no_format_is_asked_for(small: Small, digecon: Digecon) -> None:
    plain, table = (
        digecon(*small.check("missed")),
        digecon(*small.check("missed"), "--output-format", "table"),
    )
    assert plain == table
    assert next(iter(FORMATS)) == "table"


@pytest.mark.parametrize("name", OTHER_FORMATS)
def test_one_run_gives_the_table_and_a_file(
    name: str, small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    alone = digecon(*small.check("missed"))
    alone_in_format = digecon(*small.check("missed"), "--output-format", name)
    both = digecon(
        *small.check("missed"), "--output-format", "table", "--output-format", f"{name}={tmp_path}/out"
    )
    assert both == alone
    assert (tmp_path / "out").read_text("utf-8") == alone_in_format.out


def test_one_run_gives_every_format_as_a_file(small: Small, digecon: Digecon, tmp_path: Path) -> None:
    sinks = [word for name in FORMATS for word in ("--output-format", f"{name}={tmp_path}/out.{name}")]
    ran = digecon(*small.check("missed"), *sinks)
    assert (ran.code, ran.out) == (Exit.MISSED, "")
    for name in FORMATS:
        alone, _ = shown(digecon, name, tmp_path, *small.check("missed"))
        assert (tmp_path / f"out.{name}").read_bytes() == (
            alone if isinstance(alone, bytes) else alone.encode()
        )


def test_a_run_into_files_alone_still_tells_its_verdicts(
    small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    ran = digecon(*small.check("missed"), "--output-format", f"json={tmp_path}/out.json")
    assert "judged 1 of 1" in ran.err


def test_the_order_of_formats_does_not_matter(small: Small, digecon: Digecon, tmp_path: Path) -> None:
    file, table = ("--output-format", f"json={tmp_path}/out.json"), ("--output-format", "table")
    assert digecon(*small.check("missed"), *file, *table) == digecon(*small.check("missed"), *table, *file)


def test_two_formats_on_standard_output_are_refused(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("missed"), "--output-format", "table", "--output-format", "json")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "only one format can go to standard output" in ran.err


@pytest.mark.parametrize("text", ["jsn", "jsn=out", "", "=out", "JSON", " json"])
def test_an_unknown_format_is_refused_and_the_known_are_listed(
    text: str, small: Small, digecon: Digecon
) -> None:
    ran = digecon(*small.check("missed"), "--output-format", text)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert ", ".join(FORMATS) in ran.err


def test_a_format_nearly_right_is_suggested(small: Small, digecon: Digecon) -> None:
    assert "did you mean “json”?" in digecon(*small.check("missed"), "--output-format", "jsn").err


def test_a_file_without_a_name_is_refused(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("missed"), "--output-format", "json=")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "names no file" in ran.err


def test_a_file_name_may_hold_an_equals_sign(small: Small, digecon: Digecon, tmp_path: Path) -> None:
    digecon(*small.check("missed"), "--output-format", f"json={tmp_path}/a=b")
    assert json.loads((tmp_path / "a=b").read_text("utf-8"))["format"] == "digecon/result/v1"


def _untouched(digecon: Digecon, arguments: tuple[str, ...], sink: str, *inputs: Path) -> None:
    """Assert that a run refuses to write to ``sink`` and leaves ``inputs`` as they were."""
    before = [path.read_bytes() for path in inputs]
    ran = digecon(*arguments, "--output-format", f"json={sink}", "--output-format", "table")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "is an input and will not be overwritten" in ran.err
    assert [path.read_bytes() for path in inputs] == before


def test_a_report_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    report = small.report("missed")
    _untouched(digecon, small.check("missed"), report, Path(report))


def test_a_report_under_another_name_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    report = Path(small.report("missed"))
    (small.folder / "elsewhere").mkdir()
    roundabout = f"{small.folder}/elsewhere/../{report.name}"
    _untouched(digecon, small.check("missed"), roundabout, report)


def test_a_report_found_in_a_folder_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    report = Path(small.report("missed"))
    _untouched(digecon, ("check", str(small.folder), *small.options), str(report), report)


def test_a_report_that_cannot_be_read_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    report = Path(small.report("broken", "observations: [\n"))
    _untouched(digecon, ("check", str(report), *small.options), str(report), report)


def test_a_target_file_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    for path in sorted(small.targets.rglob("*.yaml")):
        _untouched(digecon, small.check("missed"), str(path), path)


def test_a_review_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    (small.folder / "reviews").mkdir()
    head = "entity: one\nperiod: 2025\nreviewer: {name: 核验组, organisation: 核验单位}\n"
    review = small.folder / "reviews" / "one.yaml"
    for text in (head, "reviewer: [\n"):
        review.write_text(text, "utf-8")
        for named in (review, review.parent):
            _untouched(digecon, (*small.check("missed"), "--review", str(named)), str(review), review)


def test_a_link_to_an_input_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    report, link = Path(small.report("missed")), small.folder / "link.json"
    link.symlink_to(report)
    _untouched(digecon, small.check("missed"), str(link), report)
    assert link.is_symlink()


def test_a_report_reached_by_a_link_is_never_overwritten(small: Small, digecon: Digecon) -> None:
    report, link = Path(small.report("missed")), small.folder / "link.yaml"
    link.symlink_to(report)
    _untouched(digecon, ("check", str(link), *small.options), str(report), report)


def test_a_link_to_another_file_is_written_through(small: Small, digecon: Digecon) -> None:
    target, link = small.folder / "out.json", small.folder / "link.json"
    link.symlink_to(target)
    digecon(*small.check("missed"), "--output-format", f"json={link}")
    assert link.is_symlink()
    assert json.loads(target.read_text("utf-8"))["format"] == "digecon/result/v1"


def test_a_hard_link_to_an_input_leaves_the_input_as_it_was(small: Small, digecon: Digecon) -> None:
    report, link = Path(small.report("missed")), small.folder / "link.json"
    before = report.read_bytes()
    link.hardlink_to(report)
    digecon(*small.check("missed"), "--output-format", f"json={link}")
    assert report.read_bytes() == before


REFUSALS = ["mkstemp", "fsync", "chmod", "replace"]


@pytest.mark.parametrize("step", REFUSALS)
def test_where_writing_fails_the_old_file_is_kept(
    step: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_: Any, **__: Any) -> NoReturn:
        raise OSError(28, "No space left on device")

    out = tmp_path / "results" / "out.json"
    out.parent.mkdir()
    out.write_text("old", "utf-8")
    monkeypatch.setattr(tempfile if step == "mkstemp" else os, step, refused)
    ran = digecon(*small.check("missed"), "--output-format", f"json={out}", "--fail-on", "never")
    assert ran.code == Exit.NOT_WRITTEN
    assert f"digecon: {out} could not be written: No space left on device\n" in ran.err
    assert (out.read_text("utf-8"), os.listdir(out.parent)) == ("old", ["out.json"])


def test_where_the_disk_fills_up_the_old_file_is_kept(small: Small, tmp_path: Path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    out = tmp_path / "results" / "out.json"
    out.parent.mkdir()
    out.write_text("old", "utf-8")
    done = ran(*small.check("missed"), "--output-format", f"json={out}", preexec_fn=little_room)
    assert done.returncode == Exit.NOT_WRITTEN
    assert (out.read_text("utf-8"), os.listdir(out.parent)) == ("old", ["out.json"])


@pytest.mark.parametrize("name", ["missing/out", "file/out", "folder", "n" * 300])
def test_a_place_that_cannot_be_written_is_74(
    name: str, small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "folder").mkdir()
    ran = digecon(*small.check("compliant"), "--output-format", f"json={tmp_path}/{name}")
    assert ran.code == Exit.NOT_WRITTEN
    assert "could not be written: " in ran.err
    assert os.listdir(tmp_path / "folder") == []
    assert not [left for left in os.listdir(tmp_path) if left.startswith(".")]


def test_a_folder_that_may_not_be_written_is_74(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("compliant"), "--output-format", "json=/proc/out.json")  # not even by root
    assert ran.code == Exit.NOT_WRITTEN
    assert "digecon: /proc/out.json could not be written: " in ran.err


def test_a_full_device_named_as_a_file_is_74(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("compliant"), "--output-format", "json=/dev/full")
    assert ran.code == Exit.NOT_WRITTEN
    assert "digecon: /dev/full could not be written: No space left on device" in ran.err
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_that_a_file_could_not_be_written_is_told_in_chinese_too(
    small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    ran = digecon("--lang", "zh", *small.check("missed")[:-2], "--output-format", f"json={tmp_path}/no/out")
    assert f"digecon: 无法写出 {tmp_path}/no/out：" in ran.err


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_of_a_file_are_kept(
    mode: int, small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", "utf-8")
    out.chmod(mode)
    digecon(*small.check("missed"), "--output-format", f"json={out}")
    assert stat.S_IMODE(out.stat().st_mode) == mode
    assert out.read_text("utf-8") != "old"


def test_a_new_file_has_the_usual_permissions(small: Small, digecon: Digecon, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        digecon(*small.check("missed"), "--output-format", f"json={tmp_path}/out.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o640


def test_a_file_named_without_a_folder_is_written_where_one_stands(
    small: Small, digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    digecon(*small.check("missed"), "--output-format", "json=out.json")
    assert os.listdir() == ["out.json"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp936", "ascii"])
def test_files_are_utf8_and_without_colour_whatever_the_terminal(
    encoding: str, small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    arguments = (*small.check("missed"), "--color", "always")
    for name in PRINTED:
        digecon(*arguments, "--output-format", f"{name}={tmp_path}/{name}", encoding=encoding)
        shown = digecon(*small.check("missed"), "--color", "never", "--output-format", name)
        assert (tmp_path / name).read_text("utf-8") == shown.out


def test_data_on_standard_output_is_utf8_whatever_the_terminal(small: Small) -> None:
    def written(encoding: str) -> str:
        changed = environment({"PYTHONIOENCODING": encoding})
        done = ran(*small.check("missed"), "--output-format", "json", env=changed)
        assert done.stderr == ""
        return done.stdout

    assert written("cp936") == written("ascii") == written("utf-8")


def test_a_fifo_or_device_is_written_to_and_never_replaced(
    small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "fifo")
    reading = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    digecon(*small.check("missed"), "--output-format", f"json={tmp_path}/fifo")
    os.close(reading)
    assert stat.S_ISFIFO((tmp_path / "fifo").stat().st_mode)


def test_two_formats_in_one_file_are_refused(small: Small, digecon: Digecon, tmp_path: Path) -> None:
    sinks = [word for name in ("json", "table") for word in ("--output-format", f"{name}={tmp_path}/out")]
    assert digecon(*small.check("missed"), *sinks).code == Exit.USAGE


def test_a_file_name_cannot_write_hidden_characters_to_the_terminal(
    small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    for sink in (f"json={tmp_path}/no/\u202e", "json\u202e"):
        ran = digecon(*small.check("missed"), "--output-format", sink)
        assert "<U+202E>" in ran.err
        assert "\u202e" not in ran.err
