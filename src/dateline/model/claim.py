"""Claims: what one report says, in whose words. The unit of everything that dateline keeps."""

from dataclasses import dataclass

from dateline.model.grounded import Count, Party, Reason, Speaker, Term, When, Where
from dateline.model.ids import content_id
from dateline.model.span import Span
from dateline.model.vocabulary import Attribution, EventType, RelationType, Status


@dataclass(frozen=True, slots=True)
class EventClaim:
    """One mention of something done, threatened, planned or said to have been done.

    `trigger` are the words that say the event, `quote` the verbatim stretch around them. `status_cue` are the
    words that decided `status`, None when it is plain. `places` are the event's own, most specific first.
    `responds_to` is the id of another event claim of the same report. `core` is False for background.
    """

    id: str
    report: str
    type: EventType
    core: bool
    quote: Span
    trigger: Span
    mode: str | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    status: Status = "actual"
    status_cue: Span | None = None
    attribution: Attribution = "fact"
    speakers: tuple[Speaker, ...] = ()
    claimed_by: tuple[Party, ...] = ()
    denied_by: tuple[Party, ...] = ()
    when: When | None = None
    places: tuple[Where, ...] = ()
    counts: tuple[Count, ...] = ()
    instrument: Term | None = None
    responds_to: str | None = None
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """A lasting tie that the report states, read as `source` TYPE `target` (guide: `from`, `to`)."""

    id: str
    report: str
    type: RelationType
    core: bool
    source: Party
    target: Party
    quote: Span
    negated: bool = False
    when: When | None = None
    speakers: tuple[Speaker, ...] = ()
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A number about a state of things or a period, not one event's own count. `by`: whose doing, or None."""

    id: str
    report: str
    core: bool
    count: Count
    quote: Span
    by: Party | None = None
    when: When | None = None
    places: tuple[Where, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    why: tuple[Reason, ...] = ()


Claim = EventClaim | RelationClaim | FigureClaim


def event_claim_id(trigger: Span, type: EventType) -> str:
    """Id of an event claim: the report, the trigger's place in it and the type."""
    return content_id("e", trigger.report, trigger.start, trigger.end, type)


def relation_claim_id(type: RelationType, source: Span, target: Span) -> str:
    """Id of a relation claim: the report, the type and where its two ends stand."""
    return content_id("t", source.report, type, source.start, source.end, target.start, target.end)


def figure_claim_id(number: Span, what: str) -> str:
    """Id of a figure claim: the report, where the number stands and what it counts."""
    return content_id("f", number.report, number.start, number.end, what)
