"""Word classes: which words keep the same company in news of conflict, as a table that training makes.

A word that the annotated reports never show ("lambaste") is thus known by its like ("condemn", "denounce").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Token

GRAINS = ("coarse", "middle", "fine")
_NOUNS = frozenset({"NOUN", "PROPN"})


def key_of(token: Token) -> str:
    """How the table names a word: its lemma and whether it is a noun, verb, adjective or other."""
    return f"{token.lemma_.lower()}/{'N' if token.pos_ in _NOUNS else token.pos_[:1]}"


def classes_of(token: Token) -> tuple[str, ...]:
    """The classes of `token`, one a grain of GRAINS; empty for a word that the table lacks."""
    return _table().get(key_of(token), ())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {row["word"]: tuple(row[grain] for grain in GRAINS) for row in rows("word_classes")}
