"""A small world in which one text stands in every field: target files, reports, reviews, names of files.

In one report and review it stands wherever any text may stand, in others where something else is asked for,
so that the faults repeat it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hubei_digecon.shapes.base import Form, ListForm, MapForm, Shape, ShapeForm, TextForm, keys_of
from hubei_digecon.shapes.report import ReportShape
from hubei_digecon.shapes.review import ReviewShape
from hubei_digecon.shapes.targets import CatalogueShape, EntityShape, PolicyDocumentShape

from .hostile import CONTROLS, EVERYTHING, MARKUP, in_yaml

Document = dict[str, Any]
FieldPath = tuple[str, ...]

OURS = (
    *MARKUP, *CONTROLS, EVERYTHING, "]]>", "</script>", "<!--", "-->", "<![CDATA[x]]>", "&#0;", "&lt;", "::stop-commands::",
    "::error::x", "::error file=a,line=1::x", "::add-mask::x", "##[error]", "##[add-mask]x", "%0A::error::x", "%25", "=1+1",
    "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", " =1+1",
    "𠮷野家𪛖𠀀", "\U0002ebe0\U0003134a", "\ufffe\uffff", "\U0001fffe", "\ue000", "\U000e0041\U000e007f", "[x](http://a.example)",
    "[x\\](1)", "{0}{1}", "{{0}}", "![x](a)", "| a | b |", "- a", "1. a", "# a", "> a", "```", "~~~", "***", "---", "www.a.example",
    "a@a.example", ":smile:", "$a$", "\\", "\\\\", "'", '"', "''", '""', "a,b", "a;b", "a\tb", "-", "--", ".", "..", "~", "*",
    "null", "true", "00", "1e5", "2025-12-31", "12:30", "a" * 255, "汉" * 200, "e\u0301" * 60, "\u3000", "\u00a0", "﷽", "👨‍👩‍👧",
)  # fmt: skip
"""Texts of our own beside the big list: what means something in a format that we write."""


def in_a_name(text: str) -> str:
    """Return a text as a name of a file may hold it: without slashes and NUL, and not too long."""
    name = text.replace("/", "∕").replace("\0", "␀")
    while len(name.encode("utf-8", "surrogatepass")) > 200:
        name = name[:-1]
    return name if name not in ("", ".", "..", "-") else f"a{name}"


@dataclass(frozen=True)
class World:
    """The files of one text. ``spoken`` holds it where any text may stand; the rest where it is a fault."""

    targets: Mapping[str, Document]
    spoken: Document
    faulty: Mapping[str, Document]
    review: Document
    faulty_reviews: Mapping[str, Document]
    faulty_targets: Mapping[str, Document]


def world(text: str) -> World:
    """Return the world of a text. Where a blank would be nothing and something must stand, more stands there."""
    words = {"zh": f"名{text}", "en": f"N{text}"}
    return World(
        _targets(text, words),
        _spoken(text),
        _faulty(text),
        _review(text),
        _faulty_reviews(text),
        _wrong(text),
    )


def _targets(text: str, words: Document) -> dict[str, Document]:
    count = {
        "name": words,
        "short": words,
        "kind": "count",
        "unit": "家",
        "nature": "stock",
        "definition": words,
    }
    amount = {"name": words, "kind": "amount", "unit": "亿元", "nature": "flow", "definition": words}
    catalogue = {
        "units": {"own": {"name": words, "factors": {"甲位": "1"}}},
        "scopes": {"own": {"name": words, "aliases": [f"名{text}"], "definition": words}},
        "indicators": {
            "firms": {
                **count,
                "standard": f"据{text}",
                "scopes": ["own"],
                "eligible": {"certificate": f"证{text}", "terms": {"by": words}},
            },
            "share": {
                "name": words,
                "short": words,
                "kind": "share",
                "unit": "%",
                "definition": words,
                "scopes": ["own"],
            },
            "part": amount,
            "whole": amount,
            "model": {"name": words, "kind": "milestone", "definition": words},
        },
        "relations": [
            {"ratio": "share", "numerator": "part", "denominator": "whole"},
            {"plausible": "share", "at_most": "1", "because": words},
        ],
    }
    issued = {
        "number": f"号{text}",
        "issuer": words,
        "addresses": [f"址{text}"],
        "seen": "copy",
        "default": "true",
    }
    document = {
        "id": "sample",
        "title": words,
        "named": {"city": "1"},
        "published": "1",
        "note": words,
        **issued,
    }
    place = {"id": "one", "kind": "city", "name": words, "aliases": [f"别{text}"]}
    source = {"document": "sample", "paragraph": "1"}
    due = {"due": "2025", "note": words}
    milestone = {**due, "comparator": "milestone", "parts": {"a": words, "b": words}}
    targets = {
        "firms": {
            **due,
            "comparator": "at_least",
            "value": "10",
            "unit": "家",
            "source": {**source, "wording": "10家"},
        },
        "share": {
            **due,
            "comparator": "at_least",
            "value": "3",
            "unit": "%",
            "source": {**source, "wording": "达到3%"},
        },
        "model": {**milestone, "source": {**source, "wording": f"建成{text}", "neutral": [f"形{text}"]}},
    }
    return {
        "indicators.yaml": catalogue,
        "documents/sample.yaml": {"document": document},
        "cities/one.yaml": {"entity": place, "tasks": [words], "targets": targets},
    }


def _spoken(text: str) -> Document:
    item = {
        "name": f"项{text}",
        "code": text,
        "by": text,
        "list": text,
        "publisher": text,
        "certificate": f"证{text}",
    }
    source = {"title": f"源{text}", "issuer": text, "dated": "2026-01-15"}
    told = {
        "source": source,
        "evidence": [source, f"料{text}"],
        "base": {"year": "2020", "value": f"基{text}"},
        "deviation": {"cause": text, "measures": text, "deadline": text},
        "office": {"name": text, "contact": text},
        "explanation": text,
        "note": text,
    }
    return {
        **_head(text),
        "note": text,
        "observations": {
            "firms": {"value": "8家", "counting": "in_force", "scope": text, "items": [item], **told},
            "share": {"value": "约2%", **told, "source": f"源{text}"},
            "model": {"state": "partial", **told},
        },
    }


def _head(text: str) -> Document:
    return {
        "entity": "one",
        "period": "2025",
        "submitted": {"by": f"报{text}", "date": "2026-01-20"},
        "illustrative": "true",
    }


def _faulty(text: str) -> dict[str, Document]:
    """Return reports in which the text is a fault: of each field, of the head, and of what a word is asked for."""
    item = {
        "name": text, "code": text, "level": text, "arrival": text, "recognised_on": text, "valid_until": text,
        "year": text,
        "document": text, text: text,
    }  # fmt: skip
    source = {"title": text, "document": text, "dated": text, text: text}
    observation = {
        "value": text, "unit": text, "state": text, "missing": text, "status": text, "counting": text, "period": text,
        "items": [item, text], "source": source, "evidence": [source, text], "target": text,
        "base": {"year": text, "value": text, text: text}, "deviation": {text: text}, text: text,
        "previous": {"period": text, "value": text, "unit": text, text: text},
    }  # fmt: skip
    submitted = {"by": text, "date": text, "revision": text, text: text}
    restated = {
        "value": "8家",
        "counting": "in_force",
        "target": text,
        "items": [item | {"document": "../../x"}],
    }
    return {
        "faults": {
            text: {text: [text]}, **_head(text), "submitted": submitted, "illustrative": text,
            "observations": {text: text, "firms": observation, "share": text, "model": text},
        },
        "head": {"format": text, "entity": text, "period": text, "submitted": text, "observations": text},
        "restated": {**_head(text), "observations": {"firms": restated, "share": {"value": "2", "unit": text}}},
    }  # fmt: skip


def _review(text: str) -> Document:
    dates = {"approved_on": "2026-02-01", "expires": "2026-12-31"}
    return {
        **_reviewed(text),
        "note": text,
        "verified": {"share": {"value": "2.1%", "basis": f"据{text}"}},
        "rejected_items": {"firms": [{"name": f"项{text}", "reason": f"因{text}"}]},
        "attestations": {
            "model": {
                "parts": {"a": "achieved", "b": "not_achieved"},
                "date": "2026-02-10",
                "basis": f"据{text}",
            }
        },
        "adjusted_targets": {
            "firms": {
                "value": "12",
                "unit": "家",
                "approved_by": f"批{text}",
                "approved_on": "2025-09-01",
                "document": text,
            }
        },
        "waivers": {"firms": {"reason": f"因{text}", "approved_by": f"批{text}", "document": text, **dates}},
        "registers": [{"sha256": "0" * 64, "complete": "true", "categories": ["firms"]}],
    }


def _reviewed(text: str) -> Document:
    return {"entity": "one", "period": "2025", "reviewer": {"name": f"评{text}", "organisation": f"位{text}"}}


def _faulty_reviews(text: str) -> dict[str, Document]:
    dates = {"date": text, "achieved_on": text, "expires": text, "document": text}
    verified = {"value": text, "unit": text, "document": text, text: text}
    milestone = {"state": text, "parts": {text: text, "a": text}, **dates}
    adjusted = {"value": text, "unit": text, "approved_by": text, "approved_on": text}
    waiver = {"reason": text, "approved_by": text, "approved_on": text, "expires": text}
    return {
        "review-faults": {
            text: text,
            **_reviewed(text),
            "verified": {"share": verified, text: {"value": "1", "basis": text}},
            "rejected_items": {"firms": [{"name": text, text: text}], text: [{"name": text, "reason": text}]},
            "attestations": {"model": milestone, text: {"state": text}},
            "adjusted_targets": {"firms": {**adjusted, "document": text}, text: {text: text}},
            "waivers": {"firms": waiver, text: {text: text}},
            "registers": [{"sha256": text, "complete": text, "categories": [text], text: text}],
        },
        "review-head": {
            "format": text,
            "entity": text,
            "period": text,
            "reviewer": {"name": text, text: text},
        },
    }


def _wrong(text: str) -> dict[str, Document]:
    """Return target files in which the text is a fault."""
    words = {"zh": text, "en": text, text: text}
    indicator = {
        "name": words, "short": words, "kind": text, "unit": text, "units_alike": [text], "nature": text, "decimals": text, "definition": text,
        "scopes": [text], "eligible": {"levels": [text], "requires": [text], "asks": [text], "terms": {"by": text}, text: text}, text: text,
    }  # fmt: skip
    indicator["change"] = {"of": text, "how": text, "since": text, "prices": text, text: text}
    relation = {"ratio": text, "numerator": text, "denominator": text}
    catalogue = {
        text: text,
        "units": {text: {"name": words, "factors": {text: text}, text: text}},
        "format": text,
        "scopes": {text: {"name": text, "wider_than": [text]}},
        "indicators": {"firms": indicator, text: text},
        "relations": [
            relation,
            {"no_more_than": [text]},
            {"plausible": text, "at_most": text, "because": text},
            text,
        ],
    }
    named = dict.fromkeys(("city", "zone", "province", "nation"), text)
    issued = {
        "number": text,
        "issuer": text,
        "date": text,
        "addresses": [text],
        "seen": text,
        "default": text,
    }
    document = {"id": text, "title": text, "named": named, "published": text, text: text, **issued}
    target = {
        "indicator": text, "due": text, "comparator": text, "value": text, "unit": text, "stretch": text, "since": text,
        "parts": {text: text}, "other_reading": {"comparator": text, "value": text}, "superseded_by": text,
        "note": text, text: text,
    }  # fmt: skip
    source = {
        "document": text,
        "paragraph": text,
        "wording": text,
        "table": text,
        "row": text,
        "column": text,
        "cell": text,
        "head": text,
        "neutral": [text],
        text: text,
    }
    target |= {
        "source": source,
        "aspiration": text,
        "per_year": text,
        "nature": text,
        "tolerance": {"below": text, "above": text, "in": text, "source": source, text: text},
        "base": {"period": text, "value": text, "unit": text, "source": source, text: text},
    }
    place = {"id": text, "kind": text, "name": text, "aliases": [text], "within": text, text: text}
    return {
        "indicators.yaml": catalogue,
        "documents/sample.yaml": {"document": document, "format": text},
        "cities/one.yaml": {
            "entity": place,
            "tasks": text,
            "targets": {"firms": target, text: target},
            "format": text,
        },
    }


def as_yaml(node: Any) -> str:
    """Write a document as YAML on one line, every text between double quotes."""
    if isinstance(node, dict):
        return "{{{}}}".format(", ".join(f"{in_yaml(key)}: {as_yaml(value)}" for key, value in node.items()))
    if isinstance(node, list):
        return "[{}]".format(", ".join(map(as_yaml, node)))
    return in_yaml(node)


def as_json(node: Any) -> str:
    """Write a document as JSON, in ASCII: hidden line breaks may not stand in a file as they are."""
    return json.dumps(node)


@dataclass(frozen=True)
class Files:
    """The world of a text as files in a folder. ``named`` is the report whose name holds the text."""

    targets: Path
    reports: tuple[str, ...]
    reviews: tuple[str, ...]
    named: str
    faulty_targets: Path


def write(text: str, folder: Path, form: Callable[[Any], str], suffix: str) -> Files:
    """Write the world of a text; reports and reviews in this form."""
    made = world(text)
    for home, files in (("targets", made.targets), ("faulty", made.faulty_targets)):
        for path, content in files.items():
            (folder / home / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / home / path).write_text(as_yaml(content), "utf-8")
    named = in_a_name(text)
    written = {named: as_json(made.spoken)}
    reports = {"spoken": made.spoken, **made.faulty}
    reviews = {"review": made.review, **made.faulty_reviews}
    written |= {f"{name}{suffix}": form(content) for name, content in (reports | reviews).items()}
    for name, one in written.items():
        (folder / name).write_text(one, "utf-8")
    return Files(
        Path("targets"),
        (named, *(f"{name}{suffix}" for name in reports)),
        tuple(f"{name}{suffix}" for name in reviews),
        named,
        Path("faulty"),
    )


# Which fields a text stands in


SHAPES: dict[str, type[Shape]] = {
    "report": ReportShape,
    "review": ReviewShape,
    "indicators.yaml": CatalogueShape,
    "documents/sample.yaml": PolicyDocumentShape,
    "cities/one.yaml": EntityShape,
}


def fields_of(shape: type[Shape]) -> set[FieldPath]:
    """Return every field of a file in which a text stands: the keys that lead there, ``*`` for any."""
    return {path for key in keys_of(shape) for path in _texts(key.form, (key.name,))}


def _texts(form: Form, path: FieldPath) -> Iterator[FieldPath]:
    match form:
        case TextForm():
            yield path
        case ListForm():
            yield from _texts(form.of, (*path, "[]"))
        case MapForm():
            yield from _texts(form.of, (*path, "*"))
        case ShapeForm():
            if form.short:
                yield path
            for key in keys_of(form.shape):
                yield from _texts(key.form, (*path, key.name))


def fields_with(text: str, shape: type[Shape], document: Document) -> set[FieldPath]:
    """Return the fields of a document of this shape in which the text stands."""
    forms = {key.name: key.form for key in keys_of(shape)}
    return {
        path
        for name, value in document.items()
        if name in forms
        for path in _in(text, forms[name], value, (name,))
    }


def _in(text: str, form: Form, value: Any, path: FieldPath) -> Iterator[FieldPath]:
    match form:
        case ListForm() if isinstance(value, list):
            for one in value:
                yield from _in(text, form.of, one, (*path, "[]"))
        case MapForm() if isinstance(value, dict):
            for one in value.values():
                yield from _in(text, form.of, one, (*path, "*"))
        case ShapeForm() if isinstance(value, dict):
            yield from ((*path, *rest) for rest in fields_with(text, form.shape, value))
        case ShapeForm(short="") if not isinstance(value, dict):
            return
        case TextForm() | ShapeForm() if isinstance(value, str) and text in value:
            yield path
