"""What docs/methodology.md claims beyond the examples that it runs, and what its table of reasons says."""

import datetime
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from docs.blocks import blocks, commands
from docs.judging import EFFECTS

from hubei_digecon import check
from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Grade, Reason, Verdict
from hubei_digecon.load.targets import TargetLibrary

from . import casebook
from .conftest import AS_OF, ROOT

TODAY = datetime.date.fromisoformat(AS_OF)
METHODOLOGY = (ROOT / "docs/methodology.md").read_text("utf-8")
ILLUSTRATIVE = ROOT / "sample_reports/illustrative"

_DOCUMENT = """\
document:
  id: example
  title: {zh: 示例通知（虚构）, en: An example notice (fictional)}
  default: true
  named: {zone: 1}
  published: 1
"""
_ZONE = """\
entity: {id: example-zone, kind: zone, name: {zh: 示例园区（虚构）, en: Example Zone (fictional)}}
targets:
  core_share_of_gdp:
    {due: 2025, comparator: at_least, value: 13, unit: "%",
     source: {document: example, paragraph: 1, wording: 达到13%}}
  core_value_added:
    {due: 2025, comparator: more_than, value: 50, unit: 亿元,
     source: {document: example, paragraph: 1, wording: 突破50亿元}}
  integration_certified_firms:
    {due: 2025, comparator: at_least, value: 2, unit: 家,
     source: {document: example, paragraph: 1, wording: 2家}}
  new_innovation_platforms:
    {due: 2025, comparator: at_least, value: 3, stretch: 5, unit: 家,
     source: {document: example, paragraph: 1, wording: 3—5家}}
  manufacturing_path:
    {due: 2025, comparator: milestone, source: {document: example, paragraph: 1, wording: 形成}}
"""


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> TargetLibrary:
    """The published targets, and a fictional zone with one of each sort."""
    folder = tmp_path_factory.mktemp("methodology") / "targets"
    shutil.copytree(ROOT / "targets", folder)
    (folder / "documents/example.yaml").write_text(_DOCUMENT, "utf-8")
    (folder / "zones/example-zone.yaml").write_text(_ZONE, "utf-8")
    return TargetLibrary(folder)


class Claim(NamedTuple):
    """A sentence of methodology.md: what is handed in, and what comes of it for one target.

    ``observations`` and ``review`` are lines of YAML; ``dated`` is the day of the report.
    """

    says: str
    observations: str
    target: str
    outcome: str
    reasons: str = ""
    review: str = ""
    period: str = "2025"
    dated: str = "2026-01-20"


SHARE, VALUE, FIRMS, PLATFORMS, PATH = (
    "core_share_of_gdp",
    "core_value_added",
    "integration_certified_firms",
    "new_innovation_platforms",
    "manufacturing_path",
)


def _share(share: str, value_added: str, gdp: str) -> str:
    values = {SHARE: share, VALUE: value_added, "gdp": gdp}
    return "\n".join(f"{key}: {value}" for key, value in values.items() if value)


def _items(reported: int, *items: str) -> str:
    listed = ", ".join(f"{{name: 示例{number}, {item}}}" for number, item in enumerate(items))
    return f"{{value: {reported}家, items: [{listed}]}}"


COUNTS = "level: 省级, by: 示例机构, recognised_on: 2025-03-01"
UNDATED = "level: 省级, by: 示例机构"
MUNICIPAL = "level: 市级, by: 示例机构, recognised_on: 2025-03-01"
CERTIFIED = "certificate: GB/T 23001 示例, recognised_on: 2025-03-01"
LATER = "certificate: GB/T 23001 示例, recognised_on: 2026-02-01"
ATTESTED = "attestations: {{manufacturing_path: {{state: {}, date: 2026-02-10, basis: 示例{}}}}}"

