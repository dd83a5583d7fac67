"""Every kind of diagnostic has an example that raises it and one that does not; here both are run.

An example in YAML holds the keys that matter, and the rest of its file is filled in here. What is told in
words has a case of its own: the file that the words mean, or what is done with it.
"""

import datetime
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyarrow
import pytest
import yaml
from pyarrow import parquet

from hubei_digecon import InputError, check
from hubei_digecon.diagnostics import Diagnostic, Example, Sort
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS, GROUPS
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.scoreboard import Recipe
from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.results import load_result
from hubei_digecon.load.search import folders
from hubei_digecon.load.source import MAX_BYTES
from hubei_digecon.load.targets import CATALOGUE, TargetLibrary, TargetsError, find_targets
from hubei_digecon.load.tree import MAX_DEPTH, MAX_FAULTS, MAX_VALUES
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.lint import lint_paths
from hubei_digecon.run.options import RunOptions
from hubei_digecon.run.score import score_reports
from hubei_digecon.show.scoreboard.document import files_of
from hubei_digecon.text import Text

from .building import LIBRARY, run_over
from .conftest import AS_OF, ROOT, TESTS
from .load.tables.arrow.tables import figure, table
from .reports_as_rows import as_parquet, rows_of_report
from .spoiled_workbooks import SPOILED
from .spoiled_workbooks import whole as whole_workbook
from .workbooks import saved

TARGETS = ROOT / "targets"

REST: dict[Sort, dict[str, str]] = {
    Sort.REPORT: {
        "entity": "wuhan-wedz",
        "period": "2025",
        "submitted": "{by: 示例单位, date: 2026-01-20}",
        "illustrative": "true",
    },
    Sort.REVIEW: {
        "entity": "wuhan-wedz",
        "period": "2025",
        "reviewer": "{name: 核验组, organisation: 示例核验单位}",
    },
    Sort.TARGETS: {
        "entity": "{id: example-zone, kind: zone, name: {zh: 示例园区, en: Example Zone}}",
        "targets": "{}",
    },
    Sort.WEIGHTS: {"issued": "{by: 示例核验单位, date: 2026-03-01}"},
}
"""What a file of each sort needs beside the keys that an example gives."""

CITED = "document: {id: example, title: {zh: 示例通知, en: A notice}, named: {zone: 1}, published: 1}"
"""The document that target files of examples cite."""

LOOKED_UP = Settings(documents=True)
SETTINGS = {"waiver-left-out": Settings(waivers=False)}
"""What a kind of diagnostic is run with, where it takes another option."""

BESIDE = {
    "estimated-part": {"estimated-value"},
    "hedged-verified": {"hedged-value"},
    "item-perhaps-rejected": {"duplicate-item", "item-rejected"},
    "too-many-faults": {"duplicate-key"},
    "more-faults": {"unknown-indicator"},
    "more-diagnostics": {"duplicate-item"},
    "needs-extra": {"too-few-decimals"},
    "register-cells": {"register-cell"},
}
"""What an example cannot but raise beside the kind it is of."""

_TOP_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def whole(part: str, sort: Sort) -> str:
    """Return the whole file that ``part`` is of."""
    given = set(_TOP_KEY.findall(part))
    rest = (f"{key}: {value}\n" for key, value in REST[sort].items() if key not in given)
    return "".join(rest) + f"{part}\n"


def said_of(files: Iterable[object]) -> list[Diagnostic]:
    """Return the diagnostics on assessments and files."""
    return [said for file in files for said in getattr(file, "diagnostics", ())]


