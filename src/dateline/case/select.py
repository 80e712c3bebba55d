"""Selection: which events a person wants to see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model import Event, Party, Where

_LAST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters that all must hold; None does not filter.

    `actor` and `place` match part of a name, whatever its case, accents and hyphens, or a whole registry or
    gazetteer id; `actor` also finds what stands under another name of an actor so found. `type` is an event
    type or a mode. `since` and `until` are ISO dates: events that may have happened in between are found,
    undated ones are not. ValueError when a date is none.
    """

    actor: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        for day in (self.since, self.until):
            if day is not None:
                check_day(day)

    def of(self, events: Iterable[Event]) -> Iterator[Event]:
        """Those of `events` that are wanted, in their order."""
        events = tuple(events)
        ids = self._actor_ids(events)
        return (event for event in events if self._fits(event, ids))

    def _actor_ids(self, events: tuple[Event, ...]) -> frozenset[str]:
        """Registry ids of all parties whose name has the wanted words in it."""
        if self.actor is None:
            return frozenset()
        parties = (p for event in events for p in (*event.actors, *event.targets))
        return frozenset(p.actor for p in parties if p.actor and _has(p.name, self.actor))

    def _fits(self, event: Event, ids: frozenset[str]) -> bool:
        return (
            (self.actor is None or any(self._is_actor(p, self.actor, ids) for p in event.actors))
            and (self.type is None or self.type.casefold() in _types(event))
            and (self.place is None or any(_is_at(where, self.place) for where in event.places))
            and self._is_then(event)
        )

    @staticmethod
    def _is_actor(party: Party, wanted: str, ids: frozenset[str]) -> bool:
        return _has(party.name, wanted) or party.actor == wanted or party.actor in ids

    def _is_then(self, event: Event) -> bool:
        if self.since is None and self.until is None:
            return True
        when = event.when
        if when is None or (when.earliest is None and when.latest is None):
            return False
        return (when.latest or _LAST) >= (self.since or "") and (when.earliest or "") <= (self.until or _LAST)


def check_day(day: str) -> None:
    """ValueError when `day` is no ISO date."""
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{day} is not a day; write YYYY-MM-DD") from None


def _types(event: Event) -> set[str]:
    return {event.type.casefold(), (event.mode or "").casefold()}


def _is_at(where: Where, wanted: str) -> bool:
    names = (where.name, where.country, *where.containing)
    return where.entry == wanted or any(_has(name, wanted) for name in names)


def _has(name: str | None, wanted: str) -> bool:
    return name is not None and _plain(wanted) in _plain(name)


def _plain(name: str) -> str:
    """`name` for comparing: ASCII, lower case, letters and digits only, words one blank apart."""
    from anyascii import anyascii

    letters = "".join(c if c.isalnum() else " " for c in anyascii(name).replace("'", "").lower())
    return " ".join(letters.split())
