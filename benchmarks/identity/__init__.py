"""Shows that a change of the code changes no output: ``python -m benchmarks.identity OLD_COMMIT``.

Runs the program of a commit and the one at hand over the same command lines, and compares every byte of
what they write. :mod:`~benchmarks.identity.inputs` gathers the files that both read,
:mod:`~benchmarks.identity.command_lines` says what is run on them, :mod:`~benchmarks.identity.version` runs
it, and :mod:`~benchmarks.identity.compare` holds the outputs together. Words that a change replaces on
purpose stand in its table of substitutions.

Both programs are known by their command lines alone, so that the package may be rebuilt in between.
"""
