"""Whitespace governs nothing, whatever the parser made of it."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from dateline.language.spaces import spaces

VOCAB = spacy.blank("en").vocab


def parsed(rows: list[tuple[str, int, str]]) -> Doc:
    """A parse of word, head, relation."""
    words, heads, relations = zip(*rows, strict=True)
    tags = ["X"] * len(words)
    return Doc(VOCAB, words=words, heads=heads, deps=relations, tags=tags, spaces=[False] * len(words))


def test_whitespace_that_heads_a_sentence_gives_way_to_its_first_word() -> None:
    doc = spaces(
        parsed([("men", 1, "nsubj"), ("died", 2, "parataxis"), ("\u2028", 2, "ROOT"), (".", 2, "punct")])
    )
    assert [(t.head.text, t.dep_) for t in doc] == [
        ("died", "nsubj"), ("died", "ROOT"), ("died", "dep"), ("died", "punct"),
    ]  # fmt: skip
    assert (doc[2].tag_, doc[2].pos_) == ("_SP", "SPACE")


def test_what_hangs_on_whitespace_goes_to_its_head() -> None:
    doc = spaces(parsed([("He", 1, "nsubj"), ("died", 1, "ROOT"), (" ", 1, "punct"), ("here", 2, "advmod")]))
    assert doc[3].head.text == "died"
    assert (doc[2].head.text, doc[2].dep_) == ("died", "dep")


def test_a_parse_that_is_right_is_left_as_it_is() -> None:
    doc = spacy.blank("en")("no parse  here")
    assert [t.dep_ for t in spaces(doc)] == [t.dep_ for t in doc]


@pytest.mark.parametrize("rows", [[(" ", 0, "ROOT")], [("  ", 0, "ROOT"), ("a", 0, "dep")]])
def test_whitespace_alone_or_first(rows: list[tuple[str, int, str]]) -> None:
    doc = spaces(parsed(rows))
    assert [t.head.i for t in doc] == [len(rows) - 1] * len(rows)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", " ", "\n"]), st.integers(0, 9)), min_size=1, max_size=12)
)
def test_no_word_hangs_on_whitespace_and_borders_stay(shape: list[tuple[str, int]]) -> None:
    first, rows = 0, []
    for at, (word, dice) in enumerate(shape):
        first = at if dice == 0 else first  # a sentence begins, and its first token heads it
        head = first if dice % 2 else max(first, at - 1)
        rows.append((word, head, "ROOT" if head == at else "x"))
    doc = parsed(rows)
    borders = [(s.start, s.end) for s in doc.sents]
    fixed = spaces(doc)
    assert [(s.start, s.end) for s in fixed.sents] == borders
    for sentence in fixed.sents:
        if any(not token.is_space for token in sentence):
            assert not sentence.root.is_space
            assert not any(token.head.is_space for token in sentence if not token.is_space)
