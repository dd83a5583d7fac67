"""The words of generated reports, in Chinese and in English; every value they stand beside is made up.

Templates are written in YAML's flow style, so no text in them may hold a comma or a colon with a
blank after it. ``{own}`` is where a name of :func:`own_name` comes, or nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """How reports in one language are worded: the signs of names, enumerations, then templates, then items by
    indicator.
    """

    signs: tuple[str, ...]
    before: str

    yes: str
    submitter: str
    final: str
    provisional: str
    estimated: str
    achieved: str
    partial: str
    not_started: str
    in_force: str
    cumulative: str
    not_published: str
    source: str
    deviation: str
    explanation: str
    evidence: str
    items: dict[str, str]


CHINESE = Words(
    signs=tuple("云启星河恒远智联华创博瑞天成汇通海纳新锐安泰"),
    before="",
    yes="是",
    submitter="示例市数字经济工作专班{own}",
    final="最终核实数",
    provisional="初步核算数",
    estimated="预计数",
    achieved="已实现",
    partial="部分实现",
    not_started="未启动",
    in_force="有效期内",
    cumulative="自起算日累计",
    not_published="未公布",
    source="{{title: {year}年数字经济统计快报（示例{own}）, issuer: 示例{own}统计局, dated: {dated}}}",
    deviation="{{cause: 重点企业产线投产推迟（示例{own}）, measures: 按月调度重点项目（示例{own}）}}",
    explanation="名单仍在核对，准确数值待正式公布（示例{own}）",
    evidence="{{title: 建设进展报告第{number}号（示例{own}）, issuer: 示例领导小组办公室, dated: {dated}}}",
    items={
        "gazelle_firms": (
            "{{name: 示例{own}数字科技有限公司{number}, by: 示例认定机构, recognised_on: {dated}}}"
        ),
        "integration_certified_firms": (
            "{{name: 示例{own}智能制造有限公司{number}, certificate: GB/T 23001—2017, "
            "recognised_on: {dated}}}"
        ),
        "attracted_top100_firms": (
            "{{name: 示例{own}软件集团{number}, list: 示例百强榜单, publisher: 示例研究院, year: 2024}}"
        ),
        "new_innovation_platforms": (
            "{{name: 示例{own}创新平台{number}, level: 省级, by: 示例厅局, recognised_on: {dated}}}"
        ),
    },
)

ENGLISH = Words(
    signs=("ba", "co", "di", "fu", "ga", "he", "ki", "lo", "mu", "na", "po", "ri", "se", "ta", "vu", "zo"),
    before=" ",
    yes="true",
    submitter="Example Working Group on the Digital Economy{own}",
    final="final",
    provisional="provisional",
    estimated="estimated",
    achieved="achieved",
    partial="partial",
    not_started="not_started",
    in_force="in_force",
    cumulative="cumulative",
    not_published="not_published",
    source=(
        "{{title: Flash report on {year} (example{own}), issuer: Example Statistics Bureau{own}, "
        "dated: {dated}}}"
    ),
    deviation=(
        "{{cause: New lines started late (example{own}), "
        "measures: Key projects reviewed monthly (example{own})}}"
    ),
    explanation="The list is still being checked; the exact figure will follow (example{own})",
    evidence="{{title: Progress report no. {number} (example{own}), issuer: Example Office, dated: {dated}}}",
    items={
        "gazelle_firms": (
            "{{name: Example{own} Digital Ltd {number}, by: Example Authority, recognised_on: {dated}}}"
        ),
        "integration_certified_firms": (
            "{{name: Example{own} Works Ltd {number}, certificate: GB/T 23001—2017, recognised_on: {dated}}}"
        ),
        "attracted_top100_firms": (
            "{{name: Example{own} Software {number}, list: Example Top 100, "
            "publisher: Example Press, year: 2024}}"
        ),
        "new_innovation_platforms": (
            "{{name: Example{own} Platform {number}, level: provincial, "
            "by: Example Body, recognised_on: {dated}}}"
        ),
    },
)


def own_name(words: Words, number: int) -> str:
    """Return the name that a number has in the signs of a language: another for each number."""
    name = ""
    while number:
        number, sign = divmod(number, len(words.signs))
        name += words.signs[sign]
    return f"{words.before}{name.capitalize()}"
