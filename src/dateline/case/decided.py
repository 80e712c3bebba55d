"""Decided: decisions as people read them: what was decided, whether it holds, on what it acts."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.case.column import tolls
from dateline.case.shelf import Shelf
from dateline.model import Decision, EventClaim, Mark, Party
from dateline.model.vocabulary import DecisionKind, EditField

_NAMED = 3
_DECIDED = re.compile(r"a-[0-9a-f]{16}")
_HEADINGS: dict[DecisionKind, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "merge": "one event",
    "split": "another event",
    "same_actor": "one actor",
    "other_actor": "different actors",
}


@dataclass(frozen=True, slots=True)
class DecisionSeen:
    """A decision, `about` what in words, the ids of the `events` that it shaped, whether it `holds`, and for
    one that holds without changing all it speaks of, why (`idle`). `read` is what was read where it edits.
    """

    decision: Decision
    about: str
    holds: bool
    idle: str | None
    read: str | None
    events: tuple[str, ...]


def decisions_seen(shelf: Shelf) -> Iterator[DecisionSeen]:
    """All decisions of a case in the order they were made."""
    holding = {decision.id for decision in shelf.judged.holding}
    shaped: dict[str, list[str]] = {}
    for event in shelf.record.events if holding else ():
        for id_ in event.decisions:
            shaped.setdefault(id_, []).append(event.id)
    for one in shelf.decisions:
        idle, events = shelf.judged.idle.get(one.id), tuple(shaped.get(one.id, ()))
        yield DecisionSeen(one, told(shelf, one), one.id in holding, idle, _read(shelf, one), events)


def told(shelf: Shelf, decision: Decision) -> str:
    """What was decided, in words."""
    if decision.kind == "undo":
        undone = next((d for d in shelf.decisions if d.id == decision.undoes), None)
        return f"undone: {told(shelf, undone) if undone else decision.undoes}"
    about = ", ".join(decision.names) if decision.names else _claims(shelf, decision.claims)
    apart = f", than: {_claims(shelf, decision.apart)}" if decision.apart else ""
    return f"{_heading(decision)}: {about}{apart}"


def _heading(decision: Decision) -> str:
    if decision.kind == "edit":
        return f"{_field(decision.field)} is {decision.value or 'not told'}"
    return _HEADINGS[decision.kind]


def edits_of(shelf: Shelf, claims: Iterable[str]) -> list[str]:
    """The edits of `claims` with who made them and what was read of those claims before: "time 2020-01-04,
    decided by anna; read: 2020-01-03".
    """
    read: dict[str, dict[str, None]] = {}
    edits: dict[str, Decision] = {}
    for id_ in claims:
        for decision in shelf.judged.edits.get(id_, {}).values():
            edits[decision.id] = decision
            read.setdefault(decision.id, {}).update(dict.fromkeys(_values(shelf, decision, [id_])))
    if not edits:
        return []
    order = [d.id for d in shelf.judged.holding if d.id in edits]
    return [_edit(edits[id_], "; ".join(read[id_]) or None) for id_ in order]


def accepted_by(shelf: Shelf, claims: Iterable[str]) -> list[str]:
    """Who accepted `claims`, each once, in the order of deciding."""
    shaping = {id_ for claim in claims for id_ in shelf.judged.shaped_by.get(claim, ())}
    if not shaping:
        return []
    accepts = (d for d in shelf.judged.holding if d.kind == "accept" and d.id in shaping)
    return list(dict.fromkeys(d.by for d in accepts))


def _edit(decision: Decision, read: str | None) -> str:
    value = decision.value or "none"
    return f"{_field(decision.field)} {value}, decided by {decision.by}; read: {read or 'nothing'}"


def _read(shelf: Shelf, decision: Decision) -> str | None:
    """What was read of the field that `decision` edits."""
    standing = [c for c, edits in shelf.judged.edits.items() if decision in edits.values()]
    return "; ".join(dict.fromkeys(_values(shelf, decision, standing))) or None


def _values(shelf: Shelf, decision: Decision, claims: Iterable[str]) -> Iterator[str]:
    for claim in map(shelf.as_read.__getitem__, claims):
        if decision.field and isinstance(claim, EventClaim) and (value := value_of(claim, decision.field)):
            yield value


def is_decided(actor: str) -> bool:
    """True for an actor's id that comes from a person's decision and not from the registry."""
    return _DECIDED.fullmatch(actor) is not None


def value_of(claim: EventClaim, field: str) -> str | None:
    """The value that a claim has in a field that can be edited, as a person would write it."""
    return _VALUES[field](claim)


def _interval(claim: EventClaim) -> str | None:
    if claim.when is None:
        return None
    first, last = claim.when.earliest or "..", claim.when.latest or ".."
    return first if first == last else f"{first}/{last}"


def _listed(names: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(names)) or None


def _names(parties: Iterable[Party]) -> str | None:
    return _listed(party.name for party in parties)


def _field(field: EditField | None) -> str:
    return (field or "").replace("_", " ")


def _claims(shelf: Shelf, marks: tuple[Mark, ...]) -> str:
    """The first few claims by their words and reports, and how many more there are."""
    words = list(dict.fromkeys(_words(shelf, mark) for mark in marks))
    more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    return ", ".join(words[:_NAMED]) + more


def _words(shelf: Shelf, mark: Mark) -> str:
    report = shelf.reports.get(mark.span.report)
    return f"“{' '.join(mark.span.text.split())}” in {report.name if report else mark.span.report}"


_VALUES: dict[str, Callable[[EventClaim], str | None]] = {
    "type": lambda c: c.type,
    "mode": lambda c: c.mode,
    "status": lambda c: c.status,
    "core": lambda c: "yes" if c.core else "no",
    "actor": lambda c: _names(c.actors),
    "target": lambda c: _names(c.targets),
    "speaker": lambda c: _names(s.party for s in c.speakers),
    "claimed_by": lambda c: _names(c.claimed_by),
    "denied_by": lambda c: _names(c.denied_by),
    "time": _interval,
    "place": lambda c: _listed(where.name for where in c.places),
    "count": lambda c: tolls(c.counts),
    "instrument": lambda c: c.instrument.value if c.instrument else None,
}
