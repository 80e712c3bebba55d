from collections.abc import Callable

from dateline.model import EventClaim
from dateline.reading.responsibility import claims_of_responsibility
from tests.reading.conftest import Sentence


def event(made: Sentence, word: str, id: str = "e") -> EventClaim:
    token = made.token(word)
    span = made.report.span(token.idx, token.idx + len(token.text))
    return EventClaim(id=id, report=made.report.id, type="ASSAULT", core=True, quote=span, trigger=span)


def test_claimed(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Kataib Hezbollah claimed")
    (filled,) = claims_of_responsibility(made.doc, made.report, made.cast, [event(made, "strike")])
    assert [party.name for party in filled.claimed_by] == ["Kataib Hezbollah"]
    assert filled.denied_by == ()


def test_denied(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The militia denied")
    (filled,) = claims_of_responsibility(made.doc, made.report, made.cast, [event(made, "attack")])
    assert [party.name for party in filled.denied_by] == ["militia"]


def test_an_act_that_nobody_claims_stays_as_it_is(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Israel bombed")
    events = (event(made, "bombed"),)
    assert claims_of_responsibility(made.doc, made.report, made.cast, events) == events
