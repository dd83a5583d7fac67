"""补充材料通知: what each report still needs, from whom, and nothing where nothing is needed."""

import json
from pathlib import Path

import pytest

from hubei_digecon.domain.outcomes import Party
from hubei_digecon.text import LANGS

from ..conftest import AS_OF, ROOT, Digecon
from ..small_targets import Small

SAMPLES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "sample_reports").glob("*/*.yaml"))]

each_sample = pytest.mark.parametrize("sample", SAMPLES)


def result(digecon: Digecon, format: str, sample: str, lang: str) -> str:
    out = digecon("check", sample, "--as-of", AS_OF, "--output-format", format, "--lang", lang).out
    assert isinstance(out, str)
    return out


@pytest.mark.parametrize("lang", LANGS)
@each_sample
def test_it_lists_what_the_json_result_says_is_needed(
    sample: str, lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "4000")
    (assessment,) = json.loads(result(digecon, "json", sample, lang))["assessments"]
    lines = result(digecon, "needed", sample, lang).splitlines()
    needed = [one["needed"] for one in assessment["findings"] if one["needed"]]
    listed = [
        line for line in lines if line.startswith("  ") and line.strip()[0].isdigit() and "│" not in line
    ]
    assert len(listed) == len(needed)
    for one in needed:
        said = [line for line in listed if one["what"][lang] in line]
        assert said
        assert any(one["at"] in line for line in said) is (lang == "en")


@each_sample
def test_what_is_needed_stands_under_who_gives_it(sample: str, digecon: Digecon) -> None:
    (assessment,) = json.loads(result(digecon, "json", sample, "en"))["assessments"]
    asked = {one["needed"]["by"] for one in assessment["findings"] if one["needed"]}
    lines = result(digecon, "needed", sample, "en").splitlines()
    headed = [party.id for party in Party if f"From {party.term.en}" in lines]
    assert headed == [party.id for party in Party if party.id in asked]


@each_sample
def test_every_error_is_listed_and_no_warning(sample: str, digecon: Digecon) -> None:
    (assessment,) = json.loads(result(digecon, "json", sample, "en"))["assessments"]
    text = result(digecon, "needed", sample, "en")
    for one in assessment["diagnostics"]:
        place = f"{one['path']}:{one['line']}:{one['column']}: {one['severity']} {one['id']}: "
        assert (place in text) == (one["severity"] == "error" or one["id"] == "nothing-to-judge-by")


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有需要补充的材料。"), ("en", "Nothing is needed.")])
def test_a_report_that_needs_nothing_says_so(lang: str, said: str, tmp_path: Path, digecon: Digecon) -> None:
    small = Small(tmp_path)
    for report, needs in (("compliant", False), ("missed", False), ("undecided", True), ("invalid", True)):
        ran = digecon(*small.check(report)[:-1], lang, "--output-format", "needed")
        assert (said in ran.out.splitlines()) == (not needs)
