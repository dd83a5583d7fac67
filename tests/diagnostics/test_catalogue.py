"""All kinds of diagnostics, and which of them may be left out."""

from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS, why_not_told


def test_every_kind_has_an_id_of_its_own() -> None:
    assert all(id == kind.id for id, kind in DIAGNOSTICS.items())


def test_only_what_is_no_error_can_be_ignored() -> None:
    assert why_not_told("scope-unstated", errors=False) is None
    assert why_not_told("missing-unit", errors=True) is None
    why = why_not_told("missing-unit", errors=False)
    assert why is not None
    assert why.en.startswith("“missing-unit” is an error and must be")


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    why = why_not_told("missing-units", errors=True)
    assert why is not None
    assert "no diagnostic" in why.en
    assert "missing-unit" in why.en
