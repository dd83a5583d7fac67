"""The small folder of targets with a second document, ``plan``: another value for one place, the only targets
of a third place, and a target that it replaces.
"""

from pathlib import Path

from .small_targets import NOTE, Small

PLAN = """\
document:
  id: plan
  title: {zh: 示例规划, en: Sample plan}
  number: 示发〔2024〕1号
  issuer: {zh: 示例政府, en: Sample government}
  date: 2024-05-06
  addresses: [example.org/plan]
  seen: copy
"""
_PLANNED = f"""\
  firms_planned:
    indicator: firms
    due: 2025
    comparator: at_least
    value: 20
    unit: 家
    source: {{document: plan, paragraph: 3, wording: 20家}}
{NOTE}"""
_SHARE_PLANNED = """\
  share_planned:
    indicator: share
    due: 2025
    comparator: at_least
    value: 3
    unit: "%"
    source: {document: plan, paragraph: 4, wording: 达到3%}
"""
_THREE = "entity: {id: three, kind: city, name: {zh: 三市, en: Threeburg}}\ntargets:\n" + _PLANNED

BOTH = """\
entity: two
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  firms: {value: 12家, counting: in_force, status: final, source: 示例}
  share: {value: 4%, status: final, source: 示例}
"""
"""A report that is compliant by the first document, and not by the second."""

OF_THREE = """\
entity: three
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  firms: {value: 25家, counting: in_force, status: final, source: 示例}
"""
"""A report of a place that only the second document sets a target for."""


class TwoDocuments(Small):
    """The folder written out. ``sample`` is the default; ``plan`` sets targets for ``two`` and ``three``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.write("documents/plan.yaml", PLAN)
        self.append("documents/sample.yaml", "  seen: press\n  default: true\n")
        self.append("cities/two.yaml", _PLANNED + _SHARE_PLANNED)
        self.write("cities/three.yaml", _THREE)

    def write(self, path: str, text: str) -> None:
        """Write a target file."""
        (self.targets / path).write_text(text, "utf-8")

    def append(self, path: str, text: str) -> None:
        """Add to a target file."""
        self.write(path, (self.targets / path).read_text("utf-8") + text)

    @property
    def both(self) -> str:
        """The path of a report of ``two``."""
        return self.report("both", BOTH)

    @property
    def of_three(self) -> str:
        """The path of a report of ``three``."""
        return self.report("of-three", OF_THREE)
