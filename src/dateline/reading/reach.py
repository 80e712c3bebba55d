"""Reach: how far back the words of a sentence may speak of what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.tree import Span, Token


def sentence_back(word: Token, reach: int) -> Span:
    """The sentence `reach` sentences before that of `word`, or the first of the text."""
    sentence = word.sent
    for _ in range(reach):
        sentence = word.doc[max(0, sentence.start - 1)].sent
    return sentence