@dataclass(frozen=True)
class Desk:
    """A folder to lay files out in, and how they are judged or read there."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def judged(
        self, report: Path, *reviews: Path, settings: Settings = LOOKED_UP, history: Path | None = None
    ) -> list[Diagnostic]:
        past = [history] if history else []
        batch = run_over([report], datetime.date.fromisoformat(AS_OF), settings, reviews, history=past)
        return said_of((*batch.assessments, *batch.file_diagnostics))

    def report(self, content: str | bytes) -> list[Diagnostic]:
        """Judge one report, in whose folder there is one document."""
        self.write("docs/1.pdf", "示例")
        return self.judged(self.write("report.yaml", content))

    def scored(self, *reports: str) -> list[Diagnostic]:
        """Put the places of some reports side by side, and return all that is said."""
        for number, report in enumerate(reports):
            self.write(f"reports/{number}.yaml", report)
        paths, day = (str(self.folder / "reports"),), datetime.date.fromisoformat(AS_OF)
        options = RunOptions(paths, LIBRARY, day, LOOKED_UP)
        board = score_reports(Judge.of(options), options.inputs(), Recipe())
        return said_of(files_of(board))

    def reviewed(self, review: str, report: str, settings: Settings) -> list[Diagnostic]:
        """Judge a report by a review of it."""
        paths = self.write("report.yaml", report), self.write("review.yaml", review)
        return self.judged(*paths, settings=settings)

    def target_file(self, part: str, sort: Sort) -> list[Diagnostic]:
        """Read a target file in a copy of the repository's targets."""
        shutil.copytree(TARGETS, self.folder / "targets", dirs_exist_ok=True)
        self.write("targets/documents/example.yaml", CITED)
        if sort is Sort.CATALOGUE:
            path = self.write(f"targets/{CATALOGUE}", catalogue_with(part))
        elif sort is Sort.DOCUMENT:
            path = self.write("targets/documents/example.yaml", part)
        else:
            path = self.write("targets/zones/example-zone.yaml", whole(part, sort))
        return said_of(lint_paths((str(path),), LIBRARY, Settings()))

    def run(self, kind: str, part: str, example: Example) -> list[Diagnostic]:
        """Run one part of an example in YAML, and return all that is said of it."""
        match example.sort:
            case Sort.FILE:
                return self.report(part)
            case Sort.REPORT:
                return self.report(whole(part, Sort.REPORT))
            case Sort.REVIEW:
                review, report = whole(part, Sort.REVIEW), whole(example.beside, Sort.REPORT)
                return self.reviewed(review, report, SETTINGS.get(kind, LOOKED_UP))
            case Sort.WEIGHTS:
                path = self.write("weights.yaml", whole(part, Sort.WEIGHTS))
                return said_of(lint_paths((str(path),), LIBRARY, Settings()))
            case sort:
                return self.target_file(part, sort)


def catalogue_with(part: str) -> str:
    """Return the repository's catalogue with the entries of ``part`` added to its own."""
    catalogue = yaml.load((TARGETS / CATALOGUE).read_text("utf-8"), yaml.CSafeLoader)
    for section, entries in yaml.load(part, yaml.CSafeLoader).items():
        known = catalogue.get(section, {})
        catalogue[section] = known | entries if isinstance(known, dict) else [*known, *entries]
    return str(yaml.dump(catalogue, Dumper=yaml.CSafeDumper, allow_unicode=True))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# What examples in words mean: the report, by the id of the kind; or what is done, where more is needed.

PLAIN = whole("observations: {gdp: 1000亿元}", Sort.REPORT)
REVIEW = whole("", Sort.REVIEW)
MANY = range(MAX_FAULTS + 1)


def observing(*lines: str) -> str:
    return whole("\n  ".join(("observations:", *lines)), Sort.REPORT)


def listing(*names: str) -> str:
    """Return a report of platforms, each with its name."""
    rest = "level: 省级, by: 示例机构, recognised_on: 2025-03-12"
    items = (f"    - {{name: {name}, {rest}}}" for name in names)
    return observing(
        "new_innovation_platforms:", f"  value: {len(names)}家", "  counting: cumulative", "  items:", *items
    )


REPORTS: dict[str, tuple[str | bytes, str | bytes]] = {
    "too-large": (PLAIN + "#" * 2 * MAX_BYTES, PLAIN + "#" * 2000),
    "not-utf8": (PLAIN.encode("gb18030"), PLAIN.encode("utf-8")),
    "line-break": (PLAIN + "note: 第一\u2028第二\n", PLAIN + "note: 第一 第二\n"),
    "too-deep": (PLAIN + "note: " + "[" * 100 + "]" * 100, observing("gdp: {source: {title: 示例}}")),
    "too-many-values": (PLAIN + "note:\n" + "- a\n" * 100_000, listing(*map(str, range(100)))),
    "too-many-faults": (PLAIN + "note:\n" * (len(MANY) + 1), PLAIN + "note:\n"),
    "more-faults": (observing(*(f"gdp{number}: 1000亿元" for number in MANY)), PLAIN),
    "more-diagnostics": (listing(*(str(number) for number in MANY for _ in "12")), listing("1", "2")),
}


