"""Targets with rates of each measure, derived from the published ones, and the folder that they stand in."""

import shutil
from pathlib import Path

import yaml

from hubei_digecon.load.targets import CATALOGUE, TargetLibrary

from .conftest import ROOT

RATES = """\
firms_growth: {kind: rate, unit: "%", change: {of: gazelle_firms, how: growth}}
firms_times: {kind: rate, unit: 倍, change: {of: gazelle_firms, how: multiple, since: 2020}}
value_growth: {kind: rate, unit: "%", change: {of: core_value_added, how: growth}}
gdp_mean: {kind: rate, unit: "%", change: {of: gdp, how: mean_growth, since: 2020, prices: current}}
times: {kind: rate, unit: 倍, change: {of: gdp, how: multiple}}
"""
TARGETS = """\
firms_growth: {value: 10, unit: "%", wording: 不低于10%}
firms_times: {value: 2, unit: 倍, wording: 不低于2倍}
value_growth: {value: 8, unit: "%", wording: 不低于8%}
gdp_mean: {value: 6.5, unit: "%", wording: 不低于6.5%}
"""


def library_with_rates(folder: Path) -> TargetLibrary:
    """Return published targets with rates added to one place, written into ``folder``."""
    shutil.copytree(ROOT / "targets", folder)
    catalogue = _read(folder / CATALOGUE)
    for key, one in yaml.load(RATES, yaml.BaseLoader).items():
        catalogue["indicators"][key] = {"name": _words(key), "definition": _words(key), **one}
    _write(folder / CATALOGUE, catalogue)
    place = _read(folder / "zones" / "wuhan-wedz.yaml")
    for key, one in yaml.load(TARGETS, yaml.BaseLoader).items():
        source = {"document": "notice", "paragraph": "1", "wording": one.pop("wording")}
        place["targets"][key] = {"due": "2025", "comparator": "at_least", **one, "source": source}
    _write(folder / "zones" / "wuhan-wedz.yaml", place)
    library = TargetLibrary(folder)
    library.check_all()
    library.raise_faults()
    return library


def _words(key: str) -> dict[str, str]:
    return {"zh": f"示例{key}", "en": f"sample {key}"}


def _read(path: Path) -> dict[str, dict[str, object]]:
    read: dict[str, dict[str, object]] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return read


def _write(path: Path, said: object) -> None:
    path.write_text(yaml.dump(said, allow_unicode=True, sort_keys=False), "utf-8")
