"""The scoreboard: its columns, its document, and its data formats."""
