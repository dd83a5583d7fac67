"""What digecon costs beside its peers, measured in one run on one machine: ``make bench``.

:mod:`~benchmarks.generate` writes reports, :mod:`~benchmarks.entities` target files to score them by;
``peers/`` and :mod:`~benchmarks.programs` hold how the peers are set up, :mod:`~benchmarks.measured` what
is measured; :mod:`~benchmarks.proof` shows that all do the same work, :mod:`~benchmarks.broken` that broken
files disturb nothing; :mod:`~benchmarks.timing` and :mod:`~benchmarks.memory` run the commands;
:mod:`~benchmarks.show` tells what came out beside the :mod:`~benchmarks.budgets`. Nothing fails for being
slow.
"""
