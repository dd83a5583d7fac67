"""What is added to a folder never makes its run look better; and no text of one file ends the run of another.

The laws go through the public functions, on a small folder that each draw writes anew.
"""

import copy
import csv
import datetime
import io
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon import Run, TargetLibrary, check, score
from hubei_digecon.domain.exit_codes import FAIL_ON, Exit, exit_of
from hubei_digecon.load.search.folders import is_wanted
from hubei_digecon.shapes.columns import COLUMNS
from hubei_digecon.show.escape import xml_visible
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang

from ..building import LIBRARY, PROPERTY
from ..conftest import AS_OF, ROOT
from ..laws import examples
from ..mutations import VALUES
from ..naughty import OURS
from ..overlooked_reports import FILES, NEIGHBOURS, write
from ..small_targets import REPORTS, Small
from ..workbooks import filled_from, patched

FEW, HEAVY = settings(PROPERTY, max_examples=examples(40)), settings(PROPERTY, max_examples=800)

RANKS = (Exit.COMPLIANT, Exit.UNDECIDED, Exit.MISSED, Exit.INVALID, Exit.FAULT)
"""Exit codes from the best to the worst."""

DAY = datetime.date.fromisoformat(AS_OF)

Content = str | bytes


def rank(run: Run, fail_on: str) -> int:
    """Return how bad a run ended, the greater the worse."""
    return RANKS.index(exit_of(run.counts, fail_on))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> TargetLibrary:
    return TargetLibrary(Small(tmp_path_factory.mktemp("small")).targets)


@contextmanager
def folder_of(files: Mapping[str, Content]) -> Iterator[Path]:
    """A folder that holds some files, for as long as a draw is tried."""
    folder = Path(tempfile.mkdtemp())
    try:
        for name, content in files.items():
            write(folder, name, content)
        yield folder
    finally:
        shutil.rmtree(folder)


# What is added

OF_TWO = {name: text.replace("entity: one", "entity: two") for name, text in REPORTS.items()}
OF_2024 = {name: text.replace("period: 2025\n", "period: 2024\n") for name, text in REPORTS.items()}
REVIEWS = [
    "entity: one\nperiod: 2025\nreviewer: {name: 核验组, organisation: 核验单位}\nverified:\n"
    f"  firms: {{value: {value}, unit: 家, basis: 示例}}\n"
    for value in (8, 12)
]
OURS_IN_FOLDERS: list[Content] = [content for content, code in FILES.values() if code in (1, 3)]
"""Reports, and what is an error since it may be one."""

OTHERS: list[Content] = [
    *NEIGHBOURS.values(), "*\n", "home = /usr\n", "weights: {firms: 1}\n", "format: digecon/result/v1\nassessments: []\n",
    "exclude: ['*']\n", 'exclude = ["*"]\nfail-on = "never"\n', "[tool.digecon]\nfail-on = 'never'\n", "indicators: {}\n", "\0",
    "path,entity,period,revision,illustrative,verdict\n", "---\n---\n", "Signature: 8a477f597d28d172789f0688\n", "",
    "entity: {id: x, kind: city, name: {zh: 某市, en: X}}\ntargets: {}\n",
]  # fmt: skip
"""What is no report whatever its name. A marker of a cache with its signature is not among them: that the folder
of a cache is named instead of searched is a rule of its own.
"""

STEERING = [
    ".gitignore", ".digeconignore", "CACHEDIR.TAG", "pyvenv.cfg", "digecon.toml", "pyproject.toml", ".digecon.toml", "z/CACHEDIR.TAG",
    "z/z/CACHEDIR.TAG", "m/CACHEDIR.TAG", "m/digecon.toml", "z/.gitignore", "z/node_modules/a.yaml", ".z/r.yaml", ".git/config",
    "m/.ignore", "__pycache__/r.yaml", "indicators.yaml", "m/indicators.yaml", "targets/indicators.yaml", "~$a.yaml", ".~lock.a.yaml#",
]  # fmt: skip
"""Names of files that change what some program searches."""

