"""The mode is the most telling word; means that are fired outweigh the word for shooting."""

import spacy
from spacy.tokens import Doc

from dateline.reading.kind import mode_of
from dateline.reading.lexicon import Entry
from dateline.reading.mention import Mention
from dateline.reading.trigger import Trigger


def mention(*modes: str) -> Mention:
    doc = Doc(spacy.blank("en").vocab, words=["fired"])
    entries = (Entry("fire", "v", "ASSAULT", mode, "act", "sure") for mode in modes)
    return Mention(tuple(Trigger(doc[0], 0, 1, "ASSAULT", entry, 1.0) for entry in entries))


def test_rockets_that_were_fired_are_a_rocket_attack() -> None:
    assert mode_of(mention("shooting"), "rocket attack") == "rocket attack"


def test_a_shooting_without_means_is_one() -> None:
    assert mode_of(mention("attack", "shooting"), None) == "shooting"


def test_a_telling_word_outweighs_the_means() -> None:
    assert mode_of(mention("attack", "abduction"), "rocket attack") == "abduction"
