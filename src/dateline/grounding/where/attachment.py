"""Which places are an event's own: by syntax, by what stands in its sentence, then by the report's scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.grounding.where.entry import distance_km
from dateline.grounding.where.heading import HEADED, Headings
from dateline.grounding.where.scene import Scene
from dateline.grounding.where.spots import SAYING, Spot, adjoin, find_spots, is_speakers
from dateline.grounding.where.words import PlaceWords, place_words
from dateline.model import Where
from dateline.model.vocabulary import EventType

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

# Relations that open a clause, which may have a scene of its own. What lies between may be anything: parsers
# lose their way in foreign names.
_CLAUSES = frozenset("acl acl:relcl advcl advcl:relcl ccomp xcomp csubj parataxis".split())
# What the words around must be for a place that stands so to be the event's own.
_TAKERS = {
    "to": ("go", "strike"),
    "from": ("leave",),
    "against": ("strike",),
    "of": ("of",),
    "object": ("take",),
    "subject": ("home",),
}
_DIRECTLY = frozenset({"object", "subject"})
# Events of bodies and things: where one names no place, coders mostly take the scene's; for words they don't.
BORROWERS: frozenset[EventType] = frozenset(
    {"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT"}
)
_COMPOUND_STEPS = 2
_INSIDE = frozenset(
    "in of at the near area district neighbourhood neighborhood suburb region village town city".split()
)
BORROWED = "scene of the report"
_STEPS = 6  # from a place to its event, in the tree


class Setting:
    """Where the events of one document take place; holds what its events share."""

    def __init__(self, doc: Doc, places: Sequence[Where]) -> None:
        """`places` are those of `find_places` for the same document, in text order."""
        self._words = place_words()
        self._spots = find_spots(doc, places, self._words)
        self._scene = Scene(doc, self._spots)
        self._headings = Headings(doc, self._spots)

    def of(self, *tokens: Token, borrow: bool = True) -> tuple[Where, ...]:
        """The places of the event that `tokens` say, most specific first; empty where none is said.

        The first token with places of its own decides, else the heading of the list's item ("Aleppo: …"). An
        event that names none in its own clause borrows the sentence's or the report's scene, which the
        evidence then says; `borrow` False forbids that, as is
        right for events that are words (accusing, demanding, agreeing): see BORROWERS.
        """
        for token in tokens:
            here = self._of_sentence(token)
            own = [spot for spot in here if _is_own(spot, token, self._words)]
            found = own or _of_verb(token, here, self._words) or _of_clause(token, here)
            if found:
                return self._grouped(found)
        headed = next(filter(None, (self._headings.over(token) for token in tokens)), [])
        if headed:
            return _with_evidence(self._grouped(headed), HEADED)
        for token in tokens if borrow else ():
            found = _nearest(token, self._of_sentence(token)) or self._scene.at(token)
            if found:
                return _with_evidence(self._grouped(found), BORROWED)
        return ()

    def _of_sentence(self, token: Token) -> list[Spot]:
        start, end = token.sent.start, token.sent.end
        return [spot for spot in self._spots if start <= spot.start < end]

    def _grouped(self, found: Sequence[Spot]) -> tuple[Where, ...]:
        return _with_wider(_with_neighbours(found, self._spots), self._spots)


def _with_evidence(places: Iterable[Where], evidence: str) -> tuple[Where, ...]:
    return tuple(replace(where, evidence=(*where.evidence, evidence)) for where in places)


def places_of(token: Token, doc: Doc, places: Sequence[Where], *, borrow: bool = True) -> tuple[Where, ...]:
    """The places of the event that `token` says: `Setting.of` for a single event."""
    return Setting(doc, places).of(token, borrow=borrow)


def _is_own(spot: Spot, token: Token, words: PlaceWords) -> bool:
    """True where the place hangs on the token's own phrase as the spot where it happens."""
    if _explains(token, spot):
        return True
    path = _path(spot, token)
    if not path:
        return False
    if spot.how in _DIRECTLY and len(path) > 1:
        return False
    if spot.how == "compound":  # "the Manchester bomb attack", but "US airstrikes"
        return spot.where.kind != "country" and len(path) <= _COMPOUND_STEPS
    if spot.how in _TAKERS:
        lemmas = (token.lemma_, path[-1].head.lemma_, path[-1].lemma_)
        return any(words.has(role, lemma.lower()) for role in _TAKERS[spot.how] for lemma in lemmas)
    return spot.how == "in"


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
        if at.i == token.i or at.dep_ in _CLAUSES or at.head.i == at.i or at.pos_ in ("VERB", "AUX"):
            return []
        path.append(at)
        if at.head.i == token.i:
            return path
        at = at.head
    return []


def _of_verb(token: Token, spots: Sequence[Spot], words: PlaceWords) -> list[Spot]:
    """What the verb takes whose subject the token is: "strikes hit Aleppo"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubj:pass") or not words.has("take", verb.lemma_.lower()):
        return []
    return [spot for spot in spots if spot.how == "object" and spot.root.head.i == verb.i]


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
    """True where the place belongs to the clause; of a clause that says something only what comes first."""
    path = _path(spot, clause)
    if not path or path[-1].dep_ not in ("obl", "nmod", "obl:unmarked", "advmod"):
        return False
    return spot.start < clause.i or clause.lemma_.lower() not in SAYING


def _nearest(token: Token, spots: Sequence[Spot]) -> list[Spot]:
    """The nearest of the places that are said to be where something happens."""
    for kinds in (("in",), ("of", "to", "object", "against")):
        near = [spot for spot in spots if spot.how in kinds and not is_speakers(spot.root)]
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
        if at in chosen and _belongs_together(spots[at - 1], spots[at]):
            chosen.add(at - 1)
    return [spots[at].where for at in sorted(chosen)]


def _belongs_together(spot: Spot, chosen: Spot) -> bool:
    """True for the X before a chosen Y in "X, Y", "X and Y", and in "X in Y" where X may lie in Y."""
    if adjoin(spot, chosen.start):
        return True
    inside = spot.where.country in (chosen.where.country, None)
    return inside and spot.how == "in" and adjoin(spot, chosen.start, _INSIDE)


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
    """True when `wide` is a country, division or region that `narrow` lies in."""
    if wide.name == narrow.name or wide.entry == narrow.entry or wide.country != narrow.country:
        return False
    if wide.kind in ("admin1", "admin2"):
        return (*wide.containing, wide.name) == narrow.containing[-2:]
    return wide.kind == "country" or (wide.kind == "region" and _covers(wide, narrow))


def _covers(wide: Where, narrow: Where) -> bool:
    """True when the circle of `narrow` is much the smaller one and has its centre in that of `wide`."""
    if wide.lat is None or wide.lon is None or narrow.lat is None or narrow.lon is None:
        return False
    radius = wide.radius_km or 0.0
    near = distance_km(wide.lat, wide.lon, narrow.lat, narrow.lon) <= radius
    return near and (narrow.radius_km or 0.0) < radius / 2
