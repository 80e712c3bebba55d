"""Lemmas that are remembered are those of the rules."""

import pytest
import spacy
from spacy.language import Language

from dateline.language import lemmas
from dateline.language.lemmas import Lemmas, remember

TEXT = "Militants shelled two bases and were leaving worse positions"
TAGS = ["NOUN", "VERB", "NUM", "NOUN", "CCONJ", "AUX", "VERB", "ADJ", "NOUN"]
OTHER_TAGS = ["NOUN", "ADJ", "NUM", "VERB", "CCONJ", "AUX", "NOUN", "ADV", "VERB"]


def lemmatised(nlp: Language, tags: list[str], first: str = "") -> list[str]:
    doc = nlp.make_doc(TEXT)
    doc[0].lemma_ = first
    for token, tag in zip(doc, tags, strict=True):
        token.pos_ = tag
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return [token.lemma_ for token in doc]


def english(mode: str = "rule") -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("lemmatizer", config={"mode": mode}).initialize()  # type: ignore[attr-defined]
    return nlp


@pytest.fixture
def remembering() -> Language:
    nlp = english()
    remember(nlp)
    assert [type(pipe) for _, pipe in nlp.pipeline] == [Lemmas]
    return nlp


def test_lemmas_stay_the_same_whatever_was_seen_before(remembering: Language) -> None:
    for tags in (TAGS, OTHER_TAGS, TAGS):
        assert lemmatised(remembering, tags) == lemmatised(english(), tags)


def test_lemmas_stay_the_same_where_too_many_are_known(
    remembering: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lemmas, "MOST", 2)
    for tags in (TAGS, OTHER_TAGS):
        assert lemmatised(remembering, tags) == lemmatised(english(), tags)


def test_a_lemma_that_was_told_stays(remembering: Language) -> None:
    assert lemmatised(remembering, TAGS, first="fighter")[0] == "fighter"
    assert lemmatised(remembering, TAGS)[0] == "militant"


def test_other_lemmatisers_are_left_alone() -> None:
    for nlp in (spacy.blank("en"), english("lookup")):
        before = nlp.pipeline
        remember(nlp)
        assert nlp.pipeline == before
