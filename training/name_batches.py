"""Batches of names: windows of named texts, varied anew in every round, as numbers to train on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc

from dateline.language.windows import windows
from training.lines import Forms, Lines, filled
from training.named_text import NamedText, tags
from training.tokens import cut_as_treebanks
from training.vary_names import Pools, vary
from training.ways import allowed

Line = tuple[list[str], list[str]]
"""The words of a line and their tags, "-" for an unknown one."""


@dataclass(frozen=True, slots=True)
class NameBatch:
    """Lines, and which tags their words may have."""

    lines: Lines
    allowed: NDArray[np.bool_]


class NameBatches:
    """Varies, cuts and counts out `texts`; one seed, one row of batches, without end."""

    def __init__(self, texts: Sequence[NamedText], pools: Pools, forms: Forms, seed: int) -> None:
        self._texts = texts
        self._pools = pools
        self._forms = forms
        self._rng = random.Random(seed)
        self._nlp = spacy.blank("en")
        cut_as_treebanks(self._nlp)

    def stream(self, size: int) -> Iterator[NameBatch]:
        """Batches of at most `size` words and padding, lines of like length together."""
        while True:
            lines = [line for text in self._texts for line in self._lines(text)]
            lines.sort(key=lambda line: len(line[0]) + 6 * self._rng.random())
            batches = list(filled(lines, size, lambda line: len(line[0])))
            self._rng.shuffle(batches)
            yield from map(self._batch, batches)

    def _lines(self, text: NamedText) -> Iterator[Line]:
        """A variant of a text, cut as the network cuts what it reads."""
        varied = vary(text, self._pools, self._rng)
        doc = self._nlp.make_doc(varied.text)
        told = tags(doc, varied)
        places = [token.i for token in doc if not token.is_space]
        forms = [doc[i].text for i in places]
        for cut in windows(forms, _lengths(doc)):
            yield forms[cut.begin : cut.end], [told[i] for i in places[cut.begin : cut.end]]

    def _batch(self, lines: list[Line]) -> NameBatch:
        known = allowed([tag for _, told in lines for tag in told])
        return NameBatch(self._forms.lines([forms for forms, _ in lines]), known)


def _lengths(doc: Doc) -> list[int]:
    """How many words each line of a text has; one without any doesn't count."""
    lengths = [0]
    for token in doc:
        if not token.is_space:
            lengths[-1] += 1
        elif "\n" in token.text:
            lengths.append(0)
    return [length for length in lengths if length]
