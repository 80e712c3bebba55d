"""Spot: a place name in the sentence, with the way it stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.grounding.where.words import LONGEST, PlaceWords
from dateline.model import Where

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Span, Token

_PREPOSITIONS = ("between", "in", "near", "along", "from", "to", "against")
_SKIPPED = frozenset({"ADJ", "DET", "NUM", "PUNCT", "CCONJ"})
_BETWEEN = frozenset({",", "and", "(", ")", "&"})
SAYING = frozenset("say tell report announce claim state add confirm warn note write quote speak".split())
"""Verbs of saying: where a speaker sits is not where what he says happened."""
_POSSESSIVE = frozenset({"'s", "’s"})
_HYPHENS = frozenset({"-", "–"})
_EXAMPLES = frozenset({"including"})  # "several cities, including Yangon"
_OF_A_NOUN = frozenset({"compound", "amod", "nmod:poss"})
_DEFINITE = frozenset({"the", "this", "that"})
_SAME_KINDS = {
    "country": frozenset({"country"}),
    "town": frozenset({"town"}),
    "admin1": frozenset({"admin1", "region"}),
    "admin2": frozenset({"admin2"}),
    "area": frozenset({"region", "area", "admin1", "admin2", "neighbourhood"}),
}
_FARTHEST = 8  # words from a place back to its preposition


@dataclass(frozen=True, slots=True)
class Spot:
    """`how` the place stands: "in" (in, at, near …), "from", "to", "against", "of", "other" (by, for …) after
    a preposition; without one "object", "subject", "possessor", "compound" or "", as the sentence has it.
    """

    root: Token
    start: int
    end: int
    where: Where
    how: str


def find_spots(doc: Doc, places: Sequence[Where], words: PlaceWords) -> list[Spot]:
    """The places as they stand in the parsed document, in the order given."""
    spots: list[Spot] = []
    for where in places:
        span = doc.char_span(where.span.start, where.span.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        root, how = _standing(span, where, words)
        if not how and spots and adjoin(spots[-1], span.start):
            how = spots[-1].how  # the Y of "in X, Y" and of "in X and Y"
        spots.append(Spot(root, span.start, span.end, where, how))
    return sorted([*spots, *_back_references(doc, spots, words)], key=lambda spot: spot.start)


def _back_references(doc: Doc, spots: Sequence[Spot], words: PlaceWords) -> Iterator[Spot]:
    """ "The town", "the country": they stand for the last place of that kind."""
    named = {at for spot in spots for at in range(spot.start, spot.end)}
    for token in doc[1:]:
        kind = words.value("kind", token.lower_)
        if not kind or token.i in named or doc[token.i - 1].lower_ not in _DEFINITE:
            continue
        if token.i + 1 < len(doc) and (token.i + 1 in named or doc[token.i + 1].lower_ == "of"):
            continue
        for spot in reversed(spots):
            if spot.end <= token.i and _is_of_kind(spot.where, kind, token.lower_):
                end = token.i + 1
                root, how = _standing(doc[token.i : end], spot.where, words)
                yield Spot(root, token.i, end, spot.where, how)
                break


def _is_of_kind(where: Where, kind: str, word: str) -> bool:
    if kind in _SAME_KINDS:
        return where.kind in _SAME_KINDS[kind]
    return where.kind == kind or word in where.name.lower()


def is_speakers(place: Token) -> bool:
    """True for a place in a speaker's phrase: "a source in Damascus confirmed"."""
    at = place
    for _ in range(_FARTHEST):
        if at.dep_ == "nsubj":
            return at.i != place.i and at.head.lemma_.lower() in SAYING
        if at.head.i == at.i or at.pos_ in ("VERB", "AUX"):
            return False
        at = at.head
    return False


def adjoin(spot: Spot, start: int, also: frozenset[str] = frozenset()) -> bool:
    """True when nothing but commas, brackets and "and" stands between a spot and the token at `start`.

    `also` are further words that may stand there.
    """
    between = spot.root.doc[spot.end : start]
    return len(between) < 4 and all(token.lower_ in _BETWEEN | also for token in between)


def _standing(span: Span, where: Where, words: PlaceWords) -> tuple[Token, str]:
    """The word that stands for the place in its clause ("town" in "the town of Azaz"), and how it stands.

    The preposition is read off the words: parsers often lose it before foreign names.
    """
    doc, root, at = span.doc, span.root, span.start
    if where.kind == "country" and _is_doer(span, words):
        return root, "compound"
    while at > max(0, span.start - _FARTHEST) and not doc[at - 1].is_sent_end:
        before = [token.lower_ for token in doc[max(0, at - LONGEST) : at]]
        role = next((role for role in _PREPOSITIONS if words.longest_before(role, before)[0]), None)
        if role == "between":  # states meet and fight there, but not on the ground between them
            return root, "other" if where.kind == "country" else "in"
        if role:
            return root, "in" if role in ("near", "along") else role
        token = doc[at - 1]
        if token.lower_ == "of" and at >= 2 and _has_places(doc[at - 2].lower_, words):
            at -= 2
            root = doc[at] if words.has("kind", doc[at].lower_) else root
        elif token.lower_ in _POSSESSIVE and at >= 2:  # "in Borno's Sambisa forest"
            at -= 2
        elif token.text != "." and (_is_passed_over(token) or words.has("kind", token.lower_)):
            at -= 1
        elif token.lower_ in _EXAMPLES and where.kind != "country":
            return root, "in"
        elif token.pos_ == "ADP":
            return root, "of" if token.lower_ == "of" else "other"
        else:
            break
    return root, _by_relation(root, doc, span.end)


def _is_doer(span: Span, words: PlaceWords) -> bool:
    """True for a country before a noun of its doings ("led to joint US, French and British airstrikes")."""
    noun = span.root.head
    before = span.root.dep_ in _OF_A_NOUN and noun.i >= span.end and noun.pos_ == "NOUN"
    if not before or noun.ent_type_ in ("FAC", "LOC", "GPE") or words.has("kind", noun.lower_):
        return False
    return span.end == len(span.doc) or span.doc[span.end].lower_ not in _POSSESSIVE


def _is_passed_over(word: Token) -> bool:
    """True for what may stand between a place and its preposition, both words of "rebel-held" too."""
    doc = word.doc
    after = word.i + 1 < len(doc) and doc[word.i + 1].text in _HYPHENS
    return word.pos_ in _SKIPPED or after or (word.i > 0 and doc[word.i - 1].text in _HYPHENS)


def _has_places(word: str, words: PlaceWords) -> bool:
    """True for what may stand before "of" and a place it belongs to: "the city of", "the streets of"."""
    return words.has("part", word) or words.has("kind", word)


def _by_relation(root: Token, doc: Doc, end: int) -> str:
    if end < len(doc) and (doc[end].lower_ in _POSSESSIVE or doc[end].tag_ == "POS"):
        return "possessor"
    if root.dep_ in ("obj", "nsubj:pass"):
        return "object"
    if root.dep_ == "nsubj":
        return "subject"
    return root.dep_ if root.dep_ == "compound" else "possessor" if root.dep_ == "nmod:poss" else ""
