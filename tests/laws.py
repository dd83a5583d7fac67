"""How many examples Hypothesis tries of a law: a sixth by default, all of them in ``make test-all``."""

from hypothesis import HealthCheck, settings

ALL, FEW = 150, 25

_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A law is not broken because the machine is busy."""

settings.register_profile("large", _PATIENT, max_examples=ALL)
settings.register_profile("small", _PATIENT, max_examples=FEW)
settings.load_profile("small")


def examples(number: int) -> int:
    """Return how many examples to try where ``make test-all`` tries ``number``."""
    return max(number * settings().max_examples // ALL, 1)
