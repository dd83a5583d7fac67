"""Hold the program against the second judge, and tell where they part, the smallest case first."""

from __future__ import annotations

import copy
import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from hubei_digecon.cli.main import run

from .assessment import Assessment, assess
from .drawing import Drawn, Tree, draw
from .reading import Library, Review, read_library, read_report, read_review
from .steps import Case

HERE = Path(__file__).parent

FOLDERS = [HERE.parent.parent / "targets", HERE / "targets"]


@dataclass(frozen=True)
class Difference:
    """One thing that the two judges say otherwise of one case."""

    about: str  # a target, or the report
    what: str  # the field
    program: Any
    reference: Any

    @property
    def sort(self) -> tuple[str, str, str]:
        """Return what makes two differences the same."""
        if self.what == "reasons":
            more, less = set(self.program) - set(self.reference), set(self.reference) - set(self.program)
            return (self.what, f"program alone: {sorted(more)}", f"reference alone: {sorted(less)}")
        if self.what == "decided_on":
            return (
                self.what,
                "none" if self.program is None else "number",
                "none" if self.reference is None else "number",
            )
        return (self.what, str(self.program), str(self.reference))


@cache
def library_of(folder: Path) -> Library:
    """Read a folder of targets once."""
    return read_library(folder)


def write(drawn: Drawn, folder: Path) -> tuple[Path, Path | None]:
    """Write the files of a case."""
    report, review = folder / "report.yaml", folder / "review.yaml"
    report.write_text(dump(drawn.report), "utf-8")
    if drawn.review is None:
        return report, None
    review.write_text(dump(drawn.review), "utf-8")
    return report, review


def dump(tree: Tree) -> str:
    """Write a tree as YAML, without anchors."""
    return str(
        yaml.safe_dump(
            json.loads(json.dumps(tree)),
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=None,
            width=200,
        )
    )


def by_program(drawn: Drawn, report: Path, review: Path | None) -> Tree:
    """Judge a case by the program; return its assessment as the JSON result has it."""
    arguments = ["check", str(report), "--targets", str(drawn.library), "--as-of", drawn.as_of, "--isolated"]
    arguments += ["--min-evidence", drawn.min_evidence, "--output-format", "json"]
    arguments += ["--review", str(review)] if review else []
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        run(arguments)
    finally:
        sys.stdout, sys.stderr = kept
    out.seek(0)
    text = out.read()
    if not text:
        err.seek(0)
        raise ValueError(err.read())
    document = json.loads(text)
    [assessment] = document["assessments"]
    refused = [one for one in document["diagnostics"] if one["severity"] == "error"]
    if refused:
        raise ValueError(json.dumps(refused, ensure_ascii=False)[:600])
    if assessment["verdict"] == "invalid":
        raise ValueError(json.dumps(assessment["diagnostics"], ensure_ascii=False)[:600])
    return dict(assessment)


def by_reference(drawn: Drawn, report: Path, review: Path | None) -> Assessment:
    """Judge a case by the second judge."""
    library = library_of(drawn.library)
    return assess(
        Case(
            read_report(report, library.catalogue),
            read_review(review, library.catalogue) if review else Review(),
            date.fromisoformat(drawn.as_of),
            drawn.min_evidence,
            library,
        )
    )


def differences(drawn: Drawn) -> list[Difference]:
    """Return all that the two judges say otherwise of a case."""
    with TemporaryDirectory() as name:
        report, review = write(drawn, Path(name))
        program, reference = by_program(drawn, report, review), by_reference(drawn, report, review)
    found = [
        Difference("report", what, program[what], getattr(reference, what))
        for what in ("verdict", "final")
        if program[what] != getattr(reference, what)
    ]
    by_key = {one["target"].partition(".")[2]: one for one in program["findings"]}
    for finding in reference.findings:
        found += finding_differences(by_key.get(finding.target), finding)
    return found


def finding_differences(program: Tree | None, reference: Any) -> Iterator[Difference]:
    """Compare one finding."""
    if program is None:
        yield Difference(reference.target, "finding", None, "there")
        return
    for what in ("outcome", "underlying", "evidence", "final", "rounding_sensitive", "reading_sensitive"):
        if program[what] != getattr(reference, what):
            yield Difference(reference.target, what, program[what], getattr(reference, what))
    if set(program["reasons"]) != reference.reasons:
        yield Difference(reference.target, "reasons", sorted(program["reasons"]), sorted(reference.reasons))
    if not same_number(program["decided_on"], reference.decided_on):
        yield Difference(reference.target, "decided_on", program["decided_on"], reference.decided_on)


