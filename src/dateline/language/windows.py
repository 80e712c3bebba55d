"""Windows: long lines cut where a sentence seems to end, so that their parts are read side by side.

A network that reads word by word is slow on one line of a thousand words and fast on a few of fifty side by
side. What opens a window is left to the one before, which knows what stands before it and sees some words
behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

FEWEST, MOST = 48, 112
"""Words of a window before it may end behind a stop, and where it ends at the latest."""
BEHIND = 8
"""Words behind its own that a window sees."""

TOGETHER = 4
"""Windows that are read side by side: more of them are padded more, fewer take more steps."""

_STOPS = frozenset('.!?"”')


@dataclass(frozen=True, slots=True)
class Window:
    """It sees the words from `first` to `seen`; those from `begin` to `end` are its own."""

    first: int
    begin: int
    end: int
    seen: int


def windows(forms: Sequence[str], lines: Sequence[int]) -> Iterator[Window]:
    """Cut the lines, whose lengths are given, into windows that hold every word once."""
    close = 0
    for size in lines:
        first = begin = close
        close += size
        while close - first > MOST:
            stops = (i for i in range(first + FEWEST, first + MOST) if forms[i - 1] in _STOPS)
            opening = next(stops, first + MOST)
            yield Window(first, begin, opening + 1, min(close, opening + BEHIND))
            first, begin = opening, opening + 1
        if begin < close:
            yield Window(first, begin, close, close)


def groups(cuts: Iterable[Window]) -> Iterator[list[Window]]:
    """Windows of like length in groups, the shortest first, so that little is padded."""
    by_length = sorted(cuts, key=lambda cut: cut.seen - cut.first)
    for n in range(0, len(by_length), TOGETHER):
        yield by_length[n : n + TOGETHER]
