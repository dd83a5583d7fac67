"""Adding a document changes nothing in the results of another: not where it is left unchosen, in any format,
nor where it is chosen beside.
"""

import datetime
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.assessments import Assessment
from hubei_digecon.domain.run import Run
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.json import assessment_result

from .building import PROPERTY, run_over
from .conftest import AS_OF, Digecon
from .small_targets import REPORTS, Small
from .two_documents import BOTH, TwoDocuments

DIGEST = re.compile("[0-9a-f]{64}")
"""That of the file of a place differs, of course: it holds the targets of all documents."""

DAY = datetime.date.fromisoformat(AS_OF)
TEXTS = [name for name, form in FORMATS.items() if not form.binary]
SHOWN = [("check", name) for name in TEXTS] + [("score", name) for name in TEXTS if FORMATS[name].scores]


@pytest.mark.parametrize(("command", "format"), SHOWN)
def test_a_document_that_is_not_chosen_changes_nothing_in_any_format(
    command: str, format: str, digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs = []
    for made in (Small, TwoDocuments):
        folder = tmp_path / made.__name__ / "targets-here"
        folder.mkdir(parents=True)
        small = made(folder)
        monkeypatch.chdir(folder)
        paths = [Path(small.report(name)).name for name in REPORTS if name != "pending"]
        paths.append(Path(small.report("both", BOTH)).name)
        options = ("--targets", "targets", "--as-of", AS_OF, "--lang", "en", "--output-format", format)
        ran = digecon(command, *(paths if command == "check" else paths[:4]), *options)
        outputs.append((ran.code, DIGEST.sub("", ran.out), ran.err))
    assert outputs[0] == outputs[1]


def shown(assessment: Assessment, run: Run) -> tuple[Any, Any]:
    made = assessment_result(assessment, run)
    return made.verdict, [made.document, made.final, made.counts, made.findings]


VALUES = st.integers(0, 40).map(str) | st.sampled_from(["约10", "超9", "不足20", "12以上"])
OBSERVED = st.fixed_dictionaries(
    {},
    optional={
        "firms": st.tuples(VALUES, st.sampled_from(["final", "预计", "provisional"])),
        "share": st.tuples(
            st.sampled_from(["2.96", "3", "3.0", "4", "101"]), st.sampled_from(["final", "预计"])
        ),
    },
)
UNITS = {"firms": "家", "share": "%"}


def report(observed: dict[str, tuple[str, str]], period: str) -> str:
    head = f"entity: two\nperiod: {period}\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\nobservations:\n"
    lines = (
        f"  {id}: {{value: {value}, unit: '{UNITS[id]}', status: {status}}}\n"
        for id, (value, status) in observed.items()
    )
    return head + ("".join(lines) or "  firms:\n")


@PROPERTY
@given(OBSERVED, st.sampled_from(["2024", "2025", "2025-M06", "2026"]))
def test_a_document_chosen_beside_another_changes_nothing_in_the_results_of_that(
    observed: dict[str, tuple[str, str]], period: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        two = TwoDocuments(Path(folder))
        path, library = two.report("drawn", report(observed, period)), TargetLibrary(two.targets)
        alone = {id: run_over([path], DAY, library=library.by_documents([id])) for id in ("sample", "plan")}
        together = run_over([path], DAY, library=library.by_documents(["sample", "plan"]))
    for one in together:
        run = alone[one.document] if one.document else together
        (before,) = run if one.document else (one,)
        assert shown(one, together)[0] == shown(before, run)[0]
        assert shown(one, together)[1] == shown(before, run)[1]
    told = {(said.kind.id, said.at) for one in together for said in one.diagnostics}
    assert told == {
        (said.kind.id, said.at) for ones in alone.values() for one in ones for said in one.diagnostics
    }
