"""Actors: who stands in the events of a record, each once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.case.decided import is_decided
from dateline.model import Event, Party

if TYPE_CHECKING:
    from dateline.grounding.who.sector import Sector


@dataclass(frozen=True, slots=True)
class ActorSeen:
    """An actor of a record: how many events it `did` and `suffered`, from `first` to `last` day.

    Parties are one actor when they have one id, of the registry or by a person's decision; without one, when
    they have the very same name, never a similar one; people part these by deciding that the name is of
    another actor in each report. `joined_by` says what brings parties of several of its `reports` together,
    None where it stands in one report only.
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
    reports: tuple[str, ...]
    joined_by: str | None


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
    reports = tuple(sorted({party.span.report for party, _, _ in found}))
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
        reports=reports,
        joined_by=_joined_by(found) if len(reports) > 1 else None,
    )


def _joined_by(found: list[tuple[Party, Event, bool]]) -> str:
    """What says that the parties of several reports are one; what is weak is for a person to check."""
    party = found[0][0]
    if party.actor:
        return "decision" if is_decided(party.actor) else "registry"
    if party.kind != "named":
        return "same words"
    full = "full name" if " " in party.name else "short name"
    return f"same {full} and country" if _share_country(found) else f"same {full}"


def _share_country(found: list[tuple[Party, Event, bool]]) -> bool:
    """True where the events of every report lie in one country that all of them have."""
    countries: dict[str, set[str]] = {}
    for party, event, _ in found:
        here = {place.country for place in event.places if place.country}
        countries.setdefault(party.span.report, set()).update(here)
    return bool(set.intersection(*countries.values()))


def sector_seen(actor: ActorSeen) -> "Sector":
    """The state and the sector of an actor: by the registry, else by its words."""
    from dateline.grounding.who.current import current  # heavy, and needless where nobody asks for actors
    from dateline.grounding.who.sector import sector_of, sector_of_actor

    registry = current()
    if actor.id is not None and actor.id in registry:
        return sector_of_actor(registry[actor.id], registry)
    return sector_of(actor.name, registry)
