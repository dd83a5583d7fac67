"""The workbook: what stands on its sheets as plain values, and how they are written down.

``model`` holds what a sheet is made of, ``words`` the words of the workbook itself; ``reports``,
``findings``, ``remarks`` and ``notes`` make the sheets, ``numbers`` and ``cells`` what stands on them;
``styles`` and ``layout`` say how it looks, ``book`` writes it down with openpyxl, and ``undated`` packs it
so that the same input gives the same bytes.
"""
