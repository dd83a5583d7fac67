"""Declare once what stands in files: keys, kinds of text, columns of tables, JSON documents."""
