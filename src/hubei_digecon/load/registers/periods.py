"""The SQL that counts records of a register at the days that count: one text for every engine.

It has no functions that engines differ in, compares texts only for being the same, and says of each NULL what
it means. Days are numbers. What it says of dates is what ``judging.items.eligibility`` says of one item, and
what it says of several records of one thing is what ``judging.items.sorting`` does; tests hold both to them.
Things that may be one with others, and those that a review rejects, are left to that code.

Tables: ``register`` (the texts of records), ``wanted`` (entity, category), ``facts`` and ``looks``
(:mod:`.facts`), ``rejected`` (cell, name), ``asks`` (ask, cell, since, last_day, known, dated, added),
``listed`` (ask, cell, position, name, code).
"""

from ...domain.registers import WhyNotCounted as Why
from ...judging.items import diagnostics as told
from .diagnostics import REGISTER_CELL

_STANDINGS = {
    Why.TOO_EARLY: (2, told.ITEM_OUTSIDE_PERIOD),
    Why.TOO_LATE: (2, told.ITEM_OUTSIDE_PERIOD),
    Why.EXPIRED: (2, told.ITEM_EXPIRED),
    Why.NO_ITEM: (2, told.ITEM_UNNAMED),
    Why.WRONG_LEVEL: (2, told.ITEM_BELOW_LEVEL),
    Why.ONLY_SIGNED: (2, told.ITEM_ONLY_SIGNED),
    Why.OTHER_CERTIFICATE: (2, told.ITEM_OTHER_CERTIFICATE),
    Why.UNNAMED: (1, told.ITEM_UNNAMED),
    Why.LACKS_FIELD: (1, told.ITEM_LACKS_FIELD),
    Why.UNREADABLE: (1, REGISTER_CELL),
}
"""Why a record alone is not counted, with the order in which records represent a thing: one in question (1)
before one that is not counted (2), then by the id of what is told of it, then as they stand here."""

CODE_OF: dict[Why, int] = {why: number for number, why in enumerate(_STANDINGS, 1)}
"""The numbers of reasons in SQL; 0: it counts."""
WHY_OF: dict[int, Why] = {number: why for why, number in CODE_OF.items()}

_ORDERED = sorted(_STANDINGS, key=lambda why: (_STANDINGS[why][0], _STANDINGS[why][1].id))
_RANKS = {CODE_OF[why]: 64 * _STANDINGS[why][0] + place for place, why in enumerate(_ORDERED, 1)}
_RANK = " ".join(f"WHEN {code} THEN {rank}" for code, rank in _RANKS.items())
_RECORDS = 2**36
"""More records than a register has."""

PAST = 16
"""What is added to a reason of a record that is of other days than those that count."""

WANTED = "SELECT r.* FROM register r JOIN wanted w ON r.entity = w.entity AND r.category = w.category"
"""The records of the places and categories that are asked for, by what stands in them."""

_DAYS = ("before", "after", "on_first", "on_last", "until_first", "until_last")
_LOOKS = """
SELECT look_key AS key, record FROM facts UNION ALL SELECT look_key AS key, record FROM looks
"""
_CODES = "SELECT code_key AS key, record FROM facts WHERE code_key IS NOT NULL"
_SHARED = """
SELECT k.record FROM ({keys}) k JOIN (SELECT key FROM ({keys}) a GROUP BY key HAVING COUNT(*) > 1) s
  ON s.key = k.key
"""

NEAR = f"""
{_SHARED.format(keys=_LOOKS)} UNION {_SHARED.format(keys=_CODES)}
UNION
SELECT f.record FROM facts f JOIN rejected r ON r.cell = f.cell AND r.name = f.name
"""
"""The records that may have to do with others: one has the same code or look, as far as short numbers tell
(:func:`~.facts.key_of`), or a review rejects them. Any other is surely the only one of its thing."""

NEAR_FACTS = "SELECT f.* FROM facts f JOIN near n ON n.record = f.record"

THINGS = f"""
SELECT f.cell, f.record, f.name, f.look, {", ".join(f"f.{one}" for one in _DAYS)},
  CASE WHEN f.code IS NOT NULL THEN f.code WHEN n.code IS NOT NULL THEN n.code ELSE ' ' || f.name END AS thing
FROM near_facts f LEFT JOIN (
  SELECT c.cell, c.name, MIN(c.code) AS code FROM near_facts c
  JOIN (SELECT DISTINCT cell, name FROM near_facts WHERE code IS NULL) u
    ON u.cell = c.cell AND u.name = c.name
  WHERE c.code IS NOT NULL GROUP BY c.cell, c.name
) n ON f.code IS NULL AND n.cell = f.cell AND n.name = f.name
"""
"""These records, each with the thing that it is of: that of its code, else the one of its name."""

_ALL_LOOKS = """
SELECT cell, thing, look FROM things
UNION ALL SELECT t.cell, t.thing, l.look FROM looks l JOIN things t ON t.record = l.record
"""

TANGLED = f"""
SELECT DISTINCT cell, thing FROM (
  SELECT a.cell, a.thing FROM ({_ALL_LOOKS}) a JOIN (
    SELECT cell, look FROM ({_ALL_LOOKS}) b GROUP BY cell, look HAVING MIN(thing) <> MAX(thing)
  ) s ON s.cell = a.cell AND s.look = a.look
  UNION ALL
  SELECT t.cell, t.thing FROM things t JOIN rejected r ON r.cell = t.cell AND r.name = t.name
) x
"""
"""The things that may be one with another, or of which a record is rejected."""

