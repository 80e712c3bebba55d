"""Chosen: what of a case goes into an export, in the wording that the options ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dateline import __version__
from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.export.options import Options
from dateline.model import Claim, Decision, Event, FigureClaim, Record, RelationClaim
from dateline.model.ids import content_id

if TYPE_CHECKING:
    from dateline.weaving import Judged


class Chosen(Shelf):
    """A shelf of what was chosen. `version` names the state of the whole case that it was taken from.

    Its reports are those that the chosen claims stand in, or all of them when nothing was narrowed.
    """

    def __init__(self, kept: Iterable[Kept], record: Record, version: str, options: Options) -> None:
        super().__init__(kept)
        self.record = record
        self.version = version
        self.options = options

    @cached_property
    def claims_of(self) -> dict[str, tuple[str, ...]]:
        """The claims of each event."""
        return {event.id: event.claims for event in self.record.events}

    def decided(self, decisions: Iterable[Decision], as_read: Mapping[str, Claim], judged: "Judged") -> None:
        """Take over what people decided about what was chosen."""
        self.decisions = tuple(decisions)
        self.as_read = dict(as_read)
        self.judged = judged


def choose(shelf: Shelf, options: Options) -> Chosen:
    """What `options` take from `shelf`, masked and coarsened as they ask."""
    record = _record(shelf, options)
    claims = {claim for event in record.events for claim in event.claims}
    claims |= {tie.id for tie in record.relations} | {figure.id for figure in record.figures}
    kept = [replace(k, claims=tuple(c for c in k.claims if c.id in claims)) for k in shelf.kept]
    if options.narrows:
        kept = [k for k in kept if k.claims]
    present = {k.report.id for k in kept}
    record = replace(record, copies=tuple(c for c in record.copies if {c.report, c.copy} <= present))
    chosen = Chosen(kept, record, version_of(shelf), options)
    if shelf.decisions:
        _keep_decisions(shelf, chosen)
    if options.withheld:
        from dateline.export.withholding import withheld  # heavy: names and places

        return withheld(shelf, chosen)
    return chosen


def _keep_decisions(shelf: Shelf, chosen: Chosen) -> None:
    """Decisions about what was chosen; without a filter, all of them."""
    shaping = {id_ for event in chosen.record.events for id_ in event.decisions}
    decisions = [d for d in shelf.decisions if d.id in shaping or not chosen.options.narrows]
    as_read = {id_: shelf.as_read[id_] for id_ in chosen.claims}
    edits = {id_: edits for id_, edits in shelf.judged.edits.items() if id_ in as_read}
    chosen.decided(decisions, as_read, replace(shelf.judged, edits=edits))


def version_of(shelf: Shelf) -> str:
    """The state of a case: which reports, read by what, woven to which events under which decisions."""
    reports = (part for kept in shelf.kept for part in (kept.report.id, kept.read_by))
    events = (part for e in shelf.record.events for part in (e.id, *e.claims, *e.decisions))
    return content_id("c", __version__, *reports, *events)


def _record(shelf: Shelf, options: Options) -> Record:
    """The part of the record that is wanted; without a filter, all of it but background."""
    record = shelf.record
    events = _events(record.events, options)
    ids = {event.id for event in events}
    everything = not options.narrows
    return Record(
        events=events,
        relations=tuple(c for c in record.relations if _is_wanted(c, options)),
        figures=tuple(c for c in record.figures if _is_wanted(c, options)),
        disagreements=tuple(
            d for d in record.disagreements if d.event in ids or (everything and not d.event)
        ),
        updates=tuple(u for u in record.updates if u.event in ids),
        copies=record.copies,
    )


def _events(events: tuple[Event, ...], options: Options) -> tuple[Event, ...]:
    chosen = options.selection.of(events)
    return tuple(
        event
        for event in chosen
        if (options.background or event.core) and (options.events is None or event.id in options.events)
    )


def _is_wanted(claim: RelationClaim | FigureClaim, options: Options) -> bool:
    """Ties and figures answer to the filters that fit them; others, which fit only events, leave them out."""
    if not (options.background or claim.core):
        return False
    if not options.narrows:
        return True
    if options.events is not None or options.selection.type is not None:
        return False
    return any(options.selection.of([_as_event(claim)]))


def _as_event(claim: RelationClaim | FigureClaim) -> Event:
    """What a selection looks at, of a claim that is no event: its parties, time and places."""
    plain = Event(claim.id, "AGREE", None, claim.core, "actual", (), (), when=claim.when)
    if isinstance(claim, RelationClaim):
        return replace(plain, actors=(claim.source, claim.target))
    return replace(plain, actors=(claim.by,) if claim.by else (), places=claim.places)
