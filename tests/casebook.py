"""Judging cases as data: read from ``tests/judging``, written out as files, judged by the command line.

Every file there is a list of cases on one theme. A case holds what it is about and no more; what it
leaves out is what any report has. All of it is text, as in the files that people write.

- ``targets``: a list of the entity's published targets, or a mapping of targets of its own (with a
  ``value``, and what else bears on it) and published ones (with nothing after the key). Left out: the
  published targets as they are.
- ``catalogue``: ``indicators`` and ``relations`` to be added to the published ones.
- ``entity``, ``period``, ``submitted`` (a date, or ``by`` and ``date``), ``as_of``, ``observations``.
- ``reviews``: of the report's entity and period, by an assessor, unless they say something else.
- ``settings``: ``min_evidence``, ``waivers: false``, ``fail_on``.
- an item with ``times: 5`` stands for five items, their names numbered.
- ``expect``: per key of a target what its finding says, and ``verdict``, ``final``, ``exit``,
  ``entity``, ``counts``; of the ids of remarks all (``diagnostics``), some (``remarks_include``) or those
  that must not be there (``remarks_exclude``). ``none`` stands for nothing. Of a finding the reasons are
  always compared, ``says`` is what its message must contain, and ``cell`` names its cell of the time table.
"""

import calendar
import datetime
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from hubei_digecon import check
from hubei_digecon.comparators import COMPARATORS
from hubei_digecon.findings import Settings
from hubei_digecon.run import Run

from .conftest import AS_OF, ROOT, TESTS, Digecon

FOLDER = TESTS / "judging"
PUBLISHED = ROOT / "targets"

Said = dict[str, Any]

_KEYS = {
    "name", "targets", "catalogue", "entity", "period", "submitted", "as_of", "observations", "reviews",
    "settings", "expect",
}  # fmt: skip
_SETTINGS = {"min_evidence": "--min-evidence", "fail_on": "--fail-on"}
OF_REPORT = {
    "verdict", "final", "exit", "entity", "counts", "diagnostics", "remarks_include", "remarks_exclude",
}  # fmt: skip
OF_FINDING = {
    "outcome", "reasons", "underlying", "observed", "decided_on", "decided_bound", "decided_interval", "gap", "attainment",
    "evidence", "status", "final", "rounding_sensitive", "reading_sensitive", "needed", "says", "cell",
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


def _read(path: Path) -> Iterator[Case]:
    for said in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):
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
    return yaml.load((PUBLISHED / path).read_text("utf-8"), yaml.BaseLoader)


def file_of(entity: str) -> str:
    """Return the path of an entity's file within the folder of targets."""
    (found,) = PUBLISHED.glob(f"*/{entity}.yaml")
    return str(found.relative_to(PUBLISHED))


