"""The recogniser of names: a score for each word and tag, and the likeliest way to read all words of a text.

It replaces spaCy's recogniser, which steps through a text word by word. A word is trained on what is known
of it: where a text says nothing ("-"), any tag is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry
from thinc.api import Linear, Model, chain, glorot_uniform_init, with_array

from dateline.language.lattice import OUTSIDE, Scores, Shares, Tags, best, shares, tag_names

LABELS = ("FAC", "GPE", "LOC", "NORP", "ORG", "PERSON")
SURE = 6.0
"""Two words in a row that are together this much rather outside are never within one name: 1 in 400 ways."""
TAGS = tag_names(LABELS)
NOTHING = np.where(np.arange(len(TAGS)) == OUTSIDE, 0, -np.inf).astype(np.float32)
_COLUMN = {tag: n for n, tag in enumerate(TAGS)}


def name_scores(tok2vec: Model[list[Doc], Any]) -> Model[list[Doc], Any]:
    """A score for each word and tag, on the vectors of `tok2vec`."""
    output = Linear(len(TAGS), tok2vec.maybe_get_dim("nO"), init_W=glorot_uniform_init)
    return chain(tok2vec, with_array(output))


registry.architectures.register("dateline.NameScores.v1", func=name_scores)


class Recogniser(TrainablePipe):  # type: ignore[misc]
    """Names of six labels in `doc.ents`."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of names, as spaCy's pipelines tell them."""
        return LABELS

    def predict(self, docs: Iterable[Doc]) -> list[Tags]:
        """The tags of the words of each text."""
        texts = list(docs)
        if not any(len(doc) for doc in texts):
            return [np.zeros(0, dtype=np.int64) for _ in texts]
        return [_decoded(scores) for scores in self.model.predict(texts)]

    def set_annotations(self, docs: Iterable[Doc], tagged: Iterable[Tags]) -> None:
        """Names as tagged."""
        for doc, tags in zip(docs, tagged, strict=True):
            doc.set_ents(_names(doc, tags))

    def get_loss(self, examples: Iterable[Example], scores: Sequence[Scores]) -> tuple[float, list[Scores]]:
        """How far all ways through the texts are from those that what is known allows, and the gradient."""
        exact = np.concatenate(scores).astype(np.float64)
        known = np.concatenate([_allowed(example) for example in examples])
        rows, places = _lines([example.predicted for example in examples])
        shape = (rows.max() + 1, places.max() + 1, len(TAGS))
        free = _weighted(exact, rows, places, shape)
        taught = _weighted(np.where(known, exact, -np.inf), rows, places, shape)
        gradient = np.where(taught.any(axis=(1, 2), keepdims=True), free - taught, 0)[rows, places]
        borders = np.cumsum([len(text) for text in scores])[:-1]
        gradients = np.split(gradient.astype(np.float32), borders)
        return float((gradient**2).sum()), gradients

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None
    ) -> None:
        """Set up the layers for the words of a few examples."""
        self.model.initialize(X=[example.x for example in islice(get_examples(), 10)])


@Language.factory(
    "dateline_recogniser",
    assigns=["doc.ents"],
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0},
)
def recogniser(nlp: Language, name: str, model: Model[list[Doc], Any]) -> Recogniser:
    """The recogniser for a pipeline of that vocabulary."""
    pipe = Recogniser(nlp.vocab, model, name)
    pipe.scorer = get_ner_prf
    return pipe


def _decoded(scores: Scores) -> Tags:
    """The tags of one text, cut where hardly a name can cross from one word to the next.

    A word that is cut off on both sides is outside or a name alone.
    """
    outside = scores[:, OUTSIDE] - scores[:, 1:].max(axis=1)
    starts = np.flatnonzero(np.append(True, outside[:-1] + outside[1:] >= SURE))
    lengths = np.diff(starts, append=len(scores))
    tags: Tags = scores[:, : len(LABELS) + 1].argmax(axis=1)
    starts, lengths = starts[lengths > 1], lengths[lengths > 1]
    if len(starts):
        places = starts[:, None] + np.arange(lengths.max())
        inside = places < (starts + lengths)[:, None]
        padded = scores[np.minimum(places, len(scores) - 1)]
        padded[~inside] = NOTHING
        tags[places[inside]] = best(padded)[inside]
    return tags


def _names(doc: Doc, tags: Tags) -> list[Span]:
    """The names of a text whose tags fit each other."""
    names, start = [], 0
    for n in np.flatnonzero(tags).tolist():
        part, _, label = TAGS[tags[n]].partition("-")
        if part in "UB":
            start = n
        if part in "UL":
            names.append(Span(doc, start, n + 1, label=label))
    return names


def _allowed(example: Example) -> Any:
    """Which tags each word may have by what is known of it."""
    columns = [_COLUMN.get(tag or "-") for tag in example.get_aligned_ner()]
    allowed = np.zeros((len(columns), len(TAGS)), dtype=bool)
    for row, column in zip(allowed, columns, strict=True):
        row[slice(None) if column is None else column] = True
    return allowed


def _lines(docs: Iterable[Doc]) -> tuple[Tags, Tags]:
    """For each word the number of its line, over all texts, and its place there: no name crosses a line."""
    lengths, size = [], 0
    for doc in docs:
        for token in doc:
            size += 1
            if "\n" in token.text or token.i + 1 == len(doc):
                lengths.append(size)
                size = 0
    return np.repeat(np.arange(len(lengths)), lengths), np.concatenate([np.arange(n) for n in lengths])


def _weighted(exact: Shares, rows: Tags, places: Tags, shape: tuple[int, ...]) -> Shares:
    """The shares of the tags of each word by line and place; what lies behind a line's end is outside."""
    weights: Shares = np.zeros(shape)
    weights[..., OUTSIDE] = 1
    weights[rows, places] = np.exp(exact - exact.max(axis=1, keepdims=True))
    return shares(weights)