CLAIMS = (
    Claim("达到 includes the number", "core_share_of_gdp: 13.00%", SHARE, "met", "at_line"),
    Claim("the upper end of a range is told", f"{PLATFORMS}: 5家", PLATFORMS, "met", "reached_stretch"),
    Claim("the outcome rests on the lower end", f"{PLATFORMS}: 4家", PLATFORMS, "met", "within_stretch"),
    Claim("the quotient decides", _share("13.0%", "2736亿元", "21106.23亿元"), SHARE, "missed", "recomputed"),
    Claim(
        "parts may be in different units",
        _share("13.0%", "27360000万元", "2.110623万亿元"),
        SHARE,
        "missed",
        "recomputed",
    ),
    Claim(
        "the reported share decides where the quotient does not settle",
        _share("13.1%", "2750亿元", "2.1万亿元"),
        SHARE,
        "met",
    ),
    Claim(
        "where they disagree and part, undecided",
        _share("13.2%", "2736亿元", "21106.23亿元"),
        SHARE,
        "undecided",
        "inconsistent",
    ),
    Claim(
        "where they disagree and both satisfy, met",
        _share("13.2%", "2750亿元", "21106.23亿元"),
        SHARE,
        "met",
        "inconsistent",
    ),
    Claim(
        "where they disagree and both fail, missed",
        _share("12.5%", "2736亿元", "21106.23亿元"),
        SHARE,
        "missed",
        "inconsistent",
    ),
    Claim("a share is derived", _share("", "2750亿元", "21106.23亿元"), SHARE, "met", "derived"),
    Claim(
        "a derived share that does not settle is undecided",
        _share("", "2750亿元", "2.1万亿元"),
        SHARE,
        "undecided",
        "derived",
    ),
    Claim("nothing is divided by zero", _share("13.5%", "2750亿元", "0亿元"), SHARE, "met"),
    Claim(
        "a part above its whole meets nothing",
        _share("", "60亿元", "55亿元"),
        VALUE,
        "undecided",
        "inconsistent",
    ),
    Claim(
        "a part above its whole excuses no miss",
        _share("", "40亿元", "35亿元"),
        VALUE,
        "missed",
        "inconsistent",
    ),
    Claim(
        "an implausible share without a scope meets nothing",
        "core_share_of_gdp: 45.0%",
        SHARE,
        "undecided",
        "scope",
    ),
    Claim("with a scope it is compared", "core_share_of_gdp: {value: 45.0%, scope: core-2021}", SHARE, "met"),
    Claim(
        "another scope meets nothing",
        "core_share_of_gdp: {value: 14.0%, scope: digital-economy-broad}",
        SHARE,
        "undecided",
        "scope",
    ),
    Claim(
        "another scope excuses no miss",
        "core_share_of_gdp: {value: 12.0%, scope: digital-economy-broad}",
        SHARE,
        "missed",
        "scope",
    ),
    Claim(
        "a wider counting meets nothing",
        f"{FIRMS}: {{value: 4家, counting: 累计}}",
        FIRMS,
        "undecided",
        "scope",
    ),
    Claim(
        "a narrower counting proves a hit",
        f"{PLATFORMS}: {{value: 4家, counting: 本年新增}}",
        PLATFORMS,
        "met",
        "scope",
    ),
    Claim(
        "a narrower counting proves no miss",
        f"{PLATFORMS}: {{value: 2家, counting: 本年新增}}",
        PLATFORMS,
        "undecided",
        "scope",
    ),
    Claim(
        "an unrelated scope proves no miss",
        f"{FIRMS}: {{value: 1家, scope: integration-pilot-list}}",
        FIRMS,
        "undecided",
        "scope",
    ),
    Claim("a hundred times the target", f"{VALUE}: 5000亿元", VALUE, "undecided", "magnitude"),
    Claim("a fraction under %", "core_share_of_gdp: 0.132%", SHARE, "undecided", "magnitude"),
    Claim("too small for any slip", "core_share_of_gdp: 0.12%", SHARE, "missed", "magnitude"),
    Claim("more than everything", "core_share_of_gdp: 132%", SHARE, "undecided", "share_above_whole"),
    Claim("a stated scope of none is compared", "core_share_of_gdp: 14.0%", SHARE, "met"),
    Claim(
        "an estimate is no hit",
        "core_value_added: {value: 60亿元, status: 预计}",
        VALUE,
        "undecided",
        "estimated",
    ),
    Claim(
        "an estimate is no miss",
        "core_value_added: {value: 40亿元, status: 预计}",
        VALUE,
        "undecided",
        "estimated",
    ),
    Claim(
        "what is dated before its period ended is an estimate",
        "core_value_added: 60亿元",
        VALUE,
        "undecided",
        "estimated",
        dated="2025-12-30",
    ),
    Claim(
        "a settled share that fails as its estimated parts do is a miss",
        "core_share_of_gdp: 12.0%\ncore_value_added: {value: 62.5亿元, status: 预计}\ngdp: 500亿元",
        SHARE,
        "missed",
        "inconsistent",
    ),
    Claim(
        "an estimated part excuses no miss of the share",
        "core_share_of_gdp: 12.0%\ncore_value_added: {value: 100亿元, status: 预计}\ngdp: 500亿元",
        SHARE,
        "missed",
        "inconsistent",
    ),
    Claim(
        "an estimated part that fails blocks the share",
        "core_share_of_gdp: 14.0%\ncore_value_added: {value: 60亿元, status: 预计}\ngdp: 500亿元",
        SHARE,
        "undecided",
        "inconsistent",
    ),
    Claim("以上 settles", f"{FIRMS}: 2家以上", FIRMS, "met"),
    Claim("约 settles nothing", f"{FIRMS}: 约2家", FIRMS, "undecided", "hedged"),
    Claim("超 is one more of a count", f"{FIRMS}: 超1家", FIRMS, "met"),
    Claim(
        "items prove a count",
        f"{PLATFORMS}: {_items(3, *[COUNTS] * 3)}",
        PLATFORMS,
        "met",
        "counted base_unstated",
    ),
    Claim(
        "an unknown item leaves it open",
        f"{PLATFORMS}: {_items(3, COUNTS, COUNTS, UNDATED)}",
        PLATFORMS,
        "undecided",
        "item_count",
    ),
    Claim(
        "what is not listed leaves it open",
        f"{PLATFORMS}: {_items(4, COUNTS, COUNTS)}",
        PLATFORMS,
        "undecided",
        "item_count",
    ),
    Claim(
        "municipal items do not count",
        f"{PLATFORMS}: {_items(4, COUNTS, COUNTS, MUNICIPAL, MUNICIPAL)}",
        PLATFORMS,
        "missed",
        "counted",
    ),
    Claim(
        "more eligible items than reported put both in question",
        f"{PLATFORMS}: {_items(2, *[COUNTS] * 3)}",
        PLATFORMS,
        "undecided",
        "item_count",
    ),
    Claim(
        "rejected items do not count",
        f"{PLATFORMS}: {_items(3, *[COUNTS] * 3)}",
        PLATFORMS,
        "missed",
        "counted",
        review=f"rejected_items: {{{PLATFORMS}: [{{name: 示例1, reason: 示例}}]}}",
    ),
    Claim(
        "what was satisfied a year before is reached early, and the due year decides",
        f"{VALUE}: 60亿元",
        VALUE,
        "not_due",
        "early",
        period="2024",
    ),
    Claim(
        "what cannot be undone is met early",
        f"{PLATFORMS}: {{value: 3家, counting: cumulative}}",
        PLATFORMS,
        "met",
        "early",
        period="2024",
    ),
    Claim(
        "what was not satisfied a year before is not due", f"{VALUE}: 40亿元", VALUE, "not_due", period="2024"
    ),
    Claim("a flow can only grow", f"{VALUE}: 60亿元", VALUE, "met", "early", period="2025-M09"),
    Claim("a share may change", f"{SHARE}: 14.0%", SHARE, "not_due", "part_year", period="2025-M09"),
    Claim("a stock may change", f"{FIRMS}: 3家", FIRMS, "not_due", "part_year", period="2025-M09"),
    Claim(
        "a figure of a later year tells nothing",
        f"{VALUE}: 60亿元",
        VALUE,
        "undecided",
        "after_due",
        period="2026",
        dated="2027-01-20",
    ),
    Claim(
        "dated items of a stock prove a hit",
        f"{FIRMS}: {_items(3, CERTIFIED, CERTIFIED, LATER)}",
        FIRMS,
        "met",
        "counted",
        period="2026",
        dated="2027-01-20",
    ),
    Claim(
        "dated items of a stock prove no miss",
        f"{FIRMS}: {_items(2, CERTIFIED, LATER)}",
        FIRMS,
        "undecided",
        "after_due",
        period="2026",
        dated="2027-01-20",
    ),
    Claim("a submitter's word meets no milestone", f"{PATH}: 已实现", PATH, "undecided", "unattested"),
    Claim("a submitter's word can miss one", f"{PATH}: 部分实现", PATH, "missed"),
    Claim(
        "an attestation meets it, whatever was reported",
        f"{PATH}: 部分实现",
        PATH,
        "met",
        review=ATTESTED.format("achieved", ""),
    ),
    Claim(
        "an attestation of the opposite misses it",
        f"{PATH}: 已实现",
        PATH,
        "missed",
        review=ATTESTED.format("not_achieved", ""),
    ),
    Claim(
        "what was achieved in 2026 is late",
        f"{PATH}: 已实现",
        PATH,
        "missed",
        "late",
        review=ATTESTED.format("achieved", ", achieved_on: 2026-01-05"),
    ),
    Claim(
        "a later report settles it with a date",
        f"{PATH}: 已实现",
        PATH,
        "met",
        review=ATTESTED.format("achieved", ", achieved_on: 2025-11-05"),
        period="2026",
        dated="2027-01-20",
    ),
    Claim(
        "a verified value is only compared",
        f"{VALUE}: {{value: 40亿元, status: 预计, scope: digital-economy-broad}}",
        VALUE,
        "met",
        "adjusted",
        review=f"verified: {{{VALUE}: {{value: 50.1亿元, basis: 示例}}}}",
    ),
    Claim(
        "a verified part recomputes the share",
        _share("20.1%", "401亿元", "2000亿元"),
        SHARE,
        "met",
        "adjusted recomputed",
        review=f"verified: {{{VALUE}: {{value: 398.2亿元, basis: 示例}}}}",
    ),
    Claim(
        "a waived target is waived whatever came before",
        f"{VALUE}: 40亿元",
        VALUE,
        "waived",
        review=f"waivers: {{{VALUE}: {{reason: 示例, approved_by: 示例, approved_on: 2026-02-28, "
        "expires: 2026-02-28}}",
    ),
    Claim(
        "a waiver ends after its last day",
        f"{VALUE}: 40亿元",
        VALUE,
        "missed",
        review=f"waivers: {{{VALUE}: {{reason: 示例, approved_by: 示例, approved_on: 2026-02-01, "
        "expires: 2026-02-27}}",
    ),
)


