"""The command line: reads flags and the clock, calls the others, writes, and exits. One file a command."""
