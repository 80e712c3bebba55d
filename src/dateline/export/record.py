"""A report's record in the shape of the annotation guide, as a human coder would hand it in.

One plain object per report: `doc`, `published`, `events`, `relations`, `figures`, `disagreements`. Beside
what the guide asks for, every mention, relation and figure says `start` and `end`, character offsets into
`Report.text`, and every event its `claims`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.model import (
    Claim,
    Count,
    Disagreement,
    Event,
    EventClaim,
    FigureClaim,
    Party,
    RelationClaim,
    Report,
    Span,
    Speaker,
    When,
    Where,
)
from dateline.weaving import weave

Plain = dict[str, Any]


def record_of(report: Report, claims: Iterable[Claim]) -> Plain:
    """The record of one report, woven from its own `claims` alone."""
    listed = list(claims)
    record = weave([report], listed)
    told = {claim.id: claim for claim in listed if isinstance(claim, EventClaim)}
    numbers = {event.id: f"e{at}" for at, event in enumerate(in_text_order(record.events, told), 1)}
    return {
        "doc": report.name,
        "published": report.published,
        "events": [_event(e, told, numbers) for e in in_text_order(record.events, told)],
        "relations": [_relation(r, f"r{at}") for at, r in enumerate(distinct_relations(record.relations), 1)],
        "figures": [_figure(f, f"f{at}") for at, f in enumerate(record.figures, 1)],
        "disagreements": [_disagreement(d) for d in record.disagreements],
    }


def in_text_order(events: Iterable[Event], told: dict[str, EventClaim]) -> list[Event]:
    """Events by where the report first speaks of them."""
    return sorted(events, key=lambda e: min(told[claim].trigger.start for claim in e.claims))


def distinct_relations(relations: Iterable[RelationClaim]) -> Sequence[RelationClaim]:
    """Each tie once, as it is first stated."""
    first: dict[tuple[object, ...], RelationClaim] = {}
    for relation in relations:
        ends = (relation.source.name.casefold(), relation.target.name.casefold())
        first.setdefault((relation.type, ends, relation.negated), relation)
    return list(first.values())


def _event(event: Event, told: dict[str, EventClaim], numbers: dict[str, str]) -> Plain:
    return {
        "id": numbers[event.id],
        "core": event.core,
        "type": event.type,
        "mode": event.mode,
        "mentions": [_mention(told[claim]) for claim in event.claims],
        "actor": _names(event.actors),
        "target": _names(event.targets),
        "status": event.status,
        "source": _sources(event.speakers),
        "claimed_by": _names(event.claimed_by),
        "denied_by": _names(event.denied_by),
        "time": _time(event.when),
        "place": _places(event.places),
        "counts": [_count(count) for count in event.counts],
        "instrument": event.instrument.value if event.instrument else None,
        "responds_to": numbers.get(event.responds_to or ""),
        "claims": list(event.claims),
    }


def _mention(claim: EventClaim) -> Plain:
    return {
        "quote": claim.quote.text,
        "trigger": claim.trigger.text,
        "start": claim.trigger.start,
        "end": claim.trigger.end,
    }


def _relation(claim: RelationClaim, number: str) -> Plain:
    return {
        "id": number,
        "core": claim.core,
        "type": claim.type,
        "from": claim.source.name,
        "to": claim.target.name,
        "negated": claim.negated,
        "time": _time(claim.when),
        "source": _sources(claim.speakers),
        **_quote(claim.quote),
    }


def _figure(claim: FigureClaim, number: str) -> Plain:
    return {
        "id": number,
        "core": claim.core,
        **_count(claim.count),
        "by": claim.by.name if claim.by else None,
        "place": _places(claim.places),
        "time": _time(claim.when),
        "source": _sources(claim.speakers),
        **_quote(claim.quote),
    }


def _disagreement(disagreement: Disagreement) -> Plain:
    return {
        "about": disagreement.about,
        "field": disagreement.field,
        "values": [side.value for side in disagreement.sides],
        "quotes": [quote.text for side in disagreement.sides for quote in side.quotes],
    }


def _quote(span: Span) -> Plain:
    return {"quote": span.text, "start": span.start, "end": span.end}


def _count(count: Count) -> Plain:
    return {"what": count.what, "who": count.who, "min": count.min, "max": count.max}


def _time(when: When | None) -> Plain | None:
    if when is None:
        return None
    return {"text": when.span.text, "earliest": when.earliest, "latest": when.latest}


def _names(parties: Iterable[Party]) -> list[str]:
    return list(dict.fromkeys(party.name for party in parties))


def _sources(speakers: Iterable[Speaker]) -> list[str]:
    return _names(speaker.party for speaker in speakers)


def _places(places: Iterable[Where]) -> list[str]:
    return list(dict.fromkeys(where.name for where in places))
