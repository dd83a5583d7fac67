"""Schemas for editors: current, told in both languages, taking every good file and refusing bad ones.

Which errors a schema sees stands in one table (``SEEN``); here it is proved by every file that shows one.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hubei_digecon.cli.schema import SCHEMAS
from hubei_digecon.diagnostics import DiagnosticKind, Severity
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.load.seen_by_schemas import BUT_SPELLING, SEEN
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.diagnostics import NOT_A_NUMBER
from hubei_digecon.shapes.base import keys_of
from hubei_digecon.shapes.diagnostics import BAD_PERIOD, BAD_WEIGHT, BARE_NUMBER, NOT_WHOLE
from hubei_digecon.shapes.files import FILES, SHAPES, shapes_in
from hubei_digecon.shapes.json_schema.named import measured_alike

from .conftest import ROOT, TESTS, Digecon
from .editors import ASKED, errors, schema, seen, validator
from .printed_diagnostics import kind_of
from .small_targets import Small

FOLDER = ROOT / "schemas"
SORTS = {
    "report": ("report",),
    "review": ("review",),
    "targets": ("catalogue", "document", "entity"),
    "weights": ("weights",),
}
"""The sorts of files that each schema is for."""

OF_INPUTS = tuple(SORTS)

GOOD = {
    "report": sorted((ROOT / "sample_reports").glob("*/*.yaml")),
    "review": sorted((ROOT / "sample_reports").glob("*/reviews/*.yaml")),
    "targets": sorted((ROOT / "targets").rglob("*.yaml")),
    "weights": sorted((TESTS / "weights").glob("*.yaml")),
}
FAULTY_SAMPLE = ROOT / "sample_reports" / "illustrative" / "reading-faults.yaml"
CASES = {
    "report": TESTS / "invalid",
    "review": TESTS / "invalid" / "reviews",
    "targets": TESTS / "faulty_targets",
    "weights": TESTS / "faulty_weights",
}
"""Folders of files that each show one kind of diagnostic, by the schema that they are held to."""

TAKEN = {
    "dates-reversed", "self-review", "file-name", "stretch-below", "wording-mismatch", "no-phrase",
    "value-not-in-wording", "relation-of-kinds", "unknown-reference", "restated-target", "ratio-mismatch",
    "exceeds-whole", "divisor-not-positive", "duplicate-item", "item-unnamed", "contradicting-reviews", "missing-document",
    "nothing-weighs",
}  # fmt: skip
"""Errors that no schema sees, in files that hold nothing else."""

REPORT = """\
entity: wuhan
period: 2025
submitted: {by: 示例单位, date: 2026-01-20, revision: 1}
illustrative: true
observations: {gdp: {value: 1000, unit: 亿元}}
"""
SPELT = ("not-whole.yaml", "not-a-number-null.yaml", "not-a-number-json-1e400.json")
"""Cases of errors that a schema sees, in a spelling that YAML or JSON hides."""

WEIGHTS = (TESTS / "weights" / "whole.yaml").read_text("utf-8")
PLACE = """\
entity: {id: one, kind: city, name: {zh: 一市, en: Oneville}}
targets:
  gdp: {due: 2025, comparator: at_least, value: 50, unit: 亿元,
    source: {document: sample, paragraph: 1, wording: 达到50亿元}}
