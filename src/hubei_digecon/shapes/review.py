"""The shapes of a review: what the assessor adds to one report."""

from typing import Annotated

from ..text import Text
from .base import Shape
from .texts import AttestedWord, BareNumber, Date, DocumentPath, Flag, PeriodText, ReviewFormat, Sha256

_BEHIND = Text("佐证材料：相对路径或文号", "the document behind it")
_RESTS_ON = Text("依据", "what it rests on")


class ReviewerShape(Shape):
    """Who reviews, and for whom."""

    called = Text("核验单位", "reviewer")

    name: Annotated[str, Text("核验人或核验组", "the person or group")]
    organisation: Annotated[str | None, Text("核验单位", "the office they review for")] = None


class VerifiedShape(Shape):
    """A value that the assessor verified."""

    called = Text("核定值", "verified value")

    value: Annotated[str, Text("核定值，不能是概数", "the value, without a hedge")]
    unit: Annotated[
        str | None,
        Text("计量单位，数值后没有写单位时填写", "its unit, where it does not stand beside the number"),
    ] = None
    basis: Annotated[str, _RESTS_ON]
    document: Annotated[DocumentPath | None, _BEHIND] = None


class RejectedItemShape(Shape):
    """An item that the assessor does not count."""

    called = Text("不予计入的清单项", "rejected item")

    name: Annotated[str, Text("清单项名称，与报告一致", "the name of the item, as the report has it")]
    reason: Annotated[str, Text("不予计入的理由", "why it does not count")]


class AttestationShape(Shape):
    """The assessor's word on a milestone."""

    called = Text("认定意见", "attestation")

    state: Annotated[
        AttestedWord | None,
        Text("通知原文所述是否完成", "whether the notice's own wording is fulfilled"),
    ] = None
    parts: Annotated[
        dict[str, AttestedWord] | None,
        Text(
            "目标分为几部分的，不填 `state`，在此逐项写明",
            "for a milestone with parts, in place of `state`: the state of each",
        ),
    ] = None
    achieved_on: Annotated[
        Date | None,
        Text(
            "完成日期；不填为报告期末",
            "the day on which it was achieved; left out, the end of the period",
        ),
    ] = None
    date: Annotated[
        Date, Text("认定日期，自该日起有效", "the day of the attestation, from which it is in force")
    ]
    basis: Annotated[str, _RESTS_ON]
    document: Annotated[DocumentPath | None, _BEHIND] = None
    expires: Annotated[
        Date | None,
        Text(
            "有效期至（含当日）；不填为长期有效",
            "the last day on which it is in force; left out, there is none",
        ),
    ] = None


class WaiverShape(Shape):
    """A target taken out of assessment by approval."""

    called = Text("经批准不纳入", "waiver")

    reason: Annotated[str, Text("经批准不纳入的理由", "why the target is taken out")]
    approved_by: Annotated[str, Text("批准机关", "who approved it")]
    approved_on: Annotated[
        Date, Text("批准日期，自该日起有效", "the day of approval, from which it is in force")
    ]
    expires: Annotated[Date, Text("有效期至（含当日）", "the last day on which it is in force")]
    document: Annotated[str | None, Text("批准文号", "the number of the approval")] = None


class AdjustedTargetShape(Shape):
    """A target adjusted by approval."""

    called = Text("目标调整", "adjusted target")

    value: Annotated[BareNumber, Text("调整后的目标值，以 `unit` 计", "the number required now, in `unit`")]
    unit: Annotated[
        str | None,
        Text(
            "计量单位，写全；指标没有单位的不写", "its unit, in full; left out where the indicator has none"
        ),
    ] = None
    approved_by: Annotated[str, Text("批准机关", "who approved it")]
    approved_on: Annotated[
        Date, Text("批准日期，自该日起有效", "the day of approval, from which it is in force")
    ]
    document: Annotated[str | None, Text("批准文号", "the number of the approval")] = None


class RegisterWordShape(Shape):
    """The assessor's word on a register of items."""

    called = Text("名录", "register")

    sha256: Annotated[Sha256, Text("名录文件的SHA-256", "the SHA-256 of its file")]
    complete: Annotated[
        Flag,
        Text(
            "名录是否完整：完整的，名录中符合条件的项数就是计数",
            "whether it holds all that there is to count: its eligible records are then the count itself",
        ),
    ]
    categories: Annotated[
        list[str] | None,
        Text(
            "所指的指标；不填为名录中有记录的各项指标",
            "for which indicators; left out: all that it has records of",
        ),
    ] = None


class ReviewShape(Shape):
    """What the assessor adds to one report."""

    called = Text(
        "核验单位复核意见：核定、认定、不予计入、目标调整、经批准不纳入",
        "a review: what the assessor verified, attested, rejected, adjusted or waived",
    )

    format: Annotated[
        ReviewFormat | None,
        Text(
            "`digecon/review/v1`；不填也是此版",
            "`digecon/review/v1`, which is also meant where it is left out",
        ),
    ] = None
    entity: Annotated[
        str, Text("所复核报告的考核对象，写法同报告", "the place whose report is reviewed, named as there")
    ]
    period: Annotated[PeriodText, Text("所复核报告的报告期", "the period of that report")]
    reviewer: Annotated[
        ReviewerShape,
        Text(
            "核验单位；有此键的文件即为复核意见",
            "who reviews; by this key a file is known to be a review",
        ),
    ]
    note: Annotated[
        str | None,
        Text("附注，供查看文件的人阅读，不显示", "a note for people who open the file; it is not shown"),
    ] = None
    verified: Annotated[
        dict[str, VerifiedShape] | None,
        Text(
            "核定值，以指标为键：按核定值认定，视为最终数",
            "values that were verified, by indicator: the outcome then rests on them, and they count as "
            "final",
        ),
    ] = None
    rejected_items: Annotated[
        dict[str, list[RejectedItemShape]] | None,
        Text("不予计入的清单项，以指标为键", "lists of items that do not count, by indicator"),
    ] = None
    attestations: Annotated[
        dict[str, AttestationShape] | None,
        Text(
            "认定意见（定性任务是否完成），以目标为键",
            "whether a milestone is achieved, by target",
        ),
    ] = None
    adjusted_targets: Annotated[
        dict[str, AdjustedTargetShape] | None,
        Text(
            "目标调整（经批准），以目标为键：按调整后的目标值认定，两个目标值均列出",
            "targets adjusted by approval, by target: the finding is judged by the adjusted one, and shows "
            "both",
        ),
    ] = None
    waivers: Annotated[
        dict[str, WaiverShape] | None,
        Text("经批准不纳入，以目标为键", "targets taken out of assessment, by target"),
    ] = None
    registers: Annotated[
        list[RegisterWordShape] | None,
        Text(
            "核验单位的名录（--register）是否完整，以其SHA-256为准",
            "whether registers of the assessor (--register), each known by its SHA-256, are complete",
        ),
    ] = None
