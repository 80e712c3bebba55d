"""Events: from the triggers of a parsed report to claims with roles, time, place, status and speakers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dateline.grounding import when, where
from dateline.grounding.who import Cast
from dateline.model import Count, EventClaim, Reason, Report, Span, When, Where, event_claim_id
from dateline.reading.bystander import Bystanders
from dateline.reading.core import BACKGROUND_LEAST, is_core
from dateline.reading.count import counts_of, victims_of
from dateline.reading.features import Context
from dateline.reading.headcount import headcounts
from dateline.reading.instrument import find_instrument
from dateline.reading.kind import mode_of
from dateline.reading.lexicon import Lexicon
from dateline.reading.mention import Mention, group
from dateline.reading.quote import quote_around
from dateline.reading.role import Roles, find_roles
from dateline.reading.speaker import Attributions
from dateline.reading.status import status_of
from dateline.reading.teller import Seen, Tellers
from dateline.reading.telling import telling_of
from dateline.reading.trigger import Trigger, find_triggers, match

if TYPE_CHECKING:
    from dateline.language.tree import Doc


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Grounds:
    """A parsed report and everything that its words were brought to."""

    doc: Doc
    report: Report
    times: tuple[When, ...]
    places: tuple[Where, ...]
    cast: Cast
    attributions: Attributions


@dataclass(frozen=True, slots=True)
class Stage:
    """What all events of one report share."""

    context: Context
    setting: where.Setting
    tellers: Tellers


def find_events(grounds: Grounds, lexicon: Lexicon) -> tuple[EventClaim, ...]:
    """One claim for each mention of an event in the report's prose, in text order."""
    doc = grounds.doc
    matches = match(doc, lexicon)
    context = Context(doc, matches)
    triggers = find_triggers(context, [(p.start, p.end) for p in grounds.report.prose()])
    by_token = {trigger.token.i: trigger for trigger in triggers}
    stage = Stage(context, where.Setting(doc, grounds.places), Tellers(doc, grounds.attributions))
    found = (_claim(mention, by_token, stage, grounds) for mention in group(triggers))
    claims = {claim.id: claim for claim in found if claim is not None}
    return tuple(sorted(claims.values(), key=lambda claim: (claim.trigger.start, claim.id)))


def _claim(
    mention: Mention, triggers: Mapping[int, Trigger], stage: Stage, grounds: Grounds
) -> EventClaim | None:
    """The claim of `mention`; None for background that is not likely enough to be an event at all."""
    best, doc, report = mention.best, grounds.doc, grounds.report
    core = is_core(best, stage.context)
    if not core and best.score < BACKGROUND_LEAST:
        return None
    bystanders = Bystanders(grounds.attributions, grounds.cast, grounds.times)
    others = triggers.keys() - {trigger.token.i for trigger in mention.triggers}
    victims = [
        noun for t in mention.triggers for noun in victims_of(t.token, doc, grounds.cast, t.type, others)
    ]
    roles = find_roles(mention, triggers, grounds.cast, bystanders, victims)
    means, by_means = find_instrument([t.token for t in mention.triggers], report)
    status = status_of(best.token, best.type, doc, report, grounds.attributions)
    span, mode = _words(best, report), mode_of(mention, by_means)
    seen = Seen(best.type, mode, core, status.status, status.attribution, roles.actors)
    told = telling_of(best, seen, span, grounds.attributions, stage.tellers)
    return EventClaim(
        id=event_claim_id(span, best.type),
        report=report.id,
        type=best.type,
        core=core,
        quote=quote_around(best.token, report),
        trigger=span,
        mode=mode,
        actors=told.actors,
        targets=roles.targets,
        status=status.status,
        status_cue=status.cue,
        attribution=status.attribution,
        speakers=told.speakers,
        when=_first(when.date_of(t.token, doc, grounds.times) for t in mention.triggers),
        places=stage.setting.of(*(t.token for t in mention.triggers)),
        counts=_counts(mention, others, roles, mode, grounds),
        instrument=means,
        why=tuple(_reasons(mention, roles, report)),
    )


def _words(trigger: Trigger, report: Report) -> Span:
    doc = trigger.token.doc
    last = doc[trigger.end - 1]
    return report.span(doc[trigger.start].idx, last.idx + len(last))


def _counts(
    mention: Mention, others: Container[int], roles: Roles, mode: str | None, grounds: Grounds
) -> tuple[Count, ...]:
    doc, report, cast = grounds.doc, grounds.report, grounds.cast
    told = [
        count
        for trigger in mention.triggers
        for count in counts_of(trigger.token, doc, report, cast, trigger.type, others)
    ]
    told += headcounts(roles, mention.best.type, mode, doc, report, cast)
    found = {(count.span.start, count.what): count for count in told}
    return tuple(found[key] for key in sorted(found))


def _reasons(mention: Mention, roles: Roles, report: Report) -> Iterator[Reason]:
    for trigger in mention.triggers:
        yield Reason(trigger.reason, _words(trigger, report))
    yield from roles.why


def _first(values: Iterable[T]) -> T | None:
    """The first value that says something."""
    return next((value for value in values if value), None)
