"""Actors: who stands in the events of a record, each once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import Event, Party


@dataclass(frozen=True, slots=True)
class ActorSeen:
    """An actor of a record: how many events it `did` and `suffered`, from `first` to `last` day.

    Parties are one actor when they have one registry id; without one, when they have the very same name.
    """

    name: str
    id: str | None
    kind: str
    did: int
    suffered: int
    first: str | None
    last: str | None
    also: tuple[str, ...]
    events: tuple[str, ...]


def actors_seen(events: Iterable[Event]) -> list[ActorSeen]:
    """All actors and targets of `events`, those with the most events first, then by name."""
    roles: dict[tuple[str | None, str], list[tuple[Party, Event, bool]]] = {}
    for event in events:
        for party, acts in _parties(event):
            key = (party.actor, "" if party.actor else party.name)
            roles.setdefault(key, []).append((party, event, acts))
    seen = [_seen(found) for found in roles.values()]
    return sorted(seen, key=lambda a: (-len(a.events), a.name, a.id or ""))


def _parties(event: Event) -> Iterator[tuple[Party, bool]]:
    yield from ((party, True) for party in event.actors)
    yield from ((party, False) for party in event.targets)


def _seen(found: list[tuple[Party, Event, bool]]) -> ActorSeen:
    names = [party.name for party, _, _ in found]
    name = min(set(names), key=lambda n: (-names.count(n), n))
    times = [event.when for _, event, _ in found if event.when]
    party = found[0][0]
    return ActorSeen(
        name=name,
        id=party.actor,
        kind=party.kind,
        did=len({event.id for _, event, acts in found if acts}),
        suffered=len({event.id for _, event, acts in found if not acts}),
        first=min((w.earliest for w in times if w.earliest), default=None),
        last=max((w.latest for w in times if w.latest), default=None),
        also=tuple(sorted(set(names) - {name})),
        events=tuple(dict.fromkeys(event.id for _, event, _ in found)),
    )
