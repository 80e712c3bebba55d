"""Implied: who acts, or whom it hit, where the sentence doesn't say and the report tells it elsewhere.

"Near Avdo, five strikes hit a depot" in a report on one air force's strikes on a group has that air force as
actor and that group as target, for a human coder too. Every party of the report is weighed by a small linear
model (`data/implied.tsv`, made by `training/implied.py`) over plain features (`side.py`). The likeliest is
taken when it is likely enough, with the words where the report names it, and the claim says that it is
implied. Else the role stays empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from dateline.grounding.who import Cast
from dateline.model import EventClaim, Party, Reason
from dateline.reading.side import Side, Sides, key_of, keys_of, performs
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Doc
    from dateline.model.vocabulary import EventType

RULES: dict[Side, str] = {"actor": "implied actor", "target": "implied target"}
AIMED = frozenset({"ASSAULT", "COERCE", "ACCUSE", "REQUEST", "PROTEST", "REJECT", "THREATEN"})
"""Types of events that are done to somebody, so that the report may tell to whom."""
_ENOUGH = "likely enough"
_PLURAL = frozenset({"NNS", "NNPS"})
_MODIFIERS = frozenset({"compound", "amod", "nmod:poss"})


def imply_actors(doc: Doc, events: Sequence[EventClaim], cast: Cast) -> tuple[EventClaim, ...]:
    """`events` with an actor for those that lack one and whose report tells it elsewhere."""
    sides = Sides(doc, events, cast)
    return tuple(event if event.actors else _with_actor(event, sides, doc, cast) for event in events)


def imply_targets(doc: Doc, events: Sequence[EventClaim], cast: Cast) -> tuple[EventClaim, ...]:
    """`events` with a target for those that name nobody whom they hit, where the report tells it elsewhere.

    "One strike destroyed a workshop" beside five strikes on a group is a strike on that group too; the
    workshop was in its way.
    """
    sides = Sides(doc, events, cast)
    return tuple(_with_target(event, sides) if lacks_target(event, doc, cast) else event for event in events)


def lacks_target(event: EventClaim, doc: Doc, cast: Cast) -> bool:
    """True for an event that is done to somebody and says to nobody, or only to things and places."""
    return event.type in AIMED and not any(_is_somebody(party, doc, cast) for party in event.targets)


def candidates(event: EventClaim, sides: Sides, side: Side) -> list[str]:
    """The keys of the parties that could be the actor or the target of `event`, no one both.

    Who only tells of it acts in it only where it is done by speaking; a mere place doesn't. A target that is
    implied has a name.
    """
    if side == "target":
        own = keys_of(event.actors) | keys_of(event.targets)
        named = (key for key, spots in sides.seen.items() if any(s.party.kind == "named" for s in spots))
        return [key for key in named if key not in own]
    own = keys_of(event.targets)
    return [key for key in sides.seen if key not in own and (sides.may_act(key) or performs(event, key))]


def _is_somebody(party: Party, doc: Doc, cast: Cast) -> bool:
    if party.kind == "named":
        return True
    words = doc.char_span(party.span.start, party.span.end, alignment_mode="expand")
    return words is not None and cast.is_actor(words.root)


def _with_actor(event: EventClaim, sides: Sides, doc: Doc, cast: Cast) -> EventClaim:
    party = _likeliest(event, sides, "actor") or _by_meaning(event, doc, cast)
    return event if party is None else replace(event, actors=(party,), why=_because(event, "actor", party))


def _by_meaning(event: EventClaim, doc: Doc, cast: Cast) -> Party | None:
    """Who does such events by the word's own meaning, where the report speaks of them: protesters."""
    nouns = _doers(event.type)
    if not nouns:
        return None
    doers = [t for t in doc if t.lemma_.lower() in nouns and t.tag_ in _PLURAL and t.dep_ not in _MODIFIERS]
    nearest = min(doers, key=lambda token: abs(token.idx - event.trigger.start), default=None)
    return next(iter(cast.parties(nearest)), None) if nearest is not None else None


def _with_target(event: EventClaim, sides: Sides) -> EventClaim:
    party = _likeliest(event, sides, "target")
    return event if party is None else replace(event, targets=(party,), why=_because(event, "target", party))


def _because(event: EventClaim, side: Side, party: Party) -> tuple[Reason, ...]:
    return (*event.why, Reason(RULES[side], party.span))


def _likeliest(event: EventClaim, sides: Sides, side: Side) -> Party | None:
    """The likeliest candidate where it stands nearest; None where none is likely enough."""
    weights = _weights()[side]
    scored = [
        (_chance(sides.features(event, key, side), weights), key) for key in candidates(event, sides, side)
    ]
    chance, key = max(scored, default=(0.0, ""))
    if chance < weights[_ENOUGH]:
        return None
    spots = (spot.party for spot in sides.seen[key] if key_of(spot.party) == key)
    return min(spots, key=lambda party: abs(party.span.start - event.trigger.start))


def _chance(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


@cache
def _doers(kind: EventType) -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("doers") if row["type"] == kind)


@cache
def _weights() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for row in rows("implied"):
        table.setdefault(row["role"], {})[row["feature"]] = float(row["weight"])
    return table
