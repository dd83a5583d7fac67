"""What is said of a target and the words that it cites."""

import re

from hubei_digecon.diagnostics import Severity
from hubei_digecon.load.wording.diagnostics import KINDS


def test_every_diagnostic_cites_the_wording_in_both_languages() -> None:
    for kind in KINDS[:-1]:
        for text in (kind.message.zh, kind.message.en):
            assert "{wording}" in text


def test_both_languages_take_the_same_values() -> None:
    for kind in KINDS:
        for text in (kind.message, kind.fix):
            assert set(re.findall(r"{\w+}", text.zh)) == set(re.findall(r"{\w+}", text.en))


def test_only_what_a_note_can_explain_is_no_error() -> None:
    assert [one.id for one in KINDS if one.severity is not Severity.ERROR] == ["bare-wording", "unsaid-key"]
