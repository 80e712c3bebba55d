"""Review: one claim at a time, its words on one side and what was read on the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from getpass import getuser

from dateline.case import Rows
from dateline.case.decided import told, value_of
from dateline.case.rows import Row
from dateline.model import Decision, Event, EventClaim
from dateline.model.vocabulary import EDIT_FIELDS
from dateline.workbench.choice import Choice
from dateline.workbench.desk import State
from dateline.workbench.likely import likely_same
from dateline.workbench.mark import stretches, values_of
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups
from dateline.workbench.queue import last_decisions


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a claim: its value as it stands, what was read, and the decision between them."""

    name: str
    value: str | None
    read: str | None
    edit: Decision | None


def review(ask: Ask) -> Page:
    """The next claim, or the one that the address names; `event` and the filters narrow the queue."""
    state = ask.state
    by = reviewer(ask)
    among = _among(ask)
    left = state.queue.left(state.verdicts.by.get(by, {}), ask.desk.skips.claims.get(by, []), among)
    wanted = ask.params.get("claim") or next(iter(left), None)
    claim = None
    if wanted:
        found = state.shelf.claims.get(wanted) or state.shelf.as_read[wanted]
        claim = found if isinstance(found, EventClaim) else None
    every = len(state.queue.order) if among is None else len(among)

    def context() -> Mapping[str, object]:
        shared = {
            "by": by,
            "left": len(left),
            "every": every,
            "after": _after(left, wanted),
            "agreements": state.verdicts.agreements(),
            "people": {name: len(given) for name, given in state.verdicts.by.items()},
            "last": [(d, told(state.shelf, d), _claim_of(state, d)) for d in last_decisions(state.shelf, by)],
            "query": _query(ask),
            "claim": claim,
            **lookups(ask),
        }
        return {**shared, **_about(state, claim, by)} if claim else shared

    def rows() -> Rows:
        listed: list[Row] = [
            {"claim": c, "doubts": "; ".join(state.queue.doubts[c]), "event": state.index.event_of.get(c)}
            for c in left
        ]
        return Rows("review", ("claim", "doubts", "event"), listed)

    return Page("review", "Review", "review.html", context, rows)


def reviewer(ask: Ask) -> str:
    """Who decides: as the settings say, else this machine's user."""
    return ask.settings.reviewer or getuser()


def _among(ask: Ask) -> set[str] | None:
    """The claims that the address narrows the queue to; None for all."""
    index = ask.state.index
    if event := ask.params.get("event"):
        return set(index.event(event).claims)
    choice = Choice.of(ask.params)
    if not choice.is_narrow:
        return None
    return {c for at in choice.ordered(index, choice.mask(index)) for c in index.events[at].claims}


def _query(ask: Ask) -> str:
    """What narrows the queue, as it stands in the address."""
    if event := ask.params.get("event"):
        return f"event={event}"
    return Choice.of(ask.params).address()


def _claim_of(state: State, decision: Decision) -> str | None:
    """The claim to look at to change a decision."""
    return state.queue.claim_of.get(decision.claims[0]) if decision.claims else None


def _after(left: list[str], claim: str | None) -> str | None:
    """The claim after this one in the queue, to look ahead without deciding."""
    at = left.index(claim) + 1 if claim in left else 0
    return left[at] if at < len(left) else None


def _about(state: State, claim: EventClaim, by: str) -> dict[str, object]:
    """What stands beside the words of one claim."""
    event = _event(state, claim)
    return {
        "report": state.shelf.reports[claim.report],
        "stretches": stretches(state.shelf.reports[claim.report], values_of(claim)),
        "fields": _fields(state, claim),
        "doubts": state.queue.doubts[claim.id],
        "verdict": state.verdicts.by.get(by, {}).get(state.queue.marks[claim.id]),
        "event": event,
        "others": [state.shelf.claims[c] for c in event.claims if c != claim.id] if event else [],
        "candidates": likely_same(state.index, event) if event else [],
        "times": _times(state, claim.report),
    }


def _event(state: State, claim: EventClaim) -> Event | None:
    id_ = state.index.event_of.get(claim.id)
    return state.index.event(id_) if id_ else None


def _fields(state: State, claim: EventClaim) -> list[Field]:
    read = state.shelf.as_read[claim.id]
    assert isinstance(read, EventClaim)
    edits = state.shelf.judged.edits.get(claim.id, {})
    return [Field(n, value_of(claim, n), value_of(read, n), edits.get(n)) for n in EDIT_FIELDS]


def _times(state: State, report: str) -> list[tuple[int, int, str]]:
    """The times that were read anywhere in a report: start, end, and the value to write for them."""
    claims = state.index.kept[report].claims
    times = {
        (c.when.span.start, c.when.span.end): value
        for c in claims
        if isinstance(c, EventClaim) and c.when and (value := value_of(c, "time"))
    }
    return [(start, end, value) for (start, end), value in sorted(times.items())]