def _judged(
    claim: Claim, folder: Path, targets: TargetLibrary, settings: Settings | None = None
) -> Assessment:
    inside = "".join(f"  {line}\n" for line in claim.observations.splitlines())
    head = f"entity: example-zone\nperiod: {claim.period}\n"
    report, review = folder / "report.yaml", folder / "review.yaml"
    submitted = f"submitted: {{by: 示例单位, date: {claim.dated}}}\n"
    report.write_text(f"{head}{submitted}illustrative: true\nobservations:\n{inside}", "utf-8")
    review.write_text(f"{head}reviewer: {{name: 示例核验组}}\n{claim.review}\n", "utf-8")
    reviews = [review] if claim.review else []
    as_of = max(TODAY, datetime.date.fromisoformat(claim.dated))
    [assessment] = check(report, targets=targets, reviews=reviews, as_of=as_of, settings=settings)
    return assessment


def _finding(assessment: Assessment, key: str) -> Finding:
    return next(finding for finding in assessment.findings if finding.target.key == key)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.says)
def test_what_is_claimed_is_so(claim: Claim, tmp_path: Path, targets: TargetLibrary) -> None:
    finding = _finding(_judged(claim, tmp_path, targets), claim.target)
    assert finding.outcome.id == claim.outcome
    assert set(claim.reasons.split()) <= {reason.id for reason in finding.reasons}


