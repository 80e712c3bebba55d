"""Pairing: which event of a system's record is which event of the gold.

Two events can be a pair when one of their mentions overlaps: the trigger words touch, or the quotes share
half the shorter one and the types agree. Pairs are one to one, the likeliest first.
"""

from dataclasses import dataclass
from typing import Any

from dateline.evaluation.field import Fields, compare, kind
from dateline.evaluation.gold import QuotedText
from dateline.evaluation.name import Canonical

Plain = dict[str, Any]
Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a system event by their index, whether their types agree, and how their fields compare."""

    gold: int
    system: int
    typed: bool
    fields: Fields


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of one report, and the system events that only repeat a gold event already paired."""

    pairs: tuple[Pair, ...]
    repeats: frozenset[int]


def places_of(event: Plain, text: QuotedText) -> tuple[list[Place], int]:
    """Where the mentions of an event stand, and how many are not in the text."""
    found = [text.place(m.get("quote", ""), m.get("trigger", "")) for m in event.get("mentions", [])]
    return [place for place in found if place], sum(place is None for place in found)


def pair_events(
    gold: list[Plain],
    system: list[Plain],
    places: tuple[list[list[Place]], list[list[Place]]],
    canonical: Canonical,
) -> Pairing:
    """The pairing of all events of one report; `places` as `places_of` gives them, gold first."""
    candidates = []
    for i, mine in enumerate(gold):
        for j, theirs in enumerate(system):
            overlap = _overlap(places[0][i], places[1][j], kind(mine) == kind(theirs))
            if overlap:
                fields = compare(mine, theirs, canonical)
                candidates.append((_likelihood(overlap, mine, theirs, fields), i, j, fields))
    candidates.sort(key=lambda c: c[:3], reverse=True)
    pairs: list[Pair] = []
    for _, i, j, fields in candidates:
        if all(p.gold != i and p.system != j for p in pairs):
            pairs.append(Pair(i, j, kind(gold[i]) == kind(system[j]), fields))
    taken = {p.system for p in pairs}
    return Pairing(tuple(pairs), frozenset(j for _, _, j, _ in candidates if j not in taken))


def _overlap(gold: list[Place], system: list[Place], same_kind: bool) -> float:
    best = 0.0
    for a in gold:
        for b in system:
            if a[2] < b[3] and b[2] < a[3]:
                return 1.0
            shared = min(a[1], b[1]) - max(a[0], b[0])
            if same_kind and shared > 0 and shared >= 0.5 * min(a[1] - a[0], b[1] - b[0]):
                best = 0.5
    return best


def _likelihood(overlap: float, gold: Plain, system: Plain, fields: Fields) -> float:
    typed = 2.0 * (kind(gold) == kind(system))
    people = sum(fields.names[field].right > 0 for field in ("actor", "target"))
    when = 0.5 * bool(fields.time_near)
    return overlap + typed + 0.5 * bool(gold.get("core")) + people + 0.2 * fields.status + when
