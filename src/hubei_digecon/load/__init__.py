"""Input files → plain frozen values, or every fault with its place.

It is the only package that opens input files or imports PyYAML. Nothing but
:class:`~hubei_digecon.load.faults.InputError` leaves it.
"""
