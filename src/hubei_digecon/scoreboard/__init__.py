"""Assessments of many places side by side: the scoreboard, and a score that tells how it was made.

``board`` holds the types, ``choice`` says which of many reports count, ``score`` the mean attainment
with its bounds, ``weights`` and ``recipe`` how it is made, ``ranking`` ranks places of one kind,
``across`` looks for what cannot hold between two reports, and ``making`` puts the rows together.
"""
