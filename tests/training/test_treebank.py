"""Treebank sentences keep their text, heads and tags together, also when varied."""

import random
from collections import Counter
from pathlib import Path

import pytest

from training.augment import curly, lower, present, unknown, upper, vary, without_articles, without_stop
from training.conllu import Sentence, Word, read_sentences
from training.treebank import stretches

CONLLU = """# newdoc id = d1
# newpar
# sent_id = 1
1	They	they	PRON	PRP	Case=Nom|Number=Plur|Person=3|PronType=Prs	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	Mood=Ind|Tense=Pres|VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	say	say	VERB	VB	VerbForm=Inf	0	root	_	_
5	"	"	PUNCT	``	_	6	punct	_	SpaceAfter=No
6	no	no	INTJ	UH	_	4	ccomp	_	SpaceAfter=No
7	"	"	PUNCT	''	_	6	punct	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = 2
1	Rebels	rebel	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	left	leave	VERB	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	_
2.1	left	leave	VERB	VBD	_	_	_	_	_
3	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = d2
# sent_id = 3
1-2	zum	_	_	_	_	_	_	_	_
1	zu	zu	ADP	IN	_	2	case	_	_
2	dem	der	DET	DT	_	0	root	_	_
"""


@pytest.fixture
def sentences(tmp_path: Path) -> list[Sentence]:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return list(read_sentences(path))


def test_the_reader_spells_out_multiword_tokens_and_leaves_out_what_it_cannot_spell(
    sentences: list[Sentence],
) -> None:
    assert [s.text for s in sentences] == ['They don\'t say "no".', "Rebels left ."]
    assert [s.doc for s in sentences] == ["d1", "d1"]
    assert [s.opens_paragraph for s in sentences] == [True, True]


def test_only_the_features_that_reading_uses_are_kept(sentences: list[Sentence]) -> None:
    assert sentences[0].words[0].morph == "Number=Plur|Person=3|PronType=Prs"


def test_stretches_lose_no_sentence(sentences: list[Sentence]) -> None:
    many = sentences * 20
    assert [s for stretch in stretches(many, random.Random(3)) for s in stretch] == many


@pytest.mark.parametrize("change", [upper, lower, curly])
def test_variants_keep_the_analysis(change: object, sentences: list[Sentence]) -> None:
    varied = change(sentences[0])  # type: ignore[operator]
    assert varied.text != sentences[0].text
    assert [(w.head, w.dep) for w in varied.words] == [(w.head, w.dep) for w in sentences[0].words]


def test_curly_marks_open_and_close(sentences: list[Sentence]) -> None:
    assert curly(sentences[0]).text == "They don’t say “no”."


def test_the_final_stop_goes_with_its_word_only(sentences: list[Sentence]) -> None:
    assert [w.form for w in without_stop(sentences[1]).words] == ["Rebels", "left"]
    bare = without_stop(sentences[1])
    assert without_stop(bare) == bare


def test_variation_is_reproducible(sentences: list[Sentence]) -> None:
    first, second = (vary(sentences, random.Random(5)) for _ in range(2))
    assert first == second


def told(words: str) -> Sentence:
    """A sentence of `form/lemma/tag/head/relation`, heads counted from 0."""
    rows = [word.split("/") for word in words.split()]
    return Sentence(
        "d", tuple(Word(f, t, "X", "", int(h), d, True, lemma) for f, lemma, t, h, d in rows), True
    )


@pytest.mark.parametrize(
    ("past", "now"),
    [
        (
            "The/the/DT/1/det army/army/NN/2/nsubj carried/carry/VBD/2/root on/on/RP/2/x",
            "The army carries on",
        ),
        (
            "Rebels/rebel/NNS/1/nsubj fled/flee/VBD/1/root and/and/CC/3/cc hid/hide/VBD/1/conj",
            "Rebels flee and hide",
        ),
        ("He/he/PRP/2/nsubj:pass was/be/VBD/2/aux:pass shot/shoot/VBN/2/root", "He is shot"),
        (
            "They/they/PRP/1/nsubj said/say/VBD/1/root he/he/PRP/3/nsubj HAD/have/VBD/1/ccomp",
            "They say he HAS",
        ),
    ],
)
def test_the_past_told_in_the_present(past: str, now: str) -> None:
    sentence = present(told(past))
    assert sentence.text == now
    assert "VBD" not in {word.tag for word in sentence.words}
    assert [word.head for word in sentence.words] == [word.head for word in told(past).words]


def test_articles_go_and_heads_stay_on_their_words() -> None:
    sentence = without_articles(
        told("The/the/DT/1/det man/man/NN/2/nsubj saw/see/VBD/2/root a/a/DT/4/det dog/dog/NN/2/obj")
    )
    assert sentence.text == "Man saw dog"
    assert [word.head for word in sentence.words] == [1, 1, 1]


def test_a_word_that_nobody_saw_keeps_its_place_its_ends_and_its_shape() -> None:
    seen = Counter({"the": 1000, "shelled": 0})
    old = Sentence("d", (Word("The", "DT", "DET", "", 1, "det", True), *told_verbs("Shelled", "razed")), True)
    new = unknown(old, seen, random.Random(1))
    assert [word.head for word in new.words] == [word.head for word in old.words]
    assert new.words[0] == old.words[0]
    for before, after in zip(old.words[1:], new.words[1:], strict=True):
        assert after.form != before.form
        assert (after.form[0], after.form[-3:]) == (before.form[0], before.form[-3:])


def test_frequent_words_stay() -> None:
    old = Sentence("d", told_verbs("shelled"), True)
    seen = Counter({"shelled": 10**9})
    assert unknown(old, seen, random.Random(1)) == old


def told_verbs(*forms: str) -> tuple[Word, ...]:
    return tuple(Word(form, "VBD", "VERB", "", 0, "root", True) for form in forms)
