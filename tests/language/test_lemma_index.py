"""Sets in place of lists change no lemma."""

import spacy
from spacy.language import Language

from dateline.language import lemma_index

TEXT = "Militants shelled two bases and were leaving worse positions"
TAGS = ["NOUN", "VERB", "NUM", "NOUN", "CCONJ", "AUX", "VERB", "ADJ", "NOUN"]


def lemmatised(nlp: Language) -> list[str]:
    doc = nlp.make_doc(TEXT)
    for token, tag in zip(doc, TAGS, strict=True):
        token.pos_ = tag
    return [token.lemma_ for token in nlp.get_pipe("lemmatizer")(doc)]


def english() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()  # type: ignore[attr-defined]
    return nlp


def test_lemmas_stay_the_same() -> None:
    indexed = english()
    lemma_index.as_sets(indexed)
    assert lemmatised(indexed) == lemmatised(english())
    words = indexed.get_pipe("lemmatizer").lookups.get_table("lemma_index")["verb"]  # type: ignore[attr-defined]
    assert isinstance(words, frozenset)
    assert "shell" in words


def test_a_pipeline_without_a_lemmatiser_is_left_alone() -> None:
    nlp = spacy.blank("en")
    lemma_index.as_sets(nlp)
    assert [token.text for token in nlp("Two")] == ["Two"]
