"""Targets, reports and reviews as plain frozen values: what ``load`` gives and ``judging`` takes.

``words`` holds the closed lists, ``targets``, ``reports`` and ``reviews`` the values of each kind
of file. The terms are those of the design, most of them from SDMX (observation, status, period,
scope) and OSCAL (assessment, finding, review).
"""
