"""Casing: a text in capitals only, as old archives and wires have it, in the capitals of ordinary text.

Words are lower case or open with a capital, whichever chain is likeliest: `casing.tsv` tells how often open
news text writes each word with a capital, words that it lacks go by their ending. See docs/models/casing.md.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from math import log

from dateline.language.layout import wrapped_breaks

FEWEST_WORDS = 12
"""Fewest words of a text that is recased: a heading in capitals is left as it is."""

_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:[.!?][\"”’')\]]*\s+|\n\s*|\)\s*--? )[\"“‘'(\[]*$")
_LOWER = re.compile(r"[a-zß-ÿ]")
_LONGEST_ACRONYM = 6
_ENDING = 3
_LONGEST_OPENING = 8

Counts = tuple[int, int, int]
"""How often a word stands in lower case, opens with a capital, is in capitals wholly."""


def is_shouted(text: str) -> bool:
    """True for a text of some length without a letter in lower case."""
    return _LOWER.search(text) is None and len(_WORD.findall(text)) >= FEWEST_WORDS


def recased(text: str) -> str:
    """`text`, which is in capitals, in the capitals of ordinary text; every character keeps its offset."""
    found, flowing = list(words(text)), _flowing(text)
    opening = [opens(flowing, word.start()) for word in found]
    acronyms = {w.group() for w in found if _in_parentheses(text, w)}
    capital = _likeliest([w.group().lower() for w in found], opening)
    letters = list(text)
    for word, has_capital in zip(found, capital, strict=True):
        if word.group() in acronyms or (has_capital and _is_acronym(word.group().lower())):
            continue
        start = word.start() + has_capital
        letters[start : word.end()] = [
            c.lower() if len(c.lower()) == 1 else c for c in letters[start : word.end()]
        ]
    return "".join(letters)


def _flowing(text: str) -> str:
    """`text` with spaces for the breaks that only wrap its lines."""
    breaks = wrapped_breaks(text)
    return "".join(" " if at in breaks else letter for at, letter in enumerate(text))


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of `text`: runs of letters."""
    return _WORD.finditer(text)


def opens(text: str, start: int) -> bool:
    """True where the word at `start` opens a sentence, a line or what follows a colon or dash."""
    return _OPENS.search(text, max(0, start - _LONGEST_OPENING), start) is not None or start == 0


def ending(word: str) -> str:
    """How the table names the ending of `word`."""
    return f"-{word[-_ENDING:]}"


def _likeliest(words: list[str], opening: list[bool]) -> list[bool]:
    """Which of `words` open with a capital, by the likeliest chain; those of `opening` do."""
    steps, best = _table().steps, [0.0, -50.0]
    back: list[tuple[bool, bool]] = []
    for word, opens in zip(words, opening, strict=True):
        said = (0.0, 0.0) if opens else _table().said(word)
        came = [(best[0] + steps[0][now], best[1] + steps[1][now]) for now in (0, 1)]
        back.append((came[0][1] > came[0][0], came[1][1] > came[1][0]))
        best = [max(pair) + own for pair, own in zip(came, said, strict=True)]
    found, now = [], best[1] > best[0]
    for before, opens in zip(reversed(back), reversed(opening), strict=True):
        found.append(now or opens)
        now = before[now]
    return found[::-1]


def _in_parentheses(text: str, word: re.Match[str]) -> bool:
    """True for "FMLN" in "the front (FMLN)"."""
    around = text[max(0, word.start() - 1) : word.start()] + text[word.end() : word.end() + 1]
    return around == "()" and len(word.group()) <= _LONGEST_ACRONYM


def _is_acronym(word: str) -> bool:
    lower, title, upper = _table().counts.get(word, (0, 0, 0))
    return upper > max(lower, title)


class _Table:
    """The counts of `casing.tsv`: words, endings ("-ing"), and pairs of words in a row ("<")."""

    def __init__(self, rows: Iterable[list[str]]) -> None:
        self.counts: dict[str, Counts] = {}
        for word, lower, title, upper in rows:
            self.counts[word] = (int(lower), int(title), int(upper))
        after_lower, after_capital = (self.counts.pop(name) for name in ("<lower", "<capital"))
        self.steps = tuple(_shares(counts, 1.0) for counts in (after_lower, after_capital))
        both = (after_lower[0] + after_capital[0], after_lower[1] + after_capital[1], 0)
        self._usual = _shares(both, 1.0)

    def said(self, word: str) -> tuple[float, float]:
        """What `word` says for lower case and for a capital, as logarithms."""
        lower, capital = _shares(self.counts.get(word) or self.counts.get(ending(word), (1, 3, 0)), 0.5)
        return lower - self._usual[0], capital - self._usual[1]


def _shares(counts: Counts, smoothing: float) -> tuple[float, float]:
    lower, capital = counts[0] + smoothing, counts[1] + counts[2] + smoothing
    return log(lower / (lower + capital)), log(capital / (lower + capital))


@cache
def _table() -> _Table:
    with files(__package__).joinpath("casing.tsv").open(encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return _Table(rows)
