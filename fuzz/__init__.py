"""Coverage-guided fuzzing (``make fuzz``): what is tried on each target, and what came of it."""
