"""The documents, and what writes those parts of them that come from the program itself."""
