"""Measures mensi-site beside Hugo on the same portal: see `benches/compare --help`."""


class Failed(Exception):
    """Something could not be run; the message says what, and what helps."""
