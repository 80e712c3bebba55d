"""The record: events and disagreements as views over claims. Nothing here is kept that can't be computed."""

from dataclasses import dataclass

from dateline.model.claim import FigureClaim, RelationClaim
from dateline.model.grounded import Count, Party, Speaker, Term, When, Where
from dateline.model.span import Span
from dateline.model.vocabulary import ChangeField, DisagreementField, EventType, Grade, Status


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence as all its claims tell it. `claims` are claim ids, fullest first; `reports` report ids.

    Each value stands once, with the words of the first claim that gives it; `joins` says in words why the
    claims were taken for one occurrence. `responds_to` is an event id. `origins` names those that the claims
    go back to, each once: the first speaker quoted, or the outlet whose own words they are, copies as one.
    `grade` says how far it is borne out; `decisions` are the ids of people's decisions that shaped it.
    """

    id: str
    type: EventType
    mode: str | None
    core: bool
    status: Status
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    claimed_by: tuple[Party, ...] = ()
    denied_by: tuple[Party, ...] = ()
    when: When | None = None
    places: tuple[Where, ...] = ()
    counts: tuple[Count, ...] = ()
    instrument: Term | None = None
    responds_to: str | None = None
    origins: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    grade: Grade = "single origin"
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: the value in words, the words of the reports, and who said so."""

    value: str
    quotes: tuple[Span, ...]
    claims: tuple[str, ...]
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sides that can't all be right about one `field` of one event (`event` None for relations)."""

    id: str
    event: str | None
    about: str
    field: DisagreementField
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """A number of one event that later reports revised: its steps in order of publication, `what` counted."""

    id: str
    event: str
    what: str
    steps: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ between a text and its copy: `before` in the earlier report, `after` in the later.

    `field` says which kind of fact they state.
    """

    before: Span
    after: Span
    field: ChangeField


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that carry one text: `report` the earlier one, `copy` the later.

    `share` is how much of the shorter text stands in the other (0..1). `changes` are those differences that
    could change what is told: numbers, dates and names.
    """

    report: str
    copy: str
    share: float
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a set of reports says, woven; events in order of time, then of their first words."""

    events: tuple[Event, ...] = ()
    relations: tuple[RelationClaim, ...] = ()
    figures: tuple[FigureClaim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    updates: tuple[Update, ...] = ()
    copies: tuple[Copy, ...] = ()
