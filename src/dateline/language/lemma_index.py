"""The index of lemmas: the words that a rule for lemmas looks up, in sets.

spaCy keeps them in lists and reads the list of a part of speech from its beginning for every new word: a
tenth of the time of a text whose words weren't seen before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def as_sets(nlp: Language) -> None:
    """Turn the lists of known words of the rule lemmatisers of `nlp` into sets; no lemma changes."""
    from spacy.pipeline import Lemmatizer

    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index"):
            table = pipe.lookups.get_table("lemma_index")
            for part_of_speech, words in list(table.items()):
                table[part_of_speech] = frozenset(words)
