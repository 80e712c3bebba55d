"""Which places are an event's own: by syntax, by what stands in its sentence, then by the report's scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.grounding.where.scene import scene_of
from dateline.grounding.where.spots import Spot, adjoin, find_spots
from dateline.grounding.where.words import PlaceWords, place_words
from dateline.model import Where
from dateline.model.vocabulary import EventType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Relations that keep a phrase within its clause.
_WITHIN = frozenset(
    "nmod obl obj iobj nsubj nsubj:pass compound appos flat amod nmod:poss dep list conj advmod case"
    " nmod:unmarked obl:unmarked nummod".split()
)
# What the words around must be for a place that stands so to be the event's own.
_TAKERS = {
    "to": ("go", "strike"),
    "from": ("leave",),
    "against": ("strike",),
    "of": ("of",),
    "object": ("take",),
    "subject": ("home",),
}
_DIRECTLY = frozenset({"object", "subject", "compound"})
_SAYING = frozenset("say tell report announce claim state add confirm warn note write quote speak".split())
# Events of bodies and things: where these name no place, coders mostly take the scene's; for words they don't.
BORROWERS: frozenset[EventType] = frozenset(
    {"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT"}
)
_STEPS = 6  # from a place to its event, in the tree


def places_of(token: Token, doc: Doc, places: Sequence[Where], *, borrow: bool = True) -> tuple[Where, ...]:
    """The places where the event that `token` says takes place, most specific first; empty where none is said.

    `places` are those of `find_places` for the same document, in text order. An event that names no place in
    its own clause borrows the sentence's or the report's scene, which the evidence then says; `borrow` False
    forbids that, as is right for events that are words (accusing, demanding, agreeing): see BORROWERS.
    """
    words = place_words()
    spots = find_spots(doc, places, words)
    found = [spot for spot in spots if _is_own(spot, token, words)] or _of_clause(token, spots)
    if found or not borrow:
        return _with_wider(_with_neighbours(found, spots), spots)
    found = _of_sentence(token, spots) or scene_of(token, spots)
    wider = _with_wider(_with_neighbours(found, spots), spots)
    return tuple(replace(where, evidence=(*where.evidence, "scene of the report")) for where in wider)


def _is_own(spot: Spot, token: Token, words: PlaceWords) -> bool:
    """True where the place hangs on the token's own phrase as the spot where it happens."""
    if _explains(token, spot):
        return True
    path = _path(spot, token)
    if not path:
        return False
    if spot.how in _DIRECTLY and len(path) > 1:
        return False
    if spot.how in _TAKERS:
        lemmas = (token.lemma_, path[-1].head.lemma_, path[-1].lemma_)
        return any(words.has(role, lemma.lower()) for role in _TAKERS[spot.how] for lemma in lemmas)
    return spot.how in ("in", "compound")


def _explains(token: Token, spot: Spot) -> bool:
    """True in a clause that opens with "where" after the place: "Raqqa, where they were killed"."""
    for at in (token, *token.ancestors):
        if at.dep_ == "acl:relcl":
            return spot.start <= at.head.i < spot.end and any(t.lower_ == "where" for t in at.children)
    return False


def _path(spot: Spot, token: Token) -> list[Token]:
    """The tokens from the place up to the child of `token`; empty where a clause lies between."""
    path = []
    at = spot.root
    for _ in range(_STEPS):
        if at.i == token.i or at.dep_ not in _WITHIN or at.head.i == at.i:
            return []
        path.append(at)
        if at.head.i == token.i:
            return path
        at = at.head
    return []


def _of_clause(token: Token, spots: Sequence[Spot]) -> list[Spot]:
    """The places that set the scene of the clauses around the token, the nearest clause that has any."""
    for clause in _clauses_above(token):
        held = [spot for spot in spots if spot.how == "in" and _sets(spot, clause)]
        if held:
            return held
    return []


def _clauses_above(token: Token) -> Iterator[Token]:
    at = token
    for _ in range(_STEPS):
        if at.head.i == at.i:
            return
        at = at.head
        yield at


def _sets(spot: Spot, clause: Token) -> bool:
    """True where the place belongs to the clause, not to a speaker in it: after "said" only what comes first."""
    path = _path(spot, clause)
    if not path or path[-1].dep_ not in ("obl", "nmod", "obl:unmarked", "advmod"):
        return False
    return spot.start < clause.i or clause.lemma_.lower() not in _SAYING


def _of_sentence(token: Token, spots: Sequence[Spot]) -> list[Spot]:
    """The nearest place of the sentence that is said to be where something happens."""
    here = [spot for spot in spots if token.sent.start <= spot.start < token.sent.end]
    for kinds in (("in",), ("of", "to", "object", "against")):
        near = [spot for spot in here if spot.how in kinds]
        if near:
            return [min(near, key=lambda spot: (abs(spot.start - token.i), spot.start))]
    return []


def _with_neighbours(found: Sequence[Spot], spots: Sequence[Spot]) -> list[Where]:
    """The places found and those beside them with nothing but commas, brackets and "and" between."""
    numbers = {spot.start: at for at, spot in enumerate(spots)}
    chosen = {numbers[spot.start] for spot in found}
    for at in range(1, len(spots)):
        if at - 1 in chosen and adjoin(spots[at - 1], spots[at].start):
            chosen.add(at)
    for at in range(len(spots) - 1, 0, -1):
        if at in chosen and adjoin(spots[at - 1], spots[at].start):
            chosen.add(at - 1)
    return [spots[at].where for at in sorted(chosen)]


def _with_wider(group: Sequence[Where], spots: Sequence[Spot]) -> tuple[Where, ...]:
    """The group and the wider places that the report names around it, most specific first."""
    chosen: dict[str, Where] = {}
    for where in group:
        chosen.setdefault(where.name, where)
    for where in group:
        for spot in spots:
            if _holds(spot.where, where):
                chosen.setdefault(spot.where.name, spot.where)
    return tuple(sorted(chosen.values(), key=lambda where: (where.radius_km or 1.0, where.span.start)))


def _holds(wide: Where, narrow: Where) -> bool:
    """True when `wide` is a country or division that `narrow` lies in."""
    if wide.name == narrow.name or wide.entry == narrow.entry:
        return False
    if wide.kind == "country":
        return wide.country == narrow.country
    return wide.kind in ("admin1", "admin2") and (*wide.containing, wide.name) == narrow.containing[-2:]
