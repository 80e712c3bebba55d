"""Word forms: what the network of the syntax is shown of a word.

The word in lower case, its endings, its beginnings, its shape and its runs of three to five letters, each as
the row of a table. Words that open text never showed get by on their letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

TABLES = (2000, 4000, 4000, 1000, 2000, 2500)
"""Rows of the tables of endings of two, three and four letters, first letter, three first letters, shape."""
RUNS = 12_000
"""Rows of the table of runs of letters, from 1; 0 is none."""
MOST_RUNS = 24

_DIGIT = re.compile(r"\d")
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
_LONGEST_SHAPE, _LONGEST_RUN = 40, 4


@dataclass(frozen=True, slots=True)
class Wordform:
    """The rows of one form: one in each of `TABLES`, and those of its runs of letters."""

    key: str
    parts: tuple[int, ...]
    runs: tuple[int, ...]


def wordform(form: str) -> Wordform:
    """What is shown of `form`; the same for every run on every machine."""
    key = key_of(form)
    parts = (
        f"s2{key[-2:]}",
        f"s3{key[-3:]}",
        f"s4{key[-4:]}",
        f"p1{form[:1]}",
        f"p3{key[:3]}",
        f"h{shape(form)}",
    )
    rows = tuple(crc32(part.encode()) % size for part, size in zip(parts, TABLES, strict=True))
    return Wordform(key, rows, tuple(1 + crc32(run.encode()) % RUNS for run in _runs(key)))


def key_of(form: str) -> str:
    """`form` in lower case with straight quotation marks and every digit a nought."""
    return _DIGIT.sub("0", form.lower().translate(_QUOTES))


def shape(form: str) -> str:
    """X for a capital, x for a small letter, d for a digit, else the mark itself; at most four in a row."""
    kinds: list[str] = []
    for letter in form[:_LONGEST_SHAPE]:
        kind = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        if kinds[-_LONGEST_RUN:] != [kind] * _LONGEST_RUN:
            kinds.append(kind)
    return "".join(kinds)


def _runs(key: str) -> list[str]:
    whole = f"^{key}$"
    if len(key) < 2:
        return [whole]
    return [whole[i : i + n] for n in (3, 4, 5) for i in range(len(whole) - n + 1)][:MOST_RUNS]
