"""Draw reports, reviews and days near the lines, from a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from .items import _LETTERS
from .reading import Catalogue, Library, Period, Target, factor_of, read_period

Tree = dict[str, Any]

NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
SAME = (
    lambda name: name,
    lambda name: f" {name} ",
    lambda name: name[:2] + "\u200b" + name[2:],
    lambda name: name[:1] + "\ufe0f" + name[1:],
    lambda name: name.replace("(", "（").replace(")", "）"),
    lambda name: name.replace("a", "Ａ"),
    lambda name: name + "。",
    lambda name: name.replace("-", "—"),
    lambda name: name.replace("车", "⻋"),
)
ALIKE = (
    lambda name: name.replace("创", "創").replace("业", "業"),
    lambda name: name.replace("a", "а"),  # the Cyrillic letter
    lambda name: name.replace("电", "電"),
)


@dataclass(frozen=True)
class Drawn:
    """A case as it is drawn: what is written, and under which settings it is judged."""

    place: str
    library: Path
    report: Tree
    review: Tree | None
    as_of: str
    min_evidence: str


def draw(random: Random, libraries: dict[Path, Library]) -> Drawn:
    """Draw one case."""
    folder = random.choice(list(libraries))
    library = libraries[folder]
    place = random.choice([one for one, targets in library.targets.items() if targets])
    targets = library.targets[place]
    due = random.choice(targets).due
    period = pick(
        random, {"{0}": 12, "{0}-M09": 3, "{0}-H1": 2, "{1}": 3, "{1}-M06": 1, "{2}": 4, "{2}-M03": 1}
    )
    period = period.format(due, due - 1, due + 1)
    end = read_period(period).end
    submitted = end + timedelta(days=random.choice((20, 20, 20, 20, 20, 20, 1, 0, -1, -20)))
    as_of = max(submitted, end) + timedelta(days=random.choice((1, 40, 40, 400)))
    if random.random() < 0.06:
        as_of = end - timedelta(days=random.choice((0, 1, 30)))
    drawing = Drawing(random, library, targets, read_period(period), as_of)
    drawing.observe()
    report: Tree = {
        "entity": place,
        "period": period,
        "submitted": {"by": "示例单位", "date": submitted.isoformat()},
        "illustrative": "true",
        "observations": drawing.drawn,
    }
    review = drawing.review(place, period) if random.random() < 0.5 else None
    grade = pick(random, {"claimed": 6, "cited": 1, "documented": 2, "verified": 1})
    return Drawn(place, folder, report, review, as_of.isoformat(), grade)


def pick(random: Random, weights: dict[Any, int]) -> Any:
    """Choose by weight."""
    return random.choices(list(weights), list(weights.values()))[0]


def written(value: Fraction, decimals: int) -> str:
    """Write a number with so many decimals, cut."""
    scaled = int(value * 10**decimals)
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    return digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"


@dataclass
class Drawing:
    """Draws what one report and its review say."""

    random: Random
    library: Library
    targets: tuple[Target, ...]
    period: Period
    as_of: date
    drawn: Tree = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue."""
        return self.library.catalogue

    def chance(self, share: float) -> bool:
        """Say yes so often."""
        return self.random.random() < share

    def lines(self, key: str) -> list[Fraction]:
        """Return the numbers that targets ask of an indicator, in its unit."""
        found = [t.requirement.value for t in self.targets if t.indicator == key and t.requirement]
        found += [t.stretch for t in self.targets if t.indicator == key and t.stretch is not None]
        found += [t.other.value for t in self.targets if t.indicator == key and t.other]
        return found

    def observe(self) -> None:
        """Draw the observations."""
        found = self.drawn
        for relation in self.catalogue.relations:
            if "ratio" in relation and self.chance(0.85):
                found.update(self.related(relation))
        for key, indicator in self.catalogue.indicators.items():
            if key in found or not (
                self.lines(key) or indicator.kind == "milestone" or key == "core_industry_scale"
            ):
                continue
            if not any(t.indicator == key for t in self.targets) and not self.chance(0.3):
                continue
            if self.chance(0.12):
                if self.chance(0.3):
                    found[key] = {"missing": self.random.choice(("not_published", "not_collected"))}
                continue
            draw_one = {"milestone": self.milestone, "count": self.counted}.get(indicator.kind, self.plain)
            found[key] = draw_one(key)

    def near(self, key: str) -> Fraction:
        """Draw a number near a line of an indicator."""
        lines = self.lines(key)
        line = self.random.choice(lines) if lines else Fraction(self.random.choice((100, 500, 2000)))
        step = self.random.choice((0, 0, 0, 1, -1, 4, -4, 5, -5, 40, -40, 100, -100))
        value = line + Fraction(step, self.random.choice((1, 10, 100, 100)))
        if self.chance(0.06):
            value = line * self.random.choice(
                (100, Fraction(9999, 100), Fraction(1, 50), Fraction(1, 49), 0, 3)
            )
        if self.chance(0.03):
            value = line / self.random.choice((10**4, 10**8, 100))
        return max(value, Fraction(0))

    def number(self, key: str, value: Fraction | None = None, decimals: int | None = None) -> Tree:
        """Write a number with its unit, perhaps with a hedge."""
        indicator = self.catalogue.indicators[key]
        value = self.near(key) if value is None else value
        units: dict[str, dict[Any, int]] = {
            "amount": {indicator.unit: 8, "万元": 1, "万亿元": 1},
            "share": {"%": 9, "‰": 1},
            "count": {indicator.unit: 1},
        }
        unit = pick(self.random, units[indicator.kind])
        value = value / factor_of(unit, indicator)
        if indicator.kind == "count":
            decimals = 0
            value = Fraction(round(value))
        elif decimals is None:
            decimals = self.random.choice((0, 1, 1, 2, 2, 3)) + (4 if unit == "万亿元" else 0)
        text = written(value, decimals)
        if value and self.chance(0.1):
            text = pick(
                self.random,
                dict.fromkeys(
                    ("约{}", "{}左右", "超{}", "不低于{}", "{}以上", "不足{}", "不超过{}", "{}以下", "{}多"),
                    1,
                ),
            ).format(text)
        return {"value": text, "unit": unit}

    def said(self, key: str) -> Tree:
        """Draw what else is said of a figure."""
        found: Tree = {}
        indicator = self.catalogue.indicators[key]
        if self.chance(0.6):
            found["status"] = pick(
                self.random, {"final": 6, "provisional": 2, "estimated": 1, "快报": 1, "预计": 1}
            )
        if indicator.scopes and self.chance(0.6):
            other = list(self.catalogue.wider)
            found["scope"] = (
                indicator.scopes[0] if self.chance(0.75) else self.random.choice([*other, "其他口径"])
            )
        elif self.chance(0.03):
            found["scope"] = "core-2021"
        found |= self.behind()
        if self.chance(0.05):
            year = self.period.year
            found["period"] = self.random.choice((f"{year - 1}", f"{year}", f"{year}-H1", f"{year + 1}"))
        return found

    def behind(self) -> Tree:
        """Draw what is behind a figure."""
        titled, documented = {"title": "示例年报"}, {"title": "示例年报", "document": "docs/1.pdf"}
        kind = pick(self.random, {"none": 3, "text": 2, "titled": 1, "documented": 3, "list": 1, "both": 1})
        found: dict[str, Tree] = {
            "none": {},
            "text": {"source": "示例年报"},
            "titled": {"source": titled},
            "documented": {"source": documented},
            "list": {"evidence": [titled]},
            "both": {"source": "示例年报", "evidence": [titled, documented]},
        }
        return found[kind]

    def plain(self, key: str) -> Tree:
        """Draw an amount or a share by itself."""
        return self.number(key) | self.said(key)

    def related(self, relation: Tree) -> Tree:
        """Draw a share with its parts, agreeing or not."""
        share, above, below = relation["ratio"], relation["numerator"], relation["denominator"]
        quotient = self.near(share) if self.lines(share) else self.near(share) / 10
        quotient = min(max(quotient, Fraction(1)), Fraction(120))
        if self.lines(above) and self.chance(0.6):
            top = self.near(above)
            bottom = max(top, Fraction(1)) / quotient * 100
        else:
            bottom = Fraction(self.random.choice((100, 333, 1000, 2000, 2105, 20000)))
            top = bottom * quotient / 100
        decimals = self.random.choice((0, 1, 2, 2))
        found: Tree = {}
        if self.chance(0.88):
            found[above] = self.number(above, top, decimals) | self.said(above)
        if self.chance(0.88):
            found[below] = self.number(below, bottom, decimals) | self.said(below)
        if self.chance(0.85):
            wrong = Fraction(
                self.random.choice((0, 0, 0, 0, 1, -1, 5, -5, 20, -20)), self.random.choice((100, 10))
            )
            value = quotient + wrong if self.chance(0.9) else self.near(share)
            found[share] = self.number(share, max(value, Fraction(0))) | self.said(share)
        if self.chance(0.3):  # of one vintage
            vintage = self.said(above)
            for one in found.values():
                for left in ("status", "source", "evidence", "period"):
                    one.pop(left, None)
                one |= {k: v for k, v in vintage.items() if k != "scope"}
        return found

    def milestone(self, key: str) -> Tree:
        """Draw a reported state."""
        state = pick(self.random, {"achieved": 5, "partial": 2, "not_started": 1, "已实现": 1})
        found = {"state": state} | self.behind()
        if self.chance(0.05):
            found["period"] = f"{self.period.year - 1}"
        return found

    def counted(self, key: str) -> Tree:
        """Draw a count, perhaps with its list."""
        indicator = self.catalogue.indicators[key]
        found = self.number(key) | self.said(key)
        if self.chance(0.7):
            asked = {"stock": "in_force", "added": "cumulative"}[indicator.nature or "stock"]
            found["counting"] = (
                asked if self.chance(0.8) else self.random.choice(("this_year", "in_force", "累计"))
            )
        number = min(self.lines(key) or [Fraction(5)])
        if self.chance(0.65 if number <= 12 else 0.04):
            found["items"] = self.items(
                key, max(0, int(number) + self.random.choice((-2, -1, 0, 0, 1, 1, 2)))
            )
            if self.chance(0.5) and not any(word in found["value"] for word in "约左超不以多"):
                found["value"] = str(max(0, len(found["items"]) + self.random.choice((0, 0, 0, 1, -1, 2))))
        return found

    def items(self, key: str, number: int) -> list[Tree]:
        """Draw a list of items, some of them with a fault."""
        found = [self.item(key, index) for index in range(number)]
        spoilt = pick(self.random, {0: 4, 1: 3, 2: 2, 3: 1})
        for _ in range(spoilt if found else 0):
            self.spoil(key, found)
        self.random.shuffle(found)
        return found

    def item(self, key: str, index: int) -> Tree:
        """Draw an item that is eligible."""
        indicator = self.catalogue.indicators[key]
        name = f"{NAMES[index % 22]}{NAMES[index // 22]}东湖创业(a-车){'电' if index % 2 else '网'}公司"
        last = min(self.period.end, date(self.targets[0].due, 12, 31))
        day = last - timedelta(days=self.random.choice((0, 1, 30, 200, 400, 800)))
        found: Tree = {"name": name}
        values = {
            "by": "示例机构",
            "recognised_on": day.isoformat(),
            "level": self.random.choice(("provincial", "national")),
            "list": "示例百强",
            "publisher": "示例发布机构",
            "year": str(last.year),
            "certificate": f"GB/T 23001-2017 {index}号",
        }
        for needed in {*indicator.requires, *(("level",) if indicator.levels else ())}:
            found[needed] = values[needed]
        if self.chance(0.3):
            found["recognised_on"] = values["recognised_on"]
        if self.chance(0.3):
            found["document"] = "lists/1.pdf"
        if self.chance(0.2):
            found["code"] = self.code()
        if self.chance(0.1) and indicator.nature == "stock":
            found["valid_until"] = (last + timedelta(days=self.random.choice((0, 1, 400)))).isoformat()
        return dict(sorted(found.items(), key=lambda pair: pair[0] != "name"))

    def code(self) -> str:
        """Draw a valid credit code."""
        organisation = "".join(self.random.choice("0123456789") for _ in range(8))
        check = (
            11 - sum(int(d) * w for d, w in zip(organisation, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
        ) % 11
        body = "91420100" + organisation + "0123456789X"[check]
        total = sum(_LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(body))
        return body + _LETTERS[-total % 31]

    def spoil(self, key: str, items: list[Tree]) -> None:
        """Make something of one item that bears on whether it counts."""
        indicator = self.catalogue.indicators[key]
        one = self.random.choice(items)
        last = min(self.period.end, date(self.targets[0].due, 12, 31))
        what = pick(
            self.random,
            dict.fromkeys(
                (
                    "lack",
                    "level",
                    "late",
                    "early",
                    "expired",
                    "twice",
                    "alike",
                    "badcode",
                    "samecode",
                    "codes",
                    "renewed",
                    "certificate",
                ),
                1,
            )
            | {"lack": 4, "late": 3, "twice": 3},
        )
        fields = [f for f in one if f in {*indicator.requires, "level"}]
        if what == "lack" and fields:
            del one[self.random.choice(fields)]
        elif what == "level" and indicator.levels:
            one["level"] = self.random.choice(("municipal", "市级"))
        elif what == "late":
            one["recognised_on"] = (last + timedelta(days=self.random.choice((1, 100)))).isoformat()
        elif what == "early":
            one["recognised_on"] = (date(2023, 1, 1) - timedelta(days=self.random.choice((0, 1)))).isoformat()
        elif what == "expired" and indicator.nature == "stock":
            one["valid_until"] = (last - timedelta(days=1)).isoformat()
        elif what == "twice":
            items.append(one | {"name": self.random.choice(SAME)(one["name"])})
        elif what == "alike":
            items.append(
                {k: v for k, v in one.items() if k != "code"}
                | {"name": self.random.choice(ALIKE)(one["name"])}
            )
        elif what == "badcode":
            one["code"] = self.random.choice(("无", "/", "91420100MA4K0000XJ", "待补", "4JURQ283FQEFLCR63K"))
        elif what == "samecode" and len(items) > 1:
            code, (first, second) = self.code(), self.random.sample(items, 2)
            first["code"], second["code"] = code, f"{code[:8]}-{code[8:]}"
        elif what == "codes":
            items.append(one | {"code": self.code()})
            one["code"] = self.code()
        elif what == "renewed" and indicator.nature == "stock":
            items.append(one | {"recognised_on": last.isoformat()})
            one["recognised_on"] = (last - timedelta(days=700)).isoformat()
            one["valid_until"] = (last - timedelta(days=30)).isoformat()
        elif what == "certificate" and indicator.certificate:
            one["certificate"] = "GB/T 19001"

    def review(self, place: str, period: str) -> Tree:
        """Draw a review."""
        found: Tree = {"entity": place, "period": period, "reviewer": {"name": "核验组"}}
        sections = {
            "verified": self.verified(),
            "rejected_items": self.rejected(),
            "attestations": self.attestations(),
            "waivers": self.waivers(),
        }
        return found | {key: one for key, one in sections.items() if one}

    def verified(self) -> Tree:
        """Draw verified values, at what was reported or beside it."""
        found: Tree = {}
        for key, indicator in self.catalogue.indicators.items():
            seen = self.drawn.get(key)
            wanted = seen or any(t.indicator == key for t in self.targets)
            if indicator.kind == "milestone" or not wanted or not self.chance(0.25):
                continue
            if seen and "value" in seen and self.chance(0.5):
                value = "".join(c for c in seen["value"] if c in "0123456789.")
                found[key] = {"value": value, "unit": seen["unit"], "basis": "示例"}
            else:
                number = self.number(key)
                number["value"] = "".join(c for c in number["value"] if c in "0123456789.")
                found[key] = number | {"basis": "示例"}
        return found

    def rejected(self) -> Tree:
        """Draw rejected items."""
        found: Tree = {}
        for key, seen in self.drawn.items():
            if seen.get("items") and self.chance(0.4):
                one = self.random.choice(seen["items"])
                found[key] = [{"name": self.random.choice(SAME)(one["name"]).strip(), "reason": "示例"}]
        return found

    def attestations(self) -> Tree:
        """Draw attestations of milestones."""
        found: Tree = {}
        for target in self.targets:
            if target.requirement or not self.chance(0.7):
                continue
            one: Tree = {"basis": "示例"}
            state = pick(self.random, {"achieved": 5, "not_achieved": 1})
            if target.parts:
                one["parts"] = dict.fromkeys(target.parts, "achieved") | {
                    self.random.choice(target.parts): state
                }
            else:
                one["state"] = state
            if self.chance(0.7) and state == "achieved":
                days = self.random.choice((0, 1, -1, -30, 90))
                one["achieved_on"] = (date(target.due, 12, 31) + timedelta(days=days)).isoformat()
            signed = self.as_of - timedelta(days=self.random.choice((0, 0, 1, 10, -1)))
            one["date"] = signed.isoformat()
            if self.chance(0.3):
                one["expires"] = (self.as_of + timedelta(days=self.random.choice((0, -1, 300)))).isoformat()
                if one["expires"] < one["date"]:
                    del one["expires"]
            if one.get("achieved_on", "") > one["date"]:  # a day that is yet to come is refused
                del one["achieved_on"]
            found[target.key] = one
        return found

    def waivers(self) -> Tree:
        """Draw waivers."""
        found: Tree = {}
        for target in self.targets:
            if not self.chance(0.1):
                continue
            start = self.as_of - timedelta(days=self.random.choice((0, 1, 30, -1)))
            end = self.as_of + timedelta(days=self.random.choice((0, 1, 300, -1)))
            if end >= start:
                found[target.key] = {
                    "reason": "示例",
                    "approved_by": "示例机关",
                    "approved_on": start.isoformat(),
                    "expires": end.isoformat(),
                }
        return found
