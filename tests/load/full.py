"""A file of each sort in which every key stands at least once, for tests that change one thing at a time."""

from collections.abc import Iterator
from typing import Any

from .files import Leaf
from .reading import document

FULL = {
    "report": """\
format: digecon/report/v1
entity: wuhan-wedz
period: 2025
submitted: {by: 示例单位, date: 2026-01-20, revision: 2}
illustrative: true
note: 附注
observations:
  gdp: 2105.26亿元
  core_value_added:
    value: 1048.3
    unit: 亿元
    status: final
    scope: core-2021
    period: 2024
    source: {title: 年报, issuer: 示例统计局, document: docs/1.pdf, dated: 2026-01-15}
    evidence: [快报, {title: 表二, document: docs/2.pdf}]
    target: ">400亿元"
    base: {year: 2020, value: 300亿元}
    previous: {period: 2023, value: 900.0, unit: 亿元}
    deviation: {cause: 原因, measures: 措施, deadline: 2026年6月底}
    office: {name: 示例处室, contact: 示例联系人}
    explanation: 说明
    note: 备注
  core_share_of_gdp: {missing: not_published, source: 年报}
  gazelle_firms:
    value: 182家
    counting: in_force
    items:
      - name: 示例公司
        code: 91420100MA4K0000XJ
        level: provincial
        arrival: 新设
        recognised_on: 2025-11-02
        valid_until: 2026-11-02
        by: 示例机构
        publisher: 发布机构
        year: 2025
        certificate: GB/T 23001
        document: lists/1.pdf
        list: 榜单
  manufacturing_path: partial
  5g_industrial_internet_zone: {state: achieved, status: 快报}
  future_tracks:
""",
    "review": """\
format: digecon/review/v1
entity: wuhan
period: 2025
reviewer: {name: 核验组, organisation: 核验单位}
note: 附注
verified:
  core_value_added: {value: 398.2, unit: 亿元, basis: 审计, document: audit/1.pdf}
  gazelle_firms: {value: 170家, basis: 审计}
rejected_items:
  new_innovation_platforms: [{name: 示例平台, reason: 重复}]
attestations:
  demonstration_outcomes:
    parts: {PARTS}
    achieved_on: 2025-11-20
    date: 2026-02-10
    basis: 会议纪要
    document: minutes/07.pdf
    expires: 2026-12-31
adjusted_targets:
  core_share_of_gdp:
    {value: 12.5, unit: "%", approved_by: 机关, approved_on: 2025-09-01, document: 文号}
waivers:
  wuhan.core_share_of_gdp:
    {reason: 理由, approved_by: 机关, approved_on: 2026-02-10, expires: 2026-12-31, document: 文号}
registers:
  - {sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, complete: true}
  - {sha256: 1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, complete: false, categories: [gdp]}
""",
    "review of a zone": """\
entity: wuhan-wedz
period: 2025-Q3
reviewer: {name: 核验组}
attestations:
  wuhan-wedz.manufacturing_path: {state: not_achieved, date: 2026-02-10, basis: 会议纪要}
""",
    "catalogue": """\
format: digecon/targets/v1
scopes:
  core: {name: {zh: 口径, en: a scope}, aliases: [前口径], definition: {zh: 定义, en: a definition}}
  wide: {name: {zh: 宽口径, en: a wide one}, definition: {zh: 定义, en: a definition}, wider_than: [core]}
units:
  compute: {name: {zh: 算力, en: computing power}, factors: {PFLOPS: 1, EFLOPS: 1000}}
  per_head: {name: {zh: 人均, en: a head}, factors: {个/万人: 1}}
indicators:
  compute: {name: {zh: 算力, en: power}, kind: number, unit: EFLOPS, definition: {zh: 定义, en: a definition}}
  pue: {name: {zh: 电能利用效率, en: PUE}, kind: number, definition: {zh: 定义, en: a definition}}
  place: {name: {zh: 位次, en: place}, kind: rank, unit: 位, definition: {zh: 定义, en: a definition}}
  share: {name: {zh: 比重, en: share}, kind: share, unit: "%", definition: {zh: 定义, en: a definition}}
  amount:
    name: {zh: 总量, en: an amount}
    short: {zh: 总量, en: amount}
    kind: amount
    unit: 亿元
    nature: flow
    decimals: 2
    definition: {zh: 定义, en: a definition}
    standard: 标准
    scopes: [core]
  firms:
    name: {zh: 企业, en: firms}
    kind: count
    unit: 家
    units_alike: [家, 个]
    nature: stock
    definition: {zh: 定义, en: a definition}
    eligible: {levels: [national, 省级], requires: [by, year], certificate: GB/T 23001, asks: [arrival], terms: {by: {zh: 机构, en: a body}}}
  growth:
    name: {zh: 增速, en: growth}
    kind: rate
    unit: "%"
    change: {of: amount, how: mean_growth, since: 2020, prices: current}
    definition: {zh: 定义, en: a definition}
  path: {name: {zh: 路径, en: a path}, kind: milestone, definition: {zh: 定义, en: a definition}}
relations:
  - {ratio: share, numerator: amount, denominator: amount}
  - {no_more_than: [amount, amount]}
  - {plausible: share, at_most: 40, because: {zh: 理由, en: a reason}}
""",
    "document": """\
format: digecon/targets/v1
document:
  id: made-up
  title: {zh: 虚构文件, en: A made-up document}
  number: 虚发〔2025〕1号
  issuer: {zh: 虚构机关, en: A made-up office}
  date: 2025-01-02
  addresses: [example.org/1]
  seen: copy
  default: true
  named: {city: 1, zone: 2, province: 0, nation: 0}
  published: 0
  note: {zh: 说明, en: a note}
""",
    "entity": """\
format: digecon/targets/v1
entity: {id: one, kind: zone, name: {zh: 一区, en: One}, aliases: [示例], within: wuhan}
tasks: [{zh: 任务, en: a task}]
targets:
  core_value_added:
    indicator: core_value_added
    due: 2025
    comparator: more_than
    value: 50
    unit: 亿元
    stretch: 60
    since: 2023-01-01
    other_reading: {comparator: at_least, value: 50}
    superseded_by: firms
    aspiration: false
    nature: expected
    per_year: false
    base: {period: 2020, value: 30.5, unit: 亿元, source: {document: notice, paragraph: 6, wording: 30.5亿元}}
    source: {document: notice, paragraph: 6, wording: 规模超过50亿元，力争60亿元, neutral: [规模]}
    note: {zh: 说明, en: a note}
  firms:
    {indicator: gazelle_firms, due: 2025, comparator: about, value: 20, unit: 家,
      tolerance:
        {below: 1, above: 2.5, in: percent, source: {document: notice, paragraph: 6, wording: 误差, neutral: [误差]}},
      source: {document: notice, paragraph: 1, wording: 20家左右}}
  manufacturing_path:
    due: 2025
    comparator: milestone
    parts: {first: {zh: 第一, en: first}}
    source: {document: notice, table: 专栏1, row: 路径, column: 2025年, head: 目标, cell: 形成}
""",
    "weights": """\
format: digecon/weights/v1
issued: {by: 示例核验单位, date: 2026-03-01}
note: 附注
weights:
  core_value_added: 1
  core_share_of_gdp: 2
  core_industry_scale: 1,000
  gazelle_firms: 0.5
  integration_certified_firms: 0
  attracted_top100_firms: 1
  new_innovation_platforms: 1
""",
}
"""Files without an error, by the sort that their names begin with; PARTS: those of the milestone of Wuhan."""


