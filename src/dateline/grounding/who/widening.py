"""Widening: names that go on beyond what was found of them, and are another's for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import ORGANISATIONS, Lexicon
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.spelling import distinguishing, fold

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

Found = tuple[int, int, str | None]


def widened(doc: Doc, found: Found, registry: Registry) -> Found:
    """The name (tokens `start:end`, label) with what belongs to it on either side.

    "New America" is not America, "Social Democratic Party" not the Democratic Party, and in "German
    Galushchenko" the demonym is somebody's first name.
    """
    start, end, label = found
    if label == "NORP" and end < len(doc) and _is_surname(doc[end], doc[end - 1]):
        return start, end + 1, "PERSON"
    if (
        label == "GPE"
        and start > 0
        and _belongs(doc[start - 1], start, end)
        and _is_qualifier(doc[start - 1])
    ):
        return start - 1, end, None
    if label == "ORG" and Lexicon.shipped().noun(doc[end - 1].text) in ORGANISATIONS:
        while start > 0 and _belongs(doc[start - 1], start, end) and _is_of_name(doc[start - 1], registry):
            start -= 1
    return start, end, label


def _is_surname(token: Token, first: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ == "flat" and token.head == first


def _belongs(before: Token, start: int, end: int) -> bool:
    """True for a capitalised word that describes a word of the name."""
    within = start <= before.head.i < end
    return within and before.text[:1].isupper() and before.dep_ in ("amod", "compound")


def _is_qualifier(token: Token) -> bool:
    return token.tag_ == "NNP" and distinguishing().get(token.lower_, ("",))[0] == "qualifier"


def _is_of_name(token: Token, registry: Registry) -> bool:
    """True for "Social", not for a demonym or a title, nor for a capital that begins the sentence."""
    lexicon = Lexicon.shipped()
    other = registry.states_of(fold(token.text)) or lexicon.noun(token.text) or token.lower_ in lexicon.titles
    return not other and not token.is_sent_start and token.pos_ == "ADJ" and token.ent_type_ in ("", "ORG")
