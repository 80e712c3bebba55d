"""The network of ties that reports state."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.case import Rows
from dateline.case.select import check_day
from dateline.case.views import VIEWS
from dateline.model.vocabulary import RELATION_TYPES
from dateline.workbench.draw.network import HEIGHT, WIDTH, layout
from dateline.workbench.index import ordinal
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups
from dateline.workbench.tie import Tie, ties_of

_MOST_NODES = 60


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie in the drawing, from the rim of one node to that of the other."""

    tie: Tie
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the drawing; `size` grows with its ties."""

    key: str
    name: str
    x: float
    y: float
    size: float


def network(ask: Ask) -> Page:
    """Ties that may hold `on` a day, of one `type` or of one actor (`key`) where the address says so."""
    day, kind, key = (ask.params.get(name) or None for name in ("on", "type", "key"))
    if day:
        check_day(day)
    if kind and kind not in RELATION_TYPES:
        raise ValueError(f"{kind} is no tie; there are {', '.join(RELATION_TYPES)}")
    shelf = ask.state.shelf
    every = ask.state.once("ties", lambda: ties_of(shelf.record.relations, shelf))
    ties = [t for t in every if _is_meant(t, day, kind, key)]

    def context() -> Mapping[str, object]:
        drawn = _drawn(ties)
        nodes = _nodes(drawn)
        return {
            "ties": ties,
            "edges": _edges(drawn, nodes),
            "nodes": nodes,
            "size": (WIDTH, HEIGHT),
            "every": len(every),
            "types": Counter(tie.type for tie in every),
            "days": _days(every),
            "on": day,
            "type": kind,
            "key": key,
            **lookups(ask),
        }

    def rows() -> Rows:
        return VIEWS["relations"].rows(ask.state.shelf, [claim for tie in ties for claim in tie.claims])

    return Page("network", "Network", "network.html", context, rows)


def _is_meant(tie: Tie, day: str | None, kind: str | None, key: str | None) -> bool:
    return (
        (day is None or tie.holds_on(day))
        and (kind is None or tie.type == kind)
        and (key is None or key in (tie.source, tie.target))
    )


def _drawn(ties: Sequence[Tie]) -> list[Tie]:
    """The ties between those actors that have the most."""
    ranked = Counter(key for tie in ties for key in (tie.source, tie.target)).most_common(_MOST_NODES)
    kept = {key for key, _ in ranked}
    return [tie for tie in ties if tie.source in kept and tie.target in kept]


def _nodes(ties: Sequence[Tie]) -> list[Node]:
    names = {key: name for t in ties for key, name in ((t.target, t.target_name), (t.source, t.source_name))}
    counts = Counter(key for tie in ties for key in (tie.source, tie.target))
    keys = [key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    places = layout(keys, [names[key] for key in keys], [(tie.source, tie.target) for tie in ties])
    return [Node(key, names[key], *places[key], round(4 + 2.2 * counts[key] ** 0.5, 1)) for key in keys]


def _edges(ties: Sequence[Tie], nodes: Sequence[Node]) -> list[Edge]:
    at = {node.key: node for node in nodes}
    return [_edge(tie, at[tie.source], at[tie.target]) for tie in ties]


def _edge(tie: Tie, one: Node, other: Node) -> Edge:
    length = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    x, y = (other.x - one.x) / length, (other.y - one.y) / length
    ends = (one.x + x * one.size, one.y + y * one.size, other.x - x * other.size, other.y - y * other.size)
    return Edge(tie, *(round(end, 1) for end in ends))


def _days(ties: Sequence[Tie]) -> list[tuple[int, str]]:
    """The days on which something changes among ties: for the steps of the slider."""
    days = sorted({day for tie in ties for day in (tie.since, tie.until) if day})
    return [(ordinal(day), day) for day in days]
