"""Target files held in memory are read as those of a folder."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import InputError, TargetsError, check, load_targets

from ..conftest import ROOT

DAY = datetime.date(2026, 2, 28)
REPORT: dict[str, Any] = {
    "period": 2025,
    "submitted": {"by": "示例单位", "date": datetime.date(2026, 1, 20)},
    "illustrative": True,
}
OWN: dict[str, Any] = {
    "indicators.yaml": ROOT / "targets/indicators.yaml",
    "documents/plan.yaml": {
        "document": {
            "id": "plan",
            "title": {"zh": "示例市方案", "en": "Plan of Example City"},
            "default": True,
        }
    },
    "cities/example-city.yaml": """
entity: {id: example-city, kind: city, name: {zh: 示例市, en: Example City}}
targets:
  core_share_of_gdp:
    {due: 2025, comparator: at_least, value: 10, unit: "%", source: {document: plan, paragraph: 1, wording: 达到10%}}
""",
}


def test_target_files_may_be_held_in_memory() -> None:
    targets = load_targets(OWN)
    assert [one.id for one in targets.entities()] == ["example-city"]
    report = {**REPORT, "entity": "示例市", "observations": {"core_share_of_gdp": "10.4%"}}
    for chosen in ((), "plan", "all"):
        run = check(report, targets=targets, as_of=DAY, documents=chosen)
        assert [one.outcome.id for one in run.assessments[0].findings] == ["met"]
        assert [one.path for one in run.target_files] == [
            "cities/example-city.yaml", "documents/plan.yaml", "indicators.yaml",
        ]  # fmt: skip


def test_a_fault_of_a_target_file_in_memory_is_told_by_its_name() -> None:
    targets = load_targets(
        OWN | {"cities/example-city.yaml": {"entity": {"id": "example-city"}, "targets": {}}}
    )
    with pytest.raises(TargetsError, match=r"^<targets>/cities/example-city\.yaml:entity"):
        check({**REPORT, "entity": "example-city"}, targets=targets)


@pytest.mark.parametrize(
    ("files", "error", "said"),
    [
        ({}, ValueError, "folder: there is no indicators.yaml, which says what is measured"),
        ({**OWN, "../x.yaml": ""}, ValueError, "folder: a path in the folder, as in cities/yichang.yaml, not '../x.yaml'"),
        ({**OWN, "x.txt": ""}, ValueError, "folder: a path in the folder, as in cities/yichang.yaml, not 'x.txt'"),
        ({**OWN, "x.yaml": 1}, TypeError, "folder: x.yaml: a text in YAML, a mapping, or a pathlib.Path, not int"),
    ],
)  # fmt: skip
def test_what_is_no_target_file_is_refused(files: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error) as refused:
        load_targets(files)
    assert str(refused.value) == said


def test_a_target_file_elsewhere_must_be_there() -> None:
    with pytest.raises(InputError, match=r"no-such-file"):
        load_targets({**OWN, "indicators.yaml": Path("no-such-file.yaml")})
