"""Verdict: which decisions hold, and which claims they mean, whatever ids the claims have by now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.model import Claim, Decision, Mark, mark_of
from dateline.model.vocabulary import ClaimKind

# The ends of two ties of one sentence overlap without being one tie: another type needs half of the words.
_HALF = 0.5


def holding(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody undid, in the order they were made; an undone undo undoes nothing."""
    made = {d.id: d for d in sorted(decisions, key=_moment)}
    undone: set[str] = set()
    for decision in reversed(made.values()):
        earlier = made.get(decision.undoes or "")
        if earlier and decision.id not in undone and _moment(earlier) < _moment(decision):
            undone.add(earlier.id)
    return tuple(d for d in made.values() if d.id not in undone)


def _moment(decision: Decision) -> tuple[str, str]:
    return decision.at, decision.id


class Marks:
    """Finds claims by their marks among all claims there are."""

    def __init__(self, claims: Iterable[Claim], decisions: Iterable[Decision]) -> None:
        """Only reports that `decisions` speak of are looked into."""
        asked = {mark.span.report for d in decisions for mark in (*d.claims, *d.apart)}
        self._told: Mapping[tuple[ClaimKind, str], list[tuple[Mark, str]]] = defaultdict(list)
        for claim in claims:
            if claim.report in asked:
                mark = mark_of(claim)
                self._told[mark.kind, claim.report].append((mark, claim.id))

    def find(self, mark: Mark) -> str | None:
        """The id of the claim that stands at `mark`: of the same type first, then by most common words."""
        found = self._told.get((mark.kind, mark.span.report), ())
        near = [(_likeness(mark, other), id_) for other, id_ in found if _is_near(mark, other)]
        return min(near)[1] if near else None

    def found(self, marks: Iterable[Mark]) -> list[str]:
        """The ids of all claims that stand at one of `marks`, each once."""
        return list(dict.fromkeys(id_ for mark in marks if (id_ := self.find(mark))))


def _is_near(one: Mark, other: Mark) -> bool:
    if one.kind != "relation" or one.type == other.type:
        return one.span.touches(other.span)
    whole = max(one.span.end, other.span.end) - min(one.span.start, other.span.start)
    return _common(one, other) > _HALF * whole


def _likeness(one: Mark, other: Mark) -> tuple[bool, int, int]:
    return one.type != other.type, -_common(one, other), abs(one.span.start - other.span.start)


def _common(one: Mark, other: Mark) -> int:
    return min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
