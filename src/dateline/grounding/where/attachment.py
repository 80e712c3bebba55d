"""Which places are an event's own: by syntax, then by what the report last set the scene to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.grounding.where.words import PlaceWords, place_words
from dateline.model import Where

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Relations that keep a phrase within its clause, and those that open a clause with a scene of its own.
_WITHIN = frozenset("nmod obl obj iobj nsubj nsubj:pass compound appos flat amod nmod:poss dep list".split())
_CHAINED = frozenset(
    "appos nmod conj flat list dep compound obl nmod:unmarked obl:unmarked parataxis".split()
)
_CLAUSES = frozenset("advcl ccomp xcomp acl acl:relcl conj parataxis csubj advcl:relcl".split())
_SAYING = frozenset("say tell report announce claim state add confirm warn note write quote speak".split())
_ARGUMENTS = frozenset("obj nsubj nsubj:pass obl nmod compound xcomp conj appos".split())
_FAR = 6  # steps from a place to its event, in the tree

# How a place stands to the token, strongest first.
DIRECT, SHARED, CLAUSE = 0, 1, 2


def places_of(token: Token, doc: Doc, places: Sequence[Where]) -> tuple[Where, ...]:
    """The places where the event that `token` says takes place, most specific first; empty where none is said.

    `places` are those of `find_places` for the same document, in text order.
    """
    words = place_words()
    spots = _spots(doc, places)
    found = _by_syntax(token, spots, words)
    if not found:
        found = _by_scene(token, spots, words)
    return _ordered(found, spots)


Spot = tuple["Token", Where]


def _spots(doc: Doc, places: Sequence[Where]) -> list[Spot]:
    spots = []
    for where in places:
        span = doc.char_span(where.span.start, where.span.end, alignment_mode="expand")
        if span is not None and len(span):
            spots.append((span.root, where))
    return spots


def _by_syntax(token: Token, spots: list[Spot], words: PlaceWords) -> list[Spot]:
    """The places of the nearest phrase or clause around `token` that has any."""
    own = [spot for spot in spots if _belongs(spot[0], token, words)]
    if own:
        return own
    for clause in _clauses_above(token):
        held = [spot for spot in spots if _sets(spot[0], clause, token, words)]
        if held:
            return held
    return []


def _belongs(place: Token, token: Token, words: PlaceWords) -> bool:
    """True where the place hangs on the token's own phrase as the spot where it happens."""
    path = _path(place, token)
    if path is None:
        return False
    top = path[-1]  # the phrase that hangs on the token, seen from the place
    if place.i == token.i:
        return False
    relation = _relation(path, words)
    head = top.head
    if relation == "in":
        return True
    if relation == "to":
        return words.has("go", head.lemma_.lower()) or words.has("go", token.lemma_.lower())
    if relation == "from":
        return words.has("leave", head.lemma_.lower()) and len(path) == 1
    if relation == "of":
        return len(path) == 1 and (words.has("of", token.lower_) or words.has("of", token.lemma_.lower()))
    if relation == "compound":
        return len(path) == 1
    if relation == "against":
        return words.has("against", head.lemma_.lower()) or words.has("against", token.lemma_.lower())
    if relation == "subject":
        return words.has("home", token.lemma_.lower())
    if relation == "object":
        return words.has("take", token.lemma_.lower())
    return False


def _path(place: Token, token: Token) -> list[Token] | None:
    """The tokens from the place's head up to the child of `token`, None where a clause lies between."""
    path = []
    at = place
    for _ in range(_FAR):
        path.append(at)
        if at.head.i == token.i and at.i != token.i:
            return path
        if at.head.i == at.i or at.dep_ not in _WITHIN | {"conj"}:
            return None
        at = at.head
    return None


def _relation(path: list[Token], words: PlaceWords) -> str:
    """How the place stands to what is above it: its own preposition, else that of the phrase around it."""
    for at in path:
        case = _case(at)
        if case:
            for role in ("near", "in", "along", "from", "to"):
                if words.has(role, case):
                    return "in" if role in ("near", "along") else role
            if case == "against":
                return case
            if case == "of":
                if at.head.i != path[-1].head.i and words.has("of", at.head.lower_):
                    continue  # "in the city of Mosul", "the streets of Aleppo": the phrase around decides
                return "of"
            return "other"
        if at.dep_ in ("nmod:poss",):
            return "other"
        if at.dep_ in ("obj", "nsubj:pass"):
            return "object"
        if at.dep_ == "nsubj":
            return "subject" if at is path[0] else "other"
        if at.dep_ == "compound" and at is path[-1]:
            return "compound"
        if at.dep_ not in _CHAINED:
            return "other"
    return "other"


