"""Judge the reports in a DataFrame of Spark Connect, on a cluster, in Spark on one machine, or in Sail.

The rows are those of a Parquet file: a row an observation, in any order. Spark brings the rows of a place
together, and each executor judges its places as the command line does; it needs this package, with the
extra ``table``.

``check`` returns the findings as a DataFrame, ``score`` the scoreboard and ``trend`` the series of all
places, as :mod:`hubei_digecon` returns them.
"""

from .failures import EngineError
from .runs import check, score, trend

__all__ = ["EngineError", "check", "score", "trend"]
