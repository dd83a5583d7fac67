"""``digecon targets``: places and targets in each format, read back; and which place a name leads to."""

import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.targets import Entity
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.shapes.target_list import ListedPlace, Listing
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from ..building import LIBRARY
from ..chinese_and_english import chinese_in, english_in
from ..conftest import ROOT, TESTS, Digecon, matches_golden
from ..hostile import EVERYTHING, RAW, quoted
from ..markdown_reader import Page
from ..readers import LISTING_READERS, UnreadableError, read_listing

PLACES = tuple(LIBRARY.files)
NOTICE = ("--document", "notice")
NAMES = [
    ("光谷", "wuhan-east-lake"),
    ("东湖高新区", "wuhan-east-lake"),
    ("武汉东湖新技术开发区", "wuhan-east-lake"),
    ("Wuhan East Lake High-tech Development Zone", "wuhan-east-lake"),
    ("车谷", "wuhan-wedz"),
    ("武汉经开区", "wuhan-wedz"),
    ("武汉市", "wuhan"),
    ("wuhan", "wuhan"),
]
SUFFIXES = {"table": "txt", "markdown": "md", "json": "json"}

each_format = pytest.mark.parametrize("format", LISTING_READERS)
each_language = pytest.mark.parametrize("lang", LANGS)


def test_every_format_of_targets_has_a_reader() -> None:
    assert list(LISTING_READERS) == [one.name for one in FORMATS.values() if one.lists]


def shown(digecon: Digecon, *arguments: str) -> str:
    ran = digecon("targets", *arguments)
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    return ran.out


@each_format
@each_language
@pytest.mark.parametrize("place", ["", *PLACES])
def test_what_is_listed_is_as_shown(format: str, lang: str, place: str, digecon: Digecon) -> None:
    text = shown(digecon, *filter(None, [place]), "--output-format", format, "--lang", lang)
    read_listing(format, text)
    name = (
        f"{place or 'places'}.{lang}.{SUFFIXES[format]}" if format != "json" else f"{place or 'places'}.json"
    )
    matches_golden(text, TESTS / "golden" / "targets" / name)


def test_json_is_the_same_in_both_languages(digecon: Digecon) -> None:
    assert len({shown(digecon, "--output-format", "json", "--lang", lang) for lang in LANGS}) == 1


def test_json_holds_all_that_target_files_say(digecon: Digecon, library: TargetLibrary) -> None:
    read = read_listing("json", shown(digecon, "--output-format", "json"))
    assert isinstance(read, Listing)
    assert len(read.places) == len(library.entities())
    for place, entity in zip(read.places, library.entities(), strict=True):
        _same(place, entity)


def _same(place: ListedPlace, entity: Entity) -> None:
    assert (place.entity, place.kind, place.name) == (entity.id, entity.kind.id, entity.name)
    assert (place.aliases, place.within, place.tasks) == (
        list(entity.aliases),
        entity.within,
        list(entity.tasks),
    )
    for listed, target in zip(place.targets, entity.targets, strict=True):
        assert (listed.target, listed.due, listed.unit) == (target.id, target.due, target.unit)
        assert _number(listed.required) == target.value
        assert _number(listed.stretch) == target.stretch
        assert listed.source.wording == target.source.wording
        assert listed.parts == target.parts
        other = target.other_reading
        assert (listed.other_reading is None) == (other is None)
        if listed.other_reading and other:
            assert Fraction(listed.other_reading.required) == other.value
            assert listed.other_reading.comparator == other.comparator.id


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def test_the_files_of_one_place_are_those_it_rests_on(digecon: Digecon) -> None:
    read = read_listing("json", shown(digecon, "光谷", *NOTICE, "--output-format", "json"))
    assert isinstance(read, Listing)
    paths = [file.path for file in read.targets.files]
    assert paths == ["documents/notice.yaml", "indicators.yaml", "zones/wuhan-east-lake.yaml"]


@each_language
def test_a_page_has_a_row_for_each_place_and_each_target(
    lang: str, digecon: Digecon, library: TargetLibrary
) -> None:
    page = read_listing("markdown", shown(digecon, "--output-format", "markdown", "--lang", lang))
    assert isinstance(page, Page)
    assert [row[0] for row in page.tables[0][1:]] == [entity.id for entity in library.entities()]
    for entity in library.entities():
        page = read_listing(
            "markdown", shown(digecon, entity.id, "--output-format", "markdown", "--lang", lang)
        )
        assert isinstance(page, Page)
        assert [row[1] for row in page.tables[0][1:]] == [target.key for target in entity.targets]


def test_an_id_is_never_broken(digecon: Digecon) -> None:
    for lang in LANGS:
        assert "integration_certified_firms " in shown(digecon, "车谷", "--lang", lang)


def test_headings_and_sentences_are_in_one_language(digecon: Digecon) -> None:
    places = shown(digecon, *NOTICE, "--lang", "zh")
    assert english_in(places.partition("\n\n")[2]) == []
    said = (
        shown(digecon, *NOTICE, "--lang", "en")
        .replace("光谷, 东湖高新区", "")
        .replace("车谷, 武汉经开区", "")
        .replace("武汉", "")
    )
    assert chinese_in(said) == []


