"""A place by any of its names, under the one fold; and what is proposed where a name is only nearly one."""

import shutil
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.names import folded
from hubei_digecon.load.place_names import _alike, _letters, _PlaceNames, place_meant, place_named
from hubei_digecon.load.reports import load_report
from hubei_digecon.load.targets import TargetLibrary, find_targets

from ..conftest import AS_OF, ROOT, Digecon
from .reading import QUICK

LIBRARY = TargetLibrary(find_targets(str(ROOT / "targets")))
NAMES = [(name, id) for id, others in LIBRARY.names().items() for name in (id, *others)]
NEAR = [
    ("光固", "光谷", "wuhan-east-lake"),
    ("东湖高新", "东湖高新区", "wuhan-east-lake"),
    ("东湖新技术开发区", "武汉东湖新技术开发区", "wuhan-east-lake"),
    ("Wuhan East Lak", "wuhan-east-lake", "wuhan-east-lake"),
    ("WUHAN_EAST_LAKE", "wuhan-east-lake", "wuhan-east-lake"),
    ("east lake high tech development", "Wuhan East Lake High-tech Development Zone", "wuhan-east-lake"),
    ("wuhan-wedzz", "wuhan-wedz", "wuhan-wedz"),
    ("武汉经济开发区", "武汉经济技术开发区", "wuhan-wedz"),
    ("经开区", "武汉经开区", "wuhan-wedz"),
    ("车古", "车谷", "wuhan-wedz"),
    ("Economic & Technological", "Wuhan Economic & Technological Development Zone", "wuhan-wedz"),
    ("Wuhann", "wuhan", "wuhan"),
]


@pytest.mark.parametrize(("name", "id"), NAMES)
def test_every_name_leads_to_one_place(name: str, id: str) -> None:
    assert place_named(name, LIBRARY) == id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("武汉 市", "wuhan"),
        ("WUHAN", "wuhan"),
        ("武漢市".replace("漢", "汉\ufe0f"), "wuhan"),
        ("Ｗｕｈａｎ－ＷＥＤＺ", "wuhan-wedz"),
        ("光\u200b谷", "wuhan-east-lake"),
        ("wuhan east lake high\u2010tech development zone", "wuhan-east-lake"),
    ],
)
def test_a_name_is_the_same_by_the_one_fold(name: str, id: str) -> None:
    assert place_named(name, LIBRARY) == id


@pytest.mark.parametrize(("name", "meant", "id"), NEAR)
def test_a_near_miss_proposes_the_place_with_its_id(name: str, meant: str, id: str) -> None:
    assert place_named(name, LIBRARY) is None
    said = place_meant(name, LIBRARY)
    if meant == id:
        assert (said.zh, said.en) == (f"是否想写“{id}”？", f"did you mean “{id}”? ")
    else:
        assert said.zh == f"是否指“{meant}”（{id}）？"
        assert said.en == f"did you mean “{meant}” ({id})? "


@pytest.mark.parametrize("name", ["shenzhen", "深圳市", "襄阳", "x", "", "-", "谷"])
def test_what_is_like_no_place_proposes_none(name: str) -> None:
    assert place_meant(name, LIBRARY).zh == ""


@given(st.text(max_size=60))
def test_whatever_is_asked_for_nothing_is_guessed(name: str) -> None:
    assert (place_named(name, LIBRARY) is None) == (folded(name) not in {folded(known) for known, _ in NAMES})
    place_meant(name, LIBRARY)


PARTS = (
    "武汉",
    "东湖",
    "经济",
    "技术",
    "开发",
    "高新",
    "区",
    "市",
    "县",
    "East",
    "Lake",
    "Zone",
    "New",
    "-",
    " ",
    "谷",
)
MADE = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join)


@settings(QUICK, max_examples=300)
@given(st.lists(MADE, max_size=30, unique=True), MADE)
def test_the_name_most_like_a_text_is_found_without_comparing_all(known: list[str], asked: str) -> None:
    fold = "".join(filter(str.isalnum, folded(asked)))
    assume(len(fold) > 1)
    named = [(name, f"id-{number}") for number, name in enumerate(known)]
    alike = [(_alike(fold, _letters(name)), name, id) for name, id in named]
    least = 0.5 if len(fold) <= 3 else 0.6
    best = max((one for one in alike if one[0] >= least), default=None)
    assert _PlaceNames(named).most_like(fold) == (best[1:] if best else None)


def test_two_places_do_not_share_a_name_under_the_one_fold(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    other = tmp_path / "targets" / "zones" / "other-zone.yaml"
    other.write_text("entity: {id: other-zone, kind: zone, name: {zh: 光 谷, en: Other Zone}}\n", "utf-8")
    library = TargetLibrary(tmp_path / "targets")
    library.check_all()
    said = [fault.kind.id for file in library.file_diagnostics for fault in file.diagnostics]
    assert said.count("same-name") == 1


def test_an_id_is_known_without_reading_any_place() -> None:
    library = TargetLibrary(ROOT / "targets")
    assert place_named("wuhan-wedz", library) == "wuhan-wedz"
    assert library.digests == {}


REPORT = "entity: {name}\nperiod: 2025\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\nobservations: {{gdp: 1000亿元}}\n"


@pytest.mark.parametrize(("name", "id"), NAMES)
def test_a_report_can_name_its_place_by_any_name(name: str, id: str, tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(REPORT.format(name=name), "utf-8")
    assert load_report(str(path), LIBRARY).entity == id


def test_a_review_goes_with_a_report_however_either_names_the_place(tmp_path: Path, digecon: Digecon) -> None:
    report, review = tmp_path / "report.yaml", tmp_path / "review.yaml"
    report.write_text(REPORT.format(name="光谷"), "utf-8")
    review.write_text(
        "entity: 东湖高新区\nperiod: 2025\nreviewer: {name: 核验组, organisation: 核验单位}\n"
        "verified: {core_share_of_gdp: {value: 31.25%, basis: 示例}}\n",
        "utf-8",
    )
    ran = digecon("check", str(report), "--review", str(review), "-q", "--as-of", AS_OF, "--lang", "en")
    assert "judged 1 of 6: met 1," in ran.out
    assert ran.err == ""
