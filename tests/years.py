"""A place with targets of every kind of number, and its reports year by year: what ``--history`` is tried on."""

from collections.abc import Mapping
from pathlib import Path

from .conftest import AS_OF

_CATALOGUE = """\
indicators:
  value:
    name: {zh: 示例产值, en: Sample output}
    short: {zh: 示例产值, en: Sample output}
    kind: amount
    unit: 亿元
    nature: flow
    definition: {zh: 示例。, en: A sample.}
    scopes: [narrow, wide]
  total:
    name: {zh: 示例总量, en: Sample total}
    short: {zh: 示例总量, en: Sample total}
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
  added:
    name: {zh: 新增示例平台, en: Sample platforms added}
    short: {zh: 新增示例平台, en: Sample platforms added}
    kind: count
    unit: 个
    nature: added
    definition: {zh: 示例。, en: A sample.}
  index:
    name: {zh: 示例指数, en: Sample index}
    short: {zh: 示例指数, en: Sample index}
    kind: number
    definition: {zh: 示例。, en: A sample.}
  reach:
    name: {zh: 示例普及率, en: Sample reach}
    short: {zh: 示例普及率, en: Sample reach}
    kind: number
    unit: "%"
    definition: {zh: 示例。, en: A sample.}
  grown:
    name: {zh: 示例企业增速, en: Growth of sample firms}
    short: {zh: 示例企业增速, en: Growth of sample firms}
    kind: rate
    unit: "%"
    change: {of: firms, how: growth}
    definition: {zh: 示例。, en: A sample.}
  place:
    name: {zh: 示例位次, en: Sample place}
    short: {zh: 示例位次, en: Sample place}
    kind: rank
    unit: 位
    definition: {zh: 示例。, en: A sample.}
scopes:
  narrow: {name: {zh: 窄口径, en: narrow}, definition: {zh: 示例。, en: A sample.}}
  wide: {name: {zh: 宽口径, en: wide}, definition: {zh: 示例。, en: A sample.}}
"""
_DOCUMENT = """\
document:
  id: sample
  title: {zh: 示例通知, en: Sample notice}
  named: {city: 1}
  published: 1
"""
_TARGETS = """\
entity: {id: one, kind: city, name: {zh: 一市, en: Oneville}}
targets:
  value:
    due: 2025
    comparator: at_least
    value: 1000
    unit: 亿元
    source: {document: sample, paragraph: 1, wording: 达到1000亿元}
  share:
    due: 2025
    comparator: at_least
    value: 13
    unit: "%"
    source: {document: sample, paragraph: 2, wording: 达到13%}
  firms:
    due: 2025
    comparator: at_least
    value: 170
    unit: 家
    source: {document: sample, paragraph: 3, wording: 达到170家}
  added:
    due: 2025
    comparator: at_least
    value: 40
    unit: 个
    source: {document: sample, paragraph: 4, wording: 达到40个}
"""
GROWING = """\
entity: {id: one, kind: city, name: {zh: 一市, en: Oneville}}
targets:
  grown:
    due: 2025
    comparator: at_least
    value: 6
    unit: "%"
    source: {document: sample, paragraph: 1, wording: 6%以上}
"""
"""A target of a rate, which can be computed of two figures."""

_HEAD = "entity: one\nperiod: {period}\nsubmitted: {{by: 示例单位, date: {date}, revision: {revision}}}\n"


class Years:
    """The targets written out, and how to write reports on them."""

    def __init__(self, folder: Path, targets: str = _TARGETS) -> None:
        self.folder, self.targets = folder, folder / "targets"
        for path, text in (
            ("indicators.yaml", _CATALOGUE),
            ("documents/sample.yaml", _DOCUMENT),
            ("cities/one.yaml", targets),
        ):
            (self.targets / path).parent.mkdir(parents=True, exist_ok=True)
            (self.targets / path).write_text(text, "utf-8")

    def report(self, period: str, /, *, name: str = "", head: str = "", **observations: str) -> str:
        """Write a report of a period, and return its path. ``name`` is that of the file."""
        return self.revised(1, period, name, head, observations)

    def revised(
        self, revision: int, period: str, name: str, head: str, observations: Mapping[str, str]
    ) -> str:
        """Write a report that was submitted once more."""
        path = self.folder / f"{name or period}.yaml"
        year, _, month = period.partition("-M")
        date = f"{year}-{int(month) + 1:02d}-20" if month else f"{int(year) + 1}-01-20"
        lines = [_HEAD.format(period=period, date=date, revision=revision), head, "observations:\n"]
        lines += [f"  {id}: {said}\n" for id, said in observations.items()]
        path.write_text("".join(lines), "utf-8")
        return str(path)

    @property
    def options(self) -> tuple[str, ...]:
        """The options that every run takes."""
        return ("--targets", str(self.targets), "--as-of", AS_OF, "--lang", "en")
