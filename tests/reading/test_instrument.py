"""Instruments: the table is well formed, the longest phrase wins."""

import spacy
from spacy.tokens import Doc

from dateline.reading.instrument import find_instrument, means_at
from dateline.reading.table import rows
from tests.reading.conftest import make_report


def doc(words: str) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words.split(), lemmas=words.split())


def test_rows_are_unique_and_whole() -> None:
    phrases = [row["phrase"] for row in rows("instruments")]
    assert len(phrases) > 150
    assert len(set(phrases)) == len(phrases)
    assert all(row["value"] for row in rows("instruments"))
    assert not any("-" in phrase or phrase != phrase.lower() for phrase in phrases)


def test_the_longest_phrase_wins() -> None:
    found = means_at(doc("a ballistic missile")[2])
    assert found is not None
    assert (found.start, found.end, found.value) == (1, 3, "ballistic missiles")


def test_hyphens_are_blanks() -> None:
    found = means_at(doc("rocket - propelled grenade")[3])
    assert found is not None
    assert (found.start, found.value) == (0, "rocket-propelled grenades")


def test_a_hyphen_ends_no_phrase() -> None:
    assert means_at(doc("rocket - propelled")[1]) is None


def test_other_words_are_none() -> None:
    assert means_at(doc("a peaceful march")[2]) is None


def test_a_measure_gives_way_to_what_it_is_a_measure_of() -> None:
    words = ["Men", "exploded", "20", "kg", "of", "dynamite"]
    sentence = Doc(
        spacy.blank("en").vocab,
        words=words,
        lemmas=["man", "explode", *words[2:]],
        heads=[1, 1, 3, 1, 5, 3],
        deps=["nsubj", "ROOT", "nummod", "obj", "case", "nmod"],
    )
    found, mode = find_instrument([sentence[1]], make_report(sentence.text))
    assert found is not None
    assert (found.span.text, mode) == ("dynamite", "bombing")
