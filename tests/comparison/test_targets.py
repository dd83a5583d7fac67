"""Two folders of targets compared."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hubei_digecon.api.arguments import read_options
from hubei_digecon.run.diff import compare_paths

from ..comparing import told
from ..conftest import ROOT

Change = Callable[[str, str, str], None]
EAST_LAKE = "zones/wuhan-east-lake.yaml"
WRITTEN = "value: 4200\n    unit: 亿元\n    other_reading: {comparator: at_least, "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "targets", tmp_path / "targets"))


def compared(folder: Path, back: bool = False) -> list[tuple[str, str, str, str | None, str | None]]:
    paths = [str(ROOT / "targets"), str(folder)]
    a, b = reversed(paths) if back else paths
    return told(compare_paths(a, b, read_options((a, b))).differences)


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_a_folder_is_as_it_is(folder: Path) -> None:
    assert compared(folder) == []


def test_what_a_target_requires(folder: Path) -> None:
    change(
        folder / EAST_LAKE,
        ('value: 30\n    unit: "%"', 'value: 31\n    unit: "%"'),
        ("wording: 达到30%", "wording: 达到31%"),
    )
    expected = [
        ("target", "core_share_of_gdp", "required", "30", "31"),
        ("target", "core_share_of_gdp", "source.wording", "达到30%", "达到31%"),
    ]
    assert compared(folder) == expected
    assert compared(folder, back=True) == [(*one[:3], one[4], one[3]) for one in expected]


def test_another_unit_is_another_writing(folder: Path) -> None:
    change(
        folder / EAST_LAKE,
        (
            f"{WRITTEN}value: 4200}}",
            f"{WRITTEN}value: 0.42}}".replace("4200\n    unit: 亿元", "0.42\n    unit: 万亿元"),
        ),
    )
    assert compared(folder) == [("writing", "core_industry_scale", "unit", "亿元", "万亿元")]


def test_places_indicators_and_documents(folder: Path) -> None:
    (folder / EAST_LAKE).unlink()
    change(folder / "indicators.yaml", ("short: {zh: 核心产业增加值, en", "short: {zh: 核心增加值, en"))
    change(folder / "documents/notice.yaml", ("published: 3", "published: 2"))
    found = compared(folder)
    assert ("entity", "", "", "wuhan-east-lake", None) in found
    assert ("document", "", "published", "3", "2") in found
    assert (
        "indicator",
        "",
        "short",
        "核心产业增加值 / Core value added",
        "核心增加值 / Core value added",
    ) in found
    removed = [one for one in found if one[0] == "target"]
    assert removed
    assert {(field, b) for _, _, field, _, b in removed} == {("", None)}


def test_words_of_closed_lists_days_and_periods_are_in_both_languages(folder: Path) -> None:
    notice = folder / "documents" / "notice.yaml"
    change(notice, ("seen: press", "seen: copy\n  date: 2026-02-08"))
    change(
        folder / "indicators.yaml",
        ("how: mean_growth, since: 2024}", "how: mean_growth, since: 2023}"),
        ("requires: [level, by, recognised_on]", "requires: [level, recognised_on]"),
        ("asks: [arrival]", "asks: []"),
    )
    change(folder / "zones" / "wuhan-wedz.yaml", ("kind: zone", "kind: city"))
    change(
        folder / EAST_LAKE,
        ('value: 30\n    unit: "%"', 'value: 30\n    unit: "%"\n    since: 2020-12-31'),
    )
    a, b = str(ROOT / "targets"), str(folder)
    found = compare_paths(a, b, read_options((a, b))).differences
    assert [(one.words.zh, one.words.en) for one in found] == [
        ("清单项另请填写的：引进方式→B中没有", "items are asked for: way of arrival → not in B"),
        ("变动的起点：2024年→2023年", "change since: 2024 → 2023"),
        (
            "清单项必须写明的：认定（批准）单位→B中没有",
            "items must state: body that recognised it → not in B",
        ),
        ("成文日期：A中没有→2026年2月8日", "date: not in A → 2026-02-08"),
        ("所据文本：媒体报道→转载文本", "text read: a press report → a copy"),
        ("起算日期：A中没有→2020年12月31日", "base date: not in A → 2020-12-31"),
        ("类别：标杆园区→示范城市", "kind: benchmark zone → demonstration city"),
    ]
