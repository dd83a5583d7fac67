"""Find the files that a run is about, and tell whose each file is."""
