"""Loom: weaves the claims of a set of reports, and again when people decided something.

A record is a function of the sets alone: neither the order of the reports nor of the claims nor of the
decisions changes a byte. What a report tells by itself, and an event that nothing touched, is kept from one
weaving to the next, so that a decision costs a part of a whole weaving and gives the same record.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from dateline.model import (
    Claim,
    Copy,
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
from dateline.weaving import collector
from dateline.weaving.blame import blame_disagreements
from dateline.weaving.bond import Bonds
from dateline.weaving.copy import find_copies
from dateline.weaving.disagreement import disagreements_of, relation_disagreements
from dateline.weaving.event import event_of, with_responses
from dateline.weaving.grade import grade_of
from dateline.weaving.judged import Judged
from dateline.weaving.kin import kin_of
from dateline.weaving.occurrence import Occurrence, occurrences
from dateline.weaving.origin import Origins
from dateline.weaving.telling import Tellings
from dateline.weaving.update import tolls_of

_UNDATED = "9999-99-99"


class Loom:
    """The record of a set of reports, for any judgement of their claims."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {report.id: report for report in reports}
        self._tellings = Tellings(self._reports)
        self._made: dict[str, tuple[Occurrence, Event]] = {}

    @collector.paused()
    def weave(self, people: Judged) -> Record:
        """The record of the claims as `people` leave them; KeyError for a claim of another report."""
        listed = sorted(people.claims, key=lambda c: _order(c, self._reports[c.report]))
        told = [c for c in listed if isinstance(c, EventClaim)]
        relations = tuple(c for c in listed if isinstance(c, RelationClaim))
        figures = tuple(c for c in listed if isinstance(c, FigureClaim))
        bonds = Bonds(people.together, people.apart)
        tellings = self._tellings.of(told, kin_of(relations), bonds)
        events = self._events(occurrences(tellings, self._copies, bonds), told)
        disagreements, updates = self._differences(events, told)
        home = {claim: event.id for event in events for claim in event.claims}
        disagreements.extend(blame_disagreements(told, self._reports, home))
        disagreements.extend(relation_disagreements(relations))
        events = self._graded(events, told, disagreements)
        record = Record(
            tuple(events), relations, figures, tuple(disagreements), tuple(updates), tuple(self._copies)
        )
        return signed(record, people)

    @cached_property
    def _copies(self) -> list[Copy]:
        return find_copies(self._reports.values())

    @cached_property
    def _origins(self) -> Origins:
        return Origins(self._reports, self._copies)

    def _events(self, found: list[Occurrence], told: list[EventClaim]) -> list[Event]:
        self._made = {one.facets[0].claim.id: (one, self._event(one)) for one in found}
        events = with_responses(event for _, event in self._made.values())
        place = {claim.id: at for at, claim in enumerate(told)}

        def when(event: Event) -> tuple[str, int]:
            day = (event.when.earliest or event.when.latest) if event.when else None
            return (day or _UNDATED, min(place[claim] for claim in event.claims))

        return sorted(events, key=when)

    def _event(self, occurrence: Occurrence) -> Event:
        known, event = self._made.get(occurrence.facets[0].claim.id, (None, None))
        return event if event and known == occurrence else event_of(occurrence, self._origins)

    def _differences(
        self, events: list[Event], told: list[EventClaim]
    ) -> tuple[list[Disagreement], list[Update]]:
        disagreements: list[Disagreement] = []
        updates: list[Update] = []
        place = {claim.id: at for at, claim in enumerate(told)}
        first_texts = {copy.copy: copy.report for copy in self._copies}
        for event in events:
            claims = [told[at] for at in sorted(place[claim] for claim in event.claims)]
            disagreements.extend(disagreements_of(event, claims, self._reports))
            rival, revised = tolls_of(event, claims, self._reports, first_texts)
            disagreements.extend(rival)
            updates.extend(revised)
        return disagreements, updates

    def _graded(
        self, events: list[Event], told: list[EventClaim], disagreements: list[Disagreement]
    ) -> list[Event]:
        disputed: dict[str | None, list[DisagreementField]] = defaultdict(list)
        for disagreement in disagreements:
            disputed[disagreement.event].append(disagreement.field)
        by_id = {claim.id: claim for claim in told}

        def grade(event: Event) -> Grade:
            claims = [by_id[claim] for claim in event.claims]
            return grade_of(event, claims, self._origins, self._reports, disputed[event.id])

        return [replace(event, grade=grade(event)) for event in events]


def signed(record: Record, people: Judged) -> Record:
    """`record`, woven of claims that tell the same, with the decisions of `people` on its events."""
    events = (replace(event, decisions=_shaping(event, people)) for event in record.events)
    return replace(record, events=tuple(events))


def _order(claim: Claim, report: Report) -> tuple[str, str, int, int, str]:
    words = claim.trigger if isinstance(claim, EventClaim) else claim.quote
    return (report.published or _UNDATED, report.id, words.start, words.end, claim.id)


def _shaping(event: Event, people: Judged) -> tuple[str, ...]:
    """The decisions that shaped the claims of `event`, in the order they were made."""
    shaping = {id_ for claim in event.claims for id_ in people.shaped_by.get(claim, ())}
    return tuple(d.id for d in people.holding if d.id in shaping) if shaping else ()