TANGLED_RECORDS = """
SELECT t.cell, t.record FROM things t JOIN tangled x ON x.cell = t.cell AND x.thing = t.thing
ORDER BY t.cell, t.record
"""

_LONE = f"""
SELECT t.cell, t.record, t.thing, {", ".join(f"t.{one}" for one in _DAYS)}, 0 AS single
FROM things t LEFT JOIN tangled x ON x.cell = t.cell AND x.thing = t.thing WHERE x.thing IS NULL
UNION ALL
SELECT f.cell, f.record, CAST(NULL AS STRING) AS thing, {", ".join(f"f.{one}" for one in _DAYS)},
  1 AS single
FROM facts f LEFT JOIN near n ON n.record = f.record WHERE n.record IS NULL
"""
"""The records of things that are surely none of the others, and whether they are the only ones of theirs."""

_JUDGED = """
SELECT a.ask, l.thing, l.record, l.single,
  CASE WHEN (l.until_last IS NOT NULL AND l.until_last < a.last_day)
         OR (l.on_first IS NOT NULL AND l.on_first > a.last_day) THEN 1 ELSE 0 END AS past,
  CASE WHEN l.before > 0 THEN l.before
       WHEN l.on_first IS NOT NULL AND l.on_first > a.last_day THEN {late}
       WHEN l.on_last IS NOT NULL AND a.since IS NOT NULL AND l.on_last < a.since THEN {early}
       WHEN a.added = 0 AND l.until_last IS NOT NULL AND l.until_last < a.last_day THEN {expired}
       WHEN l.after > 0 AND l.after <> {unread} THEN l.after
       WHEN l.on_first IS NULL AND a.dated = 1 THEN {lacks}
       WHEN l.on_first IS NOT NULL AND l.on_first > a.known THEN {lacks}
       WHEN l.on_first IS NOT NULL AND (l.on_last > a.last_day OR l.on_last > a.known) THEN {lacks}
       WHEN l.on_first IS NOT NULL AND a.since IS NOT NULL AND l.on_first < a.since THEN {lacks}
       WHEN a.added = 0 AND l.until_first IS NOT NULL AND l.until_first < a.last_day THEN {lacks}
       ELSE l.after END AS why
FROM ({lone}) l JOIN asks a ON a.cell = l.cell
""".format(
    lone=_LONE,
    late=CODE_OF[Why.TOO_LATE],
    early=CODE_OF[Why.TOO_EARLY],
    expired=CODE_OF[Why.EXPIRED],
    lacks=CODE_OF[Why.LACKS_FIELD],
    unread=CODE_OF[Why.UNREADABLE],
)

_KEYED = f"""
SELECT ask, thing, record, single, past, why,
  ((32 * past + CASE why {_RANK} ELSE 0 END) * CAST({_RECORDS} AS BIGINT)
   + record) * 32 + past * {PAST} + why AS place
FROM ({_JUDGED}) j
"""
"""The least ``place`` among the records of a thing is that of the one which represents it; its last five bits
are the reason."""

LISTED = """
SELECT l.ask, l.position FROM listed l JOIN facts f ON f.cell = l.cell AND f.code = l.code
UNION
SELECT l.ask, l.position FROM listed l JOIN facts f ON f.cell = l.cell AND f.name = l.name
WHERE l.code IS NULL OR f.code IS NULL
"""
"""The items that reports list and the register holds: by code, or by name where one has no code."""

COUNTS = f"""
SELECT ask, tail, CAST(SUM(things) AS BIGINT) AS things, CAST(SUM(records) AS BIGINT) AS records,
  CAST(SUM(past) AS BIGINT) AS past
FROM (
  SELECT ask, past * {PAST} + why AS tail, COUNT(*) AS things, COUNT(*) AS records, SUM(past) AS past
  FROM ({_JUDGED}) j WHERE single = 1 GROUP BY ask, past * {PAST} + why
  UNION ALL
  SELECT ask, MOD(best, 32) AS tail, COUNT(*) AS things, SUM(records) AS records, SUM(past) AS past
  FROM (
    SELECT ask, thing, MIN(place) AS best, COUNT(*) AS records, SUM(past) AS past
    FROM ({_KEYED}) k WHERE single = 0 GROUP BY ask, thing
  ) g GROUP BY ask, MOD(best, 32)
) c GROUP BY ask, tail
"""
"""For each ask: how many things are represented by a record of each reason (``tail``), and how many records
they have, ``past`` ones among them."""

NOT_COUNTED = f"""
SELECT ask, record, past, CASE WHEN place = best THEN why ELSE -1 END AS why
FROM (
  SELECT ask, record, past, why, place, place AS best FROM ({_KEYED}) s WHERE single = 1 AND why > 0
  UNION ALL
  SELECT ask, record, past, why, place, MIN(place) OVER (PARTITION BY ask, thing) AS best
  FROM ({_KEYED}) m WHERE single = 0
) w WHERE why > 0 OR place <> best
"""
"""The records that are not counted, or not known to count; -1 where another represents their thing."""