def test_an_error_keeps_a_report_from_being_compliant(tmp_path: Path, targets: TargetLibrary) -> None:
    every = (
        "core_share_of_gdp: 13.2%\ncore_value_added: 2750亿元\ngdp: 21106.23亿元\n"
        "integration_certified_firms: 2家\nnew_innovation_platforms: 3家\nmanufacturing_path: 已实现"
    )
    claim = Claim("", every, SHARE, "met", review=ATTESTED.format("achieved", ""))
    assessment = _judged(claim, tmp_path, targets)
    assert {finding.outcome.id for finding in assessment.findings} == {"met"}
    assert assessment.verdict is Verdict.INCOMPLETE


FINAL = (
    (f"{VALUE}: {{value: 60亿元, status: 最终核实数}}", VALUE, True),
    (f"{VALUE}: {{value: 60亿元, status: 快报}}", VALUE, False),
    (f"{VALUE}: 60亿元", VALUE, False),
    (f"{FIRMS}: {{value: 3家, source: 示例名单}}", FIRMS, False),
    (f"{FIRMS}: {{value: 1家, evidence: [示例名单], items: [{{name: 示例, {CERTIFIED}}}]}}", FIRMS, True),
    (
        f"{FIRMS}: {{value: 1家, status: 快报, evidence: [示例名单], items: [{{name: 示例, {CERTIFIED}}}]}}",
        FIRMS,
        False,
    ),
    (f"{FIRMS}: 3家", FIRMS, False),
    (f"{PATH}: {{state: 部分实现, evidence: [示例材料]}}", PATH, True),
    (f"{PATH}: 部分实现", PATH, False),
)


