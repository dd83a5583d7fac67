"""Registers of items: tables that an assessor holds, whose records prove counts in place of lists.

``file`` copies a register and finds its columns, ``strict`` holds CSV to what CSV of reports is held to,
``facts`` reads its records by the judge's own rules, ``periods`` has the SQL that holds their dates against
the days that count, ``engine`` runs it, ``tally`` puts together what comes out. DuckDB and Arrow are imported
only where a register is given.
"""
