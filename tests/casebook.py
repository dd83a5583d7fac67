"""Judging cases as data: read from ``tests/judging/cases``, written out as files, judged by the command line.

Every file there is a list of cases on one theme. A case holds what it is about and no more; what it
leaves out is what any report has. All of it is text, as in the files that people write.

- ``targets``: a list of the entity's published targets, or a mapping of targets of its own (with a
  ``value``, and what else bears on it) and published ones (with nothing after the key). Left out: the
  published targets as they are.
- ``catalogue``: ``indicators``, ``units`` and ``relations`` to be added to the published ones.
- ``entity``, ``period``, ``submitted`` (a date, or ``by`` and ``date``), ``as_of``, ``observations``.
- ``reviews``: of the report's entity and period, by an assessor, unless they say something else.
- ``history``: earlier reports of the entity, each with a ``period`` and ``observations``, given by ``--history``.
- ``register``: the records of a register, by the indicator that they count for, given by ``--register``; a
  review's word on it needs no SHA-256.
- ``settings``: ``min_evidence``, ``waivers: false``, ``fail_on``.
- an item with ``times: 5`` stands for five items, their names numbered.
- ``expect``: per key of a target what its finding says, and ``verdict``, ``final``, ``exit``,
  ``entity``, ``counts``; of the ids of diagnostics all (``diagnostics``), some (``diagnostics_include``) or those
  that must not be there (``diagnostics_exclude``). ``none`` stands for nothing. Of a finding the reasons are
  always compared, ``says`` is what its message must contain, and ``cell`` names its cell of the time table.
"""

import calendar
import csv
import datetime
import hashlib
import io
import json
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hubei_digecon import check
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.run import Run

from .conftest import AS_OF, ROOT, TESTS, Digecon

FOLDER = TESTS / "judging" / "cases"
PUBLISHED = ROOT / "targets"

Said = dict[str, Any]

_KEYS = {
    "name", "targets", "catalogue", "entity", "period", "submitted", "as_of", "observations", "reviews",
    "history", "register", "settings", "expect",
}  # fmt: skip
_SETTINGS = {"min_evidence": "--min-evidence", "fail_on": "--fail-on"}
OF_REPORT = {
    "verdict", "final", "exit", "entity", "counts", "expected_missed", "diagnostics", "diagnostics_include", "diagnostics_exclude",
}  # fmt: skip
OF_FINDING = {
    "outcome", "reasons", "underlying", "observed", "decided_on", "decided_bound", "decided_interval", "gap", "attainment",
    "evidence", "status", "final", "weighs", "due", "required", "adjusted", "base", "rounding_sensitive", "reading_sensitive", "needed", "says", "cell",
}  # fmt: skip
_AS_TEXT = {"none": None, "true": True, "false": False}


@dataclass(frozen=True)
class Case:
    """One case: the file it stands in, and all that it says."""

    file: str
    said: Said

    @property
    def name(self) -> str:
        return str(self.said["name"])

    @property
    def id(self) -> str:
        return f"{self.file}: {self.name}"

    @property
    def entity(self) -> str:
        return str(self.said.get("entity", "wuhan-east-lake"))

    @property
    def period(self) -> str:
        return str(self.said.get("period", "2025"))

    @property
    def submitted(self) -> Said:
        said = self.said.get("submitted", {})
        return {"by": "示例单位", "date": "2026-01-20"} | ({"date": said} if isinstance(said, str) else said)

    @property
    def observations(self) -> Said:
        return dict(self.said.get("observations") or {})

    @property
    def expected(self) -> Said:
        return {key: value for key, value in self.said["expect"].items() if key in OF_REPORT}

    @property
    def findings(self) -> dict[str, Said]:
        """What is expected of each target, by its key."""
        return {key: value for key, value in self.said["expect"].items() if key not in OF_REPORT}

    def but(self, **said: Any) -> "Case":
        """Return the case with something else said in it."""
        return replace(self, said={**self.said, **said})


