"""The timeline follows answers, and every event stands in it once."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.case.timeline import timeline
from dateline.model import Event


def event(id_: str, answers: str | None = None) -> Event:
    return Event(id_, "ASSAULT", None, True, "actual", (), (), responds_to=answers)


def line(*events: Event) -> list[tuple[str, int]]:
    return [(moment.event.id, moment.depth) for moment in timeline(events)]


def test_answers_stand_under_what_they_answer_and_answers_to_them_deeper() -> None:
    threat, other, act, retort = event("a"), event("b"), event("c", "a"), event("d", "c")
    assert line(threat, other, act, retort) == [("a", 0), ("c", 1), ("d", 2), ("b", 0)]


def test_an_answer_to_what_is_not_shown_stands_by_itself() -> None:
    assert line(event("b", "gone"), event("c")) == [("b", 0), ("c", 0)]


def test_events_that_answer_each_other_stand_once() -> None:
    assert line(event("a", "b"), event("b", "a")) == [("a", 0), ("b", 1)]


@given(st.lists(st.integers(-1, 9), min_size=10, max_size=10))
def test_every_event_stands_once_whatever_answers_what(answers: list[int]) -> None:
    events = [event(str(i), str(to) if to >= 0 else None) for i, to in enumerate(answers)]
    assert sorted(id_ for id_, _ in line(*events)) == [str(i) for i in range(10)]
