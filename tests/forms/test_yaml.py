"""A form in YAML: read as it is it has no fault; filled it reads back; no text of target files breaks it."""

import datetime
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.reports import Period
from hubei_digecon.forms import FORMS, FormHeading, asked
from hubei_digecon.forms.yaml import WIDTH, scalar
from hubei_digecon.load.document import parsed
from hubei_digecon.load.reports import load_report
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.shapes.holds import core_value
from hubei_digecon.text import LANGS, Lang

from ..conftest import AS_OF, ROOT, TESTS, Digecon, matches_golden
from ..hostile import EVERYTHING, RAW, quoted

PLACES = ("wuhan", "wuhan-east-lake", "wuhan-wedz")
DATE = datetime.date(2026, 1, 20)
VALUES = {
    INDICATOR_KINDS["amount"]: "12.5亿元",
    INDICATOR_KINDS["share"]: "12.5%",
    INDICATOR_KINDS["count"]: "7",
    INDICATOR_KINDS["milestone"]: "partial",
}

each_place = pytest.mark.parametrize("place", PLACES)
each_language = pytest.mark.parametrize("lang", LANGS)


def form(place: str, lang: Lang, library: TargetLibrary, by: str = "示例单位") -> str:
    entity = library.entity(place)
    assert entity
    asks = asked(entity, library.catalogue, library.judged_documents)
    text = FORMS["yaml"].write(FormHeading(entity, Period(2025), by, DATE), asks, lang)
    assert isinstance(text, str)
    return text


@each_place
@each_language
def test_a_form_is_as_shown(place: str, lang: Lang, library: TargetLibrary) -> None:
    matches_golden(form(place, lang, library), TESTS / "golden" / "forms" / f"{place}.{lang}.yaml")


@each_place
@each_language
def test_a_form_not_yet_filled_has_no_fault_and_no_data(
    place: str, lang: Lang, library: TargetLibrary, digecon: Digecon, tmp_path: Path
) -> None:
    path = tmp_path / "form.yaml"
    path.write_text(form(place, lang, library), "utf-8")
    assert digecon("lint", str(path), "--lang", "en").out == "files read: 1; errors 0, warnings 0, notes 0.\n"
    ran = digecon("check", str(path), "-q", "--lang", "en", "--as-of", AS_OF)
    entity = library.entity(place)
    assert entity
    number = len(entity.judged(library.judged_documents))
    assert f"judged 0 of {number}: met 0, missed 0; undecided 0, no data {number}," in ran.out
    assert ran.code == 4


@each_place
def test_what_a_program_fills_in_reads_back(place: str, library: TargetLibrary, tmp_path: Path) -> None:
    filled = form(place, "zh", library)
    entity = library.entity(place)
    assert entity
    asks = asked(entity, library.catalogue, library.judged_documents)
    for one in asks:
        key = f"\n  {one.indicator.id}:\n"
        assert key in filled
        filled = filled.replace(
            key, key.rstrip("\n") + f" {VALUES[one.indicator.kind]}{one.indicator.unit or ''}\n"
        )
    path = tmp_path / "form.yaml"
    path.write_text(filled.replace("亿元亿元", "亿元").replace("%%", "%"), "utf-8")
    report = load_report(str(path), library)
    assert report.diagnostics == ()
    assert list(report.observations) == [one.indicator.id for one in asks]
    assert (report.entity, report.period, report.submitted.by) == (place, Period(2025), "示例单位")
    assert report.submitted.date == DATE


@each_place
@each_language
def test_the_lines_below_an_indicator_are_read_once_they_are_no_comment(
    place: str, lang: Lang, library: TargetLibrary, tmp_path: Path
) -> None:
    given = {"value": "7", "state": "partial", "name": "示例", "title": "示例", "status": "final"}

    def filled(line: str) -> str:
        line = re.sub(r"^    # ", "    ", line)
        for key, value in given.items():
            line = re.sub(rf"\b{key}:(?= |,|}}|$)", f"{key}: {value}", line)
        return line

    path = tmp_path / "form.yaml"
    head, _, body = form(place, lang, library).partition("\nobservations:\n")
    path.write_text("\n".join([head, "observations:", *map(filled, body.split("\n"))]), "utf-8")
    report = load_report(str(path), library)
    entity = library.entity(place)
    assert entity
    asks = asked(entity, library.catalogue, library.judged_documents)
    assert list(report.observations) == [one.indicator.id for one in asks]
    assert report.diagnostics == ()
    for one in asks:
        observation = report.observations[one.indicator.id]
        kind = one.indicator.kind
        assert observation.scope == (one.indicator.scopes[0] if one.indicator.scopes else None)
        assert observation.counting == one.indicator.counting
        assert len(observation.items) == (kind is INDICATOR_KINDS["count"])
        assert len(observation.evidence) == 1


@each_place
@each_language
def test_no_comment_is_wider_than_a_screen(place: str, lang: Lang, library: TargetLibrary) -> None:
    from rich.cells import cell_len

    wide = [line for line in form(place, lang, library).splitlines() if cell_len(line) > WIDTH]
    assert wide == []


@each_place
@each_language
def test_every_target_is_told_by_its_words(place: str, lang: Lang, library: TargetLibrary) -> None:
    told = "".join(re.sub(r"\n *# *", "", form(place, lang, library)).split())
    entity = library.entity(place)
    assert entity
    for target in entity.judged(library.judged_documents):
        for text in (
            target.source.wording,
            target.indicator.name.pick(lang),
            target.indicator.definition.pick(lang),
        ):
            assert "".join(text.split()) in told


@each_language
def test_no_text_of_target_files_breaks_a_form(lang: Lang, tmp_path: Path, digecon: Digecon) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    hostile = quoted(f"\n::error::示例\n##[error]示例\nentity: other\n{EVERYTHING}")
    for name, known in (
        ("cities/wuhan.yaml", "{zh: 武汉市, en: Wuhan}"),
        ("indicators.yaml", "{zh: 地区生产总值, en: Gross domestic product}"),
    ):
        path = tmp_path / "targets" / name
        text = path.read_text("utf-8")
        assert known in text
        path.write_text(text.replace(known, f"{{zh: {hostile}, en: {hostile}}}", 1), "utf-8")
    ran = digecon("new", "wuhan", "--targets", str(tmp_path / "targets"), "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert RAW.findall(ran.out) == []
    assert "\n::" not in ran.out
    assert "##[" not in ran.out
    read = digecon(
        "lint", "-", "--targets", str(tmp_path / "targets"), "--lang", "en", stdin=ran.out.encode()
    )
    assert read.out.endswith("files read: 1; errors 0, warnings 1, notes 0.\n")


@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=30
    )
)
def test_a_value_is_read_as_the_text_that_it_was(text: str) -> None:
    written = scalar(text)
    root = parsed(decoded("form.yaml", f"by: {written}\n".encode())).root
    assert root["by"] == (None if text.isspace() else text)
    if not written.startswith('"'):
        assert core_value(written) == text


@pytest.mark.parametrize(
    "text", ["5g_industrial_internet_zone", "wuhan-east-lake", "示例单位", "家", "core-2021"]
)
def test_what_is_plainly_a_text_has_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["%", "no", "Null", "1e5", "0x1F", "12", "-", "a: b", "a #b", " a", "a ", "示例（虚构）", "~"]
)
def test_what_could_be_anything_else_has_quotes(text: str) -> None:
    assert scalar(text) == f'"{text}"'
