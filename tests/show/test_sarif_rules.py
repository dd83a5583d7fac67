"""The rules of a SARIF log: a target and a kind of diagnostic, each with its help."""

import datetime

from hubei_digecon.diagnostics import Severity
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run import Run
from hubei_digecon.domain.targets import PolicyDocument
from hubei_digecon.quantity.diagnostics import NEGATIVE_COUNT
from hubei_digecon.show.sarif_rules import LEVELS, diagnostic_rule, target_rule
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

from ..building import MILESTONE, STOCK, target

EN = View("en")
NOTICE = PolicyDocument("document", Text("示例通知", "A notice"), {}, 1)
RUN = Run(datetime.date(2026, 2, 28), Settings(), [], documents={"document": NOTICE})


def test_a_target_is_told_with_its_words_and_its_definition() -> None:
    rule = target_rule(target(STOCK, 170), RUN, EN)
    assert (rule["id"], rule["name"]) == ("place.stock", "name of stock")
    assert rule["shortDescription"] == {"text": "name of stock: at least 170家 (by the end of 2025)"}
    assert rule["fullDescription"] == {
        "text": "name of stock: at least 170家 (by the end of 2025). name of stock"
    }
    assert rule["help"]["text"].split("\n") == [
        "Words: “170家”, A notice, paragraph 1.",
        "Report it under observations.stock; digecon explain place.stock tells more.",
    ]
    assert rule["properties"] == {"tags": ["target"]}


def test_a_milestone_requires_no_number() -> None:
    text = target_rule(target(MILESTONE), RUN, EN)["shortDescription"]["text"]
    assert text.startswith("name of milestone: ")
    assert text.endswith(" (by the end of 2025)")


def test_a_kind_of_diagnostic_is_told_with_its_fix_and_its_example() -> None:
    rule = diagnostic_rule(NEGATIVE_COUNT, EN)
    assert (rule["id"], rule["defaultConfiguration"]) == ("negative-count", {"level": "error"})
    assert rule["help"]["text"].split("\n") == [
        rule["fullDescription"]["text"],
        "",
        "Fails:",
        "observations: {attracted_top100_firms: {value: -4家, counting: cumulative}}",
        "",
        "Passes:",
        "observations: {attracted_top100_firms: {value: 4家, counting: cumulative}}",
    ]
    assert rule["fullDescription"]["text"].endswith(". Fix: give a whole number, 0 or more.")


def test_every_severity_has_a_level() -> None:
    assert list(LEVELS) == list(Severity)
