"""Who tells of an event, judges it or acts beside it bears no role in it; who is blamed for it does."""

from types import SimpleNamespace

import pytest

from dateline.model import When
from dateline.reading.bystander import Bystanders, accused, is_epithet, leader, named_head, opposed
from dateline.reading.lexicon import Lexicon
from dateline.reading.mention import Mention
from dateline.reading.role import Roles, find_roles
from dateline.reading.speaker import find_attributions
from dateline.reading.trigger import Trigger
from tests.grounding.who.sentence import doc_of


def names(parties) -> list[str]:
    return [party.name for party in parties]


def trigger(parsed, word: str, type: str = "ASSAULT") -> Trigger:
    token = parsed.token(word)
    fitting = Lexicon.load().match(token)
    entry = next((e for e in fitting.entries if e.type == type), None) if fitting else None
    return Trigger(token, token.i, token.i + 1, type, entry, 1.0)


def bystanders(parsed, times: tuple[When, ...] = ()) -> Bystanders:
    return Bystanders(find_attributions(parsed.doc, parsed.report, parsed.cast), parsed.cast, times)


def roles(parsed, word: str) -> Roles:
    told = trigger(parsed, word)
    return find_roles(Mention((told,)), {told.token.i: told}, parsed.cast, bystanders(parsed))


@pytest.mark.parametrize(
    ("opening", "word", "teller"),
    [
        ("Police said militants", "attack", "Police"),
        ("Shells killed", "killed", "medics"),
        ("Two men were killed", "killed", "ministry"),
        ("Officials told Reuters", "shot", "Officials"),
    ],
)
def test_who_says_it_neither_did_nor_suffered_it(sentence, opening, word, teller):
    parsed = sentence(opening)
    assert bystanders(parsed).bears_nothing(trigger(parsed, word), parsed.token(teller))
    found = roles(parsed, word)
    assert teller not in names(found.actors) + names(found.targets)


def test_who_is_said_to_do_it_is_no_bystander(sentence):
    parsed = sentence("Police said militants")
    assert not bystanders(parsed).bears_nothing(trigger(parsed, "attack"), parsed.token("militants"))


def test_who_announces_a_deed_of_their_own_is_no_bystander(sentence):
    parsed = sentence("The government announced plans")
    assert not bystanders(parsed).bears_nothing(trigger(parsed, "withdraw"), parsed.token("government"))


def test_the_speaker_performs_a_speech_act(sentence):
    parsed = sentence("Police said militants")
    said = trigger(parsed, "attack", "THREATEN")
    assert not bystanders(parsed).bears_nothing(said, parsed.token("Police"))


def test_who_is_accused_acts_and_the_accuser_does_not(sentence):
    parsed = sentence("He accused the army")
    assert accused(parsed.token("killing")) == parsed.token("army")
    assert names(roles(parsed, "killing").actors) == ["army"]


def test_the_accuser_is_the_actor_of_the_accusation(sentence):
    parsed = sentence("He accused the army")
    assert accused(parsed.token("accused")) is None
    assert not bystanders(parsed).never_acts(trigger(parsed, "accused", "ACCUSE"), parsed.token("He"))


def test_who_is_charged_with_it_acts_in_the_passive_too(sentence):
    parsed = sentence("Two men were charged")
    assert accused(parsed.token("killing")) == parsed.token("men")
    assert names(roles(parsed, "killing").actors) == ["men"]


@pytest.mark.parametrize("opening", ["The ministry described", "The union condemned", "The army responded"])
def test_who_describes_judges_or_answers_it_did_not_do_it(sentence, opening):
    parsed = sentence(opening)
    assert roles(parsed, "attack").actors == ()


def test_two_doers_of_two_joined_clauses_keep_to_their_own(sentence):
    parsed = sentence("Protesters burned tyres")
    assert names(roles(parsed, "fired").actors) == ["police"]
    assert names(roles(parsed, "burned").actors) == ["Protesters"]


def test_an_epithet_is_no_second_party(sentence):
    parsed = sentence("A strike killed Qassem")
    assert is_epithet(parsed.token("commander"))
    assert names(roles(parsed, "killed").targets) == ["Qassem Soleimani"]


def test_a_list_holds_no_epithets(sentence):
    parsed = sentence("Gunmen killed Omar")
    assert not is_epithet(parsed.token("policeman"))


def test_no_group_is_no_party(sentence):
    parsed = sentence("No group has claimed")
    told = trigger(parsed, "attack")
    assert bystanders(parsed).bears_nothing(told, parsed.token("group"))
    assert roles(parsed, "attack").actors == ()


def test_a_time_is_nobody(sentence):
    parsed = sentence("Ten civilians were killed")
    start = parsed.token("Monday").idx
    spot = SimpleNamespace(start=start, end=start + 6)
    asked = bystanders(parsed, (SimpleNamespace(span=spot),))
    assert asked.bears_nothing(trigger(parsed, "killed"), parsed.token("Monday"))
    assert not asked.bears_nothing(trigger(parsed, "killed"), parsed.token("civilians"))


def test_the_parts_of_a_name_lead_to_its_head(sentence):
    parsed = sentence("A strike killed Qassem")
    assert named_head(parsed.token("Qassem")) == parsed.token("Soleimani")


def test_the_positions_of_a_group_are_the_group_as_a_target(sentence):
    assert names(roles(sentence("Jets bombed"), "bombed").targets) == ["Lashkar"]


def test_who_leads_an_attack_does_it(sentence):
    parsed = sentence("A US-led")
    assert leader(parsed.token("attack")) == parsed.token("US")
    assert leader(parsed.token("killed")) is None
    assert names(roles(parsed, "attack").actors) == ["US"]


def test_whom_a_campaign_is_against_is_its_target():
    doc = doc_of(
        "An/DET/det/raid anti/ADJ/amod/raid -/PUNCT/punct/anti Lashkar/PROPN/amod/raid raid/NOUN/nsubj/hit "
        "hit/VERB/root Avdo/PROPN/obj/hit",
        names={"Lashkar": "ORG", "Avdo": "GPE"},
    )
    assert opposed(doc[4]) == doc[3]
    assert opposed(doc[6]) is None


def test_what_is_said_of_a_source_tells_of_nobody_who_acts(sentence):
    parsed = sentence("Guards were held, according")
    asked = bystanders(parsed)
    assert asked.why_nothing(trigger(parsed, "held", "COERCE"), parsed.token("Caritas")) == "only tells of it"
    assert asked.why_nothing(trigger(parsed, "held", "COERCE"), parsed.token("Guards")) is None
