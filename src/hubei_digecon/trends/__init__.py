"""How figures move from one period to another, and how far they have come towards a target.

``change`` takes the change between two figures of one indicator, ``yearly`` that of each figure of a report
on the year before, ``pace`` how a series stands between its base and its target, ``series`` puts the reports
of a place in order of period. All is pure and exact: no files, no clock, no terminal, never a float.
"""
