"""Reports written as tables: rows of cells, each under a heading, read into the same tree as YAML gives.

``columns`` is the table of headings, ``separated`` reads CSV into rows of cells that know their places,
``grouping`` puts the rows of one place and period together into the tree of a report.
"""
