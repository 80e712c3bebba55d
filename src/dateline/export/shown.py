"""Words of reports as a page may show them: what they say, without characters that do something."""

import unicodedata
from html import escape

# Marks that turn the direction of what follows them; isolates too, whose ends a report may leave out.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def inert(words: str) -> str:
    """`words` on one line, without control characters and marks of direction."""
    kept = (
        " " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in words if c not in _TURNING
    )
    return " ".join("".join(kept).split())


def html(words: str) -> str:
    """`words` as HTML text: all of it is shown, none of it is markup."""
    return escape(inert(words), quote=True)
