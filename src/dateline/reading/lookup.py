"""Lookup: where the words of a lexicon stand in a document, without touching every token.

A spaCy token costs more to make than to compare; whole columns of a document compare at once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import LEMMA, LOWER
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def tokens_of(doc: Doc, words: frozenset[str]) -> list[Token]:
    """The tokens whose lemma or lower-case form is one of `words` (lower case), in order."""
    if not len(doc):
        return []
    hits = np.isin(doc.to_array([LEMMA, LOWER]), _hashes(words)).any(axis=1)
    return [doc[int(index)] for index in np.flatnonzero(hits)]


@cache
def _hashes(words: frozenset[str]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Hashes of the words, and of their capitalised forms: names keep their capitals as lemmas."""
    forms = sorted({*words, *(word.capitalize() for word in words)})
    return np.array([get_string_id(form) for form in forms], dtype=np.uint64)
