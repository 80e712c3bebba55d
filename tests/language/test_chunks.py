"""Chunks: what the tokeniser was shown is cut as before, and not looked at twice."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from dateline.language.chunks import Chunks

TEXT = 'He said: "Don\'t go to the U.S. base (or Ain al-Asad)!" Three rockets fell at 5pm, killing 12-14...'


class Counted:
    """A search for prefixes that counts how often it is asked."""

    def __init__(self, nlp: Language) -> None:
        self.calls = 0
        self._search = nlp.tokenizer.prefix_search  # type: ignore[union-attr]

    def __call__(self, text: str) -> object:
        self.calls += 1
        return self._search(text)


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def taught() -> tuple[Language, Chunks]:
    nlp = spacy.blank("en")
    return nlp, Chunks(nlp)


def cut(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(token.text, token.whitespace_) for token in nlp.make_doc(text)]


@given(st.text(alphabet=st.sampled_from(list("aBs.,'’-\"() \n5$U")), max_size=60))
def test_the_tokens_are_the_same(plain: Language, taught: tuple[Language, Chunks], text: str) -> None:
    nlp, chunks = taught
    chunks.learn(text)
    assert cut(nlp, text) == cut(plain, text)


def test_a_chunk_that_was_shown_is_not_looked_at_again() -> None:
    nlp = spacy.blank("en")
    counted = Counted(nlp)
    nlp.tokenizer.prefix_search = counted  # type: ignore[union-attr]
    chunks = Chunks(nlp)
    chunks.learn(TEXT)
    first, counted.calls = counted.calls, 0
    chunks.learn(TEXT)
    assert cut(nlp, TEXT) == cut(spacy.blank("en"), TEXT)
    assert 0 <= counted.calls < first / 4


def test_a_tokeniser_of_another_kind_is_left_alone() -> None:
    nlp = spacy.blank("en")
    shown = []
    nlp.tokenizer = shown.append  # type: ignore[assignment]
    Chunks(nlp).learn(TEXT)
    assert shown == []