def unreadable(desk: Desk, fails: bool) -> list[Diagnostic]:
    return desk.judged(desk.folder / "report.yaml") if fails else desk.report(PLAIN)


def not_a_file(desk: Desk, fails: bool) -> list[Diagnostic]:
    if fails:
        os.mkfifo(desk.folder / "report.yaml")
        return desk.judged(desk.folder / "report.yaml")
    return desk.report(PLAIN)


def not_a_report(desk: Desk, fails: bool) -> list[Diagnostic]:
    desk.write("report.yaml", PLAIN)
    if fails:
        desk.write("review.yaml", REVIEW)
    return desk.judged(desk.folder)


def given_as_review(desk: Desk, fails: bool) -> list[Diagnostic]:
    return desk.reviewed(PLAIN if fails else REVIEW, PLAIN, LOOKED_UP)


def no_review(desk: Desk, fails: bool) -> list[Diagnostic]:
    desk.write("reviews/report.yaml" if fails else "reviews/review.yaml", PLAIN if fails else REVIEW)
    return desk.judged(desk.write("report.yaml", PLAIN), desk.folder / "reviews")


def no_history(desk: Desk, fails: bool) -> list[Diagnostic]:
    desk.write("past/review.yaml" if fails else "past/report.yaml", REVIEW if fails else PLAIN)
    return desk.judged(desk.write("report.yaml", PLAIN), history=desk.folder / "past")


def not_a_result(desk: Desk, fails: bool) -> list[Diagnostic]:
    golden = (TESTS / "golden" / "illustrative" / "wuhan-2025.json").read_text("utf-8")
    written = "{}" if fails else golden.replace("<digest>", 64 * "0")
    read = load_result(str(desk.write("result.json", written)))
    return list(read.faults) if isinstance(read, RefusedInput) else []


def no_targets(desk: Desk, fails: bool) -> list[Diagnostic]:
    try:
        find_targets(str(desk.folder if fails else TARGETS))
    except TargetsError as error:
        return said_of(error.files)
    return []


def leads_out(desk: Desk, fails: bool) -> list[Diagnostic]:
    elsewhere = desk.write("elsewhere/report.yaml", PLAIN)
    desk.write("reports/report.yaml", PLAIN)
    if fails:
        (desk.folder / "reports" / "link.yaml").symlink_to(elsewhere)
    return desk.judged(desk.folder / "reports")


def in_folder(name: str, content: str | bytes) -> Callable[[Desk, bool], list[Diagnostic]]:
    """Return what judges a folder with a report, and with a file beside it where that is to raise something."""

    def judge(desk: Desk, fails: bool) -> list[Diagnostic]:
        desk.write("reports/report.yaml", PLAIN)
        if fails:
            desk.write(f"reports/{name}", content)
        return desk.judged(desk.folder / "reports")

    return judge


def excluded(desk: Desk, fails: bool) -> list[Diagnostic]:
    desk.write("reports/report.yaml", PLAIN)
    desk.write("reports/draft.yaml", PLAIN)
    return desk.judged(desk.folder / "reports", settings=Settings(exclude=["draft*"] if fails else []))


def not_all_looked_at(desk: Desk, fails: bool) -> list[Diagnostic]:
    for name in "ab":
        desk.write(f"reports/{name}.png", b"\x89PNG")
    desk.write("reports/report.yaml", PLAIN)
    with patch.object(folders, "MOST_LOOKED_INTO", 1 if fails else 2):
        return desk.judged(desk.folder / "reports")


def same_revision(desk: Desk, fails: bool) -> list[Diagnostic]:
    return desk.scored(_submitted("wuhan-wedz"), _submitted("wuhan-wedz", period="2025" if fails else "2024"))


def superseded_report(desk: Desk, fails: bool) -> list[Diagnostic]:
    later = _submitted("wuhan-wedz", revision=2) if fails else _submitted("wuhan-wedz", period="2024")
    return desk.scored(_submitted("wuhan-wedz"), later)


