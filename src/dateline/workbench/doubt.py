"""Doubt: what speaks against taking a claim as it was read, in words. More reasons come first in a review.

No score is made of it: a reason is there or it is not, and each is named to the person who decides.
"""

from collections.abc import Iterator

from dateline.case.shelf import Shelf
from dateline.model import Event, EventClaim, Report

_SHAKY_MARKS = ("machine_translated", "garbled", "broken_characters", "guessed_encoding", "not_english")
_IMPLIED = "implied"


def doubts(claim: EventClaim, event: Event | None, shelf: Shelf) -> tuple[str, ...]:
    """The reasons to look at `claim`, of which `event` was woven, in a fixed order."""
    return tuple(_doubts(claim, event, shelf))


def _doubts(claim: EventClaim, event: Event | None, shelf: Shelf) -> Iterator[str]:
    if event is not None:
        yield from (f"the {field} is disputed" for field in shelf.disputed.get(event.id, ()))
        if len(event.origins) == 1:
            yield "only one origin tells it"
    yield from _gaps(claim)
    if any(_IMPLIED in reason.rule for reason in claim.why):
        yield "the actor is implied by other sentences"
    if claim.when is not None and claim.when.inherited:
        yield "the time is taken over from another mention"
    yield from _shaky(claim, shelf.reports[claim.report])


def _gaps(claim: EventClaim) -> Iterator[str]:
    if not claim.actors:
        yield "no actor was found"
    elif any(party.kind == "ambiguous" for party in claim.actors):
        yield "the actor is ambiguous"
    if claim.when is None:
        yield "no time was found"
    elif claim.when.earliest is None and claim.when.latest is None:
        yield "the time is left open"
    if claim.places and claim.places[0].entry is None:
        yield "the place is not located"
    if claim.status not in ("actual", "planned", "threatened"):
        yield f"it is told as {claim.status}"


def _shaky(claim: EventClaim, report: Report) -> Iterator[str]:
    yield from (f"the report is {mark.replace('_', ' ')}" for mark in report.marks if mark in _SHAKY_MARKS)
    if any(p.kind == "garbled" and p.start <= claim.trigger.start < p.end for p in report.passages):
        yield "the passage is garbled"
