"""The words of official texts that are no phrase of a comparator but change what a number says.

Each has a sense: what it says of the number in its clause, and what an entry must be to agree with it.
A word that no entry can agree with makes the wording unusable for a target; none is passed over.
"""

import enum
from collections.abc import Callable

from ...domain.targets import Target
from ...domain.words import TargetNature
from ...quantity.kinds import ChangeMeasure, Nature
from ...text import Text

_NEVER = Text("带有它的原文不能作为目标", "wording that has it is no target")
_RATE = Text(
    "增减变动用类型为 rate 的指标（change）", "a change is a target on an indicator of kind rate (change)"
)


class Sense(enum.Enum):
    """What a word says of a number, what agrees with it, and how far it reaches.

    A word that ``governs`` reaches over the clauses after it, up to the end of the sentence; one that
    ``reaches_back`` from a clause without a number of its own is of the number before it.
    """

    SOFT = (
        Text("表示力争目标", "makes it a softer tier"),
        Text(
            "力争目标写在“stretch”；只有力争要求的，写“aspiration: true”",
            "put it under stretch, or say aspiration: true where the words set nothing else",
        ),
        True,
    )
    EXPECTED = (
        Text("表示预期，不是必须完成的承诺", "makes it an expectation, not a commitment"),
        Text("写“nature: expected”或“aspiration: true”", "say nature: expected, or aspiration: true"),
        True,
    )
    BINDING = (
        Text("表示约束性指标", "makes it binding"),
        Text("写“nature: binding”", "say nature: binding"),
        False,
    )
    PRESENT = Text("说的是已有的数，不是承诺", "speaks of what is there, not of a commitment"), _NEVER, True
    CONDITIONED = Text("使承诺带有条件", "makes it depend on a condition"), _NEVER, True
    ABOUT = (
        Text("没有确定的界限", "leaves its bound open"),
        Text("比较方式写“about”", "the comparator is about"),
        False,
    )
    YEARLY = (
        Text("表示每年的数", "makes it a number of each year"),
        Text(
            "写“per_year: true”，指标不能是与固定基期（since）相比的",
            "say per_year: true, on an indicator that is not measured since a fixed period",
        ),
        True,
    )
    WITHIN_YEAR = Text("表示一年之内一段时间的数", "makes it a number of a part of a year"), _NEVER, True
    GROWTH = Text("说的是增减变动，不是水平", "speaks of a change, not of a level"), _RATE, False
    FALL = Text("说的是减少，不是水平", "speaks of a fall, not of a level"), _RATE, False
    MEAN = (
        Text("说的是每年平均的数", "speaks of a mean a year"),
        Text(
            "年均增速用“change”写明“how: mean_growth”的指标；年均新增数、年均投资等，目标值写各年合计"
            "（年均数乘以年数），起算日期写在“since”",
            "growth is a target on an indicator whose “change” says how: mean_growth; of what is added or "
            "spent, give the total of the years (the mean times their number), and under since from when",
        ),
        False,
    )
    YEAR_ON_YEAR = (
        Text("说的是与上年相比的变动", "speaks of a change on the year before"),
        Text(
            "同比增速用“change”写明“how: growth”的指标",
            "it is a target on an indicator whose “change” says how: growth",
        ),
        False,
    )
    MULTIPLE = (
        Text("说的是倍数，不是水平", "speaks of a multiple, not of a level"),
        Text(
            "倍数用“change”写明“how: multiple”的指标",
            "it is a target on an indicator whose “change” says how: multiple",
        ),
        False,
    )
    BASE = (
        Text("写明了基期值", "states the value it starts from"),
        Text("基期和基期值写在“base”", "put period and value under base"),
        False,
    )
    HELD = (
        Text("没有确定的界限", "leaves its bound open"),
        Text("与“以上”“以内”一类词并用", "it needs a word such as 以上 or 以内 beside it"),
        False,
    )
    ADDED = (
        Text("说的是新增的数", "speaks of what is added"),
        Text("用于新增指标（added）或时期指标", "it agrees with an indicator of nature added or flow"),
        False,
    )
    CUMULATIVE = (
        Text("说的是累计数", "speaks of a cumulative number"),
        Text(
            "用于新增指标（nature: added），其他指标在“since”写明从何时累计",
            "it agrees with an indicator of nature added; else say under since from when it is summed",
        ),
        True,
    )
    SPAN = (
        Text("说的是几年之内的变动", "speaks of a change within so many years"),
        Text(
            "目标、指标的“since”或“base”到目标年，须正好是这么多年；没有基期的，列入“source.neutral”",
            "from since of the target or its indicator, or from its base, to due it must be as many years; "
            "where it has none of them, list it under source.neutral",
        ),
        False,
    )
    PER_HEAD = (
        Text("说的是平均到每一个的数", "speaks of a number for each one"),
        Text("单位写全，如 个/万人", "give the unit in full, as 个/万人"),
        False,
    )
    PARTITIVE = (
        Text("说的是其中一部分，或几个各有的数", "speaks of a part, or of each of several"),
        Text(
            "原文在它之前或之后写明本指标名称的才能引用",
            "it can be cited only where the indicator's own name stands beside it",
        ),
        True,
    )
    OF_EACH = Text("说的是几个各有的数", "speaks of what each of several has"), _NEVER, True
    RESPECTIVE = (
        Text("按顺序说几个数", "gives several numbers in order"),
        Text(
            "引用的原文要含依次列出的名称，本指标的次序与数值的次序相同",
            "cite the names in their order too: the indicator's place among them must be that of the number",
        ),
        True,
    )
    ROUGHLY = (
        Text("使承诺有所保留", "qualifies it"),
        Text("比较方式写“about”", "the comparator is about"),
        True,
    )
    MILD = (
        Text("使承诺有所保留", "qualifies it"),
        Text("写“aspiration: true”", "say aspiration: true"),
        True,
    )
    QUALIFIED = Text("使承诺有所保留", "qualifies it"), _NEVER, True
    NEGATED = Text("表示否定", "negates it"), _NEVER, False
    COMPARED = (
        Text("表示与另一时期相比", "compares it with another period"),
        Text(
            "该时期写在指标的“change”的“since”，或目标的“base”",
            "give that period as since of the indicator's change, or under base",
        ),
        False,
    )
    EXCLUDED = Text("使范围有所增减", "takes something in or leaves it out"), _NEVER, False

    def __init__(self, says: Text, agreeing: Text, governs: bool) -> None:
        self.says, self.agreeing, self.governs = says, agreeing, governs

    @property
    def reaches_back(self) -> bool:
        """Whether the word still speaks of a number after whose clause it stands."""
        return self in (Sense.CONDITIONED, Sense.EXCLUDED)

    def agrees(self, target: Target) -> bool:
        """Whether an entry says the same as the word."""
        return self in _AGREES and _AGREES[self](target)


