"""A second judge, written from the design alone, and what holds the program against it.

Nothing here reads or imports how the program judges. Each rule carries, in a comment, the sentence of the design that
it states, so that the two can be held side by side. Where they part, one of them misreads the design.
"""
