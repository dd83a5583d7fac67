"""The rules of a SARIF log: one a target and one a kind of diagnostic, with help."""

from typing import Any

from ..diagnostics import DiagnosticKind, Severity
from ..domain.run import Run
from ..domain.targets import Target
from ..judging.message import required
from ..text import Text
from .escape import visible
from .findings import cited_as
from .view import View

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

TARGET = Text("{name}：{required}（{due}年）", "{name}: {required} (by the end of {due})")
DEFINED = Text("{target}。{definition}{standard}", "{target}. {definition}{standard}")
STANDARD = Text("依据：{standard}。", " Standard: {standard}.")
CITED = Text(
    "原文：“{wording}”（{told}）。{note}",
    "Words: “{wording}”, {told}. {note}",
)
REPORTED = Text(
    "在报告的 observations.{indicator} 下填报。digecon explain {id} 有详细说明。",
    "Report it under observations.{indicator}; digecon explain {id} tells more.",
)
FIXED = Text("{message}。处理：{fix}。", "{message}. Fix: {fix}.")
EXAMPLE = Text("不合格：\n{fails}\n\n合格：\n{passes}", "Fails:\n{fails}\n\nPasses:\n{passes}")


def target_rule(target: Target, run: Run, view: View) -> dict[str, Any]:
    """Return the rule of a target: its words and where they stand, the definition of what it measures."""
    indicator = target.indicator
    short = TARGET.format(name=indicator.name, required=required(target), due=target.due)
    standard = STANDARD.format(standard=indicator.standard) if indicator.standard else ""
    cited = CITED.format(note=target.note or "", **cited_as(target, run.documents))
    told = REPORTED.format(indicator=indicator.id, id=target.id)
    full = DEFINED.format(target=short, definition=indicator.definition, standard=standard)
    return {
        "id": target.id,
        "name": visible(view.say(indicator.short)),
        "shortDescription": _message(short, view),
        "fullDescription": _message(full, view),
        "help": _message(Text.joined((cited, told), "\n", "\n"), view),
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["target"]},
    }


def diagnostic_rule(kind: DiagnosticKind, view: View) -> dict[str, Any]:
    """Return the rule of a kind of diagnostic: what happened, how to fix it, what fails and what passes."""
    message, fix = kind.message.blanked(), kind.fix.blanked()
    full = FIXED.format(message=message, fix=fix)
    example = EXAMPLE.format(fails=kind.example.fails, passes=kind.example.passes)
    return {
        "id": kind.id,
        "name": kind.id,
        "shortDescription": _message(message, view),
        "fullDescription": _message(full, view),
        "help": _message(Text.joined((full, example), "\n\n", "\n\n"), view),
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
        "properties": {"tags": ["diagnostic"]},
    }


def _message(text: Text, view: View) -> dict[str, str]:
    """Return a text of several lines. Braces stay single: it takes no arguments and may hold YAML."""
    return {"text": "\n".join(visible(line).rstrip() for line in view.say(text).strip().split("\n"))}
