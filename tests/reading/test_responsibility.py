from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Token

from dateline.model import EventClaim, Party, Speaker
from dateline.reading.responsibility import claims_of_responsibility
from dateline.reading.speaker import find_attributions
from tests.reading.conftest import PlainCast, Sentence


def event(made: Sentence, word: str, id: str = "e") -> EventClaim:
    token = made.token(word)
    span = made.report.span(token.idx, token.idx + len(token.text))
    return EventClaim(id=id, report=made.report.id, type="ASSAULT", core=True, quote=span, trigger=span)


def test_claimed(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Kataib Hezbollah claimed")
    (filled,) = claims_of_responsibility(made.doc, made.cast, [event(made, "strike")])
    assert [party.name for party in filled.claimed_by] == ["Kataib Hezbollah"]
    assert filled.denied_by == ()


def test_whoever_claims_responsibility_is_somebody(sentence: Callable[[str], Sentence]) -> None:
    class Nobody(PlainCast):
        def is_actor(self, token: Token) -> bool:
            return False

    made = sentence("Kataib Hezbollah claimed")
    (filled,) = claims_of_responsibility(made.doc, Nobody(made.report), [event(made, "strike")])  # type: ignore[arg-type]
    assert [party.name for party in filled.claimed_by] == ["Kataib Hezbollah"]


def test_denied(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The militia denied")
    (filled,) = claims_of_responsibility(made.doc, made.cast, [event(made, "attack")])
    assert [party.name for party in filled.denied_by] == ["militia"]


def test_an_act_that_nobody_claims_stays_as_it_is(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Israel bombed")
    events = (event(made, "bombed"),)
    assert claims_of_responsibility(made.doc, made.cast, events) == events


def test_nobody_claims(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("No group has claimed")
    (filled,) = claims_of_responsibility(made.doc, made.cast, [event(made, "attack")])
    assert filled.claimed_by == ()


def test_what_is_neither_confirmed_nor_denied_is_not_denied(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The army neither")
    (filled,) = claims_of_responsibility(made.doc, made.cast, [event(made, "attack")])
    assert filled.denied_by == ()


@pytest.mark.parametrize(
    ("start", "word", "expected"),
    [
        ("The army denied bombing", "bombing", "army"),
        ("Troops shelled the town. Rwanda", "shelled", "Rwanda"),
        ("Troops shelled the town. Iran", "attack", "Iran"),
    ],
)
def test_denials_in_other_words(
    sentence: Callable[[str], Sentence], start: str, word: str, expected: str
) -> None:
    made = sentence(start)
    (filled,) = claims_of_responsibility(made.doc, made.cast, [event(made, word)])
    assert [party.name for party in filled.denied_by] == [expected]


@pytest.mark.parametrize(("start", "word"), [("We did not bomb", "bomb"), ("Our forces", "attacked")])
def test_whoever_says_that_he_did_not_do_it_denies_it(
    sentence: Callable[[str], Sentence], start: str, word: str
) -> None:
    made = sentence(start)
    (speaker,) = find_attributions(made.doc, made.report, made.cast).speakers(made.token(word))
    told = replace(event(made, word), status="denied", speakers=(speaker,))
    (filled,) = claims_of_responsibility(made.doc, made.cast, [told])
    assert [party.name for party in filled.denied_by] == ["spokesman"]


def test_a_bare_denial_is_about_an_act_of_the_same_party(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Troops shelled the town. Rwanda")
    actor = made.cast.parties(made.token("Rwanda"))
    acts = [replace(event(made, "shelled", "e1"), actors=actor), event(made, "town", "e2")]
    filled = claims_of_responsibility(made.doc, made.cast, acts)
    assert [bool(each.denied_by) for each in filled] == [True, False]


def told(made: Sentence, word: str, schema: str | None) -> EventClaim:
    """The event that `word` says, done by the first speaker over it, who is of `schema`."""
    (speaker,) = find_attributions(made.doc, made.report, made.cast).speakers(made.token(word))
    party = replace(speaker.party, schema=schema)
    return replace(event(made, word), actors=(party,), speakers=(replace(speaker, party=party),))


@pytest.mark.parametrize(("schema", "claims"), [("Organization", ["Lashkar"]), ("PublicBody", [])])
def test_a_group_that_tells_of_its_own_attack_claims_it(
    sentence: Callable[[str], Sentence], schema: str, claims: list[str]
) -> None:
    made = sentence("The Lashkar said its men")
    acts = [told(made, "attacked", schema)]
    (filled,) = claims_of_responsibility(made.doc, made.cast, acts)
    assert [party.name for party in filled.claimed_by] == claims


def test_it_is_the_act_told_before(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Shells hit Avdo")
    (filled,) = claims_of_responsibility(made.doc, made.cast, [event(made, "hit")])
    assert [party.name for party in filled.claimed_by] == ["Lashkar"]


def test_who_rarely_claims_his_attacks_claims_none(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Israel rarely claims")
    (filled,) = claims_of_responsibility(made.doc, made.cast, [event(made, "attacks")])
    assert filled.claimed_by == ()


@pytest.mark.parametrize(
    "start",
    ["The guild accused the army of torture, which", "The guild accused the army of torture, a charge"],
)
def test_a_charge_called_untrue_is_denied_and_so_is_the_deed(
    sentence: Callable[[str], Sentence], start: str
) -> None:
    made = sentence(start)
    accusing = replace(event(made, "accused", "e1"), type="ACCUSE")
    filled = claims_of_responsibility(made.doc, made.cast, [accusing, event(made, "torture", "e2")])
    assert [[party.name for party in each.denied_by] for each in filled] == [["army"], ["army"]]


def test_a_court_that_dismisses_a_lawsuit_denies_nothing(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("A judge dismissed")
    suit = replace(event(made, "lawsuit"), type="ACCUSE", mode="lawsuit")
    assert claims_of_responsibility(made.doc, made.cast, [suit]) == (suit,)


def test_who_claims_both_attacks_claims_each_told_before(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Shells hit the port")
    events = [event(made, word, word) for word in ("hit", "struck", "attacks")]
    filled = claims_of_responsibility(made.doc, made.cast, events)
    assert [[party.name for party in told.claimed_by] for told in filled] == [["Lashkar"]] * 3


def test_denied_this_is_of_what_another_said_before(sentence: Callable[[str], Sentence]) -> None:
    class NoSources(PlainCast):
        def is_actor(self, token: Token) -> bool:
            return token.lemma_ != "source" and super().is_actor(token)

    made = sentence("An official said the men")
    official = Party("official", made.report.span(3, 11))
    told = replace(event(made, "released"), type="RETREAT")
    said = replace(told, speakers=(Speaker(official),))
    cast = NoSources(made.report)
    (denied,) = claims_of_responsibility(made.doc, cast, [said])  # type: ignore[arg-type]
    assert [party.name for party in denied.denied_by] == ["government source"]
    assert claims_of_responsibility(made.doc, cast, [told]) == (told,)  # type: ignore[arg-type]