@cache
def cases() -> tuple[Case, ...]:
    """Return every case of the folder, file by file."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in _read(path))


def kind_of(case: Case) -> Hashable:
    """Return what cases that repeat each other have in common: outcomes, reasons and diagnostics."""
    outcomes = {(one.get("outcome"), *sorted(one.get("reasons", ()))) for one in case.findings.values()}
    return frozenset(outcomes), *(case.expected.get("diagnostics") or ())


def _groups() -> Iterator[Any]:
    """Return the first case of each kind together and, to be tried with all tests, the cases of each file."""
    yield FIRST_OR_ALL[0]
    for file in sorted({case.file for case in cases()}):
        some = [case for case in cases() if case.file == file]
        yield pytest.param(some, marks=pytest.mark.heavy, id=file)


def _read(path: Path) -> Iterator[Case]:
    for said in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader):
        case = Case(path.stem, said)
        _refuse_unknown(case, said, _KEYS)
        for finding in case.findings.values():
            _refuse_unknown(case, finding, OF_FINDING)
        yield case


def _refuse_unknown(case: Case, said: Mapping[str, Any], known: set[str]) -> None:
    """A key that nothing reads would look tested and not be."""
    unknown = set(said) - known
    if unknown:
        raise ValueError(f"{case.id}: nothing reads {', '.join(sorted(unknown))}")


# Writing a case out.


@cache
def published(path: str) -> Any:
    """Return what a published file of targets says, as text."""
    return yaml.load((PUBLISHED / path).read_text("utf-8"), yaml.CBaseLoader)


def file_of(entity: str) -> str:
    """Return the path of an entity's file within the folder of targets."""
    (found,) = PUBLISHED.glob(f"*/{entity}.yaml")
    return str(found.relative_to(PUBLISHED))


