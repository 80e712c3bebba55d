"""Tolls: the numbers of every event in the order in which reports gave them, and how they compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.case.shelf import Shelf
from dateline.model import Count, Event, EventClaim

Standing = Literal["first", "same", "update", "revision", "rival", "beside"]
"""How a number stands to the ones before: see `docs/reference/columns.md`, column `standing` of `tolls`."""

_UNDATED = "9999"
_Given = tuple[Count, EventClaim]


@dataclass(frozen=True, slots=True)
class TollSeen:
    """One number of an event as one claim gives it, and how it stands to those given before."""

    event: Event
    claim: EventClaim
    count: Count
    standing: Standing


def tolls_seen(shelf: Shelf) -> Iterator[TollSeen]:
    """The numbers of all events, event by event, by what they count, then in the order of publication."""
    rivals, steps = _rivals(shelf), _steps(shelf)
    for event in shelf.record.events:
        claims = [c for c in map(shelf.claims.__getitem__, event.claims) if isinstance(c, EventClaim)]
        by_what: dict[str, list[_Given]] = {}
        for claim in sorted(claims, key=lambda c: (_day(shelf, c), c.report, c.trigger.start)):
            for count in claim.counts:
                by_what.setdefault(count.what, []).append((count, claim))
        for what, given in by_what.items():
            told = _Told(shelf, steps.get((event.id, what), frozenset()), rivals.get(event.id, frozenset()))
            for at, (count, claim) in enumerate(given):
                yield TollSeen(event, claim, count, told.standing(given[at], given[:at]))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the record says of one kind of number of an event: the claims of its update, and the rivals."""

    shelf: Shelf
    steps: frozenset[str]
    rivals: frozenset[str]

    def standing(self, one: _Given, before: list[_Given]) -> Standing:
        count, claim = one
        if not before:
            return "first"
        if any(_bounds(count) == _bounds(other) for other, _ in before):
            return "same"
        if claim.id in self.steps:
            return "revision" if _size(count) < _size(before[-1][0]) else "update"
        if claim.id not in self.rivals or not any(_excludes(count, other) for other, _ in before):
            return "beside"
        return "revision" if self._lowers_its_own(one, before) else "rival"

    def _lowers_its_own(self, one: _Given, before: list[_Given]) -> bool:
        """True where whoever gave a number gives a lower one on a later day."""
        (count, claim), shelf = one, self.shelf
        own = [
            n
            for n, c in before
            if _source(shelf, c) == _source(shelf, claim) and _day(shelf, c) < _day(shelf, claim)
        ]
        return bool(own) and _size(count) < _size(own[-1])


def _steps(shelf: Shelf) -> dict[tuple[str, str], frozenset[str]]:
    """For each event and what is counted: the claims of the update."""
    return {
        (update.event, update.what): frozenset(claim for step in update.steps for claim in step.claims)
        for update in shelf.record.updates
    }


def _rivals(shelf: Shelf) -> dict[str, frozenset[str]]:
    """For each event the claims that disagree about a number."""
    rivals: dict[str, frozenset[str]] = {}
    for disagreement in shelf.record.disagreements:
        if disagreement.field == "count" and disagreement.event:
            found = frozenset(claim for side in disagreement.sides for claim in side.claims)
            rivals[disagreement.event] = rivals.get(disagreement.event, frozenset()) | found
    return rivals


def _day(shelf: Shelf, claim: EventClaim) -> str:
    return shelf.reports[claim.report].published or _UNDATED


def _source(shelf: Shelf, claim: EventClaim) -> str:
    """The one who gives the number: the innermost speaker, else the outlet."""
    if claim.speakers:
        party = claim.speakers[-1].party
        return party.actor or party.name
    report = shelf.reports[claim.report]
    return report.outlet or report.name


def _bounds(count: Count) -> tuple[int | None, int | None]:
    return count.min, count.max


def _size(count: Count) -> int:
    return count.min if count.min is not None else count.max or 0


def _excludes(one: Count, other: Count) -> bool:
    """True where no number fits both."""
    return _below(one, other) or _below(other, one)


def _below(one: Count, other: Count) -> bool:
    return one.max is not None and other.min is not None and one.max < other.min
