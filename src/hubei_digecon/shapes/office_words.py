"""The words that offices write in cells: what each is read for, and which can mean two things.

Each closed list is one table here, from which reader, schemas, documents and ``digecon explain`` are made;
its words stand in one text, with blanks between. A word that can mean two things is asked about with both
readings; nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..domain.reports import Item
from ..domain.words import (
    Arrival,
    Counting,
    EntityKind,
    ItemLevel,
    Missing,
    Prices,
    SeenAs,
    State,
    Status,
    TargetNature,
)
from ..quantity.kinds import INDICATOR_KINDS, ChangeMeasure, Nature
from ..text import Text
from .dates import Readings

BLANK_MARKS = ("/", "／", "—", "——", "－", "-", "–", "--", "无", "暂无")
"""What people write into a cell that they have nothing to write in."""

YES = {
    "true": True, "false": False, "是": True, "否": False, "TRUE": True, "FALSE": False, "True": True,
    "False": False,
}  # fmt: skip
"""How a flag can be written; spreadsheets write it in capitals."""


def words_of(words: Iterable[Any], *leave_out: Any) -> dict[str, Any]:
    """Return how the members of a closed list can be written: by id, or by the Chinese term."""
    members = [member for member in words if member not in leave_out]
    written: dict[str, Any] = {member.id: member for member in members}
    written.update({member.term.zh: member for member in members})
    return written


def _spelt(words: str, tails: str = "") -> Iterator[str]:
    """Return words as they are and with each of some endings, their brackets in both widths."""
    for word in words.split():
        for spelt in (word, *(f"{word}{tail}" for tail in tails.split())):
            yield spelt
            if "（" in spelt:
                yield spelt.replace("（", "(").replace("）", ")")


def _meaning(meanings: Mapping[Any, str], tails: str = "") -> dict[str, Any]:
    return {word: meant for meant, words in meanings.items() for word in _spelt(words, tails)}


def _each(one: str, other: str) -> str:
    """Return every word of one text before every word of another."""
    return " ".join(f"{before}{after}" for before in one.split() for after in other.split())


# How settled a figure is

FIGURES = "数 数据"
"""What may stand behind each of these words."""

_OFFICES = "统计局 统计部门 市统计局 省统计局 区统计局"

STATUSES: dict[str, Status] = words_of(Status, Status.UNSTATED) | _meaning(
    {
        Status.FINAL: "最终核实 最终 正式 定案 普查修订 经济普查修订",
        Status.PROVISIONAL: "快报 年快报 年度快报 统计快报 公报 统计公报 初步 初步核算 初核 初步统计 "
        + _each(_OFFICES, "反馈 测算 核算"),
        Status.ESTIMATED: "预计 预计完成 预测 预估 推算 匡算 估算 估计 自行测算 自行估算 自行推算",
    },
    FIGURES,
)
"""How a submitter can say how settled a figure is; 核定 is the assessor's word and not among them."""

ANNUAL: dict[str, Status] = _meaning({Status.FINAL: "年报 统计年报 年报统计"}, FIGURES)
"""Final for a count. Of GDP and value added the annual report is followed by a verified figure."""

_SETTLED, _FIRST = Text("最终核实数", "a final figure"), Text("初步核算数", "a provisional figure")
_ESTIMATE = Text("预计数", "an estimate")
_OF_DEPARTMENT = Text("主管部门自行统计的数", "a figure of the department's own")
_OF_STATISTICS = Text("统计部门测算的初步核算数", "a provisional figure of the statistical office")

STATUSES_ASKED: dict[str, Readings] = dict.fromkeys(ANNUAL, Readings(_FIRST, _SETTLED)) | _meaning(
    {
        Readings(_FIRST, _OF_DEPARTMENT): "部门统计 部门",
        Readings(_OF_STATISTICS, _ESTIMATE): "测算 初步测算 第三方测算 测算结果",
        Readings(_SETTLED, _FIRST): _each("统计局 国家统计局 省统计局 市统计局", "核定"),
    },
    FIGURES,
)

