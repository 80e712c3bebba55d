"""Cut a very long text into pieces that are parsed one at a time, so memory stays bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator

PIECE_CHARS = 20_000
"""Longest piece, in characters: about 3,500 words, far above the length of a news report."""

# From best to worst; a sentence is cut in two only where nothing better is at hand.
_BORDERS = (re.compile(r"\n\s*\n\s*"), re.compile(r"\n\s*"), re.compile(r"[.!?]\s+"), re.compile(r"\s+"))


def cut(text: str, longest: int = PIECE_CHARS) -> Iterator[str]:
    """Yield pieces of at most `longest` characters that join to exactly `text`.

    Each cut falls on the best border in the second half of the piece: paragraph, line, sentence, word.
    An empty text is one empty piece.
    """
    begin = 0
    while len(text) - begin > longest:
        end = _border(text, begin + longest // 2, begin + longest)
        yield text[begin:end]
        begin = end
    yield text[begin:]


def _border(text: str, earliest: int, latest: int) -> int:
    for border in _BORDERS:
        ends = [match.end() for match in border.finditer(text, earliest, latest)]
        if ends:
            return ends[-1]
    return latest
