"""Sides: the parties of a report by who they are, and what speaks for one as actor or target of an event."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.grounding.who import Cast
from dateline.model import EventClaim, Party
from dateline.reading.status import SPEECH_ACTS

if TYPE_CHECKING:
    from dateline.language.tree import Doc

Side = Literal["actor", "target"]
Place = Literal["actor", "target", "speaker", "named"]

_MOST = 3  # a party that bears a role in this many such events is its report's usual one
_SOME_SENTENCES = 5
_ROOT = 5  # letters by which "Iraqi" positions are known as Iraq's


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot that names a party: in which `place` of `event`, "named" where in none."""

    place: Place
    party: Party
    event: EventClaim | None


class Sides:
    """The parties of a report by their keys (see `key_of`), with every spot that names them."""

    def __init__(self, doc: Doc, events: Sequence[EventClaim], cast: Cast) -> None:
        self._ends = [sentence.end_char for sentence in doc.sents]
        self.seen: dict[str, list[Spot]] = defaultdict(list)
        for spot in (*_spots(events), *(Spot("named", party, None) for party in cast.mentions)):
            self.seen[key_of(spot.party)].append(spot)
        spots = [spot for found in self.seen.values() for spot in found]
        self._total = len(spots)
        self._acting = sum(spot.place == "actor" for spot in spots)
        self._suffering = sum(spot.place == "target" for spot in spots)

    def may_act(self, key: str) -> bool:
        """False for who is only quoted ("medics said"), and for a state that never acts: a mere place."""
        spots = self.seen[key]
        if any(spot.place == "actor" and spot.event and not is_speech(spot.event) for spot in spots):
            return True
        told = any(spot.place == "speaker" for spot in spots)
        return not told and not any(spot.party.schema == "Country" for spot in spots)

    def features(self, event: EventClaim, key: str, side: Side) -> dict[str, float]:
        """What speaks for the party `key` as the actor or as the target of `event`."""
        spots = self.seen[key]
        told = {"bias": 1.0, **self._distance(event, spots), **self._prominence(spots)}
        if side == "actor":
            return {**told, **_as_actor(event, key, spots)}
        return {**told, **_as_target(event, key, spots), **self._beside(event, spots)}

    def _prominence(self, spots: Sequence[Spot]) -> dict[str, float]:
        acting, suffering = (sum(s.place == place for s in spots) for place in ("actor", "target"))
        return {
            "named": float(any(s.party.kind == "named" for s in spots)),
            "in registry": float(any(s.party.actor for s in spots)),
            "is a person": float(any(s.party.schema == "Person" for s in spots)),
            "share of mentions": len(spots) / self._total,
            "share of acting": acting / max(1, self._acting),
            "share of suffering": suffering / max(1, self._suffering),
            "speaks": float(any(s.place == "speaker" for s in spots)),
        }

    def _distance(self, event: EventClaim, spots: Iterable[Spot]) -> dict[str, float]:
        here = self._sentence(event)
        gaps = [here - bisect(self._ends, spot.party.span.start) for spot in spots]
        nearest = min(abs(gap) for gap in gaps)
        return {
            "in the sentence": float(nearest == 0),
            "a sentence away": float(nearest == 1),
            "two sentences away": float(nearest == 2),
            "some sentences away": float(2 < nearest <= _SOME_SENTENCES),
            "just before": float(1 in gaps),
        }

    def _beside(self, event: EventClaim, spots: Iterable[Spot]) -> dict[str, float]:
        """Whether the party bears a role in other events of the sentence."""
        here = [s for s in spots if s.event and self._sentence(s.event) == self._sentence(event)]
        after = any(
            s.place == "actor" and s.event and event.trigger.start < s.event.trigger.start for s in here
        )
        return {
            "acts after it": float(after),
            "acts after its words": float(after and is_speech(event)),
            "suffers beside it": float(any(s.place == "target" for s in here)),
        }

    def _sentence(self, event: EventClaim) -> int:
        return bisect(self._ends, event.trigger.start)


def _as_actor(event: EventClaim, key: str, spots: Sequence[Spot]) -> dict[str, float]:
    acting = _events(spots, "actor")
    return {
        "acts in this type": min(_MOST, sum(e.type == event.type for e in acting)) / _MOST,
        "acts in this mode": float(any(e.mode == event.mode for e in acting if e.mode)),
        "acts in these words": float(any(_word(e) == _word(event) for e in acting)),
        "acts against the same": float(any(keys_of(e.targets) & keys_of(event.targets) for e in acting)),
        "says this itself": float(performs(event, key)),
    }


def _as_target(event: EventClaim, key: str, spots: Sequence[Spot]) -> dict[str, float]:
    acting, suffering = _events(spots, "actor"), _events(spots, "target")
    doers, alike = keys_of(event.actors), [e for e in suffering if e.type == event.type]
    return {
        "suffers in this type": min(_MOST, len(alike)) / _MOST,
        "suffers in this mode": float(any(e.mode == event.mode for e in suffering if e.mode)),
        "suffers in these words": float(any(_word(e) == _word(event) for e in suffering)),
        "suffers from the same": float(any(doers & keys_of(e.actors) for e in suffering)),
        "suffers in this type from the same": float(any(doers & keys_of(e.actors) for e in alike)),
        "acts against the doer": float(any(doers & keys_of(e.targets) for e in acting)),
        "acts in this type": min(_MOST, sum(e.type == event.type for e in acting)) / _MOST,
        "acts in a report of its words": min(_MOST, len(acting)) / _MOST * is_speech(event),
        "a doer is told": float(bool(doers)),
        "a thing is hit": float(bool(event.targets)),
        "what is hit is its own": float(any(_is_own(party.name, key) for party in event.targets)),
        f"in {event.type}": 1.0,
    }


def key_of(party: Party) -> str:
    """What makes two mentions one party here: its registry id, else its name."""
    return party.actor or party.name.casefold()


def keys_of(parties: Iterable[Party]) -> set[str]:
    """The keys of `parties`."""
    return {key_of(party) for party in parties}


def is_speech(event: EventClaim) -> bool:
    """True for an event that is done by speaking."""
    return event.type in SPEECH_ACTS


def performs(event: EventClaim, key: str) -> bool:
    """True where the party `key` is quoted with the words that are the event."""
    return is_speech(event) and any(key_of(speaker.party) == key for speaker in event.speakers)


def _spots(events: Iterable[EventClaim]) -> Iterator[Spot]:
    for event in events:
        yield from (Spot("actor", party, event) for party in event.actors)
        yield from (Spot("target", party, event) for party in event.targets)
        yield from (Spot("speaker", speaker.party, event) for speaker in event.speakers)


def _events(spots: Iterable[Spot], place: Place) -> list[EventClaim]:
    return [spot.event for spot in spots if spot.place == place and spot.event]


def _is_own(thing: str, key: str) -> bool:
    """True for a thing that bears the last word of a party's key; a party of common words alone has none."""
    words = key.split()
    return bool(words) and words[-1][:_ROOT] in thing.casefold()


def _word(event: EventClaim) -> str:
    return event.trigger.text.casefold().rstrip("s")