FORECASTS = tuple(f"{word}{tail}" for word in ("预计", "预测", "预估") for tail in ("完成", "数", ""))
"""What makes an estimate of the number that follows."""


# How far a milestone has come

STATES: dict[str, State] = words_of(State, State.NOT_ACHIEVED) | _meaning(
    {
        State.ACHIEVED: "已实现 完成 全部完成 已全部完成 已建成 建成 已达成 已形成 已达标",
        State.PARTIAL: "推进中（部分完成） 部分实现 部分完成 阶段性完成 部分建成 推进中 进行中 建设中 在建 "
        + _each("正在 有序 持续 稳步 加快 正在有序 正在持续", "推进")
        + " 正在进行 正在建设 正在实施 实施中 已启动",
        State.NOT_STARTED: "未开展 尚未开展 尚未启动 未开始 尚未开始 未实施 未动工",
    }
)

BASICALLY = tuple(_each("基本 已基本", "完成 建成 形成 实现 达成").split())
"""Achieved where the wording of the target says 基本, else partial."""

STATES_ASKED: dict[str, Readings] = _meaning(
    {
        Readings(
            State.PARTIAL.term, State.NOT_STARTED.term
        ): "未完成 尚未完成 未实现 尚未实现 未建成 尚未建成 长期推进 已印发 已出台 已制定"
    }
)

ATTESTED: dict[str, State] = {
    **words_of(State, State.PARTIAL, State.NOT_STARTED),
    **{word: state for word, state in STATES.items() if state is State.ACHIEVED},
    **dict.fromkeys(BASICALLY, State.ACHIEVED),
    **_meaning({State.NOT_ACHIEVED: "未实现 未建成 未达成"}),
}
"""What an assessor attests: whether the wording, 基本 in it included, is fulfilled."""


# What a count takes in

COUNTINGS: dict[str, Counting] = words_of(Counting) | _meaning(
    {
        Counting.CUMULATIVE: "自起算日累计 自起算日起累计 自起算日以来累计",
        Counting.IN_FORCE: "期末有效（存量） 期末有效 期末有效数 期末存量 存量 有效期内",
        Counting.THIS_YEAR: "本年累计（当年新增） 本年累计 当年新增 本年新增 当年累计 年内新增",
    }
)
FOR_STOCKS: dict[str, Counting] = {"累计": Counting.CUMULATIVE}
"""Read for a stock; of what is added it can mean two things."""

COUNTINGS_ASKED: dict[str, Readings] = _meaning(
    {Readings(Counting.CUMULATIVE.term, Counting.THIS_YEAR.term): "累计 累计数 累计新增 新增"}
)


# Why there is no value

MISSINGS: dict[str, Missing] = words_of(Missing) | _meaning(
    {
        Missing.NOT_PUBLISHED: "尚未公布 暂未公布 未发布 尚未发布 待公布 待发布 尚未反馈 未反馈 待反馈 "
        + _each(_OFFICES, "尚未反馈 未反馈 暂未反馈"),
        Missing.NOT_COLLECTED: "待统计 尚未统计 暂未统计 正在统计 统计中 待核算 正在核算",
    }
)

NO_VALUES: dict[str, Missing | None] = {
    **MISSINGS,
    **dict.fromkeys(
        (
            *BLANK_MARKS,
            *["没有", "无数据", "暂无数据", "无此数据", "待定", "待补充", "待填报", "N/A", "n/a", "NA"],
        )
    ),
}
"""What stands in a cell of a value where there is none, and the reason where it says one."""

_ZERO, _NO_FIGURE = Text("0", "0"), Text("没有数据", "that there is no figure")
YUAN = "人民币"
"""The currency, which may stand beside an amount."""

