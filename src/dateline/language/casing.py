"""Casing: text without the difference of capitals, in the capitals of ordinary text.

Old archives and wires are in capitals only, other texts lost theirs, and headings shout. Words are lower case
or open with a capital, whichever chain is likeliest: `casing.tsv` tells how often open news text writes each
word with a capital, words that it lacks go by their ending; `casing_words.tsv` holds words of conflict
that are rare there, `casing_names.tsv` names of common words ("Shining Path"). See docs/models/casing.md.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from math import log

FEWEST_WORDS = 12
"""Fewest words of a whole text that is recased."""
FEWEST_OF_LINE = 4
"""Fewest words of a line in capitals that is recased within an ordinary text."""

_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"(?<=\w['’])(?:s|t|re|ll|ve|d|m)\b|(?<=\d)(?:st|nd|rd|th|s)\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:[.!?][\"”’')\]]*\s+|\n\s*)[\"“‘'(\[]*$")
_STAMP = re.compile(r"\s*[^\n]{0,80}?[\d)][^\n]{0,20}? --? ")  # "BOGOTA, 3 MAY 90 (EFE) -- "
_LINE = re.compile(r"[^\n]+")
_ASIDE = re.compile(r"\s*[\[(][^\])]{1,99}[\])]")
_VOWELS = frozenset("aeiouy")
_LONGEST_ACRONYM = 6
_ENDING = 3
_LONGEST_OPENING = 8
_OFTEN = 20  # as often as a word of `casing_words.tsv` counts

Counts = tuple[int, int, int]
"""How often a word stands in lower case, opens with a capital, is in capitals wholly."""


def recased(text: str) -> str:
    """`text` in the capitals of ordinary text where it has none or nothing else; else its lines in capitals.

    Every character keeps its offset. A short text stays as it is. A line break opens a sentence.
    """
    if text.isupper() or text.islower():
        return _recased(text, _stamp(text)) if _size(text) >= FEWEST_WORDS else text
    return _LINE.sub(lambda line: _of_line(line.group()), text)


def _of_line(line: str) -> str:
    return _recased(line, 0) if line.isupper() and _size(line) >= FEWEST_OF_LINE else line


def _size(text: str) -> int:
    return sum(1 for _ in words(text))


def _stamp(text: str) -> int:
    """Where the place, day and agency that open a message end: they are in capitals anyway."""
    found = _STAMP.match(text) if text.isupper() else None
    return found.end() if found else 0


def _recased(text: str, start: int) -> str:
    """`text` from `start` on with the likeliest capitals."""
    found = [word for word in words(text) if word.start() >= start]
    opening = [word.start() == start or opens(text, word.start()) for word in found]
    acronyms = {w.group() for w in found if _in_brackets(text, w) or _is_spelt_out(text, w)}
    plain = [word.group().lower() for word in found]
    named = set(_named(plain))
    capital = [has or n in named for n, has in enumerate(_likeliest(plain, opening))]
    letters = list(text)
    for word, has_capital in zip(found, capital, strict=True):
        known = word.group() in acronyms or (has_capital and _is_acronym(word.group().lower()))
        letters[word.start() : word.end()] = _written(word.group(), has_capital, known)
    return _TAIL.sub(lambda tail: tail.group().lower(), "".join(letters))


def _written(word: str, has_capital: bool, is_acronym: bool) -> str:
    """`word` as told; as it is where that would change its length."""
    lower = word.lower()
    told = word.upper() if is_acronym else lower[:1].upper() + lower[1:] if has_capital else lower
    return told if len(told) == len(word) else word


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


def _named(words: list[str]) -> Iterator[int]:
    """Where those of `words` stand that have a capital in a name of `casing_names.tsv`."""
    for at, word in enumerate(words):
        for name in _names().get(word, ()):
            if [part.lower() for part in name] == words[at : at + len(name)]:
                yield from (at + n for n, part in enumerate(name) if part[0].isupper())


def _in_brackets(text: str, word: re.Match[str]) -> bool:
    """True for "FMLN" in "the front (FMLN)", not for "TEXT" in "[TEXT]"."""
    around = text[max(0, word.start() - 1) : word.start()] + text[word.end() : word.end() + 1]
    lower, title, upper = _table().counts.get(word.group().lower(), (0, 0, 0))
    return around in {"()", "[]"} and len(word.group()) <= _LONGEST_ACRONYM and lower <= title + upper


def _is_spelt_out(text: str, word: re.Match[str]) -> bool:
    """True for "FMLN" in "FMLN [Farabundo Marti National Liberation Front]", in whatever order."""
    behind = _ASIDE.match(text, word.end())
    if behind is None or not 2 < len(word.group()) <= _LONGEST_ACRONYM:
        return False
    return not Counter(word.group().lower()) - Counter(w.group()[0].lower() for w in words(behind.group()))


def _is_acronym(word: str) -> bool:
    """True for what is mostly written so, and for an unknown word that can't be spoken."""
    counts = _table().counts.get(word)
    if counts is None:
        return 1 < len(word) <= _LONGEST_ACRONYM and not _VOWELS & set(word)
    lower, title, upper = counts
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
    table = _Table(_rows("casing.tsv"))
    table.counts |= {word.lower(): _always(word) for (word,) in _rows("casing_words.tsv")}
    return table


def _always(word: str) -> Counts:
    """Counts for a word that is always written as in `word`."""
    capital = word[0].isupper()
    upper = capital and word.isupper()
    return (0 if capital else _OFTEN, _OFTEN if capital and not upper else 0, _OFTEN if upper else 0)


@cache
def _names() -> dict[str, list[tuple[str, ...]]]:
    """The words of each name by its first one in lower case."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for (name,) in _rows("casing_names.tsv"):
        parts = tuple(word.group() for word in words(name))
        found[parts[0].lower()].append(parts)
    return dict(found)


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table behind its heading."""
    with files(__package__).joinpath(name).open(encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from rows
