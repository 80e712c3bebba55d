"""Columns: the columns of every view; what they mean stands in `columns.tsv`."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.case.actors import ActorSeen, sector_seen
from dateline.case.column import (
    Column,
    changes,
    ids,
    listed,
    names,
    place_columns,
    report_columns,
    reports_columns,
    said_by,
    time_columns,
    tolls,
)
from dateline.case.decided import DecisionSeen, accepted_by, edits_of
from dateline.case.origins import OriginSeen
from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.case.timeline import Moment
from dateline.case.tolls import TollSeen
from dateline.model import Copy, Disagreement, Event, EventClaim, FigureClaim, RelationClaim, Side, Update

_BETWEEN_QUOTES = " | "


@dataclass(frozen=True, slots=True)
class SideSeen:
    """One side of a disagreement, or one step of an update, with the number it has there."""

    of: Disagreement | Update
    number: int
    side: Side


def _least(what: str) -> Callable[[Event, Shelf], int | None]:
    """The lowest number that anybody gives."""
    return lambda e, _: min((c.min for c in e.counts if c.what == what and c.min is not None), default=None)


def _most(what: str) -> Callable[[Event, Shelf], int | None]:
    """The highest number that anybody gives; None where somebody leaves it open."""

    def value(event: Event, _: Shelf) -> int | None:
        given = [c.max for c in event.counts if c.what == what]
        bounded = [most for most in given if most is not None]
        return max(bounded) if given and len(bounded) == len(given) else None

    return value


EVENT: tuple[Column[Event], ...] = (
    Column("event", lambda e, _: e.id),
    *time_columns(lambda e: e.when),
    Column("type", lambda e, _: e.type),
    Column("mode", lambda e, _: e.mode),
    Column("status", lambda e, _: e.status),
    Column("actors", lambda e, _: names(e.actors)),
    Column("targets", lambda e, _: names(e.targets)),
    *place_columns(lambda e: e.places),
    Column("killed_min", _least("killed")),
    Column("killed_max", _most("killed")),
    Column("injured_min", _least("injured")),
    Column("injured_max", _most("injured")),
    Column("counts", lambda e, _: tolls(e.counts)),
    Column("instrument", lambda e, _: e.instrument.value if e.instrument else None),
    Column("said_by", lambda e, _: said_by(e.speakers)),
    Column("claimed_by", lambda e, _: names(e.claimed_by)),
    Column("denied_by", lambda e, _: names(e.denied_by)),
    Column("disputed", lambda e, s: listed(s.disputed.get(e.id, ()))),
    Column("grade", lambda e, _: e.grade),
    Column("responds_to", lambda e, _: e.responds_to),
    Column("core", lambda e, _: e.core),
    Column("actor_ids", lambda e, _: ids(e.actors)),
    Column("target_ids", lambda e, _: ids(e.targets)),
    Column("report_count", lambda e, _: len(e.reports)),
    Column("origin_count", lambda e, _: len(e.origins)),
    Column("origins", lambda e, _: listed(e.origins)),
    *reports_columns(lambda e, s: s.reports_of(e.claims)),
    Column("claims", lambda e, _: listed(e.claims)),
    Column("quotes", lambda e, s: listed((s.claims[c].quote.text for c in e.claims), _BETWEEN_QUOTES)),
    Column("joins", lambda e, _: listed(e.joins, _BETWEEN_QUOTES)),
    Column("accepted_by", lambda e, s: listed(accepted_by(s, e.claims))),
    Column("edited", lambda e, s: listed(edits_of(s, e.claims), _BETWEEN_QUOTES)),
    Column("decisions", lambda e, _: listed(e.decisions)),
)  # fmt: skip

CLAIM: tuple[Column[EventClaim], ...] = (
    Column("claim", lambda c, _: c.id),
    *report_columns(lambda c: c.report),
    Column("type", lambda c, _: c.type),
    Column("mode", lambda c, _: c.mode),
    Column("core", lambda c, _: c.core),
    Column("status", lambda c, _: c.status),
    Column("status_words", lambda c, _: c.status_cue.text if c.status_cue else None),
    Column("attribution", lambda c, _: c.attribution),
    Column("actors", lambda c, _: names(c.actors)),
    Column("actor_words", lambda c, _: listed(p.span.text for p in c.actors)),
    Column("targets", lambda c, _: names(c.targets)),
    Column("target_words", lambda c, _: listed(p.span.text for p in c.targets)),
    *time_columns(lambda c: c.when),
    *place_columns(lambda c: c.places),
    Column("counts", lambda c, _: tolls(c.counts)),
    Column("instrument", lambda c, _: c.instrument.value if c.instrument else None),
    Column("speakers", lambda c, _: said_by(c.speakers)),
    Column("claimed_by", lambda c, _: names(c.claimed_by)),
    Column("denied_by", lambda c, _: names(c.denied_by)),
    Column("responds_to", lambda c, _: c.responds_to),
    Column("quote", lambda c, _: c.quote.text),
    Column("quote_start", lambda c, _: c.quote.start),
    Column("quote_end", lambda c, _: c.quote.end),
    Column("trigger", lambda c, _: c.trigger.text),
    Column("trigger_start", lambda c, _: c.trigger.start),
    Column("trigger_end", lambda c, _: c.trigger.end),
    Column("why", lambda c, _: listed(r.rule for r in c.why)),
)  # fmt: skip

RELATION: tuple[Column[RelationClaim], ...] = (
    Column("claim", lambda c, _: c.id),
    Column("source", lambda c, _: c.source.name),
    Column("type", lambda c, _: c.type),
    Column("target", lambda c, _: c.target.name),
    Column("negated", lambda c, _: c.negated),
    *time_columns(lambda c: c.when),
    Column("speakers", lambda c, _: said_by(c.speakers)),
    Column("core", lambda c, _: c.core),
    Column("source_id", lambda c, _: c.source.actor),
    Column("target_id", lambda c, _: c.target.actor),
    *report_columns(lambda c: c.report),
    Column("quote", lambda c, _: c.quote.text),
    Column("quote_start", lambda c, _: c.quote.start),
    Column("quote_end", lambda c, _: c.quote.end),
)  # fmt: skip

FIGURE: tuple[Column[FigureClaim], ...] = (
    Column("claim", lambda c, _: c.id),
    Column("what", lambda c, _: c.count.what),
    Column("min", lambda c, _: c.count.min),
    Column("max", lambda c, _: c.count.max),
    Column("who", lambda c, _: c.count.who or None),
    Column("by", lambda c, _: c.by.name if c.by else None),
    *time_columns(lambda c: c.when),
    *place_columns(lambda c: c.places),
    Column("speakers", lambda c, _: said_by(c.speakers)),
    Column("core", lambda c, _: c.core),
    *report_columns(lambda c: c.report),
    Column("quote", lambda c, _: c.quote.text),
    Column("quote_start", lambda c, _: c.quote.start),
    Column("quote_end", lambda c, _: c.quote.end),
)  # fmt: skip


def _side_columns(group: str, part: str) -> tuple[Column[SideSeen], ...]:
    return (
        Column(group, lambda s, _: s.of.id),
        Column("event", lambda s, _: s.of.event),
        Column(part, lambda s, _: s.number),
        Column("value", lambda s, _: s.side.value),
        Column("speakers", lambda s, _: listed(s.side.speakers)),
        *reports_columns(lambda s, shelf: shelf.reports_of(s.side.claims)),
        Column("claims", lambda s, _: listed(s.side.claims)),
        Column("quotes", lambda s, _: listed((q.text for q in s.side.quotes), _BETWEEN_QUOTES)),
    )  # fmt: skip


DISAGREEMENT: tuple[Column[SideSeen], ...] = (
    *_side_columns("disagreement", "side"),
    Column("field", lambda s, _: getattr(s.of, "field", None)),
    Column("about", lambda s, _: getattr(s.of, "about", None)),
)  # fmt: skip

UPDATE: tuple[Column[SideSeen], ...] = (
    *_side_columns("update", "step"),
    Column("what", lambda s, _: getattr(s.of, "what", None)),
)

REPORT: tuple[Column[Kept], ...] = (
    Column("report", lambda k, _: k.report.id),
    Column("name", lambda k, _: k.report.name),
    Column("published", lambda k, _: k.report.published),
    Column("published_how", lambda k, _: k.report.published_how),
    Column("outlet", lambda k, _: k.report.outlet),
    Column("title", lambda k, _: k.report.title),
    Column("url", lambda k, _: k.report.url),
    Column("language", lambda k, _: k.report.language),
    Column("claims", lambda k, _: len(k.claims)),
    Column("characters", lambda k, _: len(k.report.text)),
    Column("marks", lambda k, _: listed(k.report.marks)),
    Column("kind", lambda k, _: k.report.original.kind),
    Column("sha256", lambda k, _: k.report.original.sha256),
    Column("bytes", lambda k, _: k.report.original.size),
    Column("read_by", lambda k, _: k.read_by),
)  # fmt: skip

COPY: tuple[Column[Copy], ...] = (
    *report_columns(lambda c: c.report),
    Column("copy", lambda c, _: c.copy),
    Column("copy_name", lambda c, s: s.reports[c.copy].name),
    Column("copy_outlet", lambda c, s: s.reports[c.copy].outlet),
    Column("copy_published", lambda c, s: s.reports[c.copy].published),
    Column("share", lambda c, _: round(c.share, 3)),
    Column("changes", lambda c, _: listed(changes(c), _BETWEEN_QUOTES)),
)

ACTOR: tuple[Column[ActorSeen], ...] = (
    Column("actor", lambda a, _: a.name),
    Column("actor_id", lambda a, _: a.id),
    Column("kind", lambda a, _: a.kind),
    Column("actor_country", lambda a, _: sector_seen(a).country),
    Column("sector", lambda a, _: sector_seen(a).sector),
    Column("actor_code", lambda a, _: sector_seen(a).code),
    Column("did", lambda a, _: a.did),
    Column("suffered", lambda a, _: a.suffered),
    Column("first", lambda a, _: a.first),
    Column("last", lambda a, _: a.last),
    Column("also", lambda a, _: listed(a.also)),
    Column("report_count", lambda a, _: len(a.reports)),
    Column("joined_by", lambda a, _: a.joined_by),
    Column("events", lambda a, _: listed(a.events)),
)

DECISION: tuple[Column[DecisionSeen], ...] = (
    Column("decision", lambda d, _: d.decision.id),
    Column("at", lambda d, _: d.decision.at),
    Column("by", lambda d, _: d.decision.by),
    Column("kind", lambda d, _: d.decision.kind),
    Column("about", lambda d, _: d.about),
    Column("field", lambda d, _: d.decision.field),
    Column("value", lambda d, _: d.decision.value),
    Column("read", lambda d, _: d.read),
    Column("words", lambda d, _: d.decision.words.text if d.decision.words else None),
    Column("holds", lambda d, _: d.holds),
    Column("idle", lambda d, _: d.idle),
    Column("events", lambda d, _: listed(d.events)),
    Column("note", lambda d, _: d.decision.note),
)

MOMENT: tuple[Column[Moment], ...] = (
    *time_columns(lambda m: m.event.when),
    Column("event", lambda m, _: m.event.id),
    Column("answers", lambda m, _: m.event.responds_to),
    Column("depth", lambda m, _: m.depth),
    Column("type", lambda m, _: m.event.type),
    Column("mode", lambda m, _: m.event.mode),
    Column("status", lambda m, _: m.event.status),
    Column("actors", lambda m, _: names(m.event.actors)),
    Column("targets", lambda m, _: names(m.event.targets)),
    Column("place", lambda m, _: m.event.places[0].name if m.event.places else None),
    Column("counts", lambda m, _: tolls(m.event.counts)),
    Column("grade", lambda m, _: m.event.grade),
    Column("core", lambda m, _: m.event.core),
)

TOLL: tuple[Column[TollSeen], ...] = (
    Column("event", lambda t, _: t.event.id),
    Column("what", lambda t, _: t.count.what),
    Column("published", lambda t, s: s.reports[t.claim.report].published),
    Column("min", lambda t, _: t.count.min),
    Column("max", lambda t, _: t.count.max),
    Column("who", lambda t, _: t.count.who or None),
    Column("standing", lambda t, _: t.standing),
    Column("speakers", lambda t, _: said_by(t.claim.speakers)),
    Column("outlet", lambda t, s: s.reports[t.claim.report].outlet),
    Column("report", lambda t, _: t.claim.report),
    Column("report_name", lambda t, s: s.reports[t.claim.report].name),
    Column("claim", lambda t, _: t.claim.id),
    Column("quote", lambda t, _: t.claim.quote.text),
)

ORIGIN: tuple[Column[OriginSeen], ...] = (
    Column("origin", lambda o, _: o.name),
    Column("quoted", lambda o, _: o.quoted),
    Column("event_count", lambda o, _: len(o.events)),
    Column("report_count", lambda o, _: len(o.reports)),
    Column("copy_count", lambda o, _: o.copies),
    Column("outlet_count", lambda o, _: len(o.outlets)),
    Column("value_count", lambda o, _: o.values),
    Column("repeated_by", lambda o, _: listed(o.repeated_by)),
    Column("outlets", lambda o, _: listed(o.outlets)),
    Column("reports", lambda o, _: listed(o.reports)),
    Column("events", lambda o, _: listed(o.events)),
    Column("claims", lambda o, _: listed(o.claims)),
)
