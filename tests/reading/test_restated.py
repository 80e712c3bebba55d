from collections.abc import Callable
from dataclasses import replace

from dateline.model import EventClaim
from dateline.model.vocabulary import EventType
from dateline.reading.restated import restate_tolls
from tests.reading.conftest import Sentence


def event(made: Sentence, word: str, type: EventType) -> EventClaim:
    token = made.token(word)
    span = made.report.span(token.idx, token.idx + len(token.text))
    return EventClaim(id=word, report=made.report.id, type=type, core=True, quote=span, trigger=span)


def test_tolls_of_a_later_sentence_stand_side_by_side(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("A bomb killed five")
    (told,) = restate_tolls(made.doc, made.report, made.cast, [event(made, "killed", "ASSAULT")])
    assert [(count.what, count.min, count.span.text) for count in told.counts] == [
        ("killed", 5, "five"),
        ("killed", 14, "14"),
        ("killed", 17, "17"),
    ]


def test_a_toll_is_of_no_event_but_violence(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("A bomb killed five")
    events = (event(made, "killed", "CONSULT"),)
    assert restate_tolls(made.doc, made.report, made.cast, events) == events


def test_the_dead_whom_no_event_counts_are_of_the_violence_beside_them(
    sentence: Callable[[str], Sentence],
) -> None:
    made = sentence("Shells fell on")
    (told,) = restate_tolls(made.doc, made.report, made.cast, [event(made, "fell", "ASSAULT")])
    assert [(count.what, count.who, count.min) for count in told.counts] == [("killed", "women", 2)]


def test_violence_to_come_has_no_dead(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Shells fell on")
    events = (replace(event(made, "fell", "ASSAULT"), status="threatened"),)
    assert restate_tolls(made.doc, made.report, made.cast, events) == events


def test_a_number_of_hurt_that_is_raised_later_is_of_the_act_before(
    sentence: Callable[[str], Sentence],
) -> None:
    made = sentence("A shell killed")
    (told,) = restate_tolls(made.doc, made.report, made.cast, [event(made, "killed", "ASSAULT")])
    assert [(count.what, count.min, count.max) for count in told.counts][-1] == ("injured", 34, None)


def test_another_number_for_those_told_of_counts_the_same_people(
    sentence: Callable[[str], Sentence],
) -> None:
    made = sentence("A raid wounded six")
    (told,) = restate_tolls(made.doc, made.report, made.cast, [event(made, "wounded", "ASSAULT")])
    assert [(count.what, count.who, count.min) for count in told.counts] == [
        ("injured", "guards", 6),
        ("injured", "guards", 7),
    ]
