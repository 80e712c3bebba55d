"""Implied: who acts where the sentence doesn't say, and the report tells it elsewhere.

"Near Avdo, five strikes hit a depot" in a report on one air force's strikes has that air force as actor, for
a human coder too. Every party of the report is weighed by a small linear model (`data/implied.tsv`, made by
`training/implied.py`) over plain features; the likeliest is taken when it is likely enough, with the words
where the report names it, and the claim says that its actor is implied. Else the actor stays empty.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from dateline.grounding.who import Cast
from dateline.model import EventClaim, Party, Reason
from dateline.reading.status import SPEECH_ACTS
from dateline.reading.table import rows

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULE = "implied actor"
TARGET_RULE = "implied target"
_MOSTLY = 0.5  # share of the other acts of a doer that hit one party
_MOST = 3  # a party that acts in this many such events is its report's usual doer


@dataclass(frozen=True, slots=True)
class Seen:
    """One spot that names a party: as "actor", "target" or "speaker" of `event`, or "" where just named."""

    role: str
    party: Party
    event: EventClaim | None


class Sides:
    """The parties of a report by who they are, with every spot that names them."""

    def __init__(self, doc: Doc, events: Sequence[EventClaim], cast: Cast) -> None:
        self._ends = [sentence.end_char for sentence in doc.sents]
        self.seen: dict[str, list[Seen]] = defaultdict(list)
        for spot in (*_roles(events), *(Seen("", party, None) for party in cast.mentions)):
            self.seen[key_of(spot.party)].append(spot)
        spots = [spot for found in self.seen.values() for spot in found]
        self._total = len(spots)
        self._acting = sum(spot.role == "actor" for spot in spots)
        self._suffering = sum(spot.role == "target" for spot in spots)

    def may_act(self, key: str) -> bool:
        """False for who is only quoted ("medics said"), and for a state that never acts: a mere place."""
        spots = self.seen[key]
        if any(spot.role == "actor" and spot.event and not _is_speech(spot.event) for spot in spots):
            return True
        told = any(spot.role == "speaker" for spot in spots)
        return not told and not any(spot.party.schema == "Country" for spot in spots)

    def features(self, event: EventClaim, key: str) -> dict[str, float]:
        """What speaks for the party `key` as the actor of `event`."""
        spots = self.seen[key]
        acting = [s.event for s in spots if s.role == "actor" and s.event]
        suffering = sum(s.role == "target" for s in spots)
        return {
            "bias": 1.0,
            **self._distance(event, spots),
            "named": float(any(s.party.kind == "named" for s in spots)),
            "in registry": float(any(s.party.actor for s in spots)),
            "is a person": float(any(s.party.schema == "Person" for s in spots)),
            "share of mentions": len(spots) / self._total,
            "share of acting": len(acting) / max(1, self._acting),
            "share of suffering": suffering / max(1, self._suffering),
            "acts in this type": min(_MOST, sum(e.type == event.type for e in acting)) / _MOST,
            "acts in this mode": float(any(e.mode == event.mode for e in acting if e.mode)),
            "acts in these words": float(any(_word(e) == _word(event) for e in acting)),
            "acts against the same": float(any(_targets(e) & _targets(event) for e in acting)),
            "speaks": float(any(s.role == "speaker" for s in spots)),
            "says this itself": float(_performs(event, key)),
        }

    def _distance(self, event: EventClaim, spots: Iterable[Seen]) -> dict[str, float]:
        here = bisect(self._ends, event.trigger.start)
        gaps = [here - bisect(self._ends, spot.party.span.start) for spot in spots]
        nearest = min(abs(gap) for gap in gaps)
        return {
            "in the sentence": float(nearest == 0),
            "a sentence away": float(nearest == 1),
            "two sentences away": float(nearest == 2),
            "some sentences away": float(2 < nearest <= 5),
            "just before": float(1 in gaps),
        }


def imply_actors(doc: Doc, events: Sequence[EventClaim], cast: Cast) -> tuple[EventClaim, ...]:
    """`events` with an actor for those that lack one and whose report tells it elsewhere."""
    sides = Sides(doc, events, cast)
    return tuple(event if event.actors else _with_actor(event, sides) for event in events)


def imply_targets(events: Sequence[EventClaim]) -> tuple[EventClaim, ...]:
    """`events` with a target for violence that names nobody whom it hit, where its doer mostly hits one.

    "One strike destroyed a workshop" beside five strikes on a group is a strike on that group too; the
    workshop was in its way.
    """
    return tuple(_with_target(event, events) if event.type == "ASSAULT" else event for event in events)


def _with_target(event: EventClaim, events: Sequence[EventClaim]) -> EventClaim:
    doers = {key_of(party) for party in event.actors}
    if not doers or any(_is_side(party) for party in event.targets):
        return event
    told = [
        {key_of(party): party for party in other.targets}
        for other in events
        if other.type == event.type and other.targets and doers & {key_of(p) for p in other.actors}
    ]
    hits = Counter(key for hit in told for key, party in hit.items() if _is_side(party) and key not in doers)
    key = max(hits, key=lambda each: (hits[each], each), default=None)
    others = len(told) - bool(event.targets)  # the event itself is told, but not whom it hit
    if key is None or hits[key] < others * _MOSTLY:
        return event
    party = next(hit[key] for hit in told if key in hit)
    return replace(event, targets=(party,), why=(*event.why, Reason(TARGET_RULE, party.span)))


def _is_side(party: Party) -> bool:
    return party.kind == "named"


def candidates(event: EventClaim, sides: Sides) -> list[str]:
    """The parties that could be the actor of `event`: not its own targets, nor who only tells, nor a place.

    Who performs a speech act may be its actor, though it does nothing else in the report.
    """
    own = {key_of(party) for party in event.targets}
    return [key for key in sides.seen if key not in own and (sides.may_act(key) or _performs(event, key))]


def without_implied(event: EventClaim) -> EventClaim:
    """`event` as it was read, before an actor was implied."""
    if all(reason.rule != RULE for reason in event.why):
        return event
    return replace(event, actors=(), why=tuple(r for r in event.why if r.rule != RULE))


def key_of(party: Party) -> str:
    """What makes two mentions one party here: its registry id, else its name."""
    return party.actor or party.name.casefold()


def _with_actor(event: EventClaim, sides: Sides) -> EventClaim:
    weights, enough = _weights()
    scored = [(_likelihood(sides.features(event, key), weights), key) for key in candidates(event, sides)]
    likelihood, key = max(scored, default=(0.0, ""), key=lambda pair: (pair[0], pair[1]))
    if likelihood < enough:
        return event
    spots = sides.seen[key]
    party = min((s.party for s in spots), key=lambda p: abs(p.span.start - event.trigger.start))
    return replace(event, actors=(party,), why=(*event.why, Reason(RULE, party.span)))


def _likelihood(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in features.items())))


@cache
def _weights() -> tuple[dict[str, float], float]:
    table = {row["feature"]: float(row["weight"]) for row in rows("implied")}
    return table, table.pop("likely enough")


def _roles(events: Iterable[EventClaim]) -> Iterable[Seen]:
    for event in events:
        yield from (Seen("actor", party, event) for party in event.actors)
        yield from (Seen("target", party, event) for party in event.targets)
        yield from (Seen("speaker", speaker.party, event) for speaker in event.speakers)


def _targets(event: EventClaim) -> set[str]:
    return {key_of(party) for party in event.targets}


def _word(event: EventClaim) -> str:
    return event.trigger.text.casefold().rstrip("s")


def _is_speech(event: EventClaim) -> bool:
    return event.type in SPEECH_ACTS


def _performs(event: EventClaim, key: str) -> bool:
    return _is_speech(event) and any(key_of(speaker.party) == key for speaker in event.speakers)
