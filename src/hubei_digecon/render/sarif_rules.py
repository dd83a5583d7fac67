"""The rules of a SARIF log: what a target asks for and a kind of remark means, with words to help."""

from typing import Any

from ..diagnostics import DiagnosticKind, Severity
from ..exact import plain
from ..model.targets import Target
from ..run import Run
from ..text import Text
from .cited import cited_as
from .escape import visible
from .view import View

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

TARGET = Text("{name}：{required}（{due}年）", "{name}: {required} (by the end of {due})")
DEFINED = Text("{target}。{definition}{standard}", "{target}. {definition}{standard}")
STANDARD = Text("依据：{standard}。", " Standard: {standard}.")
CITED = Text(
    "原文：“{wording}”（{document}第{paragraph}段）。{note}",
    "Words: “{wording}”, {document}, paragraph {paragraph}. {note}",
)
REPORTED = Text(
    "在报告的 observations.{indicator} 下填报。digecon explain {id} 有详细说明。",
    "Report it under observations.{indicator}; digecon explain {id} tells more.",
)
MENDED = Text("{message}。改正：{mend}。", "{message}. Mend: {mend}.")
EXAMPLE = Text("不合格：\n{fails}\n\n合格：\n{passes}", "Fails:\n{fails}\n\nPasses:\n{passes}")


def target_rule(target: Target, run: Run, view: View) -> dict[str, Any]:
    """Return the rule of a target: its words and where they stand, the definition of what it measures."""
    indicator = target.indicator
    sentence = target.comparator.sentence
    required = f"{plain(target.value)}{target.unit}" if target.value is not None else ""
    short = TARGET.format(name=indicator.name, required=sentence.format(required=required), due=target.due)
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


def remark_rule(kind: DiagnosticKind, view: View) -> dict[str, Any]:
    """Return the rule of a kind of remark: what happened, how to mend it, what fails and what passes."""
    message, mend = kind.message.blanked(), kind.mend.blanked()
    full = MENDED.format(message=message, mend=mend)
    example = EXAMPLE.format(fails=kind.example.fails, passes=kind.example.passes)
    return {
        "id": kind.id,
        "name": kind.id,
        "shortDescription": _message(message, view),
        "fullDescription": _message(full, view),
        "help": _message(Text.joined((full, example), "\n\n", "\n\n"), view),
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
        "properties": {"tags": ["remark"]},
    }


def _message(text: Text, view: View) -> dict[str, str]:
    """Return a text of several lines. Braces stay single: it takes no arguments and may hold YAML."""
    return {"text": "\n".join(visible(line).rstrip() for line in view.say(text).strip().split("\n"))}
