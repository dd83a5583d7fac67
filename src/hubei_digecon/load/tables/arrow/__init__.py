"""Reports as Arrow and Parquet have them: columns of values, a row an observation, in any order.

``files`` opens a table and says what cannot be read of it, ``texts`` turns columns into the texts that a file
would hold, ``ordered`` brings rows into the order of reports, out of memory where they are many, ``parts``
reads some whole reports into the same trees as CSV gives.
"""
