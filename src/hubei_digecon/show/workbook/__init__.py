"""The workbook: a document whose tables are its sheets, and how it is drawn with openpyxl.

``words`` holds the words of the workbook itself. ``reports`` makes the document of a run and ``scoreboard``
that of a scoreboard, from the sheets of ``findings``, ``diagnostics`` and ``notes``. ``numbers`` makes
numbers as cells. ``book`` draws the document, with the widths of ``layout`` and the fonts of ``styles``, and
packs it so that the same input gives the same bytes.
"""