def test_formats_go_into_files_and_the_count_is_told(digecon: Digecon, tmp_path: Path) -> None:
    path = tmp_path / "targets.json"
    ran = digecon("targets", "--output-format", f"json={path}", "--lang", "en")
    targets = sum(len(entity.in_force) for entity in LIBRARY.entities())
    told = f"places: {len(LIBRARY.entities())}; targets: {targets}.\n"
    assert (ran.code, ran.out, ran.err) == (Exit.COMPLIANT, "", told)
    read_listing("json", path.read_text("utf-8"))
    ran = digecon("targets", "光谷", *NOTICE, "--output-format", f"json={path}", "--lang", "zh")
    assert ran.err == "城市和园区1个，目标6项。\n"


def test_no_target_file_is_written_over(digecon: Digecon, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    path = tmp_path / "targets" / "cities" / "wuhan.yaml"
    before = path.read_bytes()
    ran = digecon("targets", "--targets", str(tmp_path / "targets"), "--output-format", f"json={path}")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert path.read_bytes() == before


@each_format
def test_no_text_of_target_files_breaks_a_format(
    format: str, digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    city = tmp_path / "targets" / "cities" / "wuhan.yaml"
    name = quoted(f"::error::{EVERYTHING}|##[error]")
    text = city.read_text("utf-8").replace("{zh: 武汉市, en: Wuhan}", f"{{zh: {name}, en: {name}}}")
    city.write_text(
        text.replace("原文列举四个方面并以“等”结尾", quoted(EVERYTHING)[1:-1].replace('\\"', "")), "utf-8"
    )
    monkeypatch.setenv("GITHUB_ACTIONS", "true")  # its log takes some lines of text for commands
    for place in ([], ["wuhan"]):
        out = shown(digecon, *place, "--output-format", format, "--targets", str(tmp_path / "targets"))
        assert RAW.findall(out) == []
        read_listing(format, out)


BROKEN = {
    "table": ("a", "\x1b[2J\n", "\u202e\n", "::error::a\n"),
    "markdown": ("no table\n", "| a | b |\n| c |\n", "| a |\n|---|\n| <b> |\n"),
    "json": ("", "{}", "NaN\n", '{"format": "digecon/result/v1"}\n'),
}


@pytest.mark.parametrize(
    ("format", "text"), [(format, text) for format, texts in BROKEN.items() for text in texts]
)
def test_a_reader_refuses_what_is_broken(format: str, text: str) -> None:
    with pytest.raises(UnreadableError):
        read_listing(format, text)


@pytest.mark.parametrize(
    "change",
    [('"due": 2025', '"due": 2025.5'), ('"required": "13"', '"required": 13'), ('"places"', '"place"')],
)
def test_the_schema_refuses_what_is_no_listing(change: tuple[Any, Any], digecon: Digecon) -> None:
    text = shown(digecon, "--output-format", "json")
    assert change[0] in text
    with pytest.raises(UnreadableError):
        read_listing("json", text.replace(*change))


@pytest.mark.parametrize(("name", "id"), NAMES)
def test_every_name_of_a_place_leads_to_it(name: str, id: str, digecon: Digecon) -> None:
    assert f"({id})" in shown(digecon, name, "--lang", "en")


NOT_KNOWN = {
    "zh": "现有文件中没有公布“襄阳”的目标。《关于印发第一批湖北省数字经济示范城市和标杆园区名单的通知》共列15个，"
    "现有材料只见其中3个的名称和目标，“襄阳”是否在其余12个之内无法确定。有目标的：全国（china）、",
    "en": "no targets of “襄阳” are published in the documents at hand; Notice of the first list of demonstration "
    "cities and benchmark zones of Hubei's digital economy names 15 places, of which only 3 are known here, so "
    "whether “襄阳” is among the other 12 is not known; places with targets: China (china), ",
}


@each_language
@pytest.mark.parametrize("command", ["targets", "new"])
def test_a_place_that_the_notice_may_name_is_not_said_to_be_unknown_to_it(
    command: str, lang: str, digecon: Digecon
) -> None:
    ran = digecon(command, "襄阳", "--lang", lang)
    assert ran.code == Exit.USAGE
    assert NOT_KNOWN[lang] in ran.err


@each_language
def test_explain_says_so_too_of_what_may_be_a_place(lang: str, digecon: Digecon) -> None:
    said = NOT_KNOWN[lang].split("《" if lang == "zh" else "; ")[1][:60]
    assert said in digecon("explain", "襄阳", "--lang", lang).err
    assert said not in digecon("explain", "undecidd", "--lang", lang).err


@each_language
def test_a_name_that_is_near_is_proposed_beside_it(lang: str, digecon: Digecon) -> None:
    assert "“武汉东湖新技术开发区”" in digecon("targets", "武汉东湖", "--lang", lang).err
