"""A folder of target files for places that do not exist, to score any number of them side by side."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from .commands import ROOT
from .places import Aim, Place, made_places

CATALOGUE = Path("targets/indicators.yaml")
MADE_UP = "# Illustrative: made up for the benchmarks; no such place exists, and none of this is published."
_PHRASES = {"at_least": "达到", "more_than": "超过"}
_STRETCHED = ("attracted_top100_firms", "new_innovation_platforms")
"""Indicators whose published targets are ranges; the upper end is made up here."""
_STRETCHED_BY = 3


def write_targets(number: int, folder: Path) -> tuple[Place, ...]:
    """Write the targets of ``number`` made-up zones into the new ``folder``; return those places."""
    places = made_places(number)
    for name in ("documents", "zones"):
        (folder / name).mkdir(parents=True)
    shutil.copyfile(ROOT / CATALOGUE, folder / CATALOGUE.name)
    _write(folder / "documents" / "made-up.yaml", document_text(number))
    for place in places:
        _write(folder / "zones" / f"{place.entity}.yaml", targets_text(place))
    return places


def document_text(number: int) -> str:
    """Return the document that the targets of ``number`` made-up zones would stand in, if there were one."""
    return f"""\
{MADE_UP}
format: digecon/targets/v1
document:
  id: made-up
  title: {{zh: 《基准测试用文件（示例，并无此文）》, en: A document for benchmarks (illustrative)}}
  named: {{zone: {number}}}
  published: {number}
  note: {{zh: 为基准测试虚构。, en: Made up for the benchmarks.}}
"""


def targets_text(place: Place) -> str:
    """Return the target file of a made-up zone."""
    number = place.entity.rpartition("-")[2]
    return "\n".join(
        (
            MADE_UP,
            "format: digecon/targets/v1",
            "entity:",
            f"  id: {place.entity}",
            "  kind: zone",
            f"  name: {{zh: 基准测试园区{number}（虚构）, en: Benchmark Zone {number} (fictional)}}",
            "targets:",
            *(line for aim in place.aims for line in _numeric(aim)),
            *(line for milestone in place.milestones for line in _milestone(milestone)),
            "",
        )
    )


def _numeric(aim: Aim) -> Iterator[str]:
    stretch = aim.line + _STRETCHED_BY if aim.indicator in _STRETCHED else None
    yield f"  {aim.indicator}:"
    yield "    due: 2025"
    yield f"    comparator: {aim.comparator}"
    yield f"    value: {aim.line}"
    if stretch is not None:
        yield f"    stretch: {stretch}"
    yield f'    unit: "{aim.unit}"'
    amount = f"{aim.line}—{stretch}" if stretch is not None else f"{_PHRASES[aim.comparator]}{aim.line}"
    yield _source(f"{amount}{aim.unit}")
    if stretch is not None:
        yield "    note: {zh: 按不低于下限理解。, en: Read as at least the lower end.}"


def _milestone(indicator: str) -> tuple[str, ...]:
    return (f"  {indicator}:", "    due: 2025", "    comparator: milestone", _source("形成"))


def _source(wording: str) -> str:
    return f"    source: {{document: made-up, paragraph: 1, wording: {wording}}}"


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")
