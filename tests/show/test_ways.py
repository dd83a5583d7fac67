"""Ways to show a run: they can be sent to another process."""

import pickle

import pytest

from hubei_digecon.show.formats import FORMATS, VARIANTS
from hubei_digecon.show.view import View
from hubei_digecon.show.ways import ERRORS, VERDICTS, FormatInView

from ..small_targets import Small
from .test_verdicts import judged

EVERY = {**FORMATS, **{name: one for name, one in VARIANTS.items() if not one.only}}


@pytest.mark.parametrize("name", EVERY)
def test_every_format_can_be_sent_in_a_view(name: str) -> None:
    way = FormatInView(EVERY[name], View("en"))
    assert pickle.loads(pickle.dumps(way)) == way


def test_what_is_told_beside_formats_is_a_way_too(small: Small) -> None:
    run = judged(small, "missed", "invalid")
    told = []
    for form in (VERDICTS, ERRORS):
        way = pickle.loads(pickle.dumps(FormatInView(form, View("en"))))
        parts = [way.part(one, run) for one in run]
        told.append("".join(way.whole(parts, run.in_parts())))
    verdicts, errors = told
    assert [line.partition(":")[0] for line in verdicts.splitlines()] == [
        "missed.yaml",
        "invalid.yaml",
        "2 reports",
    ]
    assert errors.startswith("invalid.yaml:5:18: error not-a-number: ")
