"""The way from a trigger to the phrases of its sentence, on trees built by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from dateline.grounding.who import find_actors
from dateline.reading import role
from dateline.reading.clause import path, way, whole
from dateline.reading.frame import Frames
from dateline.reading.mention import Mention
from dateline.reading.role import Chance, find_roles
from dateline.reading.trigger import Trigger
from tests.grounding.who.sentence import cast_of, doc_of


def tree(rows: str) -> Doc:
    """A document from lines of word, part of speech, head (index) and relation."""
    cells = [line.split() for line in rows.strip().splitlines()]
    return Doc(
        spacy.blank("en").vocab,
        words=[c[0] for c in cells],
        lemmas=[c[0].lower() for c in cells],
        pos=[c[1] for c in cells],
        tags=["VBN" if c[1] == "VERB" else "NN" for c in cells],
        heads=[int(c[2]) for c in cells],
        deps=[c[3] for c in cells],
    )


ACTIVE = tree("""
    Gunmen NOUN 1 nsubj
    shot VERB 1 ROOT
    officers NOUN 1 obj
    and CCONJ 4 cc
    soldiers NOUN 2 conj
""")
PASSIVE = tree("""
    Officers NOUN 2 nsubj:pass
    were AUX 2 aux:pass
    shot VERB 2 ROOT
    by ADP 4 case
    gunmen NOUN 2 obl:agent
""")
NOUN = tree("""
    attack NOUN 0 ROOT
    by ADP 2 case
    rebels NOUN 0 nmod
    on ADP 4 case
    Mosul PROPN 0 nmod
""")
RELATIVE = tree("""
    gunmen NOUN 0 ROOT
    who PRON 2 nsubj
    shot VERB 0 acl:relcl
    him PRON 2 obj
""")
PART = tree("""
    Gunmen NOUN 1 nsubj
    shot VERB 1 ROOT
    dozens NOUN 1 obj
    of ADP 4 case
    officers NOUN 2 nmod
    in ADP 6 case
    Mosul PROPN 1 obl
""")
LIGHT = tree("""
    Rebels NOUN 1 nsubj
    launched VERB 1 ROOT
    an DET 3 det
    attack NOUN 1 obj
