"""Draw what a run found: one file a format, each a function from values to text or bytes."""
