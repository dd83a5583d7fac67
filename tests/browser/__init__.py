"""The HTML page in a browser: what it loads and says, how it is read, how wide it is, and how it prints."""
