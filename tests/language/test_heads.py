"""The syntax of a text is a tree for every sentence, whatever the words and the layout."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from dateline.language import Pipeline, load
from dateline.language.heads import LONGEST, Heads
from dateline.language.pipeline import SHIPPED


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


@pytest.fixture(scope="module")
def heads() -> Heads:
    return Heads(spacy.blank("en").vocab).from_disk(SHIPPED / "parser")


def doc_of(heads: Heads, words: list[str], starts: list[bool | None]) -> Doc:
    doc = Doc(heads.vocab, words=words)
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start
    return heads(doc)


def test_subject_and_object_are_found(pipeline: Pipeline) -> None:
    doc = pipeline.parse("Rebels shelled the town on Monday.")
    assert [(t.dep_, t.head.text) for t in doc if t.dep_ in {"nsubj", "obj"}] == [
        ("nsubj", "shelled"),
        ("obj", "shelled"),
    ]
    assert doc[1].tag_ == "VBD"
    assert "Tense=Past" in str(doc[1].morph)


def test_the_layout_has_the_last_word_on_borders(heads: Heads) -> None:
    words = "Troops left . They won".split()
    kept = doc_of(heads, words, [True, None, None, False, None])
    cut = doc_of(heads, words, [True, True, None, None, None])
    assert [sentence.start for sentence in kept.sents] == [0]
    assert 1 in {sentence.start for sentence in cut.sents}


def test_every_sentence_has_one_root_however_long(pipeline: Pipeline) -> None:
    for text in ("word " * 700, "He said that " * 150, "A. " * 200, "(((( )))) -- !"):
        for sentence in pipeline.parse(text).sents:
            assert [t for t in sentence if t.head == t] == [sentence.root]
            assert sentence.root.dep_ == "ROOT"


def test_a_line_that_never_ends_is_cut_into_sentences(pipeline: Pipeline) -> None:
    doc = pipeline.parse("the rebels in town " * 300)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST
    assert all(token.sent.start <= token.head.i < token.sent.end for token in doc)


def test_whitespace_hangs_on_the_word_before_it(pipeline: Pipeline) -> None:
    doc = pipeline.parse("\n\nTroops  left.\n\nThey won.")
    assert {t.head.is_space for t in doc} == {False}
    assert {t.tag_ for t in doc if t.is_space} == {"_SP"}


def test_a_text_of_whitespace_has_whitespace_only(pipeline: Pipeline) -> None:
    assert [(t.text, t.tag_, t.dep_) for t in pipeline.parse(" \n ")] == [(" \n ", "_SP", "ROOT")]


def test_heads_that_were_never_filled_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="never filled"):
        Heads(spacy.blank("en").vocab).to_disk(tmp_path / "parser")
    assert not list(tmp_path.iterdir())
