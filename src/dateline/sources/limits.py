"""How big one report may be."""

MAX_BYTES = 5_000_000
"""Bytes of one file, or of one line of JSON Lines, with markup and all."""

MAX_TEXT = 1_000_000
"""Characters of canonical text: the longest text that the parser takes, and longer than most books."""


def too_big(what: str) -> str:
    """The reason that a user reads when `what` (a file, a line) is over `MAX_BYTES`."""
    return f"{what} is larger than {MAX_BYTES // 1_000_000} MB, the most that one report may have"
