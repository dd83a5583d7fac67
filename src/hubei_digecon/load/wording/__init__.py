"""Hold a target against the official words that it cites."""
