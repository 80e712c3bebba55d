"""Posts and whose they are, and who stands at the ends of a tie."""

import pytest

from tests.reading.relation.test_between import told
from tests.reading.relation.test_ruler import ties


@pytest.mark.parametrize(
    ("words", "tie"),
    [
        ("Hezbollah leader/PROPN Ann Lee", ("Ann Lee", "leads", "Hezbollah")),
        ("a/DET senior/ADJ Hezbollah commander/NOUN ,/PUNCT Ann Lee", ("Ann Lee", "member_of", "Hezbollah")),
        ("Ann Lee was/AUX elected/VERB head/NOUN of Hezbollah", ("Ann Lee", "leads", "Hezbollah")),
        ("Ann Lee met/VERB the/DET head/NOUN of Hezbollah", None),
        ("the/DET envoy/NOUN for Russia Ann Lee", None),
        ("In/ADP Aleppo ,/PUNCT the/DET spokesman/NOUN of Hezbollah spoke/VERB", None),
        (
            "the/DET Hezbollah leader/NOUN ,/PUNCT Lt/PROPN Ann Lee",
            ("Ann Lee", "leads", "Hezbollah"),
        ),
        ("the/DET Hezbollah leader/NOUN who/PRON Ann Lee met/VERB", None),
    ],
)
def test_posts(words: str, tie: tuple[str, str, str] | None) -> None:
    assert told(words) == ({tie} if tie else set())


def test_each_of_two_holders_has_his_own_post() -> None:
    found = ties(
        "Hamas/PROPN/compound/leader leader/NOUN/compound/Ann Ann/PROPN/nsubj/met Lee/PROPN/flat/Ann "
        "and/CCONJ/cc/Tom Hezbollah/PROPN/compound/chief chief/NOUN/compound/Tom Tom/PROPN/conj/Ann "
        "Hill/PROPN/flat/Tom met/VERB/root ./PUNCT/punct/met",
        names={"Hamas": "ORG", "Ann Lee": "PERSON", "Hezbollah": "ORG", "Tom Hill": "PERSON"},
    )
    assert found == {("Ann Lee", "leads", "Hamas"), ("Tom Hill", "leads", "Hezbollah")}


def test_what_is_named_after_a_group_is_the_group() -> None:
    found = ties(
        "Iran/PROPN/nsubj/funds funds/VERB/root Hamas/PROPN/compound/fighters fighters/NOUNS/obj/funds "
        "./PUNCT/punct/funds",
        names={"Iran": "GPE", "Hamas": "ORG"},
    )
    assert found == {("Iran", "backs", "Hamas")}


def test_the_state_backs_whom_its_troops_support() -> None:
    found = ties(
        "US/PROPN/compound/troops troops/NOUNS/nsubj/support support/VERB/root Hamas/PROPN/obj/support "
        "./PUNCT/punct/support",
        names={"US": "GPE", "Hamas": "ORG"},
    )
    assert found == {("United States", "backs", "Hamas")}


def test_helping_somebody_against_another_is_fighting_the_other() -> None:
    found = ties(
        "Iran/PROPN/nsubj/back back/VERB/root Hamas/PROPN/obj/back against/ADP/case/Israel "
        "Israel/PROPN/obl/back ./PUNCT/punct/back",
        names={"Iran": "GPE", "Hamas": "ORG", "Israel": "GPE"},
    )
    assert found == {("Iran", "backs", "Hamas"), ("Iran", "fights", "Israel")}


def test_a_wing_is_its_partys_whatever_its_pronoun_is_taken_for() -> None:
    found = ties(
        "Iran/PROPN/nsubj/met met/VERB/root Hamas/PROPN/obj/met and/CCONJ/cc/wing its/PRON/nmod:poss/wing "
        "armed/ADJ/amod/wing wing/NOUN/conj/Hamas ,/PUNCT/punct/Brigades Qassam/PROPN/compound/Brigades "
        "Brigades/PROPN/appos/wing ./PUNCT/punct/met",
        names={"Iran": "GPE", "Hamas": "ORG", "Qassam Brigades": "ORG"},
    )
    assert found == {("Qassam Brigades", "part_of", "Hamas")}


def test_one_fight_is_no_war_and_a_long_one_is() -> None:
    fought = "Hamas/PROPN/nsubj/{0} {1}fight/VERB/root Iran/PROPN/obj/{0} ./PUNCT/punct/{0}"
    names = {"Hamas": "ORG", "Iran": "GPE"}
    assert ties(fought.format("fight", ""), names=names) == set()
    assert ties(fought.format("fight", "has/AUX/aux/fight "), names=names) == {("Hamas", "fights", "Iran")}


def test_only_who_can_fight_is_backed() -> None:
    backed = "Iran/PROPN/nsubj/back back/VERB/root the/DET/det/{0} {0}/NOUNS/obj/back ./PUNCT/punct/back"
    assert ties(backed.format("students"), names={"Iran": "GPE"}) == set()
    assert ties(backed.format("rebels"), names={"Iran": "GPE"}) == {("Iran", "backs", "rebels")}


def test_its_leader_is_that_of_whom_the_pronoun_stands_for() -> None:
    said = "said/VERB/root ./PUNCT/punct/said"
    its = (
        "Its/PRON/nmod:poss/{0} {0}/NOUN/nsubj/said ,/PUNCT/punct/Ann Ann/PROPN/appos/{0} Lee/PROPN/flat/Ann "
        + said
    )
    names = {"Hezbollah": "ORG", "Ann Lee": "PERSON"}
    named = f"Hezbollah/PROPN/nsubj/said {said}"
    assert ties(named, its.format("leader"), names=names) == {("Ann Lee", "leads", "Hezbollah")}
    assert ties(named, its.format("premier"), names=names) == set()
