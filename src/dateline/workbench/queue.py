"""Queue: the claims that a person has still to look at, those with the most doubts first."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.case.shelf import Shelf
from dateline.model import Decision, EventClaim, Mark
from dateline.workbench.doubt import doubts
from dateline.workbench.index import Index

_VERDICTS = ("accept", "reject")
_LAST = 10


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What each person said last of each claim: accept or reject, by the place of the claim's words."""

    by: Mapping[str, Mapping[Mark, str]]

    @classmethod
    def of(cls, shelf: Shelf) -> "Verdicts":
        """The verdicts that hold."""
        found: dict[str, dict[Mark, str]] = {}
        for decision in shelf.judged.holding:
            if decision.kind in _VERDICTS:
                for mark in decision.claims:
                    found.setdefault(decision.by, {})[mark] = decision.kind
        return cls(found)

    def agreements(self) -> list["Agreement"]:
        """Each two people who judged some of the same claims."""
        people = sorted(self.by)
        pairs = [(a, b) for at, a in enumerate(people) for b in people[at + 1 :]]
        both = (Agreement(a, b, self._both(a, b)) for a, b in pairs)
        return [agreement for agreement in both if agreement.verdicts]

    def _both(self, one: str, other: str) -> tuple[tuple[str, str], ...]:
        """The verdicts of two people on the claims that both judged."""
        given = self.by[other]
        return tuple((verdict, given[mark]) for mark, verdict in self.by[one].items() if mark in given)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two people judged the same claims: the verdict of `one` and of `other` on each."""

    one: str
    other: str
    verdicts: tuple[tuple[str, str], ...]

    @property
    def observed(self) -> float:
        """The share of claims on which both said the same."""
        return sum(a == b for a, b in self.verdicts) / len(self.verdicts)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement beyond what chance gives; None where chance alone gives all of it."""
        count = len(self.verdicts)
        by_chance = sum(
            sum(a == v for a, _ in self.verdicts) * sum(b == v for _, b in self.verdicts) for v in _VERDICTS
        ) / (count * count)
        return None if by_chance == 1 else (self.observed - by_chance) / (1 - by_chance)


@dataclass(slots=True)
class Skips:
    """What each person put off in this run; it comes again when all else is done."""

    claims: dict[str, list[str]] = field(default_factory=dict)

    def skip(self, by: str, claim: str) -> None:
        """Put a claim to the end of a person's queue."""
        listed = self.claims.setdefault(by, [])
        if claim in listed:
            listed.remove(claim)
        listed.append(claim)


class Queue:
    """The event claims of one state of a case in the order of a review."""

    def __init__(self, shelf: Shelf, index: Index) -> None:
        self.shelf = shelf
        self.doubts: dict[str, tuple[str, ...]] = {}
        told = [claim for claim in shelf.as_read.values() if isinstance(claim, EventClaim)]
        for claim in told:
            event = index.event_of.get(claim.id)
            self.doubts[claim.id] = doubts(claim, index.event(event) if event else None, shelf)
        place = {kept.report.id: at for at, kept in enumerate(shelf.kept)}
        ranked = sorted(
            told, key=lambda c: (not c.core, -len(self.doubts[c.id]), place[c.report], c.trigger.start, c.id)
        )
        self.order = [claim.id for claim in ranked]
        self.marks = {c.id: Mark("event", c.type, c.trigger) for c in told}
        self.claim_of = {mark: claim for claim, mark in self.marks.items()}

    def left(self, judged: Mapping[Mark, str], skipped: list[str], among: set[str] | None) -> list[str]:
        """The claims that a person has not `judged`, `skipped` ones last; only those `among` where given."""
        done = {self.claim_of[mark] for mark in judged if mark in self.claim_of}
        todo = [c for c in self.order if c not in done and (among is None or c in among)]
        late, wanted = set(skipped), set(todo)
        return [c for c in todo if c not in late] + [c for c in skipped if c in wanted]


def last_decisions(shelf: Shelf, by: str) -> list[Decision]:
    """A person's last decisions that hold, the newest first."""
    return [d for d in reversed(shelf.judged.holding) if d.by == by and d.kind != "undo"][:_LAST]
