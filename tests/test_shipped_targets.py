"""Every target of a plan that is shipped says what was found of it: number, unit, words, year, address."""

import csv
from fractions import Fraction

import pytest

from hubei_digecon.domain.targets import Target

from .building import LIBRARY
from .conftest import TESTS

with (TESTS / "load" / "wording" / "published_targets.tsv").open(encoding="utf-8", newline="") as found:
    ROWS = {(row["place"], row["key"]): row for row in csv.DictReader(found, delimiter="\t")}

TARGETS = {one.id: one for place in LIBRARY.entities() for one in place.targets}
ROW_OF = {
    "china.core_share_of_gdp": ("china", "core_share"),
    "china.internet_users": ("china", "netizens"),
    "china.users_5g_penetration": ("china", "users5g"),
    "china.ipv6_active_users": ("china", "ipv6"),
    "china.it_invention_patents_per_10k": ("china", "patents"),
    "china.electronics_rd_intensity": ("china", "rd"),
    "china.high_tech_firms": ("china", "hightech"),
    "china.industrial_equipment_cloud_share": ("china", "cloud_rate"),
    "china.online_retail_sales": ("china", "retail"),
    "hubei.core_value_added_2024": ("hubei", "core_va"),
    "hubei.core_value_added_2025": ("hubei", "core_va25"),
    "hubei.key_process_cnc_share": ("hubei", "cnc_rate"),
    "hubei.computing_industry_scale_2023": ("hubei", "compute_scale_2023"),
    "hubei.computing_industry_scale_2025": ("hubei", "compute_scale_2025"),
    "hubei.computing_industry_share_of_nation": ("hubei", "national_part"),
    "wuhan.base_stations_5g_per_10k": ("wuhan", "bs5g"),
    "wuhan.broadband_500m_share": ("wuhan", "fast_users"),
    "wuhan.software_industry_scale": ("wuhan", "software"),
    "wuhan.electronics_manufacturing_scale": ("wuhan", "elec"),
    "wuhan.core_value_added_growth": ("wuhan", "core_growth"),
    "wuhan.key_process_cnc_share": ("wuhan", "cnc"),
    "wuhan.network_retail_sales": ("wuhan", "retail"),
    "wuhan.data_trading_scale": ("wuhan", "data_trade"),
    "wuhan-east-lake.rd_share_of_gdp": ("east", "rd"),
    "wuhan-east-lake.listed_firms": ("east", "listed"),
    "wuhan-east-lake.large_science_facilities": ("east", "bigsci"),
    "wuhan-east-lake.frontier_research_platforms_2021": ("east", "crossplat21"),
}
"""The row that a target was taken from."""

WITHOUT_A_ROW = {
    "china.gigabit_users",
    "china.it_investment_share",
    "china.fully_digitalised_firms_share",
    "hubei.core_share_of_gdp",
    "hubei.computing_industry_scale_2024",
    "wuhan.core_share_of_gdp_2023",
    "wuhan.core_share_of_gdp_2026",
    "wuhan-east-lake.gdp",
    "wuhan-east-lake.high_tech_firms",
    "wuhan-east-lake.frontier_research_platforms_2025",
}
"""Those of the same documents that the rows leave out."""


def test_every_target_beside_the_notice_was_looked_up() -> None:
    beside = {id for id, one in TARGETS.items() if one.source.document != "notice"}
    assert beside == set(ROW_OF) | WITHOUT_A_ROW


@pytest.mark.parametrize("id", ROW_OF)
def test_a_target_says_what_its_row_says(id: str) -> None:
    one, row = TARGETS[id], ROWS[ROW_OF[id]]
    assert (one.due, one.comparator.id) == (int(row["due"]), row["comparator"])
    assert (one.value, one.unit) == (Fraction(row["value"]), row["unit"])
    assert one.stretch == (Fraction(row["stretch"]) if row["stretch"] else None)
    assert one.source.wording in row["wording"] or row["wording"] in one.source.wording
    assert row["certainty"] != "D"


@pytest.mark.parametrize("id", ROW_OF)
def test_a_document_gives_an_address_of_its_row_where_there_is_one(id: str) -> None:
    addresses = LIBRARY.documents[TARGETS[id].source.document].addresses
    found = [one.strip() for one in ROWS[ROW_OF[id]]["address"].split(";") if one.strip().startswith("http")]
    assert bool(addresses) == bool(found)
    assert not found or set(addresses) & set(found)


@pytest.mark.parametrize("id", sorted(set(ROW_OF) | WITHOUT_A_ROW))
def test_a_plan_that_is_shipped_is_never_judged_unasked(id: str) -> None:
    document = LIBRARY.documents[TARGETS[id].source.document]
    assert not document.default
    assert document.seen
    assert document.note


SOFT = ("stretch_only",)


@pytest.mark.parametrize("id", ROW_OF)
def test_what_only_strives_is_an_aspiration(id: str) -> None:
    features = ROWS[ROW_OF[id]]["features"].split(",")
    if set(SOFT) & set(features):
        assert TARGETS[id].aspiration


def _base_of(one: Target) -> tuple[str, str] | None:
    return (str(one.base.period), one.base.unit) if one.base else None


@pytest.mark.parametrize("id", [id for id, row in ROW_OF.items() if "base_value" in ROWS[row]["features"]])
def test_a_base_that_the_plan_states_is_there(id: str) -> None:
    assert _base_of(TARGETS[id]) == ("2020", TARGETS[id].unit)
