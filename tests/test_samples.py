"""Every sample report is an example and a test: table in both languages and JSON, word for word."""

import json
from pathlib import Path

import jsonschema
import pytest

from .building import LIBRARY
from .conftest import AS_OF, ROOT, TESTS, Digecon, matches_golden
from .samples import SAMPLES


def _golden(sample: Path, ending: str) -> Path:
    return TESTS / "golden" / sample.parent.name / f"{sample.stem}.{ending}"


def _named(sample: Path) -> str:
    return str(sample.relative_to(ROOT))


def _by(sample: Path) -> tuple[str, ...]:
    """Return the choice of documents: every one where the notice, which is meant by default, sets nothing."""
    without = [place.id for place in LIBRARY.entities() if not place.judged(LIBRARY.judged_documents)]
    return ("--document", "all") if sample.stem.startswith(tuple(without)) else ()


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_table_of_sample(sample: Path, lang: str, digecon: Digecon) -> None:
    ran = digecon("check", _named(sample), *_by(sample), "--as-of", AS_OF, "--lang", lang)
    assert ran.err == ""
    matches_golden(ran.out, _golden(sample, f"{lang}.txt"))


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
def test_json_of_sample_is_valid_and_the_same_in_both_languages(sample: Path, digecon: Digecon) -> None:
    zh, en = (
        digecon(
            "check", _named(sample), *_by(sample), "--as-of", AS_OF, "--lang", lang, "--output-format", "json"
        )
        for lang in ("zh", "en")
    )
    assert zh == en
    matches_golden(zh.out, _golden(sample, "json"))
    schema = json.loads(digecon("schema", "result").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(zh.out))


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.parent.name == "illustrative"], ids=_named)
def test_illustrative_samples_say_so(sample: Path) -> None:
    assert "\nillustrative: " in sample.read_text("utf-8")


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.parent.name == "published"], ids=_named)
def test_published_samples_cite_a_source_for_every_figure(sample: Path, library: object) -> None:
    from hubei_digecon import load_report

    report = load_report(sample)
    assert not report.illustrative
    assert report.observations
    assert all(observation.source for observation in report.observations.values())


def test_wuhan_2024_reaches_the_level_early_and_the_due_year_decides(digecon: Digecon) -> None:
    ran = digecon("check", "sample_reports/published/wuhan-2024.yaml", "--output-format", "json")
    finding = json.loads(ran.out)["assessments"][0]["findings"][0]
    assert finding["target"] == "wuhan.core_share_of_gdp"
    assert (finding["outcome"], finding["reasons"]) == ("not_due", ["early"])
    assert (finding["observed"], finding["gap"]) == ("14.6", "1.6")


def test_wuhan_2021_is_not_due(digecon: Digecon) -> None:
    ran = digecon("check", "sample_reports/published/wuhan-2021.yaml", "--output-format", "json")
    finding = json.loads(ran.out)["assessments"][0]["findings"][0]
    assert (finding["outcome"], finding["observed"], finding["gap"]) == ("not_due", "9.2", "-3.8")


def test_the_order_of_files_changes_no_assessment(digecon: Digecon) -> None:
    paths = [_named(sample) for sample in SAMPLES]

    def assessed(order: list[str]) -> dict[str, object]:
        ran = digecon("check", *order, "--as-of", AS_OF, "--output-format", "json")
        return {one["path"]: one for one in json.loads(ran.out)["assessments"]}

    assert assessed(paths) == assessed(paths[::-1])