def write(path: Path, said: object) -> Path:
    """Write a file as people would: YAML in blocks, a value a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_dumped(said), "utf-8")
    return path


def _dumped(said: object) -> str:
    return str(yaml.dump(said, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def arguments(case: Case, folder: Path) -> list[str]:
    """Write the files of a case into ``folder``, and return the arguments that judge them."""
    report = write(folder / "report.yaml", report_of(case))
    settings: Said = case.said.get("settings", {})
    targets = _write_targets(case, folder / "targets")
    given = ["check", str(report), "--targets", str(targets), "--as-of", str(case.said.get("as_of", AS_OF))]
    for number, review in enumerate(case.said.get("reviews", ()), 1):
        given += ["--review", str(write(folder / f"review-{number}.yaml", review_of(case, review)))]
    for number, past in enumerate(case.said.get("history", ()), 1):
        date = {"submitted": f"{int(past['period'][:4]) + 1}-01-20"}
        given += [
            "--history",
            str(write(folder / f"history-{number}.yaml", report_of(case.but(**{**date, **past})))),
        ]
    if "register" in case.said:
        register = folder / "register.csv"
        register.write_bytes(register_of(case))
        given += ["--register", str(register)]
    for key, option in _SETTINGS.items():
        given += [option, settings[key]] if key in settings else []
    given += ["--no-waivers"] if settings.get("waivers") == "false" else []
    return [*given, "--output-format", "json"]


def report_of(case: Case) -> Said:
    """Return the report of a case."""
    return {
        "entity": case.entity,
        "period": case.period,
        "submitted": case.submitted,
        "illustrative": "true",
        "observations": {key: _observation(said) for key, said in case.observations.items()},
    }


def _observation(said: Any) -> Any:
    if not isinstance(said, dict) or not isinstance(said.get("items"), list):
        return said
    return {**said, "items": [one for item in said["items"] for one in _times(item)]}


def _times(item: Said) -> list[Said]:
    if "times" not in item:
        return [item]
    like = {key: value for key, value in item.items() if key != "times"}
    return [{**like, "name": f"{item['name']}{number}"} for number in range(1, int(item["times"]) + 1)]


_RECORD = ("entity", "category", "name", "code", "by", "recognised_on", "valid_until")


def register_of(case: Case) -> bytes:
    """Return the register of a case, as the bytes of a CSV file."""
    written = io.StringIO()
    writer = csv.DictWriter(written, _RECORD, lineterminator="\n")
    writer.writeheader()
    for category, records in case.said["register"].items():
        about = {"entity": case.entity, "category": category}
        writer.writerows({**about, **record} for said in records for record in _times(said))
    return written.getvalue().encode()


def review_of(case: Case, said: Said) -> Said:
    """Return a review of a case, with what it leaves out."""
    review = {
        "entity": case.entity,
        "period": case.period,
        "reviewer": {"name": "示例核验组", "organisation": "示例核验单位"},
        **said,
    }
    for key, short, left_out in (
        ("verified", "value", {"basis": "示例依据"}),
        ("attestations", "state", {"date": "2026-02-10", "basis": "示例依据"}),
        (
            "waivers",
            "reason",
            {"reason": "示例理由", "approved_by": "示例批准机关", "approved_on": "2026-02-10"},
        ),
        ("adjusted_targets", "value", {"approved_by": "示例批准机关", "approved_on": "2025-09-01"}),
    ):
        if key in review:
            review[key] = {name: left_out | _long(one, short) for name, one in review[key].items()}
    if "registers" in review:
        digest = hashlib.sha256(register_of(case)).hexdigest()
        review["registers"] = [{"sha256": digest, **word} for word in review["registers"]]
    return review


def _long(said: Any, short: str) -> Said:
    return dict(said) if isinstance(said, dict) else {short: said}


def _write_targets(case: Case, folder: Path) -> Path:
    """Write a folder of targets where the case has some of its own."""
    own, added = case.said.get("targets"), case.said.get("catalogue", {})
    if own is None and not added:
        return PUBLISHED
    catalogue = _catalogue(added)
    entity = published(file_of(case.entity))
    targets: Said = dict.fromkeys(own, "") if isinstance(own, list) else own or entity["targets"]
    told = {
        key: _target(key, said, catalogue["indicators"]) if said else entity["targets"][key]
        for key, said in targets.items()
    }
    write(folder / file_of(case.entity), {"entity": _identity(entity["entity"]), "targets": told})
    write(folder / "documents" / "notice.yaml", published("documents/notice.yaml"))
    if added:
        write(folder / "indicators.yaml", catalogue)
    else:
        (folder / "indicators.yaml").write_text((PUBLISHED / "indicators.yaml").read_text("utf-8"), "utf-8")
    return folder


def _identity(entity: Said) -> Said:
    """Return who an entity is, without the entity it lies in, which has no file here."""
    return {key: value for key, value in entity.items() if key != "within"}


def _catalogue(added: Said) -> Said:
    own = published("indicators.yaml")
    new = {
        key: {"name": _words(key), "definition": _words(key), **said}
        for key, said in added.get("indicators", {}).items()
    }
    relations = [*own["relations"], *added.get("relations", [])]
    units = own.get("units", {}) | added.get("units", {})
    return {**own, "units": units, "indicators": own["indicators"] | new, "relations": relations}


def _words(key: str) -> Said:
    return {"zh": f"示例{key}", "en": f"sample {key}"}


def _target(key: str, said: Said, indicators: Said) -> Said:
    """Return a target with what any has: a due year, a unit, and words that say what it requires."""
    indicator = indicators[said.get("indicator", key)]
    milestone = indicator["kind"] == "milestone"
    told: Said = {"due": "2025", "comparator": "milestone" if milestone else "at_least"}
    told |= {"unit": indicator["unit"]} if "unit" in indicator else {}
    told |= {name: value for name, value in said.items() if name != "wording"}
    wording = said.get("wording", "形成" if milestone else _wording(told))
    return told | {"source": {"document": "notice", "paragraph": "1", "wording": wording}}


def _wording(target: Said) -> str:
    comparator = COMPARATORS[target["comparator"]]
    words = comparator.sentence.zh.format(required=f"{target['value']}{target.get('unit', '')}")
    return "".join(word for key, word in _WORDS.items() if target.get(key) == "true") + words


_WORDS = {"aspiration": "力争", "per_year": "每年"}
"""The words of a text that call for a key."""


# Judging a case.

_RUNS: dict[str, Run] = {}
_RESULTS: dict[str, tuple[int, str]] = {}
"""What the cases came to, by their ids: several modules look at it, and each case is judged once a process."""


FIRST_OR_ALL = (
    pytest.param(
        list({kind_of(case): case for case in reversed(cases())}.values()), id="the first of each kind"
    ),
    pytest.param(cases(), marks=pytest.mark.heavy, id="all"),
)

each_group = pytest.mark.parametrize("cases", list(_groups()))


def run_of(case: Case, folder: Path) -> Run:
    """Return what a case of the files comes to by the functions of the package; its files are written into
    a folder of its own within ``folder``.
    """
    if case.id not in _RUNS:
        _RUNS[case.id] = _run_of(case, folder / f"run-{len(_RUNS)}")
    return _RUNS[case.id]


def result_of(case: Case, folder: Path, digecon: Digecon) -> tuple[int, Said]:
    """Return the exit code and the JSON result of a case of the files by the command line, without the folder
    in its paths; its files are written into a folder of its own within ``folder``.
    """
    if case.id not in _RESULTS:
        own = folder / f"result-{len(_RESULTS)}"
        code, out = _told(case, own, digecon)
        _RESULTS[case.id] = code, out.replace(f"{own}/", "")
    code, out = _RESULTS[case.id]
    return code, json.loads(out)


def _run_of(case: Case, folder: Path) -> Run:
    _, report, *options = arguments(case, folder)
    given = list(zip(options[::2], options[1::2], strict=False))
    named = dict(given)
    settings: Said = case.said.get("settings", {})
    return check(
        Path(report),
        targets=Path(named["--targets"]),
        reviews=[Path(path) for option, path in given if option == "--review"],
        history=[Path(path) for option, path in given if option == "--history"],
        register=named.get("--register"),
        as_of=datetime.date.fromisoformat(named["--as-of"]),
        settings=Settings(settings.get("min_evidence", "claimed"), settings.get("waivers") != "false"),
    )


def judged(case: Case, folder: Path, digecon: Digecon) -> tuple[int, Said]:
    """Judge a case, and return the exit code and the JSON result."""
    code, out = _told(case, folder, digecon)
    return code, json.loads(out)


def _told(case: Case, folder: Path, digecon: Digecon) -> tuple[int, str]:
    ran = digecon(*arguments(case, folder))
    assert ran.out, ran.err
    return ran.code, ran.out


def told(case: Case, code: int, result: Said) -> tuple[Said, Said]:
    """Return what a case expects and what the program said, both of the same things."""
    (assessment,) = result["assessments"]
    diagnostics = Counter(one["id"] for one in (*assessment["diagnostics"], *result["diagnostics"]))
    found = {one["target"].partition(".")[2]: one for one in assessment["findings"]}
    expected, actual = {}, {}
    for key, value in case.expected.items():
        expected[key], actual[key] = _of_report(key, value, code, assessment, diagnostics)
    for target, finding in case.findings.items():
        assert target in found, f"no finding on {target}, but on {', '.join(found) or 'nothing'}"
        for key, value in {"reasons": [], **finding}.items():
            if key != "cell":
                name = f"{target}.{key}"
                expected[name], actual[name] = _of_finding(key, value, found[target])
    return expected, actual


def _of_report(
    key: str, value: Any, code: int, assessment: Said, diagnostics: Counter[str]
) -> tuple[object, object]:
    match key:
        case "exit":
            return int(value), code
        case "counts":
            counts = {outcome: number for outcome, number in assessment["counts"].items() if number}
            return {outcome: int(number) for outcome, number in value.items()}, counts
        case "expected_missed":
            number = assessment[key]
            return _plain(value), None if number is None else str(number)
        case "diagnostics":
            return sorted(value), sorted(diagnostics.elements())
        case "diagnostics_include":
            wanted = Counter(value)
            return sorted(wanted.elements()), sorted((wanted & diagnostics).elements())
        case "diagnostics_exclude":
            return [], sorted(set(value) & set(diagnostics))
    return _plain(value), assessment[key]


def _of_finding(key: str, value: Any, finding: Said) -> tuple[object, object]:
    match key:
        case "reasons":
            return sorted(value), sorted(finding["reasons"])
        case "says":
            messages = finding["message"].values()
            return value, [text for text in value if any(text in message for message in messages)]
        case "needed" | "adjusted" | "base" if isinstance(value, dict):
            parts = finding[key] or {}
            return _plain(value), {part: parts.get(part) for part in value}
        case "due":
            return int(value), finding["due"]
    return _plain(value), finding[key]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return _AS_TEXT.get(value, value)


# The time table of the design.

_SORTS = ("share", "number", "flow", "stock", "added", "rate")
_FLOORS = (
    "due",
    *(f"{when}-{sort}" for when in ("earlier", "part") for sort in (*_SORTS, "milestone")),
    "after",
)
_ABOUTS = (
    "about-due",
    *(f"about-{when}-{sort}" for when in ("earlier", "part") for sort in _SORTS),
    "about-after",
)
_CEILINGS = (
    "ceiling-due",
    *(f"ceiling-{when}-{sort}" for when in ("earlier", "part") for sort in (*_SORTS, "rank")),
    "ceiling-after",
)
CELLS = tuple(
    f"{row}/{answer}" for row in (*_FLOORS, *_CEILINGS, *_ABOUTS) for answer in ("yes", "no", "doubtful")
)
SETTLED = ("after-settled/yes", "after-settled/no", "ceiling-after-settled/yes", "ceiling-after-settled/no")
"""After the due year, where ``achieved_on`` or dated items tell how things stood at its end."""

ANSWERS = {"met": "yes", "missed": "no", "undecided": "doubtful"}
"""The answer of step 2 by the outcome that it has in the due year, whole."""


def cells_of(case: Case) -> dict[str, str]:
    """Return the cells that a case names, by the keys of the targets."""
    return {key: finding["cell"] for key, finding in case.findings.items() if "cell" in finding}


def cells_found(case: Case, folder: Path, digecon: Digecon) -> dict[str, str]:
    """Return the cells that the targets of a case belong to, by its period and by judging it twice."""
    findings = _findings(result_of(case, folder, digecon))
    found = {}
    for key in cells_of(case):
        same = in_due_year(case, findings[key]["due"])
        answer = _findings(judged(same, folder / f"due-{len(_RESULTS)}-{key}", digecon))[key]["outcome"]
        found[key] = f"{_row(case, findings[key])}/{ANSWERS.get(answer, answer)}"
    return found


def _findings(judged: tuple[int, Said]) -> dict[str, Said]:
    (assessment,) = judged[1]["assessments"]
    return {one["target"].partition(".")[2]: one for one in assessment["findings"]}


def _row(case: Case, finding: Said) -> str:
    """Return the row of the time table that a finding belongs to, by its comparator and its period."""
    side = {"at_most": "ceiling-", "less_than": "ceiling-", "about": "about-"}
    return f"{side.get(finding['comparator'], '')}{_when(case, finding)}"


def _when(case: Case, finding: Said) -> str:
    said = case.observations.get(finding["indicator"])
    period = str((said.get("period") if isinstance(said, dict) else None) or case.period)
    year, due = int(period[:4]), finding["due"]
    if year > due:
        return "after" if "after_due" in finding["reasons"] else "after-settled"
    if period == str(due):
        return "due"
    indicator = _catalogue(case.said.get("catalogue", {}))["indicators"][finding["indicator"]]
    return f"{'part' if year == due else 'earlier'}-{indicator.get('nature', indicator['kind'])}"


def in_due_year(case: Case, due: int) -> Case:
    """Return the case with everything in it said of the due year, whole: the answer then shows."""
    date = case.submitted["date"]
    date = max(date, f"{due}-12-31") if date >= _last_day(case.period) else f"{due}-12-30"
    observations = {
        key: {**said, "period": str(due)} if isinstance(said, dict) and "period" in said else said
        for key, said in case.observations.items()
    }
    reviews = [{**review, "period": str(due)} for review in case.said.get("reviews", ())]
    submitted = {**case.submitted, "date": date}
    said = {
        "observations": observations,
        "reviews": reviews,
        "as_of": max(str(case.said.get("as_of", AS_OF)), date),
    }
    return case.but(period=str(due), submitted=submitted, **said)


def _last_day(period: str) -> str:
    year, _, month = period.partition("-M")
    last = calendar.monthrange(int(year), int(month))[1] if month else 31
    return f"{year}-{month or '12'}-{last}"


def sentences(case: Case, result: Said) -> Iterator[str]:
    """Return in both languages what is said of a case: of the findings that it is about, and of its files."""
    yield f"# {case.id}"
    (assessment,) = result["assessments"]
    for finding in assessment["findings"]:
        if finding["target"].partition(".")[2] in case.findings:
            yield f"{finding['target']}: {finding['outcome']}"
            needed = finding["needed"]
            yield from _in_both(finding["message"], *((needed["what"],) if needed else ()))
    for one in (*assessment["diagnostics"], *result["diagnostics"]):
        yield f"{one['severity']} {one['id']} {one['at']}".rstrip()
        yield from _in_both(one["message"], *((one["fix"],) if one.get("fix") else ()))


def _in_both(*texts: Mapping[str, str]) -> Iterator[str]:
    for lang in ("zh", "en"):
        yield f"  {' | '.join(text[lang] for text in texts)}"
