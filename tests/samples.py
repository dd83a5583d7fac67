"""The sample reports of the repository, published and illustrative."""

from .conftest import ROOT

SAMPLES = sorted((ROOT / "sample_reports").glob("*/*.yaml"))
