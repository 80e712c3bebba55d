"""Hints: where in a text a rule is worth trying, found in one cheap pass over its words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.grounding.when.words import table

_WORD = re.compile(r"[^\W\d_]+|\d+")
_AROUND = 64  # characters to either side of a hint; longer than any expression reaches from its hint
CLASSES = ("month", "weekday", "deictic", "season", "reference", "often", "part", "unit")

Windows = list[tuple[int, int]]


class Hints:
    """Knows the words that hint at each class; `extra` gives names by class beside the word tables."""

    def __init__(self, extra: Mapping[str, Iterable[str]]) -> None:
        names = {kind: list(table(kind)) for kind in CLASSES} | {k: list(v) for k, v in extra.items()}
        hinted: dict[str, set[str]] = defaultdict(set)
        for kind, words in names.items():
            for name in words:
                last = _WORD.findall(name.casefold())[-1]
                hinted[last].add(kind)
                if kind == "weekday":
                    hinted[last + "s"].add(kind)
        self._hinted = {word: tuple(sorted(kinds)) for word, kinds in hinted.items()}

    def windows(self, text: str) -> dict[str, Windows]:
        """For each class (and "digit") the stretches of `text` around its hints, in order, apart."""
        found: dict[str, Windows] = defaultdict(list)
        for match in _WORD.finditer(text):
            word = match.group().casefold()
            for kind in self._hinted.get(word, ()):
                _extend(found[kind], match.start(), match.end(), text)
            if word[0].isdigit():
                _extend(found["digit"], match.start(), match.end(), text)
        return found


def union(windows: Iterable[Windows]) -> Windows:
    """Several lists of stretches as one, overlaps made one."""
    joined: Windows = []
    for start, end in sorted(stretch for each in windows for stretch in each):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _extend(windows: Windows, start: int, end: int, text: str) -> None:
    """Add the stretch around a hint, cut at white space so that no word is split."""
    low = text.rfind(" ", 0, max(start - _AROUND, 0)) + 1
    high = text.find(" ", end + _AROUND)
    high = high if high >= 0 else len(text)
    if windows and low <= windows[-1][1]:
        windows[-1] = (windows[-1][0], max(high, windows[-1][1]))
    else:
        windows.append((low, high))