def _is_rate(target: Target) -> bool:
    return target.indicator.change is not None


def is_named_after_fall(target: Target) -> bool:
    """Whether the name of the indicator is that of a fall, as 单位GDP能耗降低率."""
    return any(word in target.indicator.name.zh for word in WORDS[Sense.FALL])


def _is_of_fall(target: Target) -> bool:
    """Whether an entry tells a fall: by a change below 0, or as what its indicator is named after."""
    return is_named_after_fall(target) or (_is_rate(target) and target.value is not None and target.value < 0)


def _since(target: Target) -> bool:
    change = target.indicator.change
    return change is not None and change.since is not None


def _is_whole(target: Target) -> bool:
    """Whether the value is the largest possible, which can only be held."""
    kind = target.indicator.kind
    return kind.whole is not None and bool(target.unit) and target.value == kind.whole_in(target.unit or "")


def _changes(*measures: ChangeMeasure) -> Callable[[Target], bool]:
    return lambda target: (change := target.indicator.change) is not None and change.how in measures


def _is_expected(target: Target) -> bool:
    return target.aspiration or target.nature is TargetNature.EXPECTED


_AGREES: dict[Sense, Callable[[Target], bool]] = {
    Sense.SOFT: lambda target: target.aspiration,
    Sense.MILD: lambda target: target.aspiration,
    Sense.EXPECTED: _is_expected,
    Sense.BINDING: lambda target: target.nature is TargetNature.BINDING,
    Sense.ABOUT: lambda target: target.comparator.tolerates,
    Sense.ROUGHLY: lambda target: target.comparator.tolerates,
    Sense.YEARLY: lambda target: target.per_year and not (_is_rate(target) and _since(target)),
    Sense.GROWTH: lambda target: _is_rate(target) or target.indicator.nature is Nature.ADDED,
    Sense.FALL: _is_of_fall,
    Sense.MEAN: _changes(ChangeMeasure.MEAN_GROWTH),
    Sense.YEAR_ON_YEAR: lambda target: (
        _changes(ChangeMeasure.GROWTH, ChangeMeasure.DIFFERENCE)(target) and not _since(target)
    ),
    Sense.MULTIPLE: _changes(ChangeMeasure.MULTIPLE),
    Sense.HELD: lambda target: _is_rate(target) or target.comparator.tolerates or _is_whole(target),
    Sense.ADDED: lambda target: target.indicator.grows,
    Sense.CUMULATIVE: lambda target: (
        target.indicator.nature is Nature.ADDED
        or target.since is not None
        or (_since(target) and _changes(ChangeMeasure.GROWTH, ChangeMeasure.DIFFERENCE)(target))
    ),
    Sense.PER_HEAD: lambda target: "/" in (target.unit or ""),
}
"""When an entry agrees with a sense; with one that is not here, none does by itself."""

