"""A small folder of targets, and reports on it that end in every verdict."""

from pathlib import Path

from .conftest import AS_OF

_CATALOGUE = """\
indicators:
  firms:
    name: {zh: 示例企业, en: Sample firms}
    short: {zh: 示例企业, en: Sample firms}
    kind: count
    unit: 家
    nature: stock
    definition: {zh: 示例。, en: A sample.}
  share:
    name: {zh: 示例比重, en: Sample share}
    short: {zh: 示例比重, en: Sample share}
    kind: share
    unit: "%"
    definition: {zh: 示例。, en: A sample.}
"""
_DOCUMENT = """\
document:
  id: sample
  title: {zh: 示例通知, en: Sample notice}
  named: {city: 2}
  published: 2
"""
NOTE = "    note: {zh: 按不低于理解。, en: Read as at least.}\n"
"""How the wording of a target is read that has no word of comparison."""

_FIRMS = f"""\
  firms:
    due: 2025
    comparator: at_least
    value: 10
    unit: 家
    source: {{document: sample, paragraph: 1, wording: 10家}}
{NOTE}"""
_SHARE = """\
  share:
    due: 2025
    comparator: at_least
    value: 3
    unit: "%"
    source: {document: sample, paragraph: 2, wording: 达到3%}
"""
_ONE = "entity: {id: one, kind: city, name: {zh: 一市, en: Oneville}}\ntargets:\n" + _FIRMS
_TWO = "entity: {id: two, kind: city, name: {zh: 二市, en: Twotown}}\ntargets:\n" + _FIRMS + _SHARE

_HEAD = "entity: {entity}\nperiod: {period}\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\nobservations:\n"


def _report(observation: str, entity: str = "one", period: str = "2025") -> str:
    return _HEAD.format(entity=entity, period=period) + f"  {observation}\n"


REPORTS = {
    "compliant": _report("firms: {value: 12家, counting: in_force}"),
    "missed": _report("firms: {value: 8家, counting: in_force}"),
    "undecided": _report("firms: {value: 约10家, counting: in_force}"),
    "partly": _report("firms: {value: 12家, counting: in_force}", entity="two"),
    "pending": _report("firms: {value: 8家, counting: in_force}", period="2025-M06"),
    "invalid": _report("firms: {value: many, counting: in_force}"),
}
"""Reports by what they are for. Of ``undecided`` and ``pending`` no target is judged, of ``partly`` one."""


class Small:
    """The folder written out, and how to call ``digecon`` on it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.targets = folder, folder / "targets"
        for path, text in (
            ("indicators.yaml", _CATALOGUE),
            ("documents/sample.yaml", _DOCUMENT),
            ("cities/one.yaml", _ONE),
            ("cities/two.yaml", _TWO),
        ):
            (self.targets / path).parent.mkdir(parents=True, exist_ok=True)
            (self.targets / path).write_text(text, "utf-8")

    def report(self, name: str, text: str | None = None) -> str:
        """Write a report, by default the one of that name, and return its path."""
        path = self.folder / f"{name}.yaml"
        path.write_text(REPORTS[name] if text is None else text, "utf-8")
        return str(path)

    def check(self, *names: str) -> tuple[str, ...]:
        """Return the arguments that judge the reports of these names."""
        return ("check", *map(self.report, names), *self.options)

    @property
    def options(self) -> tuple[str, ...]:
        """The options that every run takes."""
        return ("--targets", str(self.targets), "--as-of", AS_OF, "--lang", "en")
