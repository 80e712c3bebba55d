"""The plain tree says what spaCy's document says."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc as Parsed
from spacy.tokens import Span as ParsedSpan

from dateline.language.pipeline import SHIPPED, load
from dateline.language.tree import Doc, Span

TEXT = (
    "Rebels, who had taken Kobar and two villages, told Reuters on Monday that 12 of their men were killed.\n"
    'The army\'s spokesman denied it. "Nobody died," Gen. Barham Salih said, "and nobody fled."'
)
BLANK = spacy.blank("en")(TEXT)
_VALUES = (
    "i idx text whitespace_ text_with_ws lower_ lemma_ pos_ tag_ dep_ ent_type_ is_alpha is_lower is_punct "
    "is_quote is_space is_title is_upper like_num is_sent_end"
).split()
_LISTS = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts", "sent")
_LINKS = ("head", "left_edge", "right_edge")


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    load()
    return spacy.load(SHIPPED)(TEXT)


@pytest.fixture(scope="module")
def doc(parsed: Parsed) -> Doc:
    return Doc(parsed)


def test_every_word_says_what_the_parse_says(parsed: Parsed, doc: Doc) -> None:
    assert len(doc) == len(parsed)
    for token, told in zip(doc, parsed, strict=True):
        assert [getattr(token, name) for name in _VALUES] == [getattr(told, name) for name in _VALUES]
        assert token.morph == str(told.morph)
        assert bool(token.is_sent_start) == bool(told.is_sent_start)
        assert [getattr(token, name).i for name in _LINKS] == [getattr(told, name).i for name in _LINKS]
        for name in _LISTS:
            assert [t.i for t in getattr(token, name)] == [t.i for t in getattr(told, name)], name


def test_names_and_sentences_are_those_of_the_parse(parsed: Parsed, doc: Doc) -> None:
    assert [_of(span) for span in doc.sents] == [_of(span) for span in parsed.sents]
    assert [_of(span) for span in doc.ents] == [_of(span) for span in parsed.ents]
    assert doc.ents
    assert [_of(span) for span in doc[3:20].ents] == [_of(span) for span in parsed[3:20].ents]


def test_every_stretch_has_the_root_of_the_parse(parsed: Parsed, doc: Doc) -> None:
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            assert doc[start:end].root.i == parsed[start:end].root.i
            assert _of(doc[start:end][1:-1]) == _of(parsed[start:end][1:-1])


@given(st.integers(-2, len(TEXT) + 2), st.integers(1, 40), st.sampled_from(["strict", "contract", "expand"]))
def test_characters_lead_to_the_same_words(start: int, length: int, mode: str) -> None:
    try:
        told = BLANK.char_span(start, start + length, alignment_mode=mode)
    except IndexError:  # how spaCy says that there is only a space
        return
    found = Doc(BLANK).char_span(start, start + length, alignment_mode=mode)
    assert (None if found is None else _of(found)) == (None if told is None else _of(told))


def test_a_place_outside_is_an_error_and_a_stretch_outside_is_empty(doc: Doc) -> None:
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[len(doc)]
    assert doc[5:2].text == doc[len(doc) : len(doc) + 4].text == ""


def _of(span: ParsedSpan | Span) -> tuple[object, ...]:
    return tuple(getattr(span, name) for name in ("start", "end", "start_char", "end_char", "label_", "text"))