@pytest.mark.parametrize(("observations", "target", "final"), FINAL)
def test_a_finding_is_final_on_final_or_documented_figures(
    observations: str, target: str, final: bool, tmp_path: Path, targets: TargetLibrary
) -> None:
    claim = Claim("", observations, target, "")
    assert _finding(_judged(claim, tmp_path, targets), target).final is final


# Reasons


def test_every_reason_has_an_effect() -> None:
    assert set(EFFECTS) == set(Reason)


def _all_findings(folder: Path, targets: TargetLibrary) -> Iterator[Finding]:
    """Return the findings of all claims and samples, at every grade of evidence asked for."""
    samples = sorted((ROOT / "sample_reports").glob("*/*.yaml"))
    for settings in (Settings(grade) for grade in Grade):
        for claim in CLAIMS:
            yield from _judged(claim, folder, targets, settings).findings
        for reviews in ([], [ILLUSTRATIVE]):
            for assessment in check(
                *samples, targets=targets, reviews=reviews, as_of=TODAY, settings=settings
            ):
                yield from assessment.findings


def _findings_of_cases(cases: Sequence[casebook.Case], folder: Path) -> Iterator[Finding]:
    """Return the findings of cases of judging: of kinds and keys that no published target has."""
    for case in cases:
        (assessment,) = casebook.run_of(case, folder)
        yield from assessment.findings


@pytest.mark.heavy
@pytest.mark.parametrize("cases", casebook.FIRST_OR_ALL)
def test_no_outcome_goes_against_the_effect_of_a_reason(
    cases: Sequence[casebook.Case], tmp_path: Path, cases_folder: Path, targets: TargetLibrary
) -> None:
    seen = set()
    for finding in (*_all_findings(tmp_path, targets), *_findings_of_cases(cases, cases_folder)):
        outcome = finding.underlying or finding.outcome
        for reason in finding.reasons:
            seen.add(reason)
            assert outcome in EFFECTS[reason].outcomes, (finding.target.id, reason, outcome)
    assert seen == set(Reason)


# Two languages


def _sections() -> dict[str, str]:
    parts = re.split(r"^## (.*)$", METHODOLOGY, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _in_chinese(paragraph: str) -> bool:
    return len(re.findall("[\u4e00-\u9fff]", paragraph)) > len(re.findall(r"[A-Za-z]+", paragraph))


@pytest.mark.parametrize("heading", _sections())
def test_every_section_is_in_both_languages(heading: str) -> None:
    prose = re.sub(r"^(```.*?^```|<!-- table.*?/table -->)$", "", _sections()[heading], flags=re.S | re.M)
    paragraphs = [one for one in prose.split("\n\n") if one.strip()]
    chinese = sum(map(_in_chinese, paragraphs))
    assert 2 * chinese == len(paragraphs), "each paragraph stands in Chinese and in English"
    assert re.search("[\u4e00-\u9fff].* · [A-Z]", heading)


def test_whatever_judges_is_shown_in_both_languages() -> None:
    run = [
        command.replace("\\\n", " ").split()
        for block in blocks(METHODOLOGY)
        if block.language == "console"
        for command in commands(block.text)
    ]
    zh, en = (
        [[word for word in words if word != lang] for words in run if lang in words] for lang in ("zh", "en")
    )
    assert [words for words in en if words not in zh and not any("json=" in word for word in words)] == []
    assert [words for words in zh if words not in en] == []
