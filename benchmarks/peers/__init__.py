"""How each peer is set up. Those that are libraries are a script here, ``python -m benchmarks.peers.NAME``;
those that are programs are a command line in :mod:`benchmarks.programs`. Their versions stand in the results.
"""
