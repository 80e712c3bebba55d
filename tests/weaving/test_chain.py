"""Mentions in many texts are gathered by their words, story by story."""

import pytest

from dateline.weaving.chain import Mention, chains

QUAKE = [
    "A strong earthquake shook the island of Lombok and killed dozens".split(),
    "An earthquake shook Lombok island late and killed people".split(),
]
TRIAL = [
    "A court in Oslo convicted the banker Olsen of fraud".split(),
    "Banker Olsen was convicted of fraud by an Oslo court".split(),
]
FIRE = [
    "A fire in a Warsaw hospital killed nine patients".split(),
    "Nine patients of the Warsaw hospital were killed in the fire".split(),
]
TEXTS = [[sentence] for sentence in (*QUAKE, *TRIAL, *FIRE)]


def mention(text: int, word: str) -> Mention:
    return Mention(text, 0, (TEXTS[text][0].index(word),))


MENTIONS = [
    mention(0, "earthquake"),
    mention(1, "earthquake"),
    mention(0, "killed"),
    mention(1, "killed"),
    mention(2, "convicted"),
    mention(3, "convicted"),
    mention(4, "killed"),
    mention(5, "killed"),
]


def test_the_same_act_of_one_story_is_one_and_of_another_story_another():
    assert chains(TEXTS, MENTIONS) == [[0, 1], [2, 3], [4, 5], [6, 7]]


def test_known_topics_keep_happenings_apart():
    assert chains(TEXTS, MENTIONS, topics=range(6)) == [[at] for at in range(8)]


def test_no_mentions_make_no_chains():
    assert chains(TEXTS, []) == []
    assert chains([], []) == []


def test_a_mention_of_a_word_that_is_not_there_is_an_error():
    with pytest.raises(IndexError):
        chains(TEXTS, [Mention(0, 0, (99,))])
