"""The draws of weights by which a rank is tried: one weight an indicator in each, the same in every run.

In a draw the weight of an indicator is its own weight × u, u being one of 0.7500, 0.7501, … 1.2500. Which
one is read off the SHA-256 of ``SEED:DRAW:INDICATOR`` in UTF-8 (as in ``2025:1:gdp``): its 32 bytes as one
number, the first byte weighing most, taken modulo the number of steps. So nothing but the seed, the draw and
the indicator decides: no version of Python, and neither which places there are nor in what order.
"""

from fractions import Fraction
from hashlib import sha256

SEED = 2025
DRAWS = 1000
SPREAD = Fraction(1, 4)
"""How far a weight is drawn from its own, to either side."""

UNIT = 10_000
"""How many steps make a factor of 1."""

_LEAST = int(UNIT * (1 - SPREAD))
_STEPS = int(2 * UNIT * SPREAD) + 1


def factor(draw: int, indicator: str) -> int:
    """Return u of one draw, counted from 1, for one indicator; in steps of 1/``UNIT``."""
    digest = sha256(f"{SEED}:{draw}:{indicator}".encode()).digest()
    return _LEAST + int.from_bytes(digest, "big") % _STEPS
