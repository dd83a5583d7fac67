"""The samples judged, for the sentences on them."""

import datetime

from hubei_digecon import Run, check

from ..changed import ROOT

AS_OF = datetime.date(2026, 2, 28)
SAMPLES = ROOT / "sample_reports" / "illustrative"


def run_of_sample(name: str, reviewed: bool = False) -> Run:
    """Return the run over a sample, with the review beside it where that is asked for."""
    review = [SAMPLES / "reviews" / f"{name}.yaml"] if reviewed else []
    return check(SAMPLES / f"{name}.yaml", reviews=review, as_of=AS_OF)
