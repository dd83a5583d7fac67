"""A folder of targets with a city and zones within it, and reports of them, for what many places take."""

import itertools
from collections.abc import Iterable
from pathlib import Path

from .conftest import AS_OF

_CATALOGUE = """\
indicators:
  output:
    name: {zh: 示例产值, en: Sample output}
    short: {zh: 示例产值, en: Sample output}
    kind: amount
    unit: 亿元
    nature: flow
    definition: {zh: 示例。, en: A sample.}
  share:
    name: {zh: 示例比重, en: Sample share}
    short: {zh: 示例比重, en: Sample share}
    kind: share
    unit: "%"
    definition: {zh: 示例。, en: A sample.}
  firms:
    name: {zh: 示例企业, en: Sample firms}
    short: {zh: 示例企业, en: Sample firms}
    kind: count
    unit: 家
    nature: stock
    definition: {zh: 示例。, en: A sample.}
  platforms:
    name: {zh: 示例平台, en: Sample platforms}
    short: {zh: 示例平台, en: Sample platforms}
    kind: count
    unit: 个
    nature: added
    definition: {zh: 示例。, en: A sample.}
  model:
    name: {zh: 示例模式, en: Sample model}
    short: {zh: 示例模式, en: Sample model}
    kind: milestone
    definition: {zh: 示例。, en: A sample.}
"""
_DOCUMENT = """\
document:
  id: sample
  title: {{zh: 示例通知, en: Sample notice}}
  named: {{city: 1, zone: 9}}
  published: {published}
"""
_TARGETS = """\
entity: {{id: {id}, kind: {kind}, name: {{zh: {id}区, en: Place {id}}}{within}}}
targets:
  output:
    due: 2025
    comparator: at_least
    value: 100
    unit: 亿元
    source: {{document: sample, paragraph: {paragraph}, wording: 达到100亿元}}
  share:
    due: 2025
    comparator: at_least
    value: 10
    unit: "%"
    source: {{document: sample, paragraph: {paragraph}, wording: 达到10%}}
  firms:
    due: 2025
    comparator: at_least
    value: 20
    unit: 家
    source: {{document: sample, paragraph: {paragraph}, wording: 20家}}
    note: {{zh: 按不低于理解。, en: Read as at least.}}
  model:
    due: 2025
    comparator: milestone
    source: {{document: sample, paragraph: {paragraph}, wording: 形成}}
"""
_REPORT = """\
entity: {entity}
period: {period}
submitted: {{by: 示例单位, date: {date}, revision: {revision}}}
observations:
"""


class Places:
    """The folder written out: ``town``, and zones ``a``, ``b`` and so on, which the notice names from the
    last to the first, before the town.
    """

    def __init__(self, folder: Path, zones: str = "abc") -> None:
        self.folder, self.targets, self.reports = folder, folder / "targets", folder / "reports"
        self.reports.mkdir(parents=True, exist_ok=True)
        self._number = itertools.count(1)
        self._write("indicators.yaml", _CATALOGUE)
        self._write("documents/sample.yaml", _DOCUMENT.format(published=len(zones) + 1))
        self._place("cities", "town", "city", "", 90)
        for number, zone in enumerate(zones):
            self._place("zones", zone, "zone", ", within: town", 50 - number)

    def report(
        self,
        entity: str,
        *observations: str,
        period: str = "2025",
        revision: int = 1,
        name: str = "",
        date: str = "2026-01-20",
    ) -> str:
        """Write a report of lines such as ``output: 90亿元`` and return its path."""
        path = self.reports / f"{name or f'{next(self._number):04}'}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = _REPORT.format(entity=entity, period=period, date=date, revision=revision)
        path.write_text(head + "".join(f"  {line}\n" for line in observations), "utf-8")
        return str(path)

    def numbers(self, output: object = 100, share: object = 10, firms: object = 20) -> Iterable[str]:
        """Return observations that leave nothing to doubt, by default all exactly on the line."""
        yield f"output: {{value: {output}, unit: 亿元, status: final, source: 示例}}"
        yield f'share: {{value: {share}, unit: "%", status: final, source: 示例}}'
        yield f"firms: {{value: {firms}, unit: 家, counting: in_force, status: final, source: 示例}}"

    def score(self, *arguments: str) -> tuple[str, ...]:
        """Return the arguments that score all reports."""
        return ("score", *(arguments or ()), str(self.reports), *self.options)

    @property
    def options(self) -> tuple[str, ...]:
        """The options that every run takes."""
        return ("--targets", str(self.targets), "--as-of", AS_OF, "--lang", "en")

    def _place(self, folder: str, id: str, kind: str, within: str, paragraph: int) -> None:
        text = _TARGETS.format(id=id, kind=kind, within=within, paragraph=paragraph)
        self._write(f"{folder}/{id}.yaml", text)

    def _write(self, path: str, text: str) -> None:
        (self.targets / path).parent.mkdir(parents=True, exist_ok=True)
        (self.targets / path).write_text(text, "utf-8")
