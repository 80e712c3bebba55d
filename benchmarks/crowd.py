"""Crowd: a made-up record of any size, for measuring what pages cost when there is much to show."""

import random
from datetime import date, timedelta

from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.model import (
    Count,
    Disagreement,
    Event,
    EventClaim,
    Original,
    Party,
    Record,
    RelationClaim,
    Report,
    Side,
    Span,
    When,
    Where,
    event_claim_id,
)
from dateline.model.vocabulary import EVENT_TYPES

_A_REPORT = 5
_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3600


def crowd(events: int, seed: int = 7) -> Shelf:
    """A shelf with a record of `events` events, told five to a report, of some thousand actors and places.

    The record is made, not woven: what is measured on it is everything but weaving.
    """
    chance = random.Random(seed)
    kept = [_kept(number, chance) for number in range(events // _A_REPORT)]
    shelf = Shelf(kept)
    told = [(c, k.report) for k in kept for c in k.claims if isinstance(c, EventClaim)]
    woven = sorted(
        (_event(c, r) for c, r in told), key=lambda e: (e.when.earliest or "" if e.when else "", e.id)
    )
    disputes = tuple(_disagreement(event, shelf) for event in woven[: events // 5 : 2])
    ties = tuple(_tie(claim) for claim, _ in told[:: max(1, events // 3000)])
    shelf.record = Record(tuple(woven), ties, (), disputes)
    shelf.claims.update({tie.id: tie for tie in ties})
    return shelf


def _kept(number: int, chance: random.Random) -> Kept:
    id_ = f"r-{number:016x}"
    lines, claims, at = [], [], 0
    for _ in range(_A_REPORT):
        line, claim = _told(id_, at, chance)
        lines.append(line)
        claims.append(claim)
        at += len(line) + 1
    text = "\n".join(lines)
    published = (_FIRST_DAY + timedelta(days=number % _DAYS)).isoformat()
    original = Original("0" * 64, "text", len(text))
    report = Report(
        id_, f"r{number}", text, original, f"Report {number}", f"Outlet {number % 400}", published
    )
    return Kept(report, tuple(claims), "crowd")


def _told(report: str, at: int, chance: random.Random) -> tuple[str, EventClaim]:
    """A line of a report that begins at character `at` of it, and the claim that it makes."""
    actor, target = f"Group {int(chance.paretovariate(0.7)) % 3000}", f"Group {chance.randrange(3000)} men"
    town = int(chance.paretovariate(0.5)) % 4000
    day = (_FIRST_DAY + timedelta(days=chance.randrange(_DAYS))).isoformat()
    killed = chance.randrange(1, 40)
    line = (
        f"{actor} attacked {target} near Town {town} on {day}, killing {killed} and burning several houses."
    )

    def span(words: str) -> Span:
        start = at + line.index(words)
        return Span(report, start, start + len(words), words)

    where = _where(town, span(f"Town {town}"))
    trigger, type_ = span("attacked"), chance.choice(EVENT_TYPES)
    return line, EventClaim(
        id=event_claim_id(trigger, type_),
        report=report,
        type=type_,
        core=chance.random() < 0.9,
        quote=Span(report, at, at + len(line), line),
        trigger=trigger,
        actors=(Party(actor, span(actor)),),
        targets=(Party(target, span(target)),),
        when=When(span(day), "DATE", day, day, "day"),
        places=(where,),
        counts=(Count("killed", "people", killed, killed, span(f"killing {killed}")),),
    )


def _where(town: int, span: Span) -> Where:
    lat, lon = -35 + town * 37 % 950 / 10, -110 + town * 61 % 2500 / 10
    radius = (2.0, 10.0, 80.0)[town % 3]
    return Where(span, span.text, f"town:{town}", "town", "XX", (), lat, lon, radius, "near")


def _event(claim: EventClaim, report: Report) -> Event:
    return Event(
        id=f"v{claim.id[1:]}",
        type=claim.type,
        mode=claim.mode,
        core=claim.core,
        status=claim.status,
        claims=(claim.id,),
        reports=(report.id,),
        actors=claim.actors,
        targets=claim.targets,
        when=claim.when,
        places=claim.places,
        counts=claim.counts,
        origins=(report.outlet or report.name,),
    )


def _disagreement(event: Event, shelf: Shelf) -> Disagreement:
    words = (shelf.claims[event.claims[0]].quote,)
    sides = tuple(Side(value, words, event.claims) for value in ("3", "5"))
    return Disagreement(f"x{event.id[1:]}", event.id, "how many were killed", "count", sides)


def _tie(claim: EventClaim) -> RelationClaim:
    id_ = f"t{claim.id[1:]}"
    return RelationClaim(id_, claim.report, "fights", True, claim.actors[0], claim.targets[0], claim.quote)
