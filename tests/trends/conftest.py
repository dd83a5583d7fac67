"""The trend that both the numbers and the drawings of it are looked at on."""

from ..show.trend.conftest import trend as trend
