"""Word classes: what is like what."""

import spacy
from spacy.tokens import Doc

from dateline.reading.word_class import GRAINS, classes_of


def classes(word: str, pos: str) -> tuple[str, ...]:
    return classes_of(Doc(spacy.blank("en").vocab, words=[word], lemmas=[word], pos=[pos])[0])


def test_a_word_has_one_class_a_grain() -> None:
    assert len(classes("attack", "NOUN")) == len(GRAINS)


def test_words_of_like_company_share_a_class() -> None:
    assert classes("protest", "NOUN")[-1] == classes("demonstration", "NOUN")[-1]
    assert classes("arrest", "VERB")[-1] == classes("detain", "VERB")[-1]
    assert classes("arrest", "VERB")[0] != classes("minister", "NOUN")[0]


def test_an_unknown_word_has_none() -> None:
    assert classes("zzyzx", "NOUN") == ()
