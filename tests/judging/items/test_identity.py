"""Records of one thing."""

from hubei_digecon.domain.reports import Item

from ...building import ADDED, assessed, observed, target


def told(*names: str) -> list[str]:
    items = tuple(Item(name) for name in names)
    assessment = assessed([target(ADDED, 1)], observed(ADDED, f"{len(names)}家", items=items))
    return sorted(one.kind.id for one in assessment.diagnostics if one.kind.id.endswith("-item"))


def test_one_name_is_one_thing() -> None:
    assert told("示例（一）公司", "示例(一)公司") == ["duplicate-item"]


def test_names_that_look_alike_may_be_one() -> None:
    assert told("示例O号", "示例0号") == ["similar-item"]


def test_other_names_are_other_things() -> None:
    assert told("示例一", "示例二") == []