def tree(text: str) -> Any:
    """Return a file as a tree that can be changed and written again."""
    return _leaves(document(text).root)


def _leaves(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _leaves(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_leaves(one) for one in node]
    return None if node is None else Leaf(str(node), quoted=False)


def changed(node: Any, others: tuple[Any, ...], leaves: tuple[Any, ...]) -> Iterator[Any]:
    """Return copies of a tree, each with one thing changed.

    Every value is taken out, and replaced by each of ``others``, a scalar by each of ``leaves`` as well;
    every mapping gets a key too many.
    """
    if isinstance(node, dict):
        yield {**node, "unknown": Leaf("text", quoted=False)}
        for key, value in node.items():
            yield {name: inner for name, inner in node.items() if name != key}
            yield from ({**node, key: one} for one in _instead(value, others, leaves))
    elif isinstance(node, list):
        yield [*node, None]
        for index, value in enumerate(node):
            yield [*node[:index], *node[index + 1 :]]
            for one in _instead(value, others, leaves):
                yield [*node[:index], one, *node[index + 1 :]]


def _instead(value: Any, others: tuple[Any, ...], leaves: tuple[Any, ...]) -> Iterator[Any]:
    yield from others
    if isinstance(value, Leaf):
        yield from leaves
    yield from changed(value, others, leaves)