def same_number(shown: str | None, exact: Fraction | None) -> bool:
    """Say whether a number that is shown, rounded to six digits or more, is the exact one."""
    if shown is None or exact is None:
        return shown is None and exact is None
    return abs(Fraction(shown) - exact) <= abs(exact) / 10**5


def cases(seed: int, number: int) -> Iterator[Drawn]:
    """Draw so many cases from a seed, each from its own."""
    libraries = {folder: library_of(folder) for folder in FOLDERS if any(folder.rglob("*.yaml"))}
    for index in range(number):
        yield draw(Random(f"{seed}-{index}"), libraries)


def smaller(drawn: Drawn) -> Iterator[Drawn]:
    """Give the cases that are this one with one thing less."""
    if drawn.review is not None:
        yield replace(drawn, review=None)
    if drawn.min_evidence != "claimed":
        yield replace(drawn, min_evidence="claimed")
    for path in paths(drawn.report.get("observations", {}), ("observations",)):
        yield replace(drawn, report=without(drawn.report, path))
    for path in paths(drawn.review or {}, ()):
        if path[0] not in ("entity", "period", "reviewer"):
            yield replace(drawn, review=without(drawn.review or {}, path))


def paths(tree: Any, before: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Give the way to all that can be left out, the largest first."""
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    below = []
    for key, value in entries:
        yield (*before, key)
        below.append((key, value))
    for key, value in below:
        yield from paths(value, (*before, key))


def without(tree: Tree, path: tuple[Any, ...]) -> Tree:
    """Return a tree without what stands at a path."""
    found = copy.deepcopy(tree)
    at: Any = found
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return found


def shrink(drawn: Drawn, still: Callable[[Drawn], bool]) -> Drawn:
    """Leave out all that a difference does not need."""
    progress = True
    while progress:
        progress = False
        for one in smaller(drawn):
            try:
                holds = still(one)
            except Exception:  # what cannot be judged is no smaller case
                holds = False
            if holds:
                drawn, progress = one, True
                break
    return drawn


def shown(drawn: Drawn, found: list[Difference]) -> str:
    """Show a case and its differences."""
    said = [f"# {one.about} {one.what}: program {one.program}, reference {one.reference}" for one in found]
    options = f"# --as-of {drawn.as_of} --min-evidence {drawn.min_evidence} --targets {drawn.library.parent.name}/{drawn.library.name}"
    review = f"--- # review\n{dump(drawn.review)}" if drawn.review else ""
    return "\n".join([*said, options, dump(drawn.report) + review])


def has_sort(sort: tuple[str, str, str], drawn: Drawn) -> bool:
    """Say whether a case still has a difference of a sort."""
    return any(one.sort == sort for one in differences(drawn))


def smallest_difference(seed: int, number: int) -> tuple[Drawn, list[Difference]] | None:
    """Return the smallest of so many cases on which the judges part, with what it does not need left out."""
    parted = [(drawn, found) for drawn in cases(seed, number) if (found := differences(drawn))]
    if not parted:
        return None
    drawn, found = min(parted, key=lambda pair: size_of(pair[0]))
    small = shrink(drawn, partial(has_sort, found[0].sort))
    return small, differences(small)


def size_of(drawn: Drawn) -> int:
    """Return how long a case is."""
    return len(dump(drawn.report)) + len(dump(drawn.review or {}))


def main() -> int:
    """Draw cases, and print each sort of difference once, its smallest case."""
    seed, number = int(sys.argv[1]), int(sys.argv[2])
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    sorts: dict[tuple[str, str, str], list[Drawn]] = {}
    broken = 0
    for drawn in cases(seed, number):
        try:
            told = {one.sort for one in differences(drawn)}
        except ValueError as error:
            print(error, dump(drawn.report), dump(drawn.review or {}))
            continue
        for sort in told:
            sorts.setdefault(sort, []).append(drawn)
        broken += any(drawn is found[-1] for found in sorts.values())
    print(f"seed {seed}: {broken} of {number} cases differ, {len(sorts)} sorts")
    for sort, found in sorted(sorts.items(), key=lambda pair: -len(pair[1])):
        print(len(found), *sort)
    for sort, found in sorted(sorts.items(), key=lambda pair: -len(pair[1]))[:limit]:
        smallest = min(found, key=size_of)
        small = shrink(smallest, partial(has_sort, sort))
        print(f"\n===== {len(found)} × {sort}\n{shown(small, differences(small))}")
    return bool(sorts)


if __name__ == "__main__":
    sys.exit(main())