def write(path: Path, said: object) -> Path:
    """Write a file as people would: YAML in blocks, a value a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def arguments(case: Case, folder: Path) -> list[str]:
    """Write the files of a case into ``folder``, and return the arguments that judge them."""
    report = write(folder / "report.yaml", report_of(case))
    settings: Said = case.said.get("settings", {})
    targets = _write_targets(case, folder / "targets")
    given = ["check", str(report), "--targets", str(targets), "--as-of", str(case.said.get("as_of", AS_OF))]
    for number, review in enumerate(case.said.get("reviews", ()), 1):
        given += ["--review", str(write(folder / f"review-{number}.yaml", review_of(case, review)))]
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


def review_of(case: Case, said: Said) -> Said:
    """Return a review of a case, with what it leaves out."""
    review = {
        "entity": case.entity,
        "period": case.period,
        "reviewer": {"name": "示例评估组", "organisation": "示例评估单位"},
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
    ):
        if key in review:
            review[key] = {name: left_out | _long(one, short) for name, one in review[key].items()}
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
    return {**own, "indicators": own["indicators"] | new, "relations": relations}


def _words(key: str) -> Said:
    return {"zh": f"示例{key}", "en": f"sample {key}"}


def _target(key: str, said: Said, indicators: Said) -> Said:
    """Return a target with what any has: a due year, a unit, and words that say what it requires."""
    indicator = indicators[said.get("indicator", key)]
    milestone = indicator["kind"] == "milestone"
    told: Said = {"due": "2025", "comparator": "milestone" if milestone else "at_least"}
    told |= {} if milestone else {"unit": indicator["unit"]}
    told |= {name: value for name, value in said.items() if name != "wording"}
    wording = said.get("wording", "形成" if milestone else _wording(told))
    return told | {"source": {"document": "notice", "paragraph": "1", "wording": wording}}


def _wording(target: Said) -> str:
    comparator = COMPARATORS[target["comparator"]]
    return comparator.sentence.zh.format(required=f"{target['value']}{target['unit']}")


# Judging a case.


def run_of(case: Case, folder: Path) -> Run:
    """Judge a case by the functions of the package."""
    _, report, *options = arguments(case, folder)
    given = list(zip(options[::2], options[1::2], strict=False))
    named = dict(given)
    settings: Said = case.said.get("settings", {})
    return check(
        Path(report),
        targets=Path(named["--targets"]),
        reviews=[Path(path) for option, path in given if option == "--review"],
        as_of=datetime.date.fromisoformat(named["--as-of"]),
        settings=Settings(settings.get("min_evidence", "claimed"), settings.get("waivers") != "false"),
    )


def judged(case: Case, folder: Path, digecon: Digecon) -> tuple[int, Said]:
    """Judge a case, and return the exit code and the JSON result."""
    ran = digecon(*arguments(case, folder))
    assert ran.out, ran.err
    return ran.code, json.loads(ran.out)


def told(case: Case, code: int, result: Said) -> tuple[Said, Said]:
    """Return what a case expects and what the program said, both of the same things."""
    (assessment,) = result["assessments"]
    remarks = Counter(one["id"] for one in (*assessment["diagnostics"], *result["diagnostics"]))
    found = {one["target"].partition(".")[2]: one for one in assessment["findings"]}
    expected, actual = {}, {}
    for key, value in case.expected.items():
        expected[key], actual[key] = _of_report(key, value, code, assessment, remarks)
    for target, finding in case.findings.items():
        assert target in found, f"no finding on {target}, but on {', '.join(found) or 'nothing'}"
        for key, value in {"reasons": [], **finding}.items():
            if key != "cell":
                name = f"{target}.{key}"
                expected[name], actual[name] = _of_finding(key, value, found[target])
    return expected, actual


def _of_report(
    key: str, value: Any, code: int, assessment: Said, remarks: Counter[str]
) -> tuple[object, object]:
    match key:
        case "exit":
            return int(value), code
        case "counts":
            counts = {outcome: number for outcome, number in assessment["counts"].items() if number}
            return {outcome: int(number) for outcome, number in value.items()}, counts
        case "diagnostics":
            return sorted(value), sorted(remarks.elements())
        case "remarks_include":
            wanted = Counter(value)
            return sorted(wanted.elements()), sorted((wanted & remarks).elements())
        case "remarks_exclude":
            return [], sorted(set(value) & set(remarks))
    return _plain(value), assessment[key]


def _of_finding(key: str, value: Any, finding: Said) -> tuple[object, object]:
    match key:
        case "reasons":
            return sorted(value), sorted(finding["reasons"])
        case "says":
            messages = finding["message"].values()
            return value, [text for text in value if any(text in message for message in messages)]
        case "needed" if isinstance(value, dict):
            needed = finding["needed"] or {}
            return value, {part: needed.get(part) for part in value}
    return _plain(value), finding[key]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return _AS_TEXT.get(value, value)


# The time table of the design.

_SORTS = ("share", "flow", "stock", "added")
_FLOORS = (
    "due",
    *(f"{when}-{sort}" for when in ("earlier", "part") for sort in (*_SORTS, "milestone")),
    "after",
)
_CEILINGS = (
    "ceiling-due",
    *(f"ceiling-{when}-{sort}" for when in ("earlier", "part") for sort in _SORTS),
    "ceiling-after",
)
CELLS = tuple(f"{row}/{answer}" for row in (*_FLOORS, *_CEILINGS) for answer in ("yes", "no", "doubtful"))
SETTLED = ("after-settled/yes", "after-settled/no", "ceiling-after-settled/yes", "ceiling-after-settled/no")
"""After the due year, where ``achieved_on`` or dated items tell how things stood at its end."""

ANSWERS = {"met": "yes", "missed": "no", "undecided": "doubtful"}
"""The answer of step 2 by the outcome that it has in the due year, whole."""


def cells_of(case: Case) -> dict[str, str]:
    """Return the cells that a case names, by the keys of the targets."""
    return {key: finding["cell"] for key, finding in case.findings.items() if "cell" in finding}


def cells_found(case: Case, folder: Path, digecon: Digecon) -> dict[str, str]:
    """Return the cells that the targets of a case belong to, by its period and by judging it twice."""
    findings = _findings(judged(case, folder / "case", digecon))
    found = {}
    for key in cells_of(case):
        same = in_due_year(case, findings[key]["due"])
        answer = _findings(judged(same, folder / key, digecon))[key]["outcome"]
        found[key] = f"{_row(case, findings[key])}/{ANSWERS.get(answer, answer)}"
    return found


def _findings(judged: tuple[int, Said]) -> dict[str, Said]:
    (assessment,) = judged[1]["assessments"]
    return {one["target"].partition(".")[2]: one for one in assessment["findings"]}


def _row(case: Case, finding: Said) -> str:
    """Return the row of the time table that a finding belongs to, by its comparator and its period."""
    ceiling = "ceiling-" if finding["comparator"] in ("at_most", "less_than") else ""
    return f"{ceiling}{_when(case, finding)}"


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
        yield from _in_both(one["message"], *((one["mend"],) if one.get("mend") else ()))


def _in_both(*texts: Mapping[str, str]) -> Iterator[str]:
    for lang in ("zh", "en"):
        yield f"  {' | '.join(text[lang] for text in texts)}"