SUFFIXES = [
    "",
    ".yaml",
    ".yml",
    ".JSON",
    ".csv",
    ".xlsx",
    ".txt",
    ".toml",
    ".xls",
    ".ods",
    ".zip",
    ".gz",
    ".bak",
    "~",
]
STEMS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1, max_size=12
).filter(lambda name: name.strip(". ") != "")
NAMES = st.sampled_from(STEERING) | st.builds("{}{}".format, STEMS, st.sampled_from(SUFFIXES))
NO_REPORTS = st.tuples(NAMES, st.sampled_from(OTHERS)) | st.tuples(
    NAMES.filter(lambda name: "/" not in name and not is_wanted(name)), st.sampled_from(OURS_IN_FOLDERS)
)
"""Files that are neither reports nor reviews, or whose names are not those of files that are read."""

JUDGED = st.sampled_from([*REPORTS.values(), *OF_TWO.values(), *OF_2024.values()])
FOLDERS = st.dictionaries(
    st.sampled_from(["a.yaml", "b.yaml", "m/c.yaml", "z/z/z.yaml", "~.yaml"]),
    JUDGED | st.sampled_from([*OURS_IN_FOLDERS, *REVIEWS]),
    max_size=4,
)


def runs_of(folder: Path, library: TargetLibrary) -> list[Run]:
    """Return the runs on a folder, of the reviews in it too."""
    return [check(folder, targets=library, reviews=folder), score(folder, targets=library)]


def ranks(run: Run) -> list[int]:
    return [rank(run, choice) for choice in FAIL_ON]


def no_rank_is_lower(before: Run, after: Run) -> None:
    for choice, one, other in zip(FAIL_ON, ranks(before), ranks(after), strict=True):
        assert other >= one, choice


def adding_what_is_no_report_lowers_no_rank(
    files: dict[str, Content], added: tuple[str, Content], library: TargetLibrary
) -> None:
    name, content = added
    with folder_of(files) as folder:
        if (folder / name).exists():
            return
        before = runs_of(folder, library)
        write(folder, name, content)
        for one, other in zip(before, runs_of(folder, library), strict=True):
            no_rank_is_lower(one, other)


def adding_a_report_lowers_no_rank(
    files: dict[str, Content], name: str, content: Content, library: TargetLibrary
) -> None:
    with folder_of(files) as folder:
        before = check(folder, targets=library, reviews=folder)
        write(folder, f"{name}/added.yaml", content)
        after = check(folder, targets=library, reviews=folder)
    if before.counts.decided:
        no_rank_is_lower(before, after)


PLACES = st.sampled_from(["0", "m", "z/z", "zz"])
ADDED = JUDGED | st.sampled_from(OURS_IN_FOLDERS)


@FEW
@given(FOLDERS, NO_REPORTS)
def test_adding_what_is_no_report_lowers_no_rank(
    library: TargetLibrary, files: dict[str, Content], added: tuple[str, Content]
) -> None:
    adding_what_is_no_report_lowers_no_rank(files, added, library)


@pytest.mark.heavy
@HEAVY
@given(FOLDERS, NO_REPORTS)
def test_adding_what_is_no_report_lowers_no_rank_in_many_draws(
    library: TargetLibrary, files: dict[str, Content], added: tuple[str, Content]
) -> None:
    adding_what_is_no_report_lowers_no_rank(files, added, library)


@FEW
@given(FOLDERS, PLACES, ADDED)
def test_adding_a_report_where_one_is_judged_lowers_no_rank(
    library: TargetLibrary, files: dict[str, Content], place: str, content: Content
) -> None:
    adding_a_report_lowers_no_rank(files, place, content, library)


@pytest.mark.heavy
@HEAVY
@given(FOLDERS, PLACES, ADDED)
def test_adding_a_report_where_one_is_judged_lowers_no_rank_in_many_draws(
    library: TargetLibrary, files: dict[str, Content], place: str, content: Content
) -> None:
    adding_a_report_lowers_no_rank(files, place, content, library)


# What stands in a field

Node = Any

