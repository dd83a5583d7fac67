"""Put the assessments of many places side by side: the scoreboard, and a score that tells how it was made.

``choice`` decides which of many reports count, ``score`` takes the mean attainment with its bounds,
``recipe`` tells how it is made, ``ranking`` ranks places of one kind, ``across`` and
``over_time`` look for what cannot hold between two reports, and ``rows`` puts them together.
"""