""")


def test_passive_reads_like_active() -> None:
    assert path(ACTIVE[1], ACTIVE[2]) == ["obj"]
    assert path(PASSIVE[2], PASSIVE[0]) == ["obj"]
    assert path(PASSIVE[2], PASSIVE[4]) == ["P:by"]


def test_coordinated_phrases_share_a_place() -> None:
    assert path(ACTIVE[1], ACTIVE[4]) == path(ACTIVE[1], ACTIVE[2])


def test_a_part_shares_the_place_of_its_whole() -> None:
    dozens, officers, mosul = PART[2], PART[4], PART[6]
    assert whole(officers) is None
    assert whole(mosul) is None
    dozens.lemma_ = "dozen"
    assert whole(dozens) == officers
    assert path(PART[1], officers) == path(PART[1], dozens) == ["obj"]


def test_the_way_between_two_phrases_turns_at_the_word_above_both() -> None:
    steps, meeting = way(LIGHT[3], LIGHT[0])
    assert steps == ["^obj", "nsubj"]
    assert meeting == LIGHT[1]


def test_an_outer_subject_is_a_subject() -> None:
    outer = tree("""
        rebels NOUN 2 nsubj:outer
        are AUX 2 aux
        hiding VERB 2 ROOT
    """)
    assert path(outer[2], outer[0]) == ["nsubj"]


def test_nouns_say_their_prepositions() -> None:
    assert path(NOUN[0], NOUN[2]) == ["P:by"]
    assert path(NOUN[0], NOUN[4]) == ["P:on"]


def test_a_relative_clause_leads_to_its_noun() -> None:
    assert path(RELATIVE[2], RELATIVE[0]) == ["^acl:nsubj"]


def test_a_noun_finds_the_subject_of_the_verb_that_carries_it() -> None:
    assert path(LIGHT[3], LIGHT[0]) == ["^obj", "nsubj"]


def test_frames_tell_the_usual_places() -> None:
    frames = Frames.load()
    assert frames.roles("strike", ["P:by"]) == ["actor"]
    assert frames.roles("strike", ["P:on"]) == ["target"]
    assert frames.roles("die", ["nsubj"]) == ["target"]
    assert frames.roles("talks", ["P:between"]) == ["actor"]
    assert frames.roles("strike", ["advcl", "obj"]) == []
    assert frames.roles("no such frame", ["nsubj"]) == []


@pytest.mark.parametrize(
    ("acting", "hit", "actors", "targets"), [(0.6, 0.8, [], ["Omar"]), (0.8, 0.6, ["Omar"], [])]
)
def test_of_two_words_for_one_party_the_likelier_tells_its_role(
    sentence, monkeypatch, acting, hit, actors, targets
) -> None:
    parsed = sentence("Omar showed")
    first, verb, second = (parsed.doc[i] for i in (0, 6, 7))
    told = Trigger(verb, verb.i, verb.i + 1, "ASSAULT", None, 1.0)
    likely = [Chance(told, first, "actor", acting), Chance(told, second, "target", hit)]
    monkeypatch.setattr(role, "chances", lambda *_: likely)
    found = find_roles(Mention((told,)), {verb.i: told}, parsed.cast, None)
    assert [party.name for party in found.actors] == actors
    assert [party.name for party in found.targets] == targets


def test_who_calls_back_a_states_soldiers_acts_for_the_state(sentence, monkeypatch) -> None:
    parsed = sentence("Omar withdrew")
    omar, verb, soldiers = (parsed.doc[i] for i in (0, 1, 3))
    told = Trigger(verb, verb.i, verb.i + 1, "RETREAT", None, 1.0)
    likely = [Chance(told, omar, "actor", 0.9), Chance(told, soldiers, "target", 0.9)]
    monkeypatch.setattr(role, "chances", lambda *_: likely)
    cast = find_actors(parsed.doc, parsed.report)
    found = find_roles(Mention((told,)), {verb.i: told}, cast, None)
    assert [party.name for party in found.actors] == ["Omar", "Kenya"]
    assert found.targets == ()
    attacked = Trigger(verb, verb.i, verb.i + 1, "ASSAULT", None, 1.0)
    found = find_roles(Mention((attacked,)), {verb.i: attacked}, cast, None)
    assert [party.name for party in found.actors] == ["Omar"]
    assert [party.name for party in found.targets] == ["Kenyan soldiers"]


@pytest.mark.parametrize(("things", "target"), [("offices", "Tribune"), ("editors", "Tribune 's editors")])
def test_whose_offices_are_raided_is_the_target(monkeypatch, things, target) -> None:
    doc = doc_of(
        "Police/NOUNS/nsubj/raided raided/VERB/root the/DET/det/Tribune "
        f"Tribune/PROPN/nmod:poss/{things} ’s/PART/case/Tribune {things}/NOUNS/obj/raided",
        names={"Tribune": "ORG"},
    )
    told = Trigger(doc[1], 1, 2, "COERCE", None, 1.0)
    monkeypatch.setattr(role, "chances", lambda *_: [Chance(told, doc[5], "target", 0.9)])
    found = find_roles(Mention((told,)), {1: told}, cast_of(doc), None)
    assert [party.name for party in found.targets] == [target]


@pytest.mark.parametrize(
    ("borne", "target"), [((3, 5), "rebel 's guards and children"), ((5, 7), "rebel 's guards and children")]
)
def test_an_owner_and_a_part_are_told_with_the_whole(monkeypatch, borne, target) -> None:
    doc = doc_of(
        "Police/NOUNS/nsubj/shot shot/VERB/root the/DET/det/rebel rebel/NOUN/nmod:poss/guards "
        "’s/PART/case/rebel guards/NOUNS/obj/shot and/CCONJ/cc/children children/NOUNS/conj/guards"
    )
    told = Trigger(doc[1], 1, 2, "ASSAULT", None, 1.0)
    monkeypatch.setattr(role, "chances", lambda *_: [Chance(told, doc[i], "target", 0.9) for i in borne])
    found = find_roles(Mention((told,)), {1: told}, cast_of(doc), None)
    assert [party.name for party in found.targets] == [target]


def test_who_is_named_among_several_bears_their_role_too(monkeypatch) -> None:
    doc = doc_of(
        "Senators/NOUNS/nsubj/demanded including/VERB/case/Abdi Abdi/PROPN/nmod/Senators and/CCONJ/cc/Omar "
        "Omar/PROPN/conj/Abdi demanded/VERB/root talks/NOUNS/obj/demanded",
        names={"Abdi": "PERSON", "Omar": "PERSON"},
    )
    told = Trigger(doc[5], 5, 6, "REQUEST", None, 1.0)
    monkeypatch.setattr(role, "chances", lambda *_: [Chance(told, doc[0], "actor", 0.9)])
    found = find_roles(Mention((told,)), {5: told}, cast_of(doc), None)
    assert [party.name for party in found.actors] == ["Senators", "Abdi", "Omar"]
