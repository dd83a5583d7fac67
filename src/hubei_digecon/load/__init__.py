"""Input files → plain frozen values, or every fault with its place.

The only package that opens input files or imports PyYAML and pydantic. Nothing but
:class:`~hubei_digecon.load.faults.InputError` leaves it.
"""
