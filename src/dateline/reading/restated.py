"""Restated: tolls told in a sentence of their own ("the toll had risen to 14, the governor said").

Such a toll is that of the last act of violence before it whose dead are counted, else of the last one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import EventClaim, Report
from dateline.reading.befalling import Toll
from dateline.reading.count import count_of
from dateline.reading.toll import find_tolls

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.grounding.who import Cast

_REACH = 4  # sentences back to the act that a toll speaks of


def restate_tolls(
    doc: Doc, report: Report, cast: Cast, events: Sequence[EventClaim]
) -> tuple[EventClaim, ...]:
    """`events` with the tolls that stand in a later sentence, in the same order; rival tolls side by side."""
    filled = list(events)
    known = {count.span.start for event in events for count in event.counts}
    for toll in find_tolls(doc, cast):
        if toll.anchor.lemma_.lower() != "toll" or toll.amount.number.start in known:
            continue
        index = _act_of(toll, doc, filled)
        if index is not None:
            counts = (*filled[index].counts, count_of(toll, report))
            filled[index] = replace(filled[index], counts=counts)
    return tuple(filled)


def _act_of(toll: Toll, doc: Doc, events: Sequence[EventClaim]) -> int | None:
    """The position of the act that the toll is of, None where none is told shortly before."""
    sentence = toll.anchor.sent
    first = sentence
    for _ in range(_REACH):
        first = doc[max(0, first.start - 1)].sent
    told = [
        index
        for index, event in enumerate(events)
        if event.type == "ASSAULT"
        and event.status != "denied"
        and first.start_char <= event.trigger.start < sentence.end_char
    ]
    counted = [index for index in told if any(c.what == toll.what for c in events[index].counts)]
    return next(reversed(counted or told), None)
