"""Rows of made-up reports of many places and periods, with every kind of dirt that real tables have.

Some kinds a report in YAML can hold as well (:data:`IN_VALUES`); others only stand between rows
(:data:`IN_ROWS`): a place called by several names, a figure twice, a row that names no indicator.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from benchmarks.places import Aim, Place

from .reports_as_rows import Cells

Dirt = Callable[[Random, list[Cells]], None]
"""Spoils the rows of one report."""

_DECIMALS = {"%": 1, "亿元": 2, "家": 0}


def _numbers(rows: Sequence[Cells]) -> list[Cells]:
    return [row for row in rows if row.get("unit")]


def _one(random: Random, rows: Sequence[Cells]) -> Cells:
    return random.choice(_numbers(rows))


def _set(**cells: str) -> Dirt:
    def spoil(random: Random, rows: list[Cells]) -> None:
        _one(random, rows).update({key.replace("__", "."): cell for key, cell in cells.items()})

    return spoil


def _changed(change: Callable[[str], str]) -> Dirt:
    def spoil(random: Random, rows: list[Cells]) -> None:
        row = _one(random, rows)
        row["value"] = change(row["value"])

    return spoil


def _unit_inside(random: Random, rows: list[Cells]) -> None:
    row = _one(random, rows)
    row["value"] += row.pop("unit")


def _missing(random: Random, rows: list[Cells]) -> None:
    row = _one(random, rows)
    for key in ("value", "unit", "status", "counting", "scope"):
        row.pop(key, None)
    row["missing"] = random.choice(("not_published", "尚未公布", "no reason"))


def _listed(random: Random, rows: list[Cells]) -> None:
    counts = [row for row in rows if row.get("unit") == "家"]
    if not counts:
        return
    row = random.choice(counts)
    at = rows.index(row) + 1
    items = [
        {
            "item.name": f"示例企业{number % 3}有限公司",
            "item.level": random.choice(("国家级", "省级", "national")),
            "item.recognised_on": random.choice(("2024-05-01", "2026-03-01", "2024年")),
        }
        for number in range(random.randint(1, 5))
    ]
    row.update(items[0])
    head = {key: row[key] for key in ("entity", "period", "indicator")}
    rows[at:at] = [head | item for item in items[1:]]


def _evidence(random: Random, rows: list[Cells]) -> None:
    _one(random, rows)["evidence"] = "示例文件一.pdf\n示例文件二.pdf"


def _early(random: Random, rows: list[Cells]) -> None:
    for row in rows:
        row["submitted.date"] = f"{row['period'][:4]}-01-02"


IN_VALUES: dict[str, Dirt] = {
    "nothing": lambda random, rows: None,
    "about": _changed(lambda value: f"约{value}"),
    "or more": _changed(lambda value: f"{value}以上"),
    "full width": _changed(
        lambda value: value.translate({ord(one): ord(one) + 0xFEE0 for one in "0123456789."})
    ),
    "blanks": _changed(lambda value: f"  {value} "),
    "a fraction": _changed(lambda value: f"0.00{value.replace('.', '')}"),
    "a thousand times": _changed(lambda value: f"{value.replace('.', '')}000"),
    "no number": _changed(lambda value: f"{value}圆"),
    "two points": _changed(lambda value: f"{value}.1.2"),
    "the unit inside": _unit_inside,
    "another unit": _set(unit="万元"),
    "no unit": _set(unit="斤"),
    "missing": _missing,
    "an estimate": _set(status="预计"),
    "a status that is none": _set(status="大概"),
    "another scope": _set(scope="别的口径"),
    "a note": _set(note="第一行\n第二行, “引号”"),
    "a source": _set(source="示例统计公报", source__issuer="示例单位", source__dated="2026-01-15"),
    "another period": _set(figure_period="2023"),
    "a base": _set(base__value="12", base__year="2020"),
    "a list": _listed,
    "evidence": _evidence,
    "too early": _early,
    "an explanation": _set(explanation="示例说明"),
}


def _called(random: Random, rows: list[Cells]) -> None:
    number = rows[0]["entity"].rpartition("-")[2]
    names = (
        f"基准测试园区{number}（虚构）",
        f"Benchmark Zone {number} (fictional)",
        rows[0]["entity"].upper(),
    )
    for row in rows:
        row["entity"] = random.choice((row["entity"], *names))


def _periods(random: Random, rows: list[Cells]) -> None:
    if "-" not in rows[0]["period"]:
        for row in rows:
            row["period"] = random.choice((row["period"], f"{row['period']}年"))


def _twice(random: Random, rows: list[Cells]) -> None:
    rows.append(dict(_one(random, rows)))


def _differing(random: Random, rows: list[Cells]) -> None:
    rows[-1]["submitted.by"] = "另一单位"


def _unknown(random: Random, rows: list[Cells]) -> None:
    _one(random, rows)["indicator"] = "不存在的指标"


def _in_chinese(random: Random, rows: list[Cells]) -> None:
    names = {
        "core_share_of_gdp": "数字经济核心产业增加值占GDP比重",
        "core_value_added": "数字经济核心产业增加值",
    }
    for row in rows:
        row["indicator"] = names.get(row["indicator"], row["indicator"])


def _headless(random: Random, rows: list[Cells]) -> None:
    rows.append(_one(random, rows) | {random.choice(("entity", "indicator", "period")): "  "})


def _blank(random: Random, rows: list[Cells]) -> None:
    rows.insert(1, {})


def _handed_in_again(random: Random, rows: list[Cells]) -> None:
    rows.extend(
        row | {"submitted.revision": "2", "submitted.date": row["submitted.date"]} for row in list(rows)
    )


def _of_no_revision(random: Random, rows: list[Cells]) -> None:
    _handed_in_again(random, rows)
    rows[0].pop("submitted.revision")


def _of_no_place(random: Random, rows: list[Cells]) -> None:
    for row in rows:
        row["entity"] = "不存在的园区"


IN_ROWS: dict[str, Dirt] = {
    "several names": _called,
    "periods in words": _periods,
    "a figure twice": _twice,
    "offices that differ": _differing,
    "an indicator that is none": _unknown,
    "indicators by their names": _in_chinese,
    "a row without a name": _headless,
    "a blank row": _blank,
    "two submissions": _handed_in_again,
    "a row of no submission": _of_no_revision,
    "a place that does not exist": _of_no_place,
}


def dirty_rows(
    places: Sequence[Place], periods: Sequence[str], kinds: Sequence[Dirt]
) -> Iterator[list[Cells]]:
    """Return the rows of one report after another, with each kind of dirt in turn."""
    for index, (place, period) in enumerate((place, period) for period in periods for place in places):
        random = Random(f"{place.entity} {period}")
        rows = list(_rows(random, place, period))
        kinds[index % len(kinds)](random, rows)
        yield rows


def _rows(random: Random, place: Place, period: str) -> Iterator[Cells]:
    head = {
        "entity": place.entity,
        "period": period,
        "submitted.by": "示例单位",
        "submitted.date": _day_after(period),
        "submitted.revision": "1",
        "illustrative": "true",
    }
    for aim in place.aims:
        yield head | _figure(random, aim)
    for milestone in place.milestones:
        yield head | {"indicator": milestone, "value": random.choice(("achieved", "partial", "已形成"))}


def _figure(random: Random, aim: Aim) -> Cells:
    value = f"{aim.line * random.uniform(0.8, 1.3):.{_DECIMALS[aim.unit]}f}"
    counting = {"counting": "cumulative"} if aim.unit == "家" else {}
    status = random.choice(("final", "provisional", "初步核算"))
    return {"indicator": aim.indicator, "value": value, "unit": aim.unit, "status": status, **counting}


def _day_after(period: str) -> str:
    year, _, month = period.partition("-M")
    return f"{year}-{int(month) + 1:02}-20" if month else f"{int(year) + 1}-01-20"
