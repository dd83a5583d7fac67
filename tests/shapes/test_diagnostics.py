"""The parts of files that examples are made of."""

from hubei_digecon.shapes.diagnostics import indicator_of, milestone_of, weights_of


def test_an_indicator_has_the_facts_that_an_example_is_about() -> None:
    assert indicator_of("kind: share", "unit: '%'").split("\n") == [
        "indicators:",
        "  example:",
        "    name: {zh: 示例指标, en: An example}",
        "    definition: {zh: 示例。, en: An example.}",
        "    kind: share",
        "    unit: '%'",
    ]


def test_a_milestone_is_a_target_without_a_number() -> None:
    assert milestone_of("path", "value: 5").split("\n") == [
        "targets:",
        "  path:",
        "    due: 2025",
        "    comparator: milestone",
        "    source: {document: example, paragraph: 1, wording: 形成}",
        "    value: 5",
    ]


def test_weights_are_those_of_an_example_but_for_what_it_is_about() -> None:
    assert weights_of(more=", gdp: 1") == (
        "weights: {core_share_of_gdp: 2, core_value_added: 1, core_industry_scale: 1,\n"
        "  gazelle_firms: 1, integration_certified_firms: 1, new_innovation_platforms: 1,\n"
        "  attracted_top100_firms: 1, gdp: 1}"
    )
    assert weights_of("-1", "0").count(": 0") == 6
