"""Visible: words of reports for a page, with the characters that nobody sees shown as signs.

A report may hold characters that turn the direction of what follows, or that have no shape at all. On a page
they could make a quote read as what it is not; so they stand there by name.
"""

import re
import unicodedata

from markupsafe import Markup

_SHORT = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
# Steering characters (Unicode's Bidi_Control), other controls but tab and line end, and lone surrogates.
# Joiners (U+200C, U+200D) stay: Persian and emoji need them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def sign_of(character: str) -> str:
    """The sign for one unseen character: "⟦RLO⟧", or its number where it has no short name."""
    return f"⟦{_SHORT.get(character, f'U+{ord(character):04X}')}⟧"


def name_of(character: str) -> str:
    """Unicode's name of a character, for who asks what a sign stands for."""
    return unicodedata.name(character, "control character").lower()


def visible(value: object) -> object:
    """`value` as a page may show it: unseen characters of strings as signs, all else as it is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSEEN.sub(lambda found: sign_of(found[0]), value)
    return value


def pieces(text: str) -> list[tuple[str, bool]]:
    """`text` cut into stretches, each with whether it is one unseen character."""
    parts = re.split(f"({_UNSEEN.pattern})", text)
    return [(part, bool(at % 2)) for at, part in enumerate(parts) if part]
