"""A form says all that its reader wants: filled by who knows nothing but the form, every count stands."""

import json
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.forms import FORMS
from hubei_digecon.text import LANGS, Lang

from ..building import PLACES
from ..conftest import AS_OF, Digecon
from ..places import Places
from .filling import filled, room

ENTITIES = tuple(place.id for place in PLACES)
OPEN = {"milestone": "undecided"}
"""What no report settles by itself."""


def judged(path: Path, digecon: Digecon, *options: str) -> Any:
    """Return what a report comes to."""
    ran = digecon("check", str(path), "--output-format", "json", "--as-of", AS_OF, *options)
    (assessment,) = json.loads(ran.out)["assessments"]
    return assessment


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("entity", ENTITIES)
def test_every_count_of_a_filled_form_stands(
    entity: str, form: str, lang: Lang, tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / f"form{FORMS[form].suffixes[0]}"
    assert digecon("new", entity, "-o", str(path), "--lang", lang, *room(path)).code == 0
    filled(path)
    _stands(judged(path, digecon), entity)


@pytest.mark.parametrize("form", FORMS)
def test_so_does_that_of_another_folder_of_targets(form: str, tmp_path: Path, digecon: Digecon) -> None:
    places = Places(tmp_path)
    path = tmp_path / f"form{FORMS[form].suffixes[0]}"
    targets = ("--targets", str(places.targets))
    assert digecon("new", "a", "-o", str(path), "--lang", "zh", *targets, *room(path)).code == 0
    filled(path)
    _stands(judged(path, digecon, *targets), "a")


def _stands(assessment: Any, entity: str) -> None:
    said = [one for one in assessment["diagnostics"] if one["severity"] != "note"]
    assert said == []
    assert assessment["entity"] == entity
    for finding in assessment["findings"]:
        assert finding["outcome"] == OPEN.get(finding["comparator"], "met"), finding
        assert not {"item_count", "scope", "inconsistent"} & set(finding["reasons"])
        if finding["unit"] == "家":
            assert "counted" in finding["reasons"]
            assert finding["evidence"] == "documented"
