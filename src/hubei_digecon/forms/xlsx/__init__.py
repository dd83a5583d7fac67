"""A form as a workbook: a cover, a table of indicators, a list for each count, the milestones, a guide.

``book`` puts its sheets together; ``cover``, ``indicators``, ``lists``, ``milestones`` and ``guide`` write
one sort of sheet each; ``page`` has what all sheets share, ``choices`` what can be chosen in a cell. Needs
openpyxl, the extra ``excel``.
"""

from .book import write

__all__ = ["write"]
