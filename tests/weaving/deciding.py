"""Decisions made by hand, one a second."""

from itertools import count

from dateline.model import Claim, Decision, decision_id, mark_of

_clock = count()


def decide(
    kind: str, *claims: Claim, by: str = "anna", at: str | None = None, apart=(), **fields
) -> Decision:
    moment = at or f"2026-01-01T00:00:00.{next(_clock):06d}+00:00"
    marks, others = tuple(map(mark_of, claims)), tuple(map(mark_of, apart))
    identity = decision_id(kind, by, moment, marks, others, *fields.values())
    return Decision(identity, kind, by, moment, marks, others, **fields)
