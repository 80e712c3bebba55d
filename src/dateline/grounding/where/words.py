"""PlaceWords: the words around place names and what they say, from `words.csv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dateline.grounding.where.tables import DATA_DIR, read_rows

LONGEST = 4  # words in the longest phrase of the table


class PlaceWords:
    """Words and phrases by role; phrases are matched word by word, in lower case."""

    def __init__(self, path: Path = DATA_DIR / "words.csv") -> None:
        self._by_role: dict[str, dict[str, str]] = defaultdict(dict)
        for row in read_rows(path):
            self._by_role[row["role"]][row["word"]] = row["value"]

    def has(self, role: str, word: str) -> bool:
        """True when `word` has that role."""
        return word in self._by_role[role]

    def value(self, role: str, word: str) -> str | None:
        """What `word` says in that role, None where it has none."""
        return self._by_role[role].get(word)

    def longest_after(self, role: str, words: Sequence[str]) -> tuple[int, str]:
        """How many words at the start of `words` form the longest phrase of that role, and its value."""
        for length in range(min(LONGEST, len(words)), 0, -1):
            value = self._by_role[role].get(" ".join(words[:length]).replace(" - ", "-"))
            if value is not None:
                return length, value
        return 0, ""

    def longest_before(self, role: str, words: Sequence[str]) -> tuple[int, str]:
        """The same for the end of `words`."""
        for length in range(min(LONGEST, len(words)), 0, -1):
            value = self._by_role[role].get(" ".join(words[len(words) - length :]).replace(" - ", "-"))
            if value is not None:
                return length, value
        return 0, ""


@cache
def place_words() -> PlaceWords:
    """The table that ships, read once."""
    return PlaceWords()
