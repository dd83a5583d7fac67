"""A form as a workbook: a cover with a guide, a table of indicators, the lists of counts, the documents.

``book`` puts its sheets together; ``cover``, ``indicators``, ``lists`` and ``documents`` write one each,
``guide`` the sentences on the cover; ``page`` has what all sheets share, ``choices`` what can be chosen in a
cell. Needs openpyxl, the extra ``excel``.
"""

from .book import write

__all__ = ["write"]