def _case(token: Token) -> str:
    """The preposition of a phrase in lower case, its words joined: "near", "north of", "out of"."""
    parts = [child for child in token.children if child.dep_ == "case" and child.i < token.i]
    if not parts:
        return ""
    first = parts[0]
    whole = [*sorted([first, *(c for c in first.children if c.dep_ == "fixed")], key=lambda t: t.i)]
    phrase = " ".join(part.lower_ for part in whole)
    return phrase if len(whole) > 1 else parts[-1].lower_


def _clauses_above(token: Token) -> Iterator[Token]:
    """The heads whose scene the token shares: the verb it depends on, then the clauses around it."""
    at = token
    for _ in range(_FAR):
        if at.head.i == at.i:
            return
        at = at.head
        yield at


def _sets(place: Token, clause: Token, token: Token, words: PlaceWords) -> bool:
    """True where the place sets the scene for the whole clause, not for somebody's speech or another event."""
    path = _path(place, clause)
    if path is None or path[-1].dep_ not in ("obl", "nmod", "obl:tmod", "obl:unmarked", "advmod"):
        return False
    if _relation(path, words) != "in":
        return False
    fronted = place.i < clause.i
    return fronted if clause.lemma_.lower() in _SAYING else True


def _by_scene(token: Token, spots: list[Spot], words: PlaceWords) -> list[Spot]:
    """The place that the report last set its scene to: in the sentence, else in the sentences before it."""
    scene = [spot for spot in spots if _sets_scene(spot[0], words)]
    sentence = token.sent
    here = [spot for spot in scene if sentence.start <= spot[0].i < sentence.end]
    if here:
        return [min(here, key=lambda spot: (abs(spot[0].i - token.i), spot[0].i))]
    before = [spot for spot in scene if spot[0].i < sentence.start]
    return before[-1:]


def _sets_scene(place: Token, words: PlaceWords) -> bool:
    """True for a place with a preposition that locates: "in Mosul", "near the town of Azaz"."""
    at = place
    for _ in range(_FAR):
        case = _case(at)
        if case and case != "of":
            return words.has("in", case) or words.has("near", case)
        if at.head.i == at.i or at.dep_ not in _CHAINED:
            return False
        at = at.head
    return False


def _ordered(found: list[Spot], spots: list[Spot]) -> tuple[Where, ...]:
    """Each place with its neighbours in a list and the wider ones that the report names around it."""
    chosen: dict[str, Where] = {}
    group = _with_neighbours(found, spots)
    for where in group:
        chosen.setdefault(where.name, where)
    for where in group:
        for _, other in spots:
            if _holds(other, where):
                chosen.setdefault(other.name, other)
    return tuple(sorted(chosen.values(), key=lambda where: (where.radius_km or 1.0, where.span.start)))


def _with_neighbours(found: list[Spot], spots: list[Spot]) -> list[Where]:
    """The places found and those beside them with nothing but commas, brackets and "and" between."""
    numbers = {where.span.start: at for at, (_, where) in enumerate(spots)}
    chosen = {numbers[where.span.start] for _, where in found}
    for at in range(1, len(spots)):
        if at - 1 in chosen and _adjoin(spots[at - 1], spots[at]):
            chosen.add(at)
    for at in range(len(spots) - 1, 0, -1):
        if at in chosen and _adjoin(spots[at - 1], spots[at]):
            chosen.add(at - 1)
    return [spots[at][1] for at in sorted(chosen)]


def _adjoin(spot: Spot, following: Spot) -> bool:
    doc = spot[0].doc
    between = doc.text[spot[1].span.end : following[1].span.start]
    return len(between) < 12 and not between.replace("and", "").strip(" ,()")


def _holds(wide: Where, narrow: Where) -> bool:
    """True when `wide` is a country or division that `narrow` lies in."""
    if wide.kind == "country":
        return wide.entry != narrow.entry and wide.country == narrow.country and wide.name != narrow.name
    return wide.kind in ("admin1", "admin2") and wide.containing + (wide.name,) == narrow.containing[-2:]