SOURCE = {"title": "快报", "issuer": "示例统计局", "dated": "2026-01-15"}
ITEM = {
    "name": "示例科技有限公司", "code": "91420100MA4K0000XJ", "level": "national", "recognised_on": "2025-11-02", "by": "示例机构",
    "valid_until": "2027-01-01", "list": "第一批", "publisher": "示例", "year": "2025", "certificate": "1", "document": "lists/2025.pdf",
}  # fmt: skip
OBSERVATION = {
    "unit": "亿元", "status": "final", "scope": "core-2021", "period": "2025", "source": SOURCE, "evidence": [SOURCE, "示例文件"],
    "target": "1000亿元", "base": {"year": "2020", "value": "800亿元"}, "deviation": {"cause": "示例", "measures": "示例"},
    "explanation": "示例", "note": "示例",
}  # fmt: skip
REPORT: Node = {
    "entity": "wuhan-east-lake",
    "period": "2025",
    "submitted": {"by": "示例单位", "date": "2026-01-20", "revision": "1"},
    "illustrative": "true",
    "observations": {
        "gdp": "3360 亿元",
        "core_share_of_gdp": {"value": "31.2%", "status": "final"},
        "core_value_added": {"value": "1048.3", **OBSERVATION},
        "gazelle_firms": {"value": "2", "unit": "家", "counting": "in_force", "items": [ITEM, {**ITEM, "code": "无"}]},
        "optics_valley_model": {"state": "achieved", "evidence": [SOURCE]},
        "attracted_top100_firms": {"missing": "not_collected"},
    },
}  # fmt: skip
REVIEW: Node = {
    "entity": "wuhan-east-lake",
    "period": "2025",
    "reviewer": {"name": "核验组", "organisation": "核验单位"},
    "verified": {"core_value_added": {"value": "998.2", "unit": "亿元", "basis": "示例", "document": "a.pdf"}},
    "rejected_items": {"gazelle_firms": [{"name": "示例科技有限公司", "reason": "重复认定"}]},
    "attestations": {
        "optics_valley_model": {"state": "achieved", "achieved_on": "2025-11-20", "date": "2026-02-10", "basis": "示例"}
    },
    "adjusted_targets": {
        "core_value_added": {"value": "900", "unit": "亿元", "approved_by": "示例", "approved_on": "2025-09-01", "document": "一号"}
    },
    "waivers": {
        "gazelle_firms": {"reason": "示例", "approved_by": "示例", "approved_on": "2026-02-10", "expires": "2026-12-31"}
    },
}  # fmt: skip
SOUND = (
    "entity: wuhan\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nobservations:\n"
    "  gdp: 22000亿元\n  core_share_of_gdp: {value: 13.2%, note: 示例}\n"
)

NUMBERS = st.from_regex(r"\A[约超近<≥]?[+-]?[0-9０-９,.，]{1,40}[%‰万亿]?[元家个]?(以上|左右)?\Z")
TEXTS = st.text(max_size=60) | st.sampled_from([*OURS, *VALUES]) | NUMBERS | st.builds(
    str.__mul__, st.sampled_from(["约", "超", "（", "年", "1", "亿", "[", "“", "\u200d", "一"]), st.integers(0, 2000)
)  # fmt: skip


