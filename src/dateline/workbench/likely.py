"""Likely: events that may be the same occurrence as another, for a person to say so."""

import numpy as np

from dateline.model import Event
from dateline.workbench.index import UNKNOWN_DAY, Index, actor_key

_MOST = 6
_LOOKED_AT = 400
_DAYS = 4


def likely_same(index: Index, event: Event) -> list[Event]:
    """Events of the same type about the same time, those that share most actors and places first."""
    at = index.position[event.id]
    near = index.facets["type"].mask([event.type])
    near[at] = False
    if index.earliest[at] != UNKNOWN_DAY:
        dated = index.earliest != UNKNOWN_DAY
        near &= ~dated | (np.abs(index.earliest - index.earliest[at]) <= _DAYS)
    found = [index.events[int(i)] for i in np.flatnonzero(near)[:_LOOKED_AT]]
    shared = {other.id: _shared(event, other) for other in found}
    ranked = sorted((o for o in found if shared[o.id]), key=lambda o: (-shared[o.id], index.position[o.id]))
    return ranked[:_MOST]


def _shared(one: Event, other: Event) -> int:
    """How many actors, targets and places two events have in common."""
    mine, others = _names(one), _names(other)
    return len(mine & others)


def _names(event: Event) -> set[str]:
    return {actor_key(p) for p in (*event.actors, *event.targets)} | {w.entry or w.name for w in event.places}
