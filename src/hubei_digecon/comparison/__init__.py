"""Compare results, and folders of targets: numbers exactly and in a common unit, never as text.

What one side does not have is told as not there; it is never taken for zero, nor for failed.
"""