def fields_of(node: Node, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return where each value of a document stands."""
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, below in steps:
        yield (*at, step)
        yield from fields_of(below, (*at, step))


def put(document: Node, at: tuple[Any, ...], text: str, as_key: bool) -> None:
    """Put a text where a value of a document stands, or its key, if that is still there."""
    node = document
    for step in at[:-1]:
        node = node[step] if isinstance(node, list) or (isinstance(node, dict) and step in node) else ()
    if not isinstance(node, (dict, list)) or (isinstance(node, dict) and at[-1] not in node):
        return
    if as_key and isinstance(node, dict):
        node[text] = node.pop(at[-1])
    else:
        node[at[-1]] = text


@st.composite
def spoiled(draw: st.DrawFn, document: Node) -> bytes:
    """A document in which texts stand in some fields."""
    made = copy.deepcopy(document)
    for at in draw(st.lists(st.sampled_from(list(fields_of(document))), min_size=1, max_size=4)):
        put(made, at, draw(TEXTS), draw(st.booleans()))
    return json.dumps(made, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


ROW = {
    "entity": "wuhan-east-lake", "period": "2025", "submitted.by": "示例单位", "submitted.date": "2026-01-20",
    "indicator": "core_value_added", "value": "1048.3", "unit": "亿元",
}  # fmt: skip


@st.composite
def spoiled_tables(draw: st.DrawFn) -> bytes:
    """A table in whose cells texts stand, above or below the headings."""
    rows = [[column.key for column in COLUMNS], *[[ROW.get(column.key, "") for column in COLUMNS]] * 2]
    rows = [list(row) for row in rows]
    for row in draw(st.lists(st.sampled_from([0, 1, 1, 2, 2]), min_size=1, max_size=4)):
        rows[row][draw(st.integers(0, len(COLUMNS) - 1))] = draw(TEXTS)
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode("utf-8", "surrogatepass")


@cache
def filled_form() -> bytes:
    """Return a form with a report in it."""
    return filled_from(ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml")


@st.composite
def spoiled_workbooks(draw: st.DrawFn) -> bytes:
    """A form in whose cells texts stand, on any of its sheets."""
    places = {
        f"{draw(st.sampled_from('ABCDEFGHIJKLMNOP'))}{draw(st.integers(1, 30))}": draw(TEXTS)
        for _ in range(draw(st.integers(1, 4)))
    }

    def change(sheet: str) -> str:
        for cell, text in places.items():
            written = f'<is><t xml:space="preserve">{escape(xml_visible(text))}</t></is>'
            new = f'<c r="{cell}" t="inlineStr">{written}</c>'.replace("\\", r"\\")
            sheet = re.sub(rf'<c r="{cell}"[^>]*?(?:/>|>.*?</c>)', new, sheet)
        return sheet

    return patched(filled_form(), (rf"xl/worksheets/sheet{draw(st.integers(1, 4))}\.xml", change))


SPOILED = st.one_of(
    st.tuples(st.sampled_from(["r.json", "r.yaml"]), spoiled(REPORT)),
    st.tuples(st.just("r.csv"), spoiled_tables()),
    st.tuples(st.just("r.xlsx"), spoiled_workbooks()),
    st.tuples(st.just("review.yaml"), spoiled(REVIEW)),
)


def viewed(lang: Lang, quiet: bool, verbose: bool) -> View:
    return View(lang=lang, quiet=quiet, verbose=verbose)


VIEWED = st.builds(viewed, st.sampled_from(LANGS), st.booleans(), st.booleans())


def assessed(run: Run) -> list[Any]:
    """Return what is shown of each report."""
    shown: list[Any] = json.loads(FORMATS["json"].render(run, View()))["assessments"]
    return shown


def a_text_ends_no_run(name: str, content: bytes, format: str, view: View) -> None:
    reviewed = {"report.yaml": json.dumps(REPORT, ensure_ascii=False)} if name == "review.yaml" else {}
    with folder_of({"sound.yaml": SOUND, **reviewed, name: content}) as folder:
        alone = check(folder / "sound.yaml", targets=LIBRARY, as_of=DAY)
        reviews = folder / name if name == "review.yaml" else ()
        run = check(folder, targets=LIBRARY, reviews=reviews, as_of=DAY)
        assert run.exit_code != Exit.FAULT
        assert FORMATS[format].render(run, view)
        assert assessed(alone)[0] in assessed(run)


@FEW
@given(SPOILED, st.sampled_from(list(FORMATS)), VIEWED)
def test_a_text_in_a_field_ends_no_run(one: tuple[str, bytes], format: str, view: View) -> None:
    a_text_ends_no_run(*one, format, view)


@pytest.mark.heavy
@HEAVY
@given(SPOILED, st.sampled_from(list(FORMATS)), VIEWED)
def test_a_text_in_a_field_ends_no_run_in_many_draws(one: tuple[str, bytes], format: str, view: View) -> None:
    a_text_ends_no_run(*one, format, view)
