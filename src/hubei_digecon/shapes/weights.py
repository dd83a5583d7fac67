"""The shapes of a weights file: how much an office lets each indicator weigh in a score."""

from typing import Annotated

from ..text import Text
from .base import Shape
from .texts import Date, WeightNumber, WeightsFormat


class IssuerShape(Shape):
    """Who answers for the weights."""

    called = Text("制定", "who issued them")

    by: Annotated[str, Text("制定权重的单位", "the office that answers for the weights")]
    date: Annotated[Date, Text("制定日期，如 `2026-03-01`", "the day they were issued, as `2026-03-01`")]


class WeightsShape(Shape):
    """An office's own weights."""

    called = Text("权重文件", "a weights file")

    format: Annotated[
        WeightsFormat | None,
        Text(
            "`digecon/weights/v1`；不填也是此版",
            "`digecon/weights/v1`, which is also meant where it is left out",
        ),
    ] = None
    issued: Annotated[IssuerShape, Text("由谁、何时制定", "who issued the weights, and when")]
    note: Annotated[
        str | None,
        Text("附注，供查看文件的人阅读，不显示", "a note for people who open the file; it is not shown"),
    ] = None
    weights: Annotated[
        dict[str, WeightNumber],
        Text(
            "权重，以指标为键：不带单位的数，不小于0；每个计分的指标都要写，写0的不计。有此键的文件即为权重文件",
            "the weights, by indicator: a number without a unit, 0 or more, for every indicator that is "
            "scored; with 0 it does not weigh. By this key a file is known to be a weights file",
        ),
    ]
