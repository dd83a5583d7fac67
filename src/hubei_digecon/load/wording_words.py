"""The words of official texts that are no phrase of a comparator but change what a number says.

Each has a sense: what it says of the number in its clause, and what an entry must be to agree with it.
A word that no entry can agree with makes the wording unusable for a target; none is passed over.
"""

import enum

from ..model.targets import Target
from ..model.words import Nature
from ..text import Text

_LATER = Text("本版本还没有表达它的键", "this version has no key for it yet")
_NEVER = Text("带有它的原文不能作为目标", "wording that has it is no target")
_ADDED = Text("只能用于新增指标（nature: added）", "it agrees with an indicator of nature added only")

_BOUNDED = Text("与“以上”“以内”一类词并用", "it needs a word such as 以上 or 以内 beside it")


class Sense(enum.Enum):
    """What a word says of a number, what agrees with it, and how far it reaches.

    A word that ``governs`` reaches over the clauses after it, up to the end of the sentence; one that
    ``reaches_back`` from a clause without a number of its own is of the number before it.
    """

    SOFT = (
        Text("表示力争目标", "makes it a softer tier"),
        Text("力争目标写在“stretch”", "put it under stretch"),
        True,
    )
    EXPECTED = Text("表示预计，不是承诺", "makes it a forecast, not a commitment"), _NEVER, True
    PRESENT = Text("说的是已有的数，不是承诺", "speaks of what is there, not of a commitment"), _NEVER, True
    CONDITIONED = Text("使承诺带有条件", "makes it depend on a condition"), _NEVER, True
    ABOUT = Text("没有确定的界限", "leaves its bound open"), _LATER, False
    YEARLY = Text("表示每年的数", "makes it a number of each year"), _LATER, True
    CHANGE = Text("说的是增减变动，不是水平", "speaks of a change, not of a level"), _LATER, False
    MULTIPLE = Text("说的是倍数，不是水平", "speaks of a multiple, not of a level"), _LATER, False
    HELD = Text("没有确定的界限", "leaves its bound open"), _BOUNDED, False
    ADDED = Text("说的是新增数", "speaks of what is added"), _ADDED, False
    CUMULATIVE = Text("说的是累计数", "speaks of a cumulative number"), _ADDED, True
    PARTITIVE = (
        Text("说的是其中一部分，或几个各有的数", "speaks of a part, or of each of several"),
        _NEVER,
        True,
    )
    QUALIFIED = Text("使承诺有所保留", "qualifies it"), _NEVER, True
    NEGATED = Text("表示否定", "negates it"), _NEVER, False
    COMPARED = Text("表示与另一时期或地方相比", "compares it with another period or place"), _LATER, False
    EXCLUDED = Text("使范围有所增减", "takes something in or leaves it out"), _NEVER, False

    def __init__(self, says: Text, agreeing: Text, governs: bool) -> None:
        self.says, self.agreeing, self.governs = says, agreeing, governs

    @property
    def reaches_back(self) -> bool:
        """Whether the word still speaks of a number after whose clause it stands."""
        return self in (Sense.CONDITIONED, Sense.EXCLUDED)

    def agrees(self, target: Target) -> bool:
        """Whether an entry says the same as the word."""
        return self.agreeing is _ADDED and target.indicator.nature is Nature.ADDED


_WORDS = {
    Sense.SOFT: "力争 争取 冲刺 力求 努力 力促 力保 奋力 致力 谋求 瞄准 剑指 迈向 迈进 挑战",
    Sense.EXPECTED: "预计 预期 预测 有望 可望 可达 可能 计划 规划 拟 估计 测算 设想 展望 暂定",
    Sense.PRESENT: "已 现有 现为 原有 目前 当前",
    Sense.CONDITIONED: "如果 若能 假如 倘 条件允许 条件成熟 条件具备 有条件 前提 视情 酌情 适当",
    Sense.ABOUT: "左右 上下 大约 约 将近 接近 逼近 趋近 近 大概 大致 相当于 折合",
    Sense.YEARLY: "每年 年度 逐年 每一年 历年 每季度 每季 每月 每半年",
    Sense.CHANGE: "增长 增加 增幅 增速 增量 增 下降 降低 降幅 减少 减 降 下跌 缩减 压减 压降 提高 提升 上升 "
    "升 回落 同比 环比 年均 递增 递减 净增 扩大 缩小 高出 快于 慢于 百分点 增长率",
    Sense.MULTIPLE: "翻一番 翻两番 翻番 翻两倍 翻倍 翻 倍增 倍",
    Sense.HELD: "保持在 保持 稳定在 稳定 维持在 维持",
    Sense.ADDED: "新增 新引进 新建 新建成 新认定 新培育 新设 新设立 新注册 新落户 新打造 新签约",
    Sense.CUMULATIVE: "累计 累积",
    Sense.PARTITIVE: "其中 每 各 分别 平均 人均 均 之一 部分 只 仅",
    Sense.QUALIFIED: "基本 原则上 大体 尽可能 尽量 尽力 鼓励 支持 最高",
    Sense.NEGATED: "未 不 没 非 勿 莫 无 否 尚 难 禁 防止 避免 杜绝",
    Sense.COMPARED: "较 相比 比上年 比去年 比同期 上年 去年 同期 基期",
    Sense.EXCLUDED: "除 含 包括 扣除 以外 之外 另有 另",
}
WORDS = {sense: tuple(words.split()) for sense, words in _WORDS.items()}
"""Every such word. What is in neither this table nor a comparator's phrases is for the writer to list."""

_TERMS = """
    增加值 增长极 增长点 未来 无人 无线 无废 不锈钢 非公有 各类 各级 各地 包含 除险 基本公共服务 升级 提升工程
    规划展示 含金量 均衡 均等 难题 难点
"""
TERMS = tuple(_TERMS.split())
"""Terms of which a part looks like such a word and is none."""

FIRM = ("确保", "保证", "务必", "必须", "实现")
"""Words that make a commitment firm, and change nothing about its number."""
