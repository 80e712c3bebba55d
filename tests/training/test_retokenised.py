"""What is told of a word is told of the token that stands for it."""

import pytest
import spacy
from spacy.language import Language

from training.conllu import Sentence, Word
from training.retokenised import NO_HEAD, retokenised


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def told(words: str) -> Sentence:
    """A sentence of `form/head/relation`, heads counted from 0; "~" glues a word to the next."""
    rows = [word.split("|") for word in words.split()]
    return Sentence(
        "d", tuple(Word(f.rstrip("~"), "T", "X", "", int(h), d, "~" not in f) for f, h, d in rows), True
    )


def test_words_that_the_tokeniser_leaves_alone_keep_their_heads(nlp: Language) -> None:
    found = retokenised(told("Rebels|1|nsubj left|1|root Homs~|1|obj .|1|punct"), nlp)
    assert [(token.form, token.head) for token in found] == [
        ("Rebels", 2),
        ("left", 0),
        ("Homs", 2),
        (".", 2),
    ]


def test_a_word_that_is_cut_is_told_by_its_last_token(nlp: Language) -> None:
    found = retokenised(told("pro-Assad|1|amod rebels|2|nsubj left|2|root"), nlp)
    assert [token.form for token in found] == ["pro", "-", "Assad", "rebels", "left"]
    assert [token.head for token in found] == [NO_HEAD, NO_HEAD, 4, 5, 0]
    assert [token.word is None for token in found] == [True, True, False, False, False]


def test_a_token_of_several_words_is_told_by_the_one_with_a_head_outside(nlp: Language) -> None:
    found = retokenised(told("killed|0|root and~|2|cc /~|3|punct or|4|cc hurt|0|conj"), nlp)
    held = next(token for token in found if token.form == "and/or")
    assert held.word is not None
    assert (held.word.form, held.head) == ("or", 3)
