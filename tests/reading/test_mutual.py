from collections.abc import Callable

import pytest

from dateline.model import EventClaim, Party
from dateline.model.vocabulary import EventType
from dateline.reading.mutual import mutual_accusations
from tests.reading.conftest import Sentence


def event(made: Sentence, word: str, type: EventType, actors: tuple[str, ...] = ()) -> EventClaim:
    token = made.token(word)
    span = made.report.span(token.idx, token.idx + len(token.text))
    parties = tuple(Party(name, span) for name in actors)
    return EventClaim(word, made.report.id, type, core=True, quote=span, trigger=span, actors=parties)


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


def test_who_accuse_each_other_both_accuse_and_are_accused(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The army and the guild accused")
    (told,) = mutual_accusations(made.doc, made.cast, [event(made, "accused", "ACCUSE", ("guild",))])
    assert names(told.actors) == names(told.targets) == ["army", "guild"]
    assert [speaker.party.name for speaker in told.speakers] == ["army", "guild"]


def test_each_side_is_one_of_the_two_that_fought(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The guild and the army fought")
    fought = event(made, "fought", "ASSAULT", ("guild", "army"))
    _, told = mutual_accusations(made.doc, made.cast, [fought, event(made, "accused", "ACCUSE")])
    assert names(told.actors) == names(told.targets) == ["guild", "army"]


def test_each_side_of_a_quarrel_that_nobody_is_named_in_stays_unknown(
    sentence: Callable[[str], Sentence],
) -> None:
    made = sentence("The guild and the army fought")
    events = (event(made, "fought", "ASSAULT", ("guild",)), event(made, "accused", "ACCUSE"))
    assert mutual_accusations(made.doc, made.cast, events) == events


@pytest.mark.parametrize("start", ["He accused", "The guild accused the army of torture, a charge"])
def test_an_accusation_of_somebody_else_stays_as_it_is(
    sentence: Callable[[str], Sentence], start: str
) -> None:
    made = sentence(start)
    events = (event(made, "accused", "ACCUSE", ("guild",)),)
    assert mutual_accusations(made.doc, made.cast, events) == events
