"""What arguments name: a place by any of its names, and files that can be read here."""

import sys
from pathlib import Path

import click
import pytest

from hubei_digecon.cli import language
from hubei_digecon.cli.arguments import entity_called, refuse_without_extra
from hubei_digecon.load.targets import library_in_use

from ..small_targets import Small


@pytest.mark.parametrize("name", ["one", "一市", "Oneville"])
def test_a_place_is_found_by_each_of_its_names(name: str, tmp_path: Path) -> None:
    library = library_in_use(str(Small(tmp_path).targets))
    assert entity_called(name, library).id == "one"


def test_a_name_of_no_place_is_refused_with_the_nearest(tmp_path: Path) -> None:
    language.choose([], {})
    library = library_in_use(str(Small(tmp_path).targets))
    with pytest.raises(click.UsageError) as refused:
        entity_called("Onevile", library)
    assert refused.value.message == (
        "no targets of “Onevile” are published in the documents at hand; did you mean “Oneville” (one)? "
        "places with targets: Oneville (one), Twotown (two)"
    )


def test_a_file_that_is_named_is_refused_where_it_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    language.choose([], {})
    monkeypatch.setitem(sys.modules, "duckdb", None)
    refuse_without_extra(("-", str(tmp_path), "report.yaml"))
    with pytest.raises(click.UsageError) as refused:
        refuse_without_extra(("report.yaml", "report.parquet"))
    assert refused.value.message == (
        '“report.parquet” needs duckdb, which is not installed; run: python -m pip install "duckdb>=1.4"'
    )
