"""Timeline: events in order of time, and under each the events that a report calls an answer to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import Event


@dataclass(frozen=True, slots=True)
class Moment:
    """An event on the time line. `depth` is how many answers lead to it: 0 for what answers nothing shown."""

    event: Event
    depth: int


def timeline(events: Iterable[Event]) -> list[Moment]:
    """`events`, which are in order of time, each followed by its answers, and these by theirs."""
    listed = list(events)
    known = {event.id for event in listed}
    answers: dict[str, list[Event]] = {}
    for event in listed:
        if event.responds_to in known:
            answers.setdefault(str(event.responds_to), []).append(event)
    first = [event for event in listed if event.responds_to not in known]
    seen: set[str] = set()
    # Events that answer each other have no first one; they come last, from the earliest on.
    return [m for event in (*first, *listed) for m in _chain(event, 0, answers, seen)]


def _chain(event: Event, depth: int, answers: dict[str, list[Event]], seen: set[str]) -> Iterator[Moment]:
    if event.id in seen:
        return
    seen.add(event.id)
    yield Moment(event, depth)
    for answer in answers.get(event.id, ()):
        yield from _chain(answer, depth + 1, answers, seen)
