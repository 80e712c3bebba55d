"""Index: what the pages look up in a record, made once for each state of it and never while a page waits."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

import numpy as np

from dateline.case.actors import ActorSeen, actors_seen
from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.model import Disagreement, Event, Party, RelationClaim, Update, Where
from dateline.workbench.facet import Facet

UNKNOWN_DAY = -1
_Values = Callable[[Event], Iterable[str]]


def actor_key(party: Party) -> str:
    """What tells one actor from another: the registry id, or else the name."""
    return party.actor or party.name


class Index:
    """Lookups over one record; positions are those of `shelf.record.events`."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.events: tuple[Event, ...] = shelf.record.events
        self.position = {event.id: at for at, event in enumerate(self.events)}
        self.event_of = {claim: event.id for event in self.events for claim in event.claims}
        self.earliest = np.asarray([_day(e, "earliest") for e in self.events], dtype=np.int32)
        self.latest = np.asarray([_day(e, "latest") for e in self.events], dtype=np.int32)
        self.core = np.asarray([e.core for e in self.events], dtype=np.bool_)

    def event(self, id_: str) -> Event:
        """The event of that id; KeyError when the record has none."""
        return self.events[self.position[id_]]

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets by the name they have in an address."""
        return {name: self._facet(values) for name, values in self._facet_values().items()}

    def _facet_values(self) -> dict[str, _Values]:
        disputed, reports = self.shelf.disputed, self.shelf.reports
        return {
            "type": lambda e: (e.type,),
            "mode": lambda e: (e.mode,) if e.mode else (),
            "status": lambda e: (e.status,),
            "actor": lambda e: _names(e.actors),
            "target": lambda e: _names(e.targets),
            "place": lambda e: dict.fromkeys(w.name for w in e.places),
            "country": lambda e: dict.fromkeys(w.country for w in e.places if w.country),
            "grade": lambda e: (e.grade,),
            "disputed": lambda e: disputed.get(e.id, ()),
            "outlet": lambda e: dict.fromkeys(reports[r].outlet or reports[r].name for r in e.reports),
            "origin": lambda e: e.origins,
            "year": lambda e: (e.when.earliest[:4],) if e.when and e.when.earliest else (),
        }

    def _facet(self, values: _Values) -> Facet:
        return Facet([tuple(values(event)) for event in self.events])

    @cached_property
    def words(self) -> list[str]:
        """For each event the words that a search looks through: names, places and quotes, folded."""
        claims = self.shelf.claims
        return [
            folded(
                " ".join(
                    (
                        event.id,
                        event.type,
                        event.mode or "",
                        *(p.name for p in (*event.actors, *event.targets)),
                        *(w.name for w in event.places),
                        *(claims[claim].quote.text for claim in event.claims),
                    )
                )
            )
            for event in self.events
        ]

    @cached_property
    def kept(self) -> dict[str, Kept]:
        """The reports with their claims, by id."""
        return {kept.report.id: kept for kept in self.shelf.kept}

    @cached_property
    def by_day(self) -> list[Kept]:
        """The reports by day of publication, undated ones last."""
        days = self.shelf.kept
        return sorted(days, key=lambda k: (k.report.published or "9999", k.report.name, k.report.id))

    @cached_property
    def titles(self) -> dict[str, str]:
        """For each report the words that a search among reports looks through, folded."""
        reports = self.shelf.reports.values()
        return {r.id: folded(" ".join(filter(None, (r.name, r.title, r.outlet)))) for r in reports}

    @cached_property
    def killed(self) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """For each event the highest number of killed that anybody gives; 0 where nobody does."""
        return np.asarray([_highest(event, "killed") for event in self.events], dtype=np.int64)

    @cached_property
    def disagreements(self) -> dict[str, list[Disagreement]]:
        """The disagreements about each event."""
        found: defaultdict[str, list[Disagreement]] = defaultdict(list)
        for one in self.shelf.record.disagreements:
            found[one.event or ""].append(one)
        return dict(found)

    @cached_property
    def updates(self) -> dict[str, list[Update]]:
        """The revised numbers of each event."""
        found: defaultdict[str, list[Update]] = defaultdict(list)
        for one in self.shelf.record.updates:
            found[one.event].append(one)
        return dict(found)

    @cached_property
    def answers(self) -> dict[str, list[str]]:
        """For each event the ids of the events that answer it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for event in self.events:
            if event.responds_to:
                found[event.responds_to].append(event.id)
        return dict(found)

    @cached_property
    def actors(self) -> dict[str, ActorSeen]:
        """The actors by key, those with the most events first."""
        return {actor.id or actor.name: actor for actor in actors_seen(self.events)}

    @cached_property
    def parts(self) -> dict[str, dict[str, list[str]]]:
        """For each actor the ids of events by its part: did, suffered, says, claims, denies."""
        found: dict[str, dict[str, list[str]]] = {}
        for event in self.events:
            roles = {
                "did": event.actors,
                "suffered": event.targets,
                "says": [speaker.party for speaker in event.speakers],
                "claims": event.claimed_by,
                "denies": event.denied_by,
            }
            for role, parties in roles.items():
                for key in dict.fromkeys(actor_key(party) for party in parties):
                    found.setdefault(key, {}).setdefault(role, []).append(event.id)
        return found

    @cached_property
    def spot_places(self) -> dict[str, Where]:
        """The located places of events by what tells them apart."""
        return {_spot(where): where for event in self.events if (where := located(event.places))}

    @cached_property
    def spots(self) -> Facet:
        """The most specific located place of each event."""
        return self._facet(lambda e: (_spot(where),) if (where := located(e.places)) else ())

    @cached_property
    def ties(self) -> dict[str, list[RelationClaim]]:
        """The relations that each actor stands in."""
        found: defaultdict[str, list[RelationClaim]] = defaultdict(list)
        for claim in self.shelf.record.relations:
            for key in dict.fromkeys((actor_key(claim.source), actor_key(claim.target))):
                found[key].append(claim)
        return dict(found)


def located(places: Iterable[Where]) -> Where | None:
    """The most specific of `places` that has coordinates."""
    return next((where for where in places if where.lat is not None and where.lon is not None), None)


def _spot(where: Where) -> str:
    return f"{where.entry or where.name} {where.lat} {where.lon} {where.radius_km}"


def folded(words: str) -> str:
    """`words` for comparing: without case, accents and doubled blanks."""
    if not words.isascii():
        from anyascii import anyascii

        words = anyascii(words)
    return " ".join(words.casefold().split())


def ordinal(day: str | None) -> int:
    """The number of an ISO day, `UNKNOWN_DAY` for none."""
    return date.fromisoformat(day).toordinal() if day else UNKNOWN_DAY


def _day(event: Event, side: str) -> int:
    return ordinal(getattr(event.when, side, None))


def _names(parties: Iterable[Party]) -> dict[str, None]:
    return dict.fromkeys(party.name for party in parties)


def _highest(event: Event, what: str) -> int:
    return max((c.max or c.min or 0 for c in event.counts if c.what == what), default=0)
