"""What is said of tables of Arrow, in both languages."""

import pytest

from hubei_digecon.diagnostics import DiagnosticKind
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.load.tables.arrow.diagnostics import KINDS


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_is_in_the_catalogue_and_has_the_same_places_in_both_languages(kind: DiagnosticKind) -> None:
    assert DIAGNOSTICS[kind.id] is kind
    for text in (kind.message, kind.fix):
        assert text.zh.count("{") == text.en.count("{")