def cumulative_falls(desk: Desk, fails: bool) -> list[Diagnostic]:
    months = f"gdp: {1100 if fails else 999}亿元"
    return desk.scored(
        _submitted("wuhan-wedz", observation=months, period="2025-M09"), _submitted("wuhan-wedz")
    )


def large_change(desk: Desk, fails: bool) -> list[Diagnostic]:
    before = f"gdp: {600 if fails else 900}亿元"
    return desk.scored(_submitted("wuhan-wedz", observation=before, period="2024"), _submitted("wuhan-wedz"))


def item_elsewhere(desk: Desk, fails: bool) -> list[Diagnostic]:
    item = "{name: 示例企业, code: 91420100MA4K0000XJ, certificate: GB/T 23001—2017}"
    about = "value: 1家, counting: in_force, scope: gbt-23001-certified"
    firm = f"integration_certified_firms: {{{about}, items: [{item}]}}"
    return desk.scored(
        _submitted("wuhan-wedz", firm), _submitted("wuhan-east-lake" if fails else "wuhan", firm)
    )


def larger_than_city(desk: Desk, fails: bool) -> list[Diagnostic]:
    zone, city = "gdp: 1000亿元", f"gdp: {900 if fails else 9000}亿元"
    return desk.scored(_submitted("wuhan-wedz", zone), _submitted("wuhan", city))


def _submitted(
    entity: str, observation: str = "gdp: 1000亿元", period: str = "2025", revision: int = 1
) -> str:
    submitted = f"{{by: 示例单位, date: 2026-01-20, revision: {revision}}}"
    return f"entity: {entity}\nperiod: {period}\nsubmitted: {submitted}\nobservations:\n  {observation}\n"


def nothing_to_judge_by(desk: Desk, fails: bool) -> list[Diagnostic]:
    shutil.copytree(TARGETS, desk.folder / "targets")
    desk.write("targets/documents/example.yaml", CITED)
    library = TargetLibrary(desk.folder / "targets").by_documents(["example"] if fails else ["notice"])
    day = datetime.date.fromisoformat(AS_OF)
    return said_of(run_over([desk.write("report.yaml", PLAIN)], day, library=library).assessments)


def documents_differ(desk: Desk, fails: bool) -> list[Diagnostic]:
    shutil.copytree(TARGETS, desk.folder / "targets")
    desk.write("targets/documents/example.yaml", CITED)
    cited = "source: {document: example, paragraph: 1, wording: 突破450亿元}"
    wanted = (
        f"value: 450, unit: 亿元, {cited}"
        if fails
        else f"value: 400, unit: 亿元, {cited.replace('450', '400')}"
    )
    target = f"  planned: {{indicator: core_value_added, due: 2025, comparator: more_than, {wanted}}}\n"
    place = desk.folder / "targets" / "zones" / "wuhan-wedz.yaml"
    head, targets, rest = place.read_text("utf-8").partition("targets:\n")
    place.write_text(head + targets + target + rest, "utf-8")
    library = TargetLibrary(desk.folder / "targets").by_documents(["notice", "example"])
    day = datetime.date.fromisoformat(AS_OF)
    return said_of(run_over([desk.write("report.yaml", PLAIN)], day, library=library).file_diagnostics)


HEADING = "entity,period,submitted.by,submitted.date,indicator,value,unit"
WEDZ = "wuhan-wedz,2025,示例单位,2026-01-20"
TABLE = f"{HEADING}\n{WEDZ},gdp,1000,亿元\n"


def tabled(desk: Desk, text: str, encoding: str = "utf-8") -> list[Diagnostic]:
    """Judge the reports in a CSV file."""
    return desk.judged(desk.write("report.csv", text.encode(encoding)))


