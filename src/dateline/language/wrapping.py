"""Wrapping: line breaks that only wrap a paragraph to a width, as typewriters have it, end nothing."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_WIDTHS = range(40, 133)  # typewriter, mail and terminal widths
_FEWEST_LINES = 3


def wrapped_breaks(text: str) -> frozenset[int]:
    """Where a "\\n" only wraps a line: no line of its paragraph had room for the next line's first word.

    A paragraph shows its width itself where it has a few lines, else the others of the text show it.
    """
    paragraphs = [(p.start(), p.group().rstrip("\n").split("\n")) for p in _PARAGRAPH.finditer(text)]
    widths = [width for _, lines in paragraphs if (width := _width(lines)) is not None]
    found: set[int] = set()
    for start, lines in paragraphs:
        width = _width(lines) or max(widths, default=0)
        if width and _is_full(lines, width):
            ends = accumulate(len(line) + 1 for line in lines[:-1])
            found.update(start + end - 1 for end in ends)
    return frozenset(found)


def _width(lines: list[str]) -> int | None:
    """The width to which a paragraph of some lines was wrapped, None where it wasn't."""
    width = max(map(len, lines))
    enough = len(lines) >= _FEWEST_LINES and width in _WIDTHS
    return width if enough and _is_full(lines, width) else None


def _is_full(lines: list[str], width: int) -> bool:
    """True where no line but the last had room for another word."""
    rooms = (len(line) + 1 + len(after.split()[0]) for line, after in pairwise(lines))
    return max(map(len, lines)) <= width and all(needed > width for needed in rooms)


def unwrapped(text: str) -> str:
    """`text` with a space for each break that only wraps a line; every character keeps its offset."""
    breaks = wrapped_breaks(text)
    return "".join(" " if at in breaks else letter for at, letter in enumerate(text)) if breaks else text
