"""``digecon explain``: one of each sort word for word, every id in both languages, and near misses."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.outcomes import FLAGS, Grade, Outcome, Reason, Verdict
from hubei_digecon.domain.words import (
    Counting,
    EntityKind,
    ItemLevel,
    Missing,
    Prices,
    SeenAs,
    State,
    Status,
    TargetNature,
)
from hubei_digecon.explain import TOPICS, open_handbook
from hubei_digecon.judging.relations import RELATION_KINDS
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, ChangeMeasure, Nature
from hubei_digecon.show.explain import Explanation, explanations_text
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang, Text

from ..building import LIBRARY
from ..chinese_and_english import chinese_in, english_in
from ..conftest import ROOT, TESTS, Digecon, matches_golden
from ..small_targets import NOTE, Small

GOLDEN = TESTS / "golden" / "explain"

SHOWN = {
    "target": ("wuhan-wedz.attracted_top100_firms", "wuhan.demonstration_outcomes"),
    "place": ("wuhan",),
    "indicator": ("core_share_of_gdp", "new_innovation_platforms", "integration_certified_firms"),
    "scope": ("core-2021",),
    "relation": ("no_more_than",),
    "comparator": ("more_than",),
    "outcome": ("not_due",),
    "verdict": ("incomplete",),
    "reason": ("item_count",),
    "flag": ("rounding_sensitive",),
    "evidence": ("documented",),
    "word of a file": ("provisional",),
    "key of a file": ("counting",),
    "diagnostic": ("missing-unit", "item-rejected", "not-utf8", "waiver-expired"),
}
"""What is held word for word, by its sort."""

SEVERAL = {
    "estimated": ["reason", "word of a file"],
    "milestone": ["comparator", "word of a file"],
    "scope": ["reason", "key of a file"],
    "未到期": ["outcome", "verdict"],
    "两化融合贯标企业": ["target", "target", "indicator"],
}
"""Names that several things have."""

HANDBOOK = open_handbook(str(ROOT / "targets"))

each_language = pytest.mark.parametrize("lang", LANGS)


def explained(digecon: Digecon, name: str, lang: str, *options: str) -> str:
    ran = digecon("explain", name, "--lang", lang, *options)
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    return ran.out


def shown(lang: Lang, *explanations: Explanation) -> str:
    return explanations_text(explanations, View(lang=lang))


# Word for word


@each_language
@pytest.mark.parametrize("id", [id for ids in SHOWN.values() for id in ids])
def test_one_of_each_sort_is_explained_word_for_word(id: str, lang: str, digecon: Digecon) -> None:
    matches_golden(explained(digecon, id, lang), GOLDEN / f"{id}.{lang}.txt")


def test_one_of_each_sort_is_held_word_for_word() -> None:
    assert list(SHOWN) == [topic.term.en for topic in TOPICS]
    for sort, ids in SHOWN.items():
        for id in ids:
            assert [one.sort.en for one in HANDBOOK.look_up(id)] == [sort]


def test_every_golden_file_is_of_something_explained() -> None:
    stems = {path.name.rpartition(".")[0].rpartition(".")[0] for path in GOLDEN.iterdir()}
    assert stems == {id for ids in SHOWN.values() for id in ids}


# Everything that has an id

TABLES: dict[str, set[str]] = {
    "target": {target.id for entity in LIBRARY.entities() for target in entity.targets},
    "place": {entity.id for entity in LIBRARY.entities()},
    "indicator": set(LIBRARY.catalogue.indicators),
    "scope": set(LIBRARY.catalogue.scopes),
    "relation": {kind.id for kind in RELATION_KINDS.values()},
    "comparator": set(COMPARATORS),
    "outcome": {one.id for one in Outcome},
    "verdict": {one.id for one in Verdict},
    "reason": {one.id for one in Reason},
    "flag": {one.id for one in FLAGS},
    "evidence": {one.id for one in Grade},
    "word of a file": {
        member.id
        for words in (
            Status,
            State,
            Missing,
            Counting,
            ItemLevel,
            INDICATOR_KINDS.values(),
            EntityKind,
            Nature,
            TargetNature,
            ChangeMeasure,
            Prices,
            SeenAs,
        )
        for member in words
    }
    - {Status.UNSTATED.id},
    "key of a file": {
        "status",
        "state",
        "missing",
        "counting",
        "level",
        "kind",
        "nature",
        "how",
        "prices",
        "seen",
        "scope",
    },
    "diagnostic": set(DIAGNOSTICS),
}
"""Every id that there is; that a status is unstated is nothing that a file says."""


def test_every_id_of_every_table_is_explained() -> None:
    assert list(TABLES) == [topic.term.en for topic in TOPICS]
    for sort, ids in TABLES.items():
        assert {one.id for one in HANDBOOK.explanations if one.sort.en == sort} == ids
        for id in ids:
            assert sort in [one.sort.en for one in HANDBOOK.look_up(id)]


@each_language
@pytest.mark.parametrize("explanation", HANDBOOK.explanations, ids=lambda one: f"{one.sort.en}-{one.id}")
def test_everything_can_be_shown_in_both_languages(explanation: Explanation, lang: Lang) -> None:
    text = shown(lang, explanation)
    assert text.startswith(explanation.id)
    head = text.partition("\n  ")[0]
    assert "".join(explanation.sort.pick(lang).split()) in "".join(head.split())
    assert explanation.lines
    assert "{key}" not in text
    for line in explanation.lines:
        assert f"  {line.label.pick(lang)}" in text
        assert isinstance(line.words, Text) or line.words.partition("\n")[0] in text


@each_language
@pytest.mark.parametrize("explanation", HANDBOOK.explanations, ids=lambda one: f"{one.sort.en}-{one.id}")
def test_no_line_of_words_is_wider_than_the_terminal(explanation: Explanation, lang: Lang) -> None:
    parts = {
        f"    {part}"
        for line in explanation.lines
        if isinstance(line.words, str)
        for part in line.words.split("\n")
    }
    lines = set(shown(lang, explanation).split("\n")) - parts
    assert max(map(cell_len, lines)) <= 80


@each_language
def test_labels_speak_one_language(lang: Lang) -> None:
    labels = {line.label for one in HANDBOOK.explanations for line in one.lines}
    sorts = {topic.term for topic in TOPICS}
    strange = english_in if lang == "zh" else chinese_in
    assert [text for text in labels | sorts if strange(text.pick(lang))] == []


# Names that people read


@pytest.mark.parametrize("name", SEVERAL)
def test_a_name_that_several_things_have_leads_to_each(name: str, digecon: Digecon) -> None:
    assert [one.sort.en for one in HANDBOOK.look_up(name)] == SEVERAL[name]
    text = explained(digecon, name, "en")
    assert text.count("\n\n") == len(SEVERAL[name]) - 1
    for sort in SEVERAL[name]:
        assert f"({sort})\n" in text


MEMBERS = {
    "outcomes": Outcome,
    "verdicts": Verdict,
    "reasons": Reason,
    "grades": Grade,
    "flags": FLAGS,
    "comparators": COMPARATORS.values(),
}


@pytest.mark.parametrize("members", MEMBERS.values(), ids=MEMBERS)
def test_a_term_of_a_table_leads_to_what_it_means(members: object) -> None:
    for one in members:  # type: ignore[attr-defined]
        for name in (one.id, one.term.zh, one.term.en):
            assert one.id in [found.id for found in HANDBOOK.look_up(name)]


def test_a_sentence_of_a_finding_leads_to_its_reason() -> None:
    for sentence in ("Recomputed from its parts.", "按分项复算。", "按分项复算"):
        assert [one.id for one in HANDBOOK.look_up(sentence)] == ["recomputed"]


@pytest.mark.parametrize(
    ("name", "id"),
    [("光谷", "wuhan-east-lake"), ("Core share of GDP", "core_share_of_gdp"), ("核心产业增加值", "core_value_added"),
     ("快报", "provisional"), ("有效期内", "in_force"), ("MISSING-UNIT", "missing-unit"), ("atleast", "at_least"), ("ｇｄｐ", "gdp")],
)  # fmt: skip
def test_other_names_and_ways_to_write_them_are_known(name: str, id: str) -> None:
    assert [one.id for one in HANDBOOK.look_up(name)] == [id]


# Near misses


@each_language
@pytest.mark.parametrize(
    ("name", "meant"),
    [("wuhan.core_share_of_gpd", "wuhan.core_share_of_gdp"), ("core_share", "core_share_of_gdp"),
     ("no-data", "no data"), ("undecidet", "undecided"), ("recompute", "recomputed"), ("scope-unstaded", "scope-unstated"),
     ("missing_unit", "missing-unit"), ("documentet", "documented"), ("待核定定", "待核定")],
)  # fmt: skip
def test_an_id_nearly_right_is_suggested(name: str, meant: str, lang: str, digecon: Digecon) -> None:
    ran = digecon("explain", name, "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    said = f"是否想写“{meant}”？" if lang == "zh" else f"did you mean “{meant}”?"
    assert said in ran.err


@each_language
def test_what_is_like_nothing_is_told_what_can_be_explained(lang: Lang, digecon: Digecon) -> None:
    ran = digecon("explain", "zzzz", "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "“zzzz”" in ran.err
    assert all(topic.term.pick(lang) in ran.err for topic in TOPICS)
    assert "？" not in ran.err
    assert "?" not in ran.err


@each_language
def test_help_says_what_can_be_explained(lang: Lang, digecon: Digecon) -> None:
    ran = digecon("explain", "--help", "--lang", lang)
    said = "".join(ran.out.split())
    assert all("".join(topic.term.pick(lang).split()) in said for topic in TOPICS)


# Target files


def test_the_targets_of_another_folder_are_explained(tmp_path: Path, digecon: Digecon) -> None:
    folder = str(Small(tmp_path).targets)
    text = explained(digecon, "two.share", "en", "--targets", folder)
    assert " ".join(text.split()) == (
        "two.share Sample share (target) place: Twotown (two) wording: “达到3%” source: Sample notice, "
        "paragraph 2 reading: at least 3%. “达到”: ordinary meaning; the number itself is included. "
        "due: by the end of 2025 indicator: Sample share (share) definition: A sample."
    )
    assert digecon("explain", "wuhan.core_share_of_gdp", "--targets", folder).code == Exit.USAGE


def test_what_only_some_targets_have_is_told(tmp_path: Path, digecon: Digecon) -> None:
    small = Small(tmp_path)
    city = small.targets / "cities" / "one.yaml"
    more = "    since: 2023-01-01\n    superseded_by: later\n    note: {zh: 甲\u202e乙, en: a \u202e note}\n"
    later = city.read_text("utf-8").partition("targets:\n")[2].replace("  firms:", "  later:")
    later = later.replace("    due:", "    indicator: firms\n    due:")
    later = later.removesuffix(NOTE)
    city.write_text(city.read_text("utf-8").removesuffix(NOTE) + more + later + NOTE, "utf-8")
    text = explained(digecon, "one.firms", "en", "--targets", str(small.targets))
    assert "  since: 2023-01-01\n" in text
    assert "  superseded by: one.later\n" in text
    assert "  note: a <U+202E> note\n" in text


def test_words_of_the_program_are_explained_whatever_the_target_files_are(
    tmp_path: Path, digecon: Digecon
) -> None:
    small = Small(tmp_path)
    (small.targets / "cities" / "one.yaml").write_text("entity: [\n", "utf-8")
    assert explained(digecon, "met", "en") == explained(digecon, "met", "en", "--targets", str(small.targets))
    nowhere = str(tmp_path / "nowhere")
    assert explained(digecon, "no-targets", "en", "--targets", nowhere).startswith(
        "no-targets (diagnostic)\n"
    )


@pytest.mark.parametrize("name", ["one.firms", "nonsense"])
def test_what_may_stand_in_faulty_target_files_is_told_their_faults(
    name: str, tmp_path: Path, digecon: Digecon
) -> None:
    small = Small(tmp_path)
    (small.targets / "cities" / "one.yaml").write_text("entity: [\n", "utf-8")
    ran = digecon("explain", name, "--targets", str(small.targets), "--lang", "en")
    assert (ran.code, ran.out) == (Exit.INVALID, "")
    assert "error syntax" in ran.err
