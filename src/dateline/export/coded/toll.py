"""Toll: how many were killed, report by report, and what ACLED and UCDP make of rival numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.case.shelf import Shelf
from dateline.export.coded.standing import of_words, standing
from dateline.export.coded.table import table
from dateline.model import Count, Event, EventClaim, Party

KILLED = "killed"


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says: at least `low`, at most `high`; `by` splits `low` where the words do."""

    published: str
    report: str
    low: int
    high: int
    by: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Deaths:
    """UCDP's estimates; the four parts add up to `best`."""

    low: int
    best: int
    high: int
    a: int
    b: int
    civilians: int
    unknown: int


def lowest(shelf: Shelf, event: Event) -> int:
    """ACLED's number: the lowest that anybody tells, vague words as ACLED counts them; 0 where none is."""
    return min((_total(counts, event, _vague)[0] for counts in _by_report(shelf, event).values()), default=0)


def deaths(shelf: Shelf, event: Event) -> Deaths | None:
    """UCDP's numbers: the lowest and the highest that anybody tells, and as best the lower bound that the
    latest report gives; None where nobody was killed.
    """
    told = sorted(
        (_told(shelf, event, report, counts) for report, counts in _by_report(shelf, event).items()),
        key=lambda t: (t.published, -t.low, t.report),
    )
    if not told or not max(t.high for t in told):
        return None
    latest = told[-1]
    parts = dict(latest.by)
    return Deaths(
        low=min(t.low for t in told),
        best=latest.low,
        high=max(t.high for t in told),
        a=parts.get("a", 0),
        b=parts.get("b", 0),
        civilians=parts.get("civilians", 0),
        unknown=latest.low - sum(parts.values()),
    )


def _by_report(shelf: Shelf, event: Event) -> dict[str, list[Count]]:
    """The event's own numbers of killed, by the reports that tell them."""
    counts = [count for count in event.counts if count.what == KILLED]
    told: dict[str, list[Count]] = {}
    for id_ in event.claims:
        claim = shelf.claims.get(id_)
        if isinstance(claim, EventClaim):
            own = {(c.what, c.min, c.max) for c in claim.counts}
            told.setdefault(claim.report, []).extend(c for c in counts if (c.what, c.min, c.max) in own)
    return {report: listed for report, listed in told.items() if listed}


def _told(shelf: Shelf, event: Event, report: str, counts: list[Count]) -> Told:
    low, high = _total(counts, event, _plain)
    parts: dict[str, int] = {}
    for count in dict.fromkeys(counts):
        side = side_of(count.who, event)
        if side != "unknown":
            parts[side] = max(parts.get(side, 0), _plain(count)[0])
    by = tuple(sorted(parts.items())) if sum(parts.values()) <= low else ()
    return Told(shelf.reports[report].published or "", report, low, high, by)


def _total(
    counts: Iterable[Count], event: Event, read: Callable[[Count], tuple[int, int]]
) -> tuple[int, int]:
    """The bounds of a report's toll: its numbers for all together are rivals, its parts add up."""
    by_whom: dict[str, list[tuple[int, int]]] = {}
    for count in counts:
        by_whom.setdefault(_group(count.who, event), []).append(read(count))
    groups = [by_whom["all"]] if "all" in by_whom else list(by_whom.values())
    return sum(min(low for low, _ in g) for g in groups), sum(max(high for _, high in g) for g in groups)


def _group(who: str, event: Event) -> str:
    """What a number is a part of: its side, all who bear arms, or all together."""
    side = side_of(who, event)
    if side != "unknown":
        return side
    return "armed" if of_words(who).civilian is False else "all"


def _plain(count: Count) -> tuple[int, int]:
    low = count.min if count.min is not None else 0
    return low, max(low, count.max if count.max is not None else low)


def _vague(count: Count) -> tuple[int, int]:
    """As `_plain`, with ACLED's numbers for "several" and its like."""
    words = count.span.text.lower().split()
    return next(((int(n), int(n)) for word, n in table("vague") if word in words), _plain(count))


def side_of(who: str, event: Event) -> str:
    """Whose dead `who` are: side a (the actors), b (the targets), civilians, or unknown."""
    said = of_words(who)
    if said.civilian:
        return "civilians"
    both = [("a", party) for party in event.actors] + [("b", party) for party in event.targets]
    named = {side for side, party in both if _names(who, party)}
    alike = {side for side, party in both if said.civilian is False and said.is_like(standing(party))}
    found = named or alike
    return found.pop() if len(found) == 1 else "unknown"


def _names(who: str, party: Party) -> bool:
    """True where `who` has the party's whole name in it ("Kataib Hezbollah fighters")."""
    return f" {party.name.casefold()} " in f" {who.casefold()} "
