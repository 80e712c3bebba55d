"""Settling: rows from elsewhere beside a registry that is there already.

Whoever the registry holds already gets the new names and ties under the id that is there, but only on strong
evidence: one item of Wikidata, or the same full name and the same state. Everybody else is an actor of their
own. A name that is somebody else's in the registry needs the report to say who is meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from dateline.grounding.who.actor import Actor, kind_of
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.rows import ActorRow, NameRow
from dateline.grounding.who.spelling import fold

_PARTIAL = frozenset({"weak", "acronym"})


@dataclass(frozen=True, slots=True)
class Settled:
    """A row under the id that it has beside the registry; `known` is whom it was joined to, and `why`."""

    row: ActorRow
    known: Actor | None
    why: str


def settled(rows: Iterable[ActorRow], registry: Registry) -> Iterator[Settled]:
    """Each actor of `rows` once, in the order of their first rows."""
    joined = [(row, *_known(row, registry)) for row in merged(rows)]
    ids = {row.id: known.id for row, known, _ in joined if known}
    for row, known, why in joined:
        yield Settled(_beside(row, registry, ids), known, why)


def merged(rows: Iterable[ActorRow]) -> list[ActorRow]:
    """The rows with those of one id as one row, in the order of their first ones."""
    grouped: defaultdict[str, list[ActorRow]] = defaultdict(list)
    for row in rows:
        grouped[row.id].append(row)
    return [same[0] if len(same) == 1 else _together(same) for same in grouped.values()]


def _together(rows: list[ActorRow]) -> ActorRow:
    first = rows[0]
    spelled = [row.name for row in rows[1:] if row.name and row.name != first.name]
    return msgspec.structs.replace(
        first,
        name=first.name or next((row.name for row in rows if row.name), None),
        names=list(dict.fromkeys([*(name for row in rows for name in row.names), *spelled])),
        not_=list(dict.fromkeys(other for row in rows for other in row.not_)),
        country=list(dict.fromkeys(code for row in rows for code in row.country)),
        roles=list(dict.fromkeys(role for row in rows for role in row.roles)),
        source=list(dict.fromkeys(source for row in rows for source in row.source)),
    )


def _known(row: ActorRow, registry: Registry) -> tuple[Actor | None, str]:
    """Whom of the registry a row is about, and why; (None, "") where that isn't sure."""
    if row.id in registry:
        return registry[row.id], "the same id"
    if row.wikidataId and (actor := registry.of_item(row.wikidataId)):
        return actor, f"the same item of Wikidata, {row.wikidataId}"
    person = kind_of([row]) == "person"
    alike = {
        actor.id: actor
        for actor, name in registry.named(row.name or "")
        if not name.needs_context and name.kind not in _PARTIAL and (actor.kind == "person") == person
    }
    actor = next(iter(alike.values()), None)
    if len(alike) != 1 or actor is None or set(row.country).isdisjoint(actor.country):
        return None, ""
    if person and " " not in fold(row.name or ""):
        return None, ""
    return actor, "the same full name and state"


def _beside(row: ActorRow, registry: Registry, ids: dict[str, str]) -> ActorRow:
    """`row` with the ids of the registry, and with names of others marked as such."""
    own = ids.get(row.id, row.id)
    names = [
        msgspec.structs.replace(name, needs_context=True) if _is_taken(name.text, own, registry) else name
        for name in row.all_names
    ]
    return msgspec.structs.replace(
        row,
        id=own,
        names=[name.text if name == NameRow(name.text) else name for name in names],
        roles=[msgspec.structs.replace(r, target=ids.get(r.target or "", r.target)) for r in row.roles],
        not_=[ids.get(other, other) for other in row.not_],
    )


def _is_taken(text: str, own: str, registry: Registry) -> bool:
    """True where others in the registry have this name and `own` has not."""
    bearers = {actor.id for actor, _ in registry.named(text)}
    return bool(bearers) and own not in bearers
