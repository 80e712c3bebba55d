"""Floor 0: the nouns, as frozen slotted dataclasses without any I/O."""

from dateline.model.claim import (
    Claim,
    EventClaim,
    FigureClaim,
    RelationClaim,
    event_claim_id,
    figure_claim_id,
    relation_claim_id,
)
from dateline.model.decision import Decision, Mark, decision_id, mark_of
from dateline.model.errors import CaseError, DatelineError, PipelineError, ReportError, RunError
from dateline.model.grounded import Count, Party, Reason, Speaker, Term, When, Where
from dateline.model.record import Change, Copy, Disagreement, Event, Record, Side, Update
from dateline.model.report import Original, Passage, Report, report_id
from dateline.model.span import Span

__all__ = [
    "CaseError",
    "Change",
    "Claim",
    "Copy",
    "Count",
    "DatelineError",
    "Decision",
    "Disagreement",
    "Event",
    "EventClaim",
    "FigureClaim",
    "Mark",
    "Original",
    "Party",
    "Passage",
    "PipelineError",
    "Reason",
    "Record",
    "RelationClaim",
    "Report",
    "ReportError",
    "RunError",
    "Side",
    "Span",
    "Speaker",
    "Term",
    "Update",
    "When",
    "Where",
    "decision_id",
    "event_claim_id",
    "figure_claim_id",
    "mark_of",
    "relation_claim_id",
    "report_id",
]
