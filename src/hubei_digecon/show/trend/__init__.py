"""A trend in each format."""
