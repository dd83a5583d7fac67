"""What a register costs: how long its records are read in Python, how long SQL takes, and how much memory."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from . import memory
from .budgets import bound_line
from .commands import ROOT, WORK, Command
from .memory import Peak
from .progress import doing

ENTITIES = ("wuhan-east-lake", "wuhan", "hubei", "wuhan-wedz")
CATEGORIES = (
    "gazelle_firms", "integration_certified_firms", "attracted_top100_firms", "new_innovation_platforms",
)  # fmt: skip
SCANS, MEMORY = 20, 2 * 2**30

_RENEWED = 20
"""Of so many records one is a renewal of the one before: the same thing, with later days."""

_IN_ONE_DOCUMENT = 200
"""So many firms are recognised by one document."""

_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_HEAD = "91420100"
_FIRST, _DIGITS = 340_000_000, 9
"""The first number in a credit code, and its digits: one with fewer than three different ones is a filler."""


@dataclass(frozen=True, slots=True)
class RegisterCost:
    """What the steps of counting the records of a register took, in seconds of processor time."""

    records: int
    scan: float
    open: float
    read: float
    sql: float
    eligible: int
    peak: Peak

    @property
    def whole(self) -> float:
        """All seconds but those of the scan, which counting does without."""
        return self.open + self.read + self.sql


def write_register(records: int, path: Path) -> None:
    """Write a Parquet file of so many records of made-up firms, in the same order on every run."""
    import duckdb

    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({records_sql(records)}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")


def records_sql(records: int) -> str:
    """Return the query of so many records: their names, codes and certificates are their own, but for
    renewals.
    """
    entities, categories = (", ".join(f"'{one}'" for one in names) for names in (ENTITIES, CATEGORIES))
    renewed = f"n % {_RENEWED} = {_RENEWED - 1}"
    return f"""
        SELECT [{entities}][1 + thing % {len(ENTITIES)}] AS entity,
            [{categories}][1 + thing // {len(ENTITIES)} % {len(CATEGORIES)}] AS category,
            '示例' || thing || '信息技术有限公司' AS name,
            {_code_sql(f"(thing + {_FIRST})")} AS code,
            ['省级', '国家级', '市级', NULL][1 + thing % 4] AS level,
            ['新设', '签约', NULL][1 + thing % 3] AS arrival,
            DATE '2023-06-01' + CAST(n % 900 AS INTEGER) AS recognised_on,
            DATE '2025-03-01' + CAST(n % 700 + CASE WHEN {renewed} THEN 365 ELSE 0 END AS INTEGER)
                AS valid_until,
            '示例机构' AS "by",
            '示例榜单' AS list,
            '示例机构' AS publisher,
            '2025' AS year,
            'GB/T 23001-2017, No. ' || (thing + {_FIRST}) AS certificate,
            '示例文〔2025〕' || thing // {_IN_ONE_DOCUMENT} || '号' AS document
        FROM (SELECT range AS n, CASE WHEN {renewed} THEN n - 1 ELSE n END AS thing FROM range({records}))
    """


def _code_sql(number: str) -> str:
    """Return a unified social credit code of a number in SQL, with its check character (GB 32100-2015)."""
    digits = f"lpad(CAST({number} AS VARCHAR), {_DIGITS}, '0')"
    weights = [3**place % len(_CHARACTERS) for place in range(len(_HEAD) + _DIGITS)]
    of_head = sum(int(digit) * weight for digit, weight in zip(_HEAD, weights, strict=False))
    of_digits = " + ".join(
        f"({number} // {10 ** (_DIGITS - 1 - place)} % 10) * {weight}"
        for place, weight in enumerate(weights[len(_HEAD) :])
    )
    size = len(_CHARACTERS)
    rest = f"({size} - ({of_head} + {of_digits}) % {size}) % {size}"
    return f"'{_HEAD}' || {digits} || substr('{_CHARACTERS}', 1 + CAST({rest} AS INTEGER), 1)"


def register_cost(records: int) -> RegisterCost:
    """Write a register, count its records in a process of its own, and return what that took."""
    doing(f"writing a register of {records} records")
    path, told = (WORK / f"register-{records}.{suffix}" for suffix in ("parquet", "json"))
    write_register(records, ROOT / path)
    line = (sys.executable, "-m", "benchmarks.peers.register_steps", str(path), str(told))
    peak = memory.peak(Command(f"a register of {records} records", line))
    (ROOT / path).unlink()
    return RegisterCost(**json.loads((ROOT / told).read_bytes()), peak=peak)


def register_lines(few: int, many: int) -> Iterator[str]:
    """Return what registers of few and of many records cost, beside what the issue of scale asks."""
    if find_spec("duckdb") is None:
        yield "  DuckDB is not installed: not measured"
        return
    costs = [register_cost(records) for records in (few, many)]
    asked = f"{len(ENTITIES)} places × {len(CATEGORIES)} counts × 4 periods"
    yield f"  {asked:40}{'':2}" + "".join(f"{one.records:12} records" for one in costs)
    for name, key in _STEPS.items():
        yield f"  {name:40}" + "".join(f"{getattr(one, key):20.1f} s" for one in costs)
    yield f"  {'most memory':40}" + "".join(f"{one.peak.bytes / 1e6:19.0f} MB" for one in costs)
    for one in costs:
        yield bound_line(f"SQL by the scan, {one.records} records", one.sql / one.scan, SCANS)
    yield bound_line("memory of many, in GiB", costs[-1].peak.bytes / 2**30, MEMORY / 2**30)
    growth = (costs[1].whole / costs[1].records) / (costs[0].whole / costs[0].records)
    yield f"  {'a record of many by one of few':46}{growth:8.2f}"


_STEPS = {
    "scan of all values by DuckDB": "scan",
    "copy, digest and columns": "open",
    "names, codes and days in Python": "read",
    "SQL": "sql",
    "all but the scan": "whole",
}
