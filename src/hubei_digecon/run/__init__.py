"""The one loop: inputs are read, judged, and gathered as a run."""
