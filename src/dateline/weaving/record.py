"""The record: all claims of a set of reports woven into events, with what they disagree about.

A function of the sets alone: neither the order of the reports nor of the claims nor of the decisions changes
a byte.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import (
    Claim,
    Decision,
    Disagreement,
    Event,
    EventClaim,
    FigureClaim,
    Record,
    RelationClaim,
    Report,
    Update,
)
from dateline.model.vocabulary import DisagreementField, Grade
from dateline.weaving.blame import blame_disagreements
from dateline.weaving.copy import find_copies
from dateline.weaving.disagreement import disagreements_of, relation_disagreements
from dateline.weaving.event import event_of, with_responses
from dateline.weaving.facet import facets_of
from dateline.weaving.grade import grade_of
from dateline.weaving.judged import Judged, judged
from dateline.weaving.kin import kin_of
from dateline.weaving.occurrence import Occurrence, occurrences
from dateline.weaving.origin import Origins
from dateline.weaving.update import tolls_of

_UNDATED = "9999-99-99"


def weave(reports: Iterable[Report], claims: Iterable[Claim], decisions: Iterable[Decision] = ()) -> Record:
    """The record of `reports` and all their `claims` as people's `decisions` leave them.

    KeyError for a claim of another report; a decision about claims that are not there changes nothing.
    """
    return woven(reports, judged(claims, decisions))


def woven(reports: Iterable[Report], people: Judged) -> Record:
    """As `weave`, of claims that were judged already."""
    by_id = {report.id: report for report in reports}
    listed = sorted(people.claims, key=lambda c: _order(c, by_id[c.report]))
    told = [c for c in listed if isinstance(c, EventClaim)]
    relations = tuple(c for c in listed if isinstance(c, RelationClaim))
    figures = tuple(c for c in listed if isinstance(c, FigureClaim))
    copies = find_copies(by_id.values())
    kin = kin_of(relations)
    facets = facets_of(told, by_id, kin)
    origins = Origins(by_id, copies)
    events = _events(occurrences(facets, copies, people.together, people.apart), told, origins)
    disagreements, updates = _differences(events, told, by_id, {copy.copy: copy.report for copy in copies})
    home = {claim: event.id for event in events for claim in event.claims}
    disagreements.extend(blame_disagreements(told, by_id, home))
    disagreements.extend(relation_disagreements(relations))
    events = _graded(events, told, disagreements, origins, by_id)
    record = Record(tuple(events), relations, figures, tuple(disagreements), tuple(updates), tuple(copies))
    return signed(record, people)


def signed(record: Record, people: Judged) -> Record:
    """`record`, woven of claims that tell the same, with the decisions of `people` on its events."""
    events = (replace(event, decisions=_shaping(event, people)) for event in record.events)
    return replace(record, events=tuple(events))


def _order(claim: Claim, report: Report) -> tuple[str, str, int, int, str]:
    words = claim.trigger if isinstance(claim, EventClaim) else claim.quote
    return (report.published or _UNDATED, report.id, words.start, words.end, claim.id)


def _events(found: list[Occurrence], told: list[EventClaim], origins: Origins) -> list[Event]:
    events = with_responses(event_of(occurrence, origins) for occurrence in found)
    place = {claim.id: at for at, claim in enumerate(told)}

    def when(event: Event) -> tuple[str, int]:
        day = (event.when.earliest or event.when.latest) if event.when else None
        return (day or _UNDATED, min(place[claim] for claim in event.claims))

    return sorted(events, key=when)


def _graded(
    events: list[Event],
    told: list[EventClaim],
    disagreements: list[Disagreement],
    origins: Origins,
    reports: dict[str, Report],
) -> list[Event]:
    disputed: dict[str | None, list[DisagreementField]] = defaultdict(list)
    for disagreement in disagreements:
        disputed[disagreement.event].append(disagreement.field)
    by_id = {claim.id: claim for claim in told}

    def grade(event: Event) -> Grade:
        claims = [by_id[claim] for claim in event.claims]
        return grade_of(event, claims, origins, reports, disputed[event.id])

    return [replace(event, grade=grade(event)) for event in events]


def _shaping(event: Event, people: Judged) -> tuple[str, ...]:
    """The decisions that shaped the claims of `event`, in the order they were made."""
    shaping = {id_ for claim in event.claims for id_ in people.shaped_by.get(claim, ())}
    return tuple(d.id for d in people.holding if d.id in shaping) if shaping else ()


def _differences(
    events: list[Event],
    told: list[EventClaim],
    reports: dict[str, Report],
    first_texts: dict[str, str],
) -> tuple[list[Disagreement], list[Update]]:
    disagreements: list[Disagreement] = []
    updates: list[Update] = []
    place = {claim.id: at for at, claim in enumerate(told)}
    for event in events:
        claims = [told[at] for at in sorted(place[claim] for claim in event.claims)]
        disagreements.extend(disagreements_of(event, claims, reports))
        rival, revised = tolls_of(event, claims, reports, first_texts)
        disagreements.extend(rival)
        updates.extend(revised)
    return disagreements, updates
