"""Makes small records for tests of what is drawn and looked up."""

from collections.abc import Sequence

from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.model import (
    Claim,
    Count,
    Event,
    EventClaim,
    Original,
    Party,
    Record,
    RelationClaim,
    Report,
    Span,
    When,
    Where,
    event_claim_id,
)
from dateline.model.vocabulary import EventType, RelationType
from dateline.workbench.index import Index

TEXT = "Red Army shelled Blue Brigade. " * 40


def report(number: int = 0, published: str | None = "2020-03-01") -> Report:
    """A report whose words don't matter."""
    return Report(f"r-{number:04x}", f"r{number}", TEXT, Original("0" * 64, "text", 1), published=published)


def span(of: Report, start: int, length: int = 3) -> Span:
    return of.span(start, start + length)


def when(of: Report, earliest: str | None, latest: str | None) -> When:
    return When(span(of, 0), "DATE", earliest, latest, "day")


def where(name: str, lat: float | None, lon: float | None, radius: float = 5.0) -> Where:
    return Where(span(report(), 0), name, name if lat else None, lat=lat, lon=lon, radius_km=radius)


def party(name: str) -> Party:
    return Party(name, span(report(), 0))


def claim(
    of: Report,
    at: int,
    type: EventType = "ASSAULT",
    counts: Sequence[tuple[str, int | None, int | None]] = (),
    time: When | None = None,
    places: tuple[Where, ...] = (),
    actor: str = "Red Army",
) -> EventClaim:
    """A claim whose trigger stands at character `at`."""
    trigger = span(of, at)
    tolls = tuple(Count(what, "", low, high, trigger) for what, low, high in counts)
    return EventClaim(
        event_claim_id(trigger, type), of.id, type, True, span(of, at, 8), trigger, actors=(party(actor),),
        when=time, places=places, counts=tolls,
    )  # fmt: skip


def tie(of: Report, at: int, source: str, type: RelationType, target: str, time: When | None = None) -> Claim:
    return RelationClaim(
        f"t-{of.id}-{at}", of.id, type, True, party(source), party(target), span(of, at), when=time
    )


def event(*claims: EventClaim) -> Event:
    """One event of `claims`, with the values of the first."""
    first = claims[0]
    return Event(
        f"v{first.id[1:]}", first.type, None, True, "actual", tuple(c.id for c in claims),
        tuple(dict.fromkeys(c.report for c in claims)), actors=first.actors, when=first.when,
        places=first.places, counts=tuple(count for c in claims for count in c.counts), origins=("one",),
    )  # fmt: skip


def shelf(reports: Sequence[Report], claims: Sequence[Claim], events: Sequence[Event]) -> Shelf:
    """A shelf with a record that was made, not woven."""
    kept = [Kept(r, tuple(c for c in claims if c.report == r.id), "made") for r in reports]
    made = Shelf(kept)
    ties = tuple(c for c in claims if isinstance(c, RelationClaim))
    made.record = Record(tuple(events), ties)
    return made


def index(*events: EventClaim) -> Index:
    """The index of a record with an event of each claim, of one report."""
    return Index(shelf([report()], events, [event(one) for one in events]))
