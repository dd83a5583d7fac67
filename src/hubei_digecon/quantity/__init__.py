"""Numbers as people write them: exact values, units, hedges, and what is wrong with a text."""
