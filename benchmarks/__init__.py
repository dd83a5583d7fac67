"""What ``digecon check`` costs beside its peers, measured in one run on one machine: ``make bench``.

:mod:`~benchmarks.generate` writes the reports of the batch, ``peers/`` holds how the peers are set
up, :mod:`~benchmarks.proof` shows that they do the same work, :mod:`~benchmarks.timing` runs them in
turn, and :mod:`~benchmarks.show` prints what came out beside the budgets. Nothing fails for being slow.
"""
