"""Outline: the dependency tree of a sentence as branches, small words kept with the word they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.tree import Token

_SMALL = frozenset({"det", "case", "aux", "aux:pass", "cop", "mark", "cc", "punct", "flat", "fixed", "dep"})


@dataclass(frozen=True, slots=True)
class Branch:
    """A word of a sentence, its relation to the word above it, its tag, and the branches below it in order.

    `small` are the articles, prepositions and auxiliaries that hang on it without words of their own.
    """

    word: str
    relation: str
    tag: str
    small: tuple[str, ...]
    below: tuple[Branch, ...]


def outline(token: Token, start: int, end: int) -> Branch:
    """The tree below `token` within the tokens `start` to `end` (exclusive)."""
    children = [child for child in token.children if start <= child.i < end]
    small = [child for child in children if child.dep_ in _SMALL and not any(child.children)]
    return Branch(
        token.text,
        token.dep_,
        token.tag_,
        tuple(child.text for child in small if not (child.is_punct or child.is_space)),
        tuple(outline(child, start, end) for child in children if child not in small),
    )