NONE = "无"
NONE_OF_A_COUNT = Readings(_ZERO, _NO_FIGURE)
"""What ``NONE`` of a count can mean."""

_ELSEWHERE = Readings(
    Text("另一份材料中的数值", "a figure in another document"),
    Text("尚未填写", "that it is not filled in yet"),
)
VALUES_ASKED: dict[str, Readings] = _meaning(
    {
        _ELSEWHERE: _each(
            "见 详见 另见 参见", "附件 附表 附件1 附件2 附件3 附表1 附表2 附表3 附后 清单 佐证材料 说明 备注"
        )
        + " 同上 另附 附后"
    }
)
FOOTNOTED = r"[^*＊※①-⑳¹²³⁴-⁹]*[0-9０-９%％元家个项户][*＊※①-⑳¹²³⁴-⁹]+"
"""A value with the mark of a footnote behind it."""

_AS_IT_STANDS = Text("{text}本身", "{text} as it stands")
_AS_NOTED = Text("脚注另有说明的数", "what a footnote makes of it")


def footnoted(text: str) -> Readings:
    """Return what a value with the mark of a footnote can mean."""
    return Readings(_AS_IT_STANDS.format(text=text.rstrip("*＊※①②③④⑤⑥⑦⑧⑨¹²³")), _AS_NOTED)


# Who recognised an item

LEVELS: dict[str, ItemLevel] = words_of(ItemLevel) | _meaning(
    {
        ItemLevel.NATIONAL: "国家",
        ItemLevel.PROVINCIAL: "省 湖北省 湖北省级",
        ItemLevel.MUNICIPAL: "市 市州级 地市级 区级 县级 区县级 县区级 市区级",
    }
)
_BY_MINISTRY = Text("国家级（国家部委认定）", "national (by a ministry)")
_BY_DEPARTMENT = Text("省级（省级部门认定）", "provincial (by a department)")
LEVELS_ASKED: dict[str, Readings] = _meaning(
    {Readings(_BY_MINISTRY, _BY_DEPARTMENT): "省部级 部省级 部级 厅级 省厅级 部委级"}
)

ARRIVALS: dict[str, Arrival] = words_of(Arrival) | _meaning(
    {
        Arrival.FOUNDED: "新设立 新注册 新成立 设立",
        Arrival.RELOCATED: "整体迁入 搬迁 迁移",
        Arrival.SIGNED: "已签约 签约未落地 意向签约 框架签约 签约项目",
    }
)
"""How a firm came; who has signed has not come, and does not count."""

ASKED: dict[str, dict[str, Readings]] = {
    "status": STATUSES_ASKED,
    "state": STATES_ASKED,
    "counting": COUNTINGS_ASKED,
    "level": LEVELS_ASKED,
}
"""The words that can mean two things, by the key that they stand under."""


# The words of target files

KIND_WORDS = words_of(INDICATOR_KINDS.values())
NATURES = words_of(Nature) | _meaning(
    {Nature.FLOW: "时期数", Nature.STOCK: "时点数 时点指标 期末数", Nature.ADDED: "新增数"}
)
TARGET_NATURES = words_of(TargetNature)
TOLERATED_IN = {"unit": False, "percent": True}
"""What a tolerance can be given in, by whether that is relative to the number required."""
MEASURES, PRICES = words_of(ChangeMeasure), words_of(Prices)

ITEM_FIELDS = tuple(name for name in Item._fields if name != "name")
"""What an item can be required to state."""

ENTITY_KINDS = words_of(EntityKind)
SEEN_AS = words_of(SeenAs)

OF_NUMBERS = ("value", "unit", "stretch", "since", "other_reading", "tolerance", "base", "per_year")
OF_MILESTONES = ("parts",)
"""The keys that only a target with a number can have, and those that only a milestone can."""
OF_CELL = ("table", "row", "column", "cell", "head")
"""The keys of a citation that is of a cell of a table; only the last can be left out."""
