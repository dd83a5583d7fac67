"""Tests of documents for Word."""
