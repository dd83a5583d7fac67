"""Records with every hazard, drawn for many cells, and what the logic of lists says of them."""

import csv
import datetime
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hubei_digecon.domain.registers import RegisterTally, WhyNotCounted
from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.reviews import RejectedItem
from hubei_digecon.judging.items import CountAsked, CountedDays, sort_items, why_not_counted
from hubei_digecon.judging.items.credit_codes import check_character
from hubei_digecon.load.registers.engine import DuckDB
from hubei_digecon.load.registers.facts import item_of
from hubei_digecon.load.registers.file import open_register
from hubei_digecon.load.registers.tally import NotCountedRecord, Register
from hubei_digecon.load.targets import library_in_use

Record = dict[str, str]

LIBRARY = library_in_use(None)
PLACES = ("wuhan-east-lake", "wuhan", "hubei", "wuhan-wedz")
COUNTS = (
    "gazelle_firms", "integration_certified_firms", "attracted_top100_firms", "new_innovation_platforms",
)  # fmt: skip
PERIODS = (Period(2024), Period(2025, 6), Period(2025, 9), Period(2025))
AS_OF = datetime.date(2026, 2, 28)

_STEMS = (
    "示例科技有限公司", "示例科技有限责任公司", "示例数字", "示例數字", "示例ＡＩ公司", "示例AI公司", "示例ai公司", "İstanbul",
    "istanbul", "ISTANBUL", "Straße", "STRASSE", "示例（武汉）公司", "示例(武汉)公司", "示例 (武汉) 公司", "示例10公司",
    "示例lO公司", "示例甲", "示例乙", "示例丙", "示例丁", "示例戊", "合计", "无", "…", "示例公司。",
)  # fmt: skip
_DAYS = (
    "2023-05-01", "2024-03-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2025-12-31",
    "2026-01-01", "2026-03-05", "2025-06", "2025-12", "2024年12月", "2025", "", "", "—",
)  # fmt: skip
_UNTIL = (
    "",
    "",
    "",
    "长期有效",
    "2024-06-30",
    "2025-06-30",
    "2025-09-30",
    "2025-12-31",
    "2026-06-30",
    "2025-09",
)


def code_of(number: int) -> str:
    """Return a valid code."""
    first = f"91420100MA4K{number:05d}"
    return first + check_character(first)


def apart(number: int) -> str:
    """Return a name that is like none of the others."""
    return f"企业{number}号"


def drawn(seed: int, number: int, places: Sequence[str] = PLACES, alike: bool = True) -> list[Record]:
    """Return records of all counts of some places, with duplicates, renewals and much that is wrong. Names
    are ``alike``, or else each is of a thing of its own.
    """
    rnd = random.Random(seed)
    codes = [code_of(one) for one in range(12)]
    codes += [
        codes[0][:-1] + ("0" if codes[0][-1] != "0" else "1"),
        "9.14201E+17",
        "914201006822330000",
        "12345",
    ]
    records: list[Record] = []
    for _ in range(number):
        if records and rnd.random() < 0.15:
            again = dict(rnd.choice(records))
            again[rnd.choice(("recognised_on", "valid_until", "code", "name"))] = ""
            again["name"] = again["name"] or rnd.choice(_STEMS)
            records.append(again)
            continue
        name = rnd.choice(_STEMS) + rnd.choice(("", "", "一", "二", "三", "四", "五", "六"))
        records.append(
            {
                "entity": rnd.choice(places),
                "category": rnd.choice(COUNTS),
                "name": name if alike else apart(rnd.randrange(0, 60)),
                "code": rnd.choice(codes) if alike and rnd.random() < 0.5 else "",
                "level": rnd.choice(("省级", "国家级", "市级", "", "省级")),
                "arrival": rnd.choice(("", "", "新设", "签约")),
                "recognised_on": rnd.choice(_DAYS),
                "valid_until": rnd.choice(_UNTIL),
                "by": rnd.choice(("示例机构", "示例机构", "")),
                "list": rnd.choice(("示例榜单", "示例榜单", "")),
                "publisher": "示例机构",
                "year": rnd.choice(("2025", "2024", "")),
                "certificate": rnd.choice(("GB/T 23001-1", "GB／T23001—2017", "GB/T 19001-1", "证书3号", "")),
            }
        )
    return records


def asked(
    places: Iterable[str] = PLACES, rejecting: Mapping[str, Sequence[str]] = {}
) -> Iterator[CountAsked]:
    """Return what reports of some places ask for all counts and periods, by targets of 2025."""
    for place in places:
        for count in COUNTS:
            for index, period in enumerate(PERIODS):
                since = datetime.date(2024, 6, 15) if index % 2 else None
                days = CountedDays(since, period.end, AS_OF, dated=index == 0)
                names = rejecting.get(count, ()) if index > 1 else ()
                rejected = tuple(RejectedItem(count, at, name, "示例") for at, name in enumerate(names))
                yield CountAsked(place, count, days, rejected)


def by_list(records: Sequence[Record], one: CountAsked) -> Counter[WhyNotCounted | None]:
    """Return what the logic of lists says of the records that an ask is about: ``None`` for what counts."""
    return Counter(why for _, why in each_by_list(records, one))


def each_by_list(records: Sequence[Record], one: CountAsked) -> Iterator[tuple[int, WhyNotCounted | None]]:
    """Return the number of each record that an ask is about, with what the logic of lists says of it."""
    own = [
        (number, record)
        for number, record in enumerate(records, 1)
        if (record["entity"], record["category"]) == (one.entity, one.indicator)
    ]
    items = [item_of({key: text or None for key, text in record.items()})[0] for _, record in own]
    indicator = LIBRARY.catalogue.indicators[one.indicator]
    found = sort_items(indicator, items, one.rejected, one.days)
    for (number, _), examined in zip(own, found, strict=True):
        yield number, why_not_counted(examined)


def write_csv(path: Path, records: Sequence[Record]) -> str:
    """Write records as a register, and return its path."""
    keys = list(dict.fromkeys(key for record in records for key in record))
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, keys, restval="")
        writer.writeheader()
        writer.writerows(records)
    return str(path)


def firm(name: str = "示例一", **facts: str) -> Record:
    """Return a record of a gazelle firm that counts, unless facts say otherwise."""
    known = {
        "entity": "wuhan-east-lake",
        "category": "gazelle_firms",
        "by": "示例机构",
        "recognised_on": "2025-03-01",
    }
    return {**known, "name": name, **facts}


def in_2025(
    *rejected: str, since: datetime.date | None = None, indicator: str = "gazelle_firms"
) -> CountAsked:
    """Return what a report of 2025 asks of one count."""
    days = CountedDays(since, datetime.date(2025, 12, 31), AS_OF)
    items = tuple(RejectedItem(indicator, at, name, "示例") for at, name in enumerate(rejected))
    return CountAsked("wuhan-east-lake", indicator, days, items)


def open_here(path: str, engine: DuckDB) -> Register:
    """Open the register at a path."""
    return Register(open_register(path, engine, LIBRARY.catalogue), engine, LIBRARY)


def tallied(
    folder: Path, records: Sequence[Record], asks: Sequence[CountAsked]
) -> tuple[list[RegisterTally], list[NotCountedRecord]]:
    """Return what a register of records comes to, and the records that are not counted."""
    with DuckDB() as engine:
        register = open_here(write_csv(folder / "register.csv", records), engine)
        counts = register.count(asks)
        struck = [one for batch in register.not_counted() for one in batch]
    return [counts.tallies[one] for one in asks], struck