def in_arrow(table: Any, spoil: bool = False) -> Callable[[Desk], list[Diagnostic]]:
    """Return what judges a Parquet file, spoilt in its middle where that is asked for."""

    def judge(desk: Desk) -> list[Diagnostic]:
        path = desk.folder / "report.parquet"
        parquet.write_table(table, path, compression="none", use_dictionary=False)
        if spoil:
            data = bytearray(path.read_bytes())
            data[len(data) // 4 : len(data) // 2] = b"\xff" * (len(data) // 2 - len(data) // 4)
            path.write_bytes(data)
        return desk.judged(path)

    return judge


def column_type(desk: Desk, fails: bool) -> list[Diagnostic]:
    held = pyarrow.float64() if fails else pyarrow.string()
    row = figure("gdp", None if fails else "1000", unit="亿元")
    return in_arrow(table(row, value=held))(desk)


def table_not_in_order(desk: Desk, fails: bool) -> list[Diagnostic]:
    rows = [figure("gdp", "1000", unit="亿元", note=f"{at}" * 50, period=str(2000 + at)) for at in range(25)]
    return in_arrow(table(*rows), spoil=fails)(desk)


GROWTH = """\
indicators:
  firms_growth:
    name: {zh: 增速, en: growth}
    kind: rate
    unit: "%"
    change: {of: gazelle_firms, how: growth}
    definition: {zh: 示例, en: a sample}
"""
GROWING = """\
  firms_growth:
    due: 2025
    comparator: at_least
    value: 10
    unit: "%"
    source: {document: notice, paragraph: 1, wording: 不低于10%}
"""


def rated(desk: Desk, growth: str = "", firms: int = 0, **previous: object) -> list[Diagnostic]:
    """Judge a report of a growth, and of the firms that grow, by targets of which one is that growth."""
    shutil.copytree(TARGETS, desk.folder / "targets")
    desk.write(f"targets/{CATALOGUE}", catalogue_with(GROWTH))
    place = (TARGETS / "zones" / "wuhan-wedz.yaml").read_text("utf-8")
    desk.write("targets/zones/wuhan-wedz.yaml", place.replace("\ntargets:\n", f"\ntargets:\n{GROWING}"))
    before = f"{{period: {previous.get('period')}, value: {previous.get('value')}家}}"
    about = f"value: {firms}家, counting: in_force, scope: gazelle-digital, previous: {before}"
    given = {"firms_growth": growth, "gazelle_firms": f"{{{about}}}" if firms else ""}
    report = observing(*(f"{key}: {said}" for key, said in given.items() if said))
    library = TargetLibrary(desk.folder / "targets")
    day = datetime.date.fromisoformat(AS_OF)
    run = run_over([desk.write("report.yaml", report)], day, LOOKED_UP, library=library)
    return said_of((*run.assessments, *run.file_diagnostics))


def change_in_words(desk: Desk, fails: bool) -> list[Diagnostic]:
    return rated(desk, "下降1.5%" if fails else "-1.5%")


def rate_mismatch(desk: Desk, fails: bool) -> list[Diagnostic]:
    return rated(desk, "14.0%" if fails else "12.0%", 112, period=2024, value=100)


def other_previous(desk: Desk, fails: bool) -> list[Diagnostic]:
    return rated(desk, "", 110, period=2023 if fails else 2024, value=100)


def base_not_positive(desk: Desk, fails: bool) -> list[Diagnostic]:
    return rated(desk, "", 120, period=2024, value=0 if fails else 100)


def read_as_gb18030(desk: Desk, fails: bool) -> list[Diagnostic]:
    return tabled(desk, TABLE, "gb18030" if fails else "utf-8")


def unknown_column(desk: Desk, fails: bool) -> list[Diagnostic]:
    return tabled(desk, f"{HEADING},{'stat' if fails else 'status'}\n{WEDZ},gdp,1000,亿元,\n")


def duplicate_column(desk: Desk, fails: bool) -> list[Diagnostic]:
    return tabled(desk, f"{HEADING},{'完成值' if fails else '备注'}\n{WEDZ},gdp,1000,亿元,\n")


def missing_column(desk: Desk, fails: bool) -> list[Diagnostic]:
    if fails:
        return tabled(
            desk, "entity,submitted.by,submitted.date,indicator,value\n" + "wuhan,a,2026-01-20,gdp,\n"
        )
    return tabled(desk, TABLE)


def cell_without_column(desk: Desk, fails: bool) -> list[Diagnostic]:
    return tabled(desk, TABLE.rstrip() + (",x\n" if fails else ",\n"))


def number_cut_at_comma(desk: Desk, fails: bool) -> list[Diagnostic]:
    number = "4,250.5" if fails else "4250.5"
    return tabled(
        desk, TABLE.replace(",value,unit", ",unit,value,note").replace("1000,亿元", f"亿元,{number}")
    )


def comma_of_two_meanings(desk: Desk, fails: bool) -> list[Diagnostic]:
    return tabled(desk, TABLE.replace(",", ";").replace("1000", "4,250" if fails else "4250"))


def cells_differ(desk: Desk, fails: bool) -> list[Diagnostic]:
    again = WEDZ.replace("示例单位", "另一单位") if fails else WEDZ
    return tabled(desk, f"{TABLE}{again},manufacturing_path,部分实现,\n")


def row_without_name(desk: Desk, fails: bool) -> list[Diagnostic]:
    return tabled(desk, f"{TABLE}{'' if fails else 'wuhan-wedz'},2025,,,manufacturing_path,部分实现,\n")


def workbook(id: str) -> Callable[[Desk, bool], list[Diagnostic]]:
    """Return what judges the spoiled workbook of a kind, or one with nothing wrong."""

    def judge(desk: Desk, fails: bool) -> list[Diagnostic]:
        return desk.judged(desk.write("report.xlsx", SPOILED[id]() if fails else saved(whole_workbook())))

    return judge


def needs_extra(desk: Desk, fails: bool) -> list[Diagnostic]:
    desk.write(
        "reports/report.parquet",
        as_parquet(rows_of_report(ROOT / "sample_reports/illustrative/wuhan-2025.yaml")),
    )
    with patch.dict(sys.modules, {"duckdb": None} if fails else {}):
        return desk.judged(desk.folder / "reports")


FIRM = "wuhan-wedz,integration_certified_firms,示例公司,,GB/T 23001-1,2025-03-01,"
CERTIFIED = """\
observations:
  integration_certified_firms:
    value: 1家
    counting: in_force
    scope: gbt-23001-certified
    items: [{name: %s, certificate: GB/T 23001-1}]
"""


def registered(fails: str, passes: str = FIRM) -> Callable[[Desk, bool], list[Diagnostic]]:
    """Return what judges a report by a register with one more record."""

    def judge(desk: Desk, is_failing: bool) -> list[Diagnostic]:
        heading = "entity,category,name,code,certificate,recognised_on,valid_until"
        text = fails if is_failing else passes
        register = desk.write("register.csv", text if "entity" in text else f"{heading}\n{FIRM}\n{text}\n")
        report = desk.write("report.yaml", whole(CERTIFIED % "示例公司", Sort.REPORT))
        day = datetime.date.fromisoformat(AS_OF)
        try:
            run = check(str(report), targets=LIBRARY, as_of=day, register=register)
        except InputError as error:
            return list(error.faults)
        return said_of((*run.assessments, *run.file_diagnostics))

    return judge


def not_in_register(desk: Desk, fails: bool) -> list[Diagnostic]:
    register = desk.write(
        "register.csv", f"entity,category,name,code,certificate,recognised_on\n{FIRM[:-1]}\n"
    )
    report = desk.write("report.yaml", whole(CERTIFIED % ("别的公司" if fails else "示例公司"), Sort.REPORT))
    run = check(str(report), targets=LIBRARY, as_of=datetime.date.fromisoformat(AS_OF), register=register)
    return said_of((*run.assessments, *run.file_diagnostics))


def internal(desk: Desk, fails: bool) -> list[Diagnostic]:
    with pytest.MonkeyPatch.context() as patch:
        if fails:
            patch.setattr("hubei_digecon.run.judge.assess_by_documents", _fail)
        return desk.report(PLAIN)


def _fail(*_: object) -> None:
    raise ZeroDivisionError


DONE: dict[str, Callable[[Desk, bool], list[Diagnostic]]] = {
    made.__name__.replace("_", "-"): made
    for made in (
        unreadable,
        not_a_file,
        not_a_report,
        given_as_review,
        no_review,
        no_history,
        not_a_result,
        no_targets,
        internal,
        leads_out,
        same_revision,
        superseded_report,
        cumulative_falls,
        large_change,
        item_elsewhere,
        larger_than_city,
        nothing_to_judge_by,
        documents_differ,
        read_as_gb18030,
        unknown_column,
        duplicate_column,
        missing_column,
        cell_without_column,
        number_cut_at_comma,
        comma_of_two_meanings,
        cells_differ,
        row_without_name,
        column_type,
        table_not_in_order,
        needs_extra,
        excluded,
        not_all_looked_at,
        change_in_words,
        rate_mismatch,
        other_previous,
        base_not_positive,
    )
} | {id: workbook(id) for id in SPOILED}
DONE |= {
    "item-not-in-register": not_in_register,
    "register-unreadable": registered('entity,category,name\nwuhan,gazelle_firms,"甲'),
    "register-columns-not-read": registered("entity,category,name,address\nwuhan,gazelle_firms,甲,x\n"),
    "register-unknown-name": registered(FIRM.replace("wuhan-wedz", "Atlantis")),
    "register-cell": registered(f"{FIRM}20/1/2026"),
    "register-cells": registered("\n".join([f"{FIRM}20/1/2026"] * 21)),
    "register-codes": registered(FIRM.replace("公司,", "公司甲,9.14201E+17")),
    "looks-like-report": in_folder("report.yaml.txt", PLAIN),
    "cannot-look-into": in_folder("reports.7z", b"7z\xbc\xaf\x27\x1c"),
    "folder-passed-over": in_folder("node_modules/report.yaml", PLAIN),
    "lock-file": in_folder("~$report.xlsx", b"\x05user"),
}


def run(id: str, desk: Desk, fails: bool) -> list[Diagnostic]:
    """Run the failing or the passing part of the example of a kind, and return all that is said of it."""
    example = DIAGNOSTICS[id].example
    part = example.fails if fails else example.passes
    if isinstance(part, str):
        return desk.run(id, part, example)
    return desk.report(REPORTS[id][0 if fails else 1]) if id in REPORTS else DONE[id](desk, fails)


each_kind = pytest.mark.parametrize("id", DIAGNOSTICS)


@each_kind
def test_what_fails_raises_the_kind_and_nothing_else(id: str, desk: Desk) -> None:
    raised = {one.kind.id for one in run(id, desk, fails=True)}
    assert id in raised
    assert raised - BESIDE.get(id, set()) == {id}


@each_kind
def test_what_passes_raises_nothing(id: str, desk: Desk) -> None:
    raised = {one.kind.id for one in run(id, desk, fails=False)}
    assert raised <= BESIDE.get(id, set())


def test_every_example_in_words_has_a_case_and_no_other() -> None:
    in_words = {id for id, kind in DIAGNOSTICS.items() if isinstance(kind.example.fails, Text)}
    assert in_words == {*REPORTS, *DONE}
    assert {*SETTINGS, *BESIDE} <= set(DIAGNOSTICS)


@each_kind
def test_an_example_is_in_yaml_or_in_words(id: str) -> None:
    example = DIAGNOSTICS[id].example
    assert isinstance(example.fails, Text) == isinstance(example.passes, Text)
    assert example.fails != example.passes
    assert not isinstance(example.fails, Text) or example.sort is Sort.FILE
    assert not example.beside or example.sort is Sort.REVIEW


@each_kind
def test_an_example_is_short(id: str) -> None:
    for part in (DIAGNOSTICS[id].example.fails, DIAGNOSTICS[id].example.passes):
        if isinstance(part, str):
            lines = part.split("\n")
            assert len(lines) <= 10
            assert max(map(len, lines)) <= 100
            assert part == part.strip()


def test_what_files_are_filled_in_with_is_read_without_a_diagnostic(desk: Desk) -> None:
    assert desk.reviewed(REVIEW, PLAIN, LOOKED_UP) == []


def test_the_limits_are_beyond_what_the_cases_take_for_ordinary() -> None:
    assert MAX_DEPTH < 100
    assert MAX_VALUES < 100_000


def test_every_kind_stands_in_one_group() -> None:
    assert [kind.id for group in GROUPS for kind in group.kinds] == list(DIAGNOSTICS)
    titles = [group.title for group in GROUPS]
    assert len({title.zh for title in titles}) == len({title.en for title in titles}) == len(GROUPS)
