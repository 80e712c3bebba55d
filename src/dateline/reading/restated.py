"""Restated: tolls that stand beside the words for their act ("the toll had risen to 14, the governor said").

A toll in a sentence of its own is that of the last act of violence before it whose dead are counted, else of
the last one. The dead and hurt that no event of a sentence counts are those of the nearest violence in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import EventClaim, Report
from dateline.reading.befalling import HARM, Toll
from dateline.reading.count import count_of
from dateline.reading.reach import sentence_back
from dateline.reading.toll import find_tolls

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc

_REACH = 4  # sentences back to the act that a toll speaks of
_DONE = frozenset({"actual", "alleged"})


def restate_tolls(
    doc: Doc, report: Report, cast: Cast, events: Sequence[EventClaim]
) -> tuple[EventClaim, ...]:
    """`events` with the tolls that no event of the sentence counts, in the same order; rival tolls stay side
    by side."""
    filled = list(events)
    known = {count.span.start for event in events for count in event.counts}
    for toll in find_tolls(doc, cast):
        if toll.amount.number.start in known:
            continue
        index = _act_of(toll, filled) if toll.again else _beside(toll, filled)
        if index is not None:
            counts = (*filled[index].counts, count_of(toll, report))
            filled[index] = replace(filled[index], counts=counts)
    return tuple(filled)


def _act_of(toll: Toll, events: Sequence[EventClaim]) -> int | None:
    """The position of the act that the toll is of, None where none is told shortly before."""
    since = sentence_back(toll.anchor, _REACH)
    violence = _violence(events, since.start_char, toll.anchor.sent.end_char)
    told = [index for index in violence if events[index].status != "denied"]
    counted = [index for index in told if any(c.what == toll.what for c in events[index].counts)]
    return next(reversed(counted or told), None)


def _beside(toll: Toll, events: Sequence[EventClaim]) -> int | None:
    """The position of the violence that is told nearest in the sentence of the dead or hurt, if any is."""
    if toll.what not in HARM:
        return None
    sentence = toll.anchor.sent
    violence = _violence(events, sentence.start_char, sentence.end_char)
    done = (index for index in violence if events[index].status in _DONE)
    return min(done, key=lambda index: abs(events[index].trigger.start - toll.anchor.idx), default=None)


def _violence(events: Sequence[EventClaim], start: int, end: int) -> Iterator[int]:
    """Positions of the violent events whose words stand between the characters `start` and `end`."""
    for index, event in enumerate(events):
        if event.type == "ASSAULT" and start <= event.trigger.start < end:
            yield index
