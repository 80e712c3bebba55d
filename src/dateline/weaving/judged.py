"""Judged: the claims as people's decisions leave them, and what the decisions bind and part."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.model import Claim, Decision, EventClaim, Reason, Span
from dateline.model.vocabulary import EDIT_FIELDS, DecisionKind
from dateline.weaving.bond import Bond, Bonds
from dateline.weaving.identity import Identities, renamed
from dateline.weaving.value import read_value
from dateline.weaving.verdict import Marks, holding

# How many of its claims a decision needs that are not rejected.
_NEEDED: Mapping[DecisionKind, int] = {"edit": 1, "merge": 2, "split": 1}


@dataclass(frozen=True, slots=True)
class Judged:
    """What decisions make of a set of claims.

    `claims` are without the rejected ones and with edited values, each under the id it was read with;
    `together` and `apart` are for `occurrences`. `shaped_by` gives, for a claim id, the ids of the decisions
    that shaped it, `edits` the edit of each field that stands. `holding` are the decisions not undone, in the
    order they were made; `idle` says of those among them that change nothing, or not all they name, why.
    """

    claims: tuple[Claim, ...]
    together: tuple[Bond, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    holding: tuple[Decision, ...] = ()
    shaped_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    edits: Mapping[str, Mapping[str, Decision]] = field(default_factory=dict)
    idle: Mapping[str, str] = field(default_factory=dict)

    def tells_same(self, other: "Judged") -> bool:
        """True where both leave the same claims and join and part them alike: one record but for `signed`."""
        return (self.claims, self.together, self.apart) == (other.claims, other.together, other.apart)


def judged(claims: Iterable[Claim], decisions: Iterable[Decision]) -> Judged:
    """`claims` as `decisions` leave them; in any order of both the same, but for the order of the claims."""
    held = holding(decisions)
    if not held:
        return Judged(tuple(claims))
    return _Bench(tuple(claims), held).judge()


def amended(claim: EventClaim, decision: Decision) -> EventClaim:
    """`claim` with the value that an edit gives it; ValueError where the field can't have that value.

    The value's words are those of the decision, else where the value itself stands in the quote, else the
    trigger. Another type leaves the claim without a mode.
    """
    assert decision.field is not None
    rule = f"decision {decision.id}"
    changed: dict[str, Any] = read_value(decision.field, decision.value, _words(claim, decision), rule)
    if changed.get("type", claim.type) != claim.type:
        changed["mode"] = None
    return replace(claim, **changed, why=(*claim.why, Reason(rule, decision.words)))


def _words(claim: EventClaim, decision: Decision) -> Callable[[str], Span]:
    def words(value: str) -> Span:
        if decision.words and decision.words.report == claim.report:
            return decision.words
        quote = claim.quote
        found = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", quote.text)
        if found is None:
            return claim.trigger
        return Span(quote.report, quote.start + found.start(), quote.start + found.end(), value)

    return words


class _Bench:
    """One judging: the claims and the decisions that hold about them."""

    def __init__(self, claims: tuple[Claim, ...], held: tuple[Decision, ...]) -> None:
        self._claims = claims
        self._held = held
        marks = Marks(claims, held)
        self._about = {d.id: marks.found(d.claims) for d in held}
        self._apart_from = {d.id: marks.found(d.apart) for d in held}
        self._shaped: dict[str, list[str]] = defaultdict(list)
        self._edits: dict[str, dict[str, Decision]] = defaultdict(dict)
        self._idle = {d.id: why for d in held if (why := self._lost(d))}

    def judge(self) -> Judged:
        verdicts = self._last(lambda d: "verdict" if d.kind in {"accept", "reject"} else None)
        rejected = {claim for claim, found in verdicts.items() if found["verdict"].kind == "reject"}
        for claim, found in verdicts.items():
            self._shaped[claim].append(found["verdict"].id)
        wanted = self._last(lambda d: d.field if d.kind == "edit" else None)
        self._mark_idle(rejected, verdicts, wanted)
        kept = [self._edited(c, wanted.get(c.id, {})) for c in self._claims if c.id not in rejected]
        kept = self._identified(kept)
        together, apart = self._bound({claim.id for claim in kept})
        place = {d.id: at for at, d in enumerate(self._held)}
        shaped = {c: tuple(sorted(set(by), key=place.__getitem__)) for c, by in self._shaped.items() if by}
        return Judged(tuple(kept), together, apart, self._held, shaped, self._edits, self._idle)

    def _lost(self, decision: Decision) -> str | None:
        marks = len(decision.claims) + len(decision.apart)
        found = len(self._about[decision.id]) + len(self._apart_from[decision.id])
        if found >= marks:
            return None
        return f"{marks - found} of {marks} claims not found" if found else "its claims are not found"

    def _mark_idle(self, rejected: set[str], *last: Mapping[str, Mapping[str, Decision]]) -> None:
        """Say of decisions whose claims were decided on again, or rejected, that they change nothing."""
        standing = {
            decision.id for found in last for topics in found.values() for decision in topics.values()
        }
        for decision in self._held:
            sides = [self._about[decision.id], self._apart_from[decision.id] or self._about[decision.id]]
            left = min(len([claim for claim in side if claim not in rejected]) for side in sides)
            if decision.id in self._idle:
                continue
            if decision.kind in {"accept", "reject", "edit"} and decision.id not in standing:
                self._idle[decision.id] = "a later decision stands instead"
            elif left < _NEEDED.get(decision.kind, 0):
                self._idle[decision.id] = "its claims are rejected"

    def _last(self, topic: Callable[[Decision], str | None]) -> dict[str, dict[str, Decision]]:
        """For each claim the last decision on each topic."""
        last: dict[str, dict[str, Decision]] = defaultdict(dict)
        for decision in self._held:
            if (name := topic(decision)) is not None:
                for claim in self._about[decision.id]:
                    last[claim][name] = decision
        return dict(last)

    def _edited(self, claim: Claim, edits: Mapping[str, Decision]) -> Claim:
        for name in EDIT_FIELDS:
            if (decision := edits.get(name)) is None or not isinstance(claim, EventClaim):
                continue
            try:
                claim = amended(claim, decision)
            except ValueError as error:
                self._idle[decision.id] = str(error)
            else:
                self._edits[claim.id][name] = decision
                self._shaped[claim.id].append(decision.id)
        return claim

    def _identified(self, claims: list[Claim]) -> list[Claim]:
        named = [d for d in self._held if d.kind in {"same_actor", "other_actor"}]
        if not named:
            return claims
        identities = Identities(claims, named)
        for decision in named:
            if unknown := identities.unknown(decision):
                self._idle[decision.id] = f"no claim names {', '.join(unknown)}"
            elif decision.kind == "same_actor" and not identities.are_one(decision):
                self._idle[decision.id] = "they are held for different actors"
        for claim in claims:
            self._shaped[claim.id].extend(identities.about(claim))
        return [renamed(claim, identities.rename) for claim in claims]

    def _bound(self, kept: set[str]) -> tuple[tuple[Bond, ...], tuple[tuple[str, str], ...]]:
        apart: dict[tuple[str, str], None] = {}
        for decision in (d for d in self._held if d.kind == "split"):
            one = [c for c in self._about[decision.id] if c in kept]
            other = [c for c in self._apart_from[decision.id] if c in kept]
            apart.update(((a, b), None) for a in one for b in other if a != b)
            for claim in (*one, *other):
                self._shaped[claim].append(decision.id)
        wanted = {d.id: self._bonds_of(d, kept) for d in self._held if d.kind == "merge"}
        bonds = Bonds((bond for listed in wanted.values() for bond in listed), apart)
        standing = set(bonds.kept)
        for id_, listed in wanted.items():
            for bond in standing.intersection(listed):
                self._shaped[bond.one].append(id_)
                self._shaped[bond.other].append(id_)
            if not standing.issuperset(listed):
                self._idle[id_] = "a split keeps its claims apart"
        return tuple(sorted(standing)), tuple(apart)

    def _bonds_of(self, decision: Decision, kept: set[str]) -> Sequence[Bond]:
        first, *others = [c for c in self._about[decision.id] if c in kept] or [""]
        return [Bond(first, other, f"decided by {decision.by}") for other in others]