"""
HIDDEN = (
    (BAD_PERIOD, REPORT, "period: 2025", "period: 02025", "period: '02025'"),
    (NOT_WHOLE, REPORT, "revision: 1", "revision: 1.0", "revision: '1.0'"),
    (NOT_A_NUMBER, REPORT, "value: 1000", "value: 1e3", "value: '1e3'"),
    (BARE_NUMBER, PLACE, "value: 50", "value: 0x32", "value: '0x32'"),
    (BAD_WEIGHT, WEIGHTS, "gazelle_firms: 0.5", "gazelle_firms: .5", "gazelle_firms: '.5'"),
)
"""Spellings that YAML hides, and the same as text: kind of error, file, what is right there, both others."""

_MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def _files(sort: str) -> list[Path]:
    """Return the cases of one sort; in the folder of reviews stands also the report that they are about."""
    files = (path for path in CASES[sort].iterdir() if path.suffix in (".yaml", ".json"))
    return sorted(path for path in files if path.name != "report.yaml")


def _seen() -> list[tuple[str, Path]]:
    """Return the cases of errors that a schema sees, but for those that YAML or JSON hides."""
    cases = [(sort, path) for sort in OF_INPUTS for path in _files(sort) if _kind(path) in SEEN]
    return [(sort, path) for sort, path in cases if path.name not in SPELT]


def _taken() -> list[tuple[str, Path]]:
    """Return the cases of what no schema sees: of errors between values, of warnings and notes; of a form that
    is not filled it sees that.
    """
    cases = [(sort, path) for sort in OF_INPUTS for path in _files(sort)]
    return [
        (sort, path)
        for sort, path in cases
        if _kind(path).id not in ASKED
        and (_kind(path).severity is not Severity.ERROR or _kind(path).id in TAKEN)
    ]


def _kind(path: Path) -> DiagnosticKind:
    return DIAGNOSTICS[kind_of(path.name)]


def _short(case: tuple[str, Path] | Path | str) -> str:
    return case if isinstance(case, str) else (case if isinstance(case, Path) else case[1]).name


def _takes(sort: str, text: str, name: str) -> bool:
    """Whether a schema takes a file as an editor sees it."""
    file, _ = seen(text, name)
    return validator(sort).is_valid(file)


def _is_taken(sort: str, path: Path) -> bool:
    return _takes(sort, path.read_text("utf-8"), path.name)


# The files themselves


def test_every_schema_is_committed_and_nothing_else() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_not_stale(name: str, digecon: Digecon) -> None:
    ran = digecon("schema", name, "--targets", "targets")
    assert ran.out == (FOLDER / f"{name}.schema.json").read_text("utf-8"), "make schemas writes it anew"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_says_of_what(name: str, digecon: Digecon) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    ran = digecon("schema", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("}\n")
    made = json.loads(ran.out)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == f"digecon/{name}/v1"
    assert ran.out == digecon("schema", name, "--lang", "zh").out


def test_make_writes_every_schema() -> None:
    (names,) = re.findall(r"^SCHEMAS := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert names.split() == list(SCHEMAS)


@pytest.mark.parametrize("sort", OF_INPUTS)
def test_every_sample_and_target_file_points_to_the_schema_of_its_sort(sort: str) -> None:
    assert GOOD[sort]
    for path in GOOD[sort]:
        first = path.read_text("utf-8").splitlines(keepends=True)[0]
        match = _MODELINE.fullmatch(first)
        assert match, path
        assert Path(os.path.normpath(path.parent / match[1])) == FOLDER / f"{sort}.schema.json"


# What editors show


def _chinese(text: str) -> bool:
    return re.search("[\u4e00-\u9fff]", text) is not None


def _in_both(text: str) -> bool:
    return _chinese(text) and re.search("[A-Za-z]{2}", text) is not None


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    """Return every mapping inside a schema."""
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _objects(one)


@pytest.mark.parametrize("sort", OF_INPUTS)
def test_nothing_beside_a_reference_hides_what_it_refers_to(sort: str) -> None:
    """The YAML language server takes a keyword from beside ``$ref``, if it stands there, and not from behind."""
    made = schema(sort)
    references = [one for one in _objects(made) if "$ref" in one]
    assert references
    for one in references:
        shape = made["$defs"][one["$ref"].removeprefix("#/$defs/")]
        assert shape.keys() & one.keys() <= {"title"}


@pytest.mark.parametrize("sort", OF_INPUTS)
def test_only_keywords_that_older_editors_know_are_used(sort: str) -> None:
    made = schema(sort)
    later = {"dependentSchemas", "dependentRequired", "prefixItems", "unevaluatedProperties", "minContains"}
    assert not [one for one in _objects(made) if one.keys() & later]


@pytest.mark.parametrize("sort", OF_INPUTS)
def test_expressions_are_such_as_every_engine_reads(sort: str) -> None:
    patterns = {one["pattern"] for one in _objects(schema(sort)) if isinstance(one.get("pattern"), str)}
    assert len(patterns) > 3
    for pattern in patterns:
        assert not re.search(r"\(\?[^:]|\\[^ux.^$*+?()\[\]{}|\\]", pattern), (
            "lookaround, or a class that differs"
        )


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_is_told_in_both_languages(name: str) -> None:
    for key in keys_of(SHAPES[name]):
        assert _chinese(key.told.zh), key
        assert re.search("[a-z]{2}", key.told.en), key


@pytest.mark.parametrize("sort", OF_INPUTS)
def test_what_is_told_of_a_key_is_shown_wherever_it_can_stand(sort: str) -> None:
    shapes = [
        one for one in _objects(schema(sort)) if one.get("additionalProperties") is False and "title" in one
    ]
    shown = [key for shape in shapes for key in shape["properties"].values()]
    assert all(_in_both(key["description"]) for key in shown)
    names = {name for shape in shapes for name in shape["properties"]}
    for file in SORTS[sort]:
        assert {key.name for shape in shapes_in(FILES[file]) for key in keys_of(shape)} <= names


@pytest.mark.parametrize("sort", OF_INPUTS)
def test_every_shape_has_a_title_in_both_languages(sort: str) -> None:
    made = schema(sort)
    shapes = [made, *(one for one in made["$defs"].values() if "additionalProperties" in one)]
    assert len(shapes) > 1
    assert all(_in_both(shape["title"]) for shape in shapes)


def test_the_result_is_told_in_both_languages_too() -> None:
    made = schema("result")
    for shape in (made, *made["$defs"].values()):
        assert _in_both(shape["title"])
        assert all(_in_both(key["description"]) for key in shape["properties"].values())


def test_indicators_are_told_by_name_definition_and_unit(library: TargetLibrary) -> None:
    shown = schema("report")["properties"]["observations"]["properties"]
    assert list(shown) == list(library.catalogue.indicators)
    for one in library.catalogue.indicators.values():
        assert shown[one.id]["title"] == f"{one.name.zh} / {one.name.en}"
        for text in (one.definition.zh, one.definition.en, one.unit or ""):
            assert text in shown[one.id]["description"]


def _listed(node: Any) -> list[Any]:
    """Return the words that an editor proposes."""
    return [word for one in _objects(node) for word in one.get("enum", ())]


def test_places_words_and_units_are_proposed(library: TargetLibrary) -> None:
    made = schema("report")
    others = [name for one in library.entities() for name in (*one.aliases, one.name.zh, one.name.en)]
    assert _listed(made["properties"]["entity"]) == [*library.files, *others]
    for name, (one, *_) in measured_alike(library).items():
        keys = made["$defs"][f"Observation-{name}"].get("properties", {})
        assert one.kind.takes_state or _listed(keys["unit"]) == list(filter(None, one.units))
    keys = made["$defs"]["Observation"]["properties"]
    assert _listed(keys["scope"]) == list(library.catalogue.scopes)
    assert {"final", "最终核实数", "快报", "预计"} <= set(_listed(keys["status"]))
    assert {"achieved", "部分实现"} <= set(_listed(made["$defs"]["Observation-milestone"]))


def test_a_schema_knows_the_places_and_indicators_of_the_targets_given(
    tmp_path: Path, digecon: Digecon
) -> None:
    small = Small(tmp_path)
    made = json.loads(digecon("schema", "report", "--targets", str(small.targets)).out)
    names = ["one", "two", "一市", "Oneville", "二市", "Twotown"]
    assert _listed(made["properties"]["entity"]) == names
    assert list(made["properties"]["observations"]["properties"]) == ["firms", "share"]


@pytest.mark.parametrize("id", ["2025", "1e3", "0x1F", "true", "a+b", "a.b", "(a)", "$"])
def test_a_place_is_known_however_its_id_looks_to_an_editor(
    id: str, tmp_path: Path, digecon: Digecon
) -> None:
    small = Small(tmp_path)
    one = small.targets / "cities" / "one.yaml"
    one.with_name(f"{id}.yaml").write_text(one.read_text("utf-8").replace("id: one", f"id: {id}"), "utf-8")
    for name in ("two", "one"):
        (small.targets / "cities" / f"{name}.yaml").unlink()
    library = TargetLibrary(small.targets)
    made = {
        sort: jsonschema.Draft202012Validator(
            json.loads(digecon("schema", sort, "--targets", str(small.targets)).out)
        )
        for sort in ("report", "review")
    }
    head = f"entity: {id}\nperiod: 2025\n"
    files = {
        "report": f"{head}submitted: {{by: a, date: 2026-01-20}}\nobservations: {{firms: 12家}}\n",
        "review": f"{head}reviewer: {{name: a}}\nwaivers:\n  KEY: "
        "{reason: a, approved_by: b, approved_on: 2026-02-10, expires: 2026-12-31}\n",
    }
    for sort, key, right in (
        ("report", "", True),
        ("review", "firms", True),
        ("review", f"'{id}.firms'", True),
        ("review", "firm", False),
    ):
        text = files[sort].replace("KEY", key)
        assert (errors(sort, text, "file.yaml", library) == set()) is right
        assert made[sort].is_valid(seen(text, "file.yaml")[0]) is right


def test_no_schema_is_made_of_faulty_targets(tmp_path: Path, digecon: Digecon) -> None:
    small = Small(tmp_path)
    (small.targets / "cities" / "one.yaml").write_text("entity: one\n", "utf-8")
    ran = digecon("schema", "report", "--targets", str(small.targets), "--lang", "en")
    assert (ran.code, ran.out) == (3, "")
    assert "wrong-type" in ran.err


# What a schema takes


@pytest.mark.parametrize(
    ("sort", "path"), [(sort, path) for sort in OF_INPUTS for path in GOOD[sort]], ids=_short
)
def test_every_good_sample_and_target_file_is_taken(sort: str, path: Path) -> None:
    assert _is_taken(sort, path) is (path != FAULTY_SAMPLE)


@pytest.mark.parametrize(("sort", "path"), _seen(), ids=_short)
def test_every_error_that_a_schema_sees_is_refused(sort: str, path: Path) -> None:
    assert not _is_taken(sort, path)


@pytest.mark.parametrize("name", SPELT)
def test_an_error_is_taken_only_where_its_spelling_is_hidden(name: str) -> None:
    path = CASES["report"] / name
    _, scalars = seen(path.read_text("utf-8"), name)
    assert any(one.respelt for one in scalars)
    assert _kind(path) in BUT_SPELLING
    assert _is_taken("report", path)


@pytest.mark.parametrize(("sort", "path"), _taken(), ids=_short)
def test_what_a_schema_cannot_see_is_taken(sort: str, path: Path) -> None:
    assert _is_taken(sort, path)


def test_an_error_is_seen_or_not_seen() -> None:
    assert not TAKEN & {kind.id for kind in SEEN}


@pytest.mark.parametrize("kind", SEEN, ids=lambda kind: kind.id)
def test_every_error_that_a_schema_sees_has_a_file_that_shows_it(kind: DiagnosticKind) -> None:
    assert any(kind_of(path.name) == kind.id for _, path in _seen())


@pytest.mark.parametrize(
    ("kind", "file", "right", "hidden", "shown"), HIDDEN, ids=lambda one: getattr(one, "id", "")
)
def test_a_spelling_that_yaml_hides_is_taken_and_the_same_text_is_not(
    kind: DiagnosticKind, file: str, right: str, hidden: str, shown: str, library: TargetLibrary
) -> None:
    sort = {REPORT: "report", PLACE: "targets", WEIGHTS: "weights"}[file]
    for written, taken in ((right, True), (hidden, True), (shown, False)):
        text = file.replace(right, written)
        assert _takes(sort, text, "file.yaml") is taken, written
        assert (kind.id in errors(sort, text, "-", library)) is (written != right)


def test_every_kind_that_a_spelling_can_hide_is_shown_so() -> None:
    assert {kind for kind, *_ in HIDDEN} == set(BUT_SPELLING)


@pytest.mark.parametrize("nothing", ["null", "~", "Null", "NULL"])
@pytest.mark.parametrize(
    ("right", "written", "taken"),
    [
        ("by: 示例单位", "by: {}", False),
        ("value: 1000, unit: 亿元", "value: 1000亿元, evidence: [{}]", False),
        ("value: 1000, unit: 亿元", "value: 1000亿元, note: {}", True),
    ],
)
def test_a_bare_null_is_text_to_digecon_and_nothing_to_an_editor(
    right: str, written: str, taken: bool, nothing: str, library: TargetLibrary
) -> None:
    text = REPORT.replace(right, written.format(nothing))
    assert errors("report", text, "report.yaml", library) == set()
    assert _takes("report", text, "report.yaml") is taken
    quoted = REPORT.replace(right, written.format(f"'{nothing}'"))
    assert _takes("report", quoted, "report.yaml")


# By another validator, which reads YAML and regular expressions by other means


def _refused_elsewhere(sort: str, paths: list[Path]) -> set[Path]:
    """Return the files that ``check-jsonschema`` refuses: ruamel.yaml, and expressions as ECMA-262 has them."""
    schema_file = str(FOLDER / f"{sort}.schema.json")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "-o",
            "json",
            "--schemafile",
            schema_file,
            *map(str, paths),
        ],
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    found = json.loads(done.stdout)
    assert not found.get("parse_errors")
    return {Path(error["filename"]) for error in found.get("errors", ())}


@pytest.mark.heavy
@pytest.mark.parametrize("sort", OF_INPUTS)
def test_another_validator_takes_and_refuses_the_same(sort: str) -> None:
    assert _refused_elsewhere(sort, [path for path in GOOD[sort] if path != FAULTY_SAMPLE]) == set()
    refused = [path for one, path in _seen() if one == sort]
    assert _refused_elsewhere(sort, refused) == set(refused)


@pytest.mark.heavy
def test_another_validator_finds_the_schemas_sound() -> None:
    paths = map(str, sorted(FOLDER.iterdir()))
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *paths]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