_WORDS = {
    Sense.SOFT: "力争 争取 冲刺 力求 努力 力促 力保 奋力 致力 谋求 瞄准 剑指 迈向 迈进 挑战",
    Sense.EXPECTED: "预计 预期性指标 预期性目标 预期性 预期目标值 预期目标 预期值 预期 预测值 预测 "
    "有望 可望 可达 可能 计划目标 计划值 计划 规划目标 规划值 规划 拟 估计 测算 设想 展望 暂定",
    Sense.BINDING: "约束性指标 约束性目标 约束性",
    Sense.PRESENT: "已 现有 现为 原有 目前 当前",
    Sense.CONDITIONED: "如果 若能 假如 倘 条件允许 条件成熟 条件具备 有条件 前提 视情 酌情 适当",
    Sense.ABOUT: "将近 接近 逼近 趋近 近 大概 大致 相当于 折合",
    Sense.YEARLY: "每年 年度 逐年 每一年 历年",
    Sense.WITHIN_YEAR: "每季度 每季 每月 每半年 环比",
    Sense.GROWTH: "增长 增加 增幅 增速 增量 增 提高 提升 上升 升 净增 扩大 高出 快于 慢于 百分点 增长率",
    Sense.FALL: "下降 降低 降幅 减少 减 降 下跌 缩减 压减 压降 压缩 缩短 缩小 收窄 回落 递减",
    Sense.MEAN: "年均复合 年均 年平均 年增长 年增速 年递增 递增 年复合",
    Sense.YEAR_ON_YEAR: "同比 比上年 比去年 比同期 较上年 较去年 较同期 上年 去年 同期",
    Sense.MULTIPLE: "翻两倍 翻 倍增 倍",
    Sense.HELD: "保持在 保持 稳定在 稳定 维持在 维持",
    Sense.ADDED: "新增 新引进 新建 新建成 新认定 新培育 新设 新设立 新注册 新落户 新打造 新签约",
    Sense.CUMULATIVE: "累计 累积",
    Sense.PER_HEAD: "每万人口 每万人 每千人口 每千人 每百人口 每百人 每百户 每亿元 每万元 "
    "每平方公里 每人 每户 每亩 人均 户均 亩均 月均 日均 万人 千人 百人 百户",
    Sense.PARTITIVE: "其中 均 都",
    Sense.OF_EACH: "每 各 平均 之一 部分 只 仅",
    Sense.RESPECTIVE: "分别",
    Sense.ROUGHLY: "基本上 基本 大体",
    Sense.MILD: "原则上 尽可能 尽量 尽力",
    Sense.QUALIFIED: "鼓励 支持 最高",
    Sense.NEGATED: "未 不 没 非 勿 莫 无 否 尚 难 禁 防止 避免 杜绝",
    Sense.COMPARED: "较 相比 基期",
    Sense.EXCLUDED: "除 含 包括 扣除 以外 之外 另有 另",
}
WORDS = {sense: tuple(words.split()) for sense, words in _WORDS.items()}
"""Every such word. What is in neither this table nor a comparator's phrases is for the writer to list."""

_TERMS = """
    增加值 增长极 增长点 未来 无人 无线 无废 不锈钢 非公有 各类 各级 各地 包含 除险 基本公共服务 升级 提升工程
    规划展示 含金量 均衡 均等 难题 难点 首都 都市 成都 部分地区 每秒
    规模以上 限额以上 乡镇以上 县级以上 县级及以上 市级以上 市级及以上 省级以上 省级及以上 国家级及以上 跨越式
"""
TERMS = tuple(_TERMS.split())
"""Terms of which a part looks like such a word and is none."""

_FIRM = """
    确保 保证 务必 必须 实现 目标值 目标
    居于 位居 位列 名列 排名 排在 稳居 进入 跻身 大关 台阶 水平 居 将 要 应 须 为 是 的 在
"""
FIRM = tuple(_FIRM.split())
"""Words that make a commitment firm or only lead to its number, and change nothing about it. One of a single
sign does so only before a number or a word of these tables.
"""
