"""Decisions: a person's judgements beside the machine's values; kept, dated, reversible."""

from dataclasses import dataclass

from dateline.model.claim import Claim, EventClaim, FigureClaim, RelationClaim
from dateline.model.ids import content_id
from dateline.model.span import Span
from dateline.model.vocabulary import ClaimKind, DecisionKind, EditField


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a claim stands in its report, so that it is found again when other rules give it another id.

    `span` covers an event's trigger, a relation's two ends with what stands between, or a figure's number.
    `type` is the event's or relation's type or what the figure counts, as it was when the mark was made.
    """

    kind: ClaimKind
    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement of the person `by`, made `at` (ISO date and time, UTC).

    - accept, reject: each claim of `claims` is right, or is not to be in the record.
    - edit: `field` of the claims has `value` (None: none at all); `words` are the report's that say so.
    - merge: `claims` tell of one occurrence. split: no claim of `claims` tells of the same as one of `apart`.
    - same_actor, other_actor: `names` (registry ids, or names as the reports write them) are one, or are not.
    - undo: the decision of id `undoes` no longer holds, as if it had not been made.
    """

    id: str
    kind: DecisionKind
    by: str
    at: str
    claims: tuple[Mark, ...] = ()
    apart: tuple[Mark, ...] = ()
    names: tuple[str, ...] = ()
    field: EditField | None = None
    value: str | None = None
    words: Span | None = None
    undoes: str | None = None
    note: str | None = None


def decision_id(kind: DecisionKind, by: str, at: str, *about: object) -> str:
    """Id of a decision: its kind, who made it, when, and what it is about."""
    return content_id("d", kind, by, at, *about)


def mark_of(claim: Claim) -> Mark:
    """The mark by which `claim` is found again."""
    match claim:
        case EventClaim():
            return Mark("event", claim.type, claim.trigger)
        case RelationClaim():
            return Mark("relation", claim.type, _between(claim.source.span, claim.target.span, claim.quote))
        case FigureClaim():
            return Mark("figure", claim.count.what, claim.count.span)


def _between(one: Span, other: Span, quote: Span) -> Span:
    """The stretch of `quote` from one end of a relation to the other; the quote where an end lies outside."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    if not quote.start <= start < end <= quote.end:
        return quote
    return Span(quote.report, start, end, quote.text[start - quote.start : end - quote.start])
