"""Lemmas by spaCy's rules for English, each found once for a form, its part of speech and morphology.

spaCy goes through its rules for nearly every word again, and keeps the words that they look up in lists,
which it reads from their beginning for every new word.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

MOST = 50_000
"""Words whose lemmas are remembered, at most: some 10 MB."""


@Language.factory("dateline_lemmas")
def make(nlp: Language, name: str) -> Lemmas:
    """Without tables; `remember` puts the lemmatiser in that has them."""
    return Lemmas(EnglishLemmatizer(nlp.vocab, None, name, mode="rule"))


class Lemmas:
    """The lemma of every word that has none yet, as `rules` tell it."""

    def __init__(self, rules: EnglishLemmatizer) -> None:
        self.rules = rules
        self._known: dict[bytes, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its lemmas."""
        words = _rows(np.asarray(doc.to_array([ORTH, POS, MORPH, LEMMA]), dtype=np.uint64))
        if len(self._known) + len(words) > MOST:
            self._known.clear()
            self.rules.cache.clear()
        for n, word in enumerate(words):
            if word not in self._known:
                lemma = doc[n].lemma_ or self.rules.lemmatize(doc[n])[0]
                self._known[word] = doc.vocab.strings.add(lemma)
        lemmas: Any = np.array([self._known[word] for word in words], dtype=np.uint64)
        return doc.from_array([LEMMA], lemmas)


def remember(nlp: Language) -> None:
    """Let rule lemmatisers of `nlp` for English remember; no lemma changes."""
    for name, pipe in list(nlp.pipeline):
        if isinstance(pipe, EnglishLemmatizer) and pipe.mode == "rule" and not pipe.overwrite:
            _index(pipe)
            quick: Any = nlp.add_pipe("dateline_lemmas", name=f"{name}_remembered", after=name)
            quick.rules = pipe
            nlp.disable_pipe(name)


def _rows(table: NDArray[np.uint64]) -> list[bytes]:
    """The rows of a table, each as one key, which takes less room than numbers do."""
    rows: list[bytes] = table.view(f"V{table.itemsize * table.shape[1]}").ravel().tolist()
    return rows


def _index(rules: EnglishLemmatizer) -> None:
    """Turn the lists of known words into sets."""
    table = rules.lookups.get_table("lemma_index", {})
    for part_of_speech, words in list(table.items()):
        table[part_of_speech] = frozenset(words)
