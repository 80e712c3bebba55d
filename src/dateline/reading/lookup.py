"""Lookup: where the words of a lexicon stand in a document."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token


def tokens_of(doc: Doc, words: frozenset[str]) -> list[Token]:
    """The tokens whose lemma or lower-case form is one of `words` (lower case), in order."""
    forms = _forms(words)
    return [token for token in doc if token.lower_ in forms or token.lemma_ in forms]


@cache
def _forms(words: frozenset[str]) -> frozenset[str]:
    """The words and their capitalised forms: names keep their capitals as lemmas."""
    return words | {word.capitalize() for word in words}
