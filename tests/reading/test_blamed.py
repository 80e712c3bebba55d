"""Who is named as the doer around the word for a deed, on trees built by hand."""

import pytest

from dateline.reading.blamed import blamed
from dateline.reading.bystander import accused
from tests.grounding.who.sentence import doc_of

ATTRIBUTED = (
    "The/DET/det/attack attack/NOUN/nsubj:pass/attribute was/AUX/aux:pass/attribute attribute/VERB/ROOT "
    "to/ADP/case/rebels rebels/NOUNS/obl/attribute"
)
BLAMED_ON = (
    "Police/NOUN/nsubj/blame blame/VERB/ROOT the/DET/det/attack attack/NOUN/obj/blame "
    "on/ADP/case/rebels rebels/NOUNS/obl/blame"
)
BEHIND = (
    "The/DET/det/rebels rebels/NOUNS/nsubj/attack are/AUX/cop/attack behind/ADP/case/attack "
    "this/DET/det/attack attack/NOUN/ROOT"
)
RESPONSIBLE = (
    "The/DET/det/rebels rebels/NOUNS/nsubj/responsible are/AUX/cop/responsible responsible/ADJ/ROOT "
    "for/ADP/case/attack the/DET/det/attack attack/NOUN/obl/responsible"
)
HELD = (
    "Police/NOUN/nsubj/hold hold/VERB/ROOT the/DET/det/rebels rebels/NOUNS/obj/hold "
    "responsible/ADJ/xcomp/hold for/ADP/case/attack the/DET/det/attack attack/NOUN/obl/responsible"
)


@pytest.mark.parametrize("sentence", [ATTRIBUTED, BLAMED_ON, BEHIND, RESPONSIBLE, HELD])
def test_who_is_named_as_the_doer(sentence: str) -> None:
    doc = doc_of(sentence)
    deed = next(token for token in doc if token.text == "attack")
    doer = blamed(deed)
    assert doer is not None
    assert doer.text == "rebels"


def test_who_is_responsible_for_something_else_did_not_do_it() -> None:
    sentence = (
        "The/DET/det/minister minister/NOUN/nsubj/condemn responsible/ADJ/amod/minister "
        "for/ADP/case/trade trade/NOUN/obl/responsible condemn/VERB/ROOT the/DET/det/attack "
        "attack/NOUN/obj/condemn"
    )
    assert blamed(doc_of(sentence)[-1]) is None


def test_who_is_implicated_in_it_is_accused_of_it() -> None:
    sentence = (
        "Police/NOUN/nsubj/implicate implicate/VERB/ROOT two/NUM/nummod/officers "
        "officers/NOUNS/obj/implicate in/ADP/case/attack the/DET/det/attack attack/NOUN/obl/implicate"
    )
    doc = doc_of(sentence)
    doer = accused(doc[-1])
    assert doer is not None
    assert doer.text == "officers"
