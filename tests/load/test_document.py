"""Every fault is told in one run, in the order of the file, and never more than can be read."""

from pathlib import Path

import pytest

from hubei_digecon.load.faults import InputError
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.load.tree import MAX_FAULTS

from ..conftest import AS_OF, Digecon
from ..printed_diagnostics import ids_in, said
from .reading import HEAD, document, faults, refused, report


def test_faults_are_told_in_the_order_of_the_file_whatever_finds_them(library: TargetLibrary) -> None:
    text = (
        "format: digecon/report/v9\n"
        "entity: wuhan-wedzz\n"
        "period: 2025-M13\n"
        "submitted: {by: 示例单位, date: 2026-02-30, revision: 0, on: 今天}\n"
        "observations:\n"
        "  gdp: 一\n"
        "  gdp: 二\n"
        "  core_value_added: &a {value: 1048.3, staus: final}\n"
        "  manufacturing_path: [partial]\n"
        "  nothing: 1\n"
    )
    assert faults(text, library) == [
        ("unknown-format", 1, 9),
        ("unknown-entity", 2, 9),
        ("bad-period", 3, 9),
        ("bad-date", 4, 29),
        ("not-whole", 4, 51),
        ("unknown-key", 4, 54),
        ("not-a-number", 6, 8),
        ("duplicate-key", 7, 3),
        ("alias", 8, 21),
        ("missing-unit", 8, 32),
        ("unknown-key", 8, 40),
        ("wrong-type", 9, 23),
        ("unknown-indicator", 10, 3),
    ]


def test_faults_before_the_one_that_ends_reading_are_told_too() -> None:
    assert refused("a: &x 1\na: 2\nb: [\n") == ["alias", "duplicate-key", "syntax"]
    assert refused("a: &x 1\n---\nb: c\n") == ["alias", "several-documents"]
    assert refused('{"a": 1, "a": 2, "b": NaN}', "report.json") == ["duplicate-key", "syntax"]
    assert refused("- &x a\n- b\n") == ["not-a-mapping", "alias"]


def test_what_could_be_read_of_a_faulty_report_is_kept(library: TargetLibrary) -> None:
    with pytest.raises(InputError) as error:
        report(HEAD + "observations:\n  gdp: 一\n", library)
    assert (error.value.entity, str(error.value.period)) == ("wuhan-wedz", "2025")
    with pytest.raises(InputError) as error:
        report(HEAD.replace("wuhan-wedz", "nowhere").replace("2025\n", "第一\n"), library)
    assert (error.value.entity, error.value.period) == (None, None)


def test_after_very_many_faults_of_syntax_reading_stops() -> None:
    *kinds, last = refused("a:\n" * 20_000)
    assert kinds == ["duplicate-key"] * MAX_FAULTS
    assert last == "too-many-faults"
    few = document("a:\n" * MAX_FAULTS).faults
    assert [fault.kind.id for fault in few] == ["duplicate-key"] * (MAX_FAULTS - 1)


def test_the_list_of_faults_is_cut_and_says_so(library: TargetLibrary) -> None:
    text = HEAD + "observations:\n" + "".join(f"  unknown_{number}: 1\n" for number in range(MAX_FAULTS + 3))
    with pytest.raises(InputError) as error:
        report(text, library)
    *listed, last = error.value.faults
    assert [fault.kind.id for fault in listed] == ["unknown-indicator"] * MAX_FAULTS
    assert last.kind.id == "more-faults"
    assert last.message.zh == "另有3处问题未列出"
    assert last.message.en == "3 further faults are not listed"


def test_the_list_of_diagnostics_is_cut_and_says_so(digecon: Digecon, tmp_path: Path) -> None:
    items = "".join(f"      - {{name: 示例公司{number:04d}}}\n" for number in range(210))
    path = tmp_path / "report.yaml"
    path.write_text(
        HEAD + "observations:\n  new_innovation_platforms:\n    value: 210家\n    counting: cumulative\n"
        "    items:\n" + items,
        "utf-8",
    )
    ran = digecon("check", str(path), "--as-of", AS_OF, "--lang", "en")
    kinds = ids_in(said(ran))
    assert kinds == ["item-lacks-field"] * 200 + ["more-diagnostics"]
    assert f"{path}: note more-diagnostics: 10 more are not listed" in ran.out


def test_a_very_long_text_is_cut_where_it_is_told(library: TargetLibrary) -> None:
    with pytest.raises(InputError) as error:
        report(f"{HEAD}observations: {{gdp: {'9' * 5000}亿元}}\n", library)
    (fault,) = error.value.faults
    assert fault.kind.id == "not-a-number"
    assert len(fault.message.zh) < 400
    assert "9…" in fault.message.zh
