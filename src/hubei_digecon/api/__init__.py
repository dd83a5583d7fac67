"""The public functions, for notebooks and programs; the command line goes the same way."""
