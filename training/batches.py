"""Batches of syntax: stretches of treebank text, varied anew in every epoch, as numbers to train on."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import spacy
import torch

from training.augment import unknown, vary
from training.biaffine import Batch
from training.conllu import Sentence
from training.lines import Forms, filled, padded
from training.retokenised import NO_HEAD, Token, retokenised
from training.tokens import cut_as_treebanks
from training.treebank import stretches

Line = list[Sentence]
"""Sentences that stand in one paragraph, one behind the other."""
UNTOLD = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """What words can be labelled: tags, parts of speech with features, relations; each in order."""

    tags: tuple[str, ...]
    morphs: tuple[tuple[str, str], ...]
    relations: tuple[str, ...]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Labels:
        """All that these sentences have."""
        words = [word for sentence in sentences for word in sentence.words]
        tags, relations = {word.tag for word in words}, {word.dep for word in words}
        morphs = {(word.pos, word.morph) for word in words}
        return cls(tuple(sorted(tags)), tuple(sorted(morphs)), tuple(sorted(relations)))


class Batches:
    """Cuts, varies and counts out `sentences`; one seed, one row of batches."""

    def __init__(self, sentences: Sequence[Sentence], forms: Forms, labels: Labels, seed: int) -> None:
        self._sentences = sentences
        self._seen = Counter(word.form.lower() for sentence in sentences for word in sentence.words)
        self._forms = forms
        self._tags = {tag: n for n, tag in enumerate(labels.tags)}
        self._morphs = {morph: n for n, morph in enumerate(labels.morphs)}
        self._relations = {relation: n for n, relation in enumerate(labels.relations)}
        self._rng = random.Random(seed)
        self._nlp = spacy.blank("en")
        cut_as_treebanks(self._nlp)

    def epoch(self, size: int, headlines: float) -> Iterator[Batch]:
        """Every text once, in batches of at most `size` words and padding, lines of like length together."""
        lines: list[Line] = []
        for stretch in stretches(self._sentences, self._rng):
            met = [unknown(sentence, self._seen, self._rng) for sentence in stretch]
            lines += _lines(vary(met, self._rng, headlines))
        lines.sort(key=lambda line: _length(line) + 6 * self._rng.random())
        batches = list(filled(lines, size, _length))
        self._rng.shuffle(batches)
        yield from map(self._batch, batches)

    def _batch(self, lines: list[Line]) -> Batch:
        cut = [[retokenised(sentence, self._nlp) for sentence in line] for line in lines]
        words = [[token for sentence in line for token in sentence] for line in cut]
        sizes = np.array([len(line) for line in words])
        flat = [token for line in words for token in line]
        lengths = [len(sentence) for line in cut for sentence in line]
        begins = np.cumsum(lengths) - lengths
        sentences, inside = padded([list(range(b, b + n)) for b, n in zip(begins, lengths, strict=True)], 0)
        columns, _ = padded(
            [[_column(token) for token in sentence] for line in cut for sentence in line], UNTOLD
        )
        begin_of = np.repeat(begins, lengths)
        heads = [b + t.head if t.head > 0 else 0 for b, t in zip(begin_of.tolist(), flat, strict=True)]
        opens = np.zeros(len(flat), dtype=np.int64)
        opens[begins] = 1
        opens[np.cumsum(sizes) - sizes] = -1
        seen = self._forms.lines([[token.form for token in line] for line in words])
        right = (*self._labels(flat), opens, heads, columns, self._relations_of(flat))
        return Batch(seen, *(torch.from_numpy(np.asarray(each)) for each in (sentences, ~inside, *right)))

    def _labels(self, tokens: list[Token]) -> tuple[list[int], list[int]]:
        told = [token.word for token in tokens]
        tags = [UNTOLD if word is None else self._tags[word.tag] for word in told]
        return tags, [
            UNTOLD if word is None else self._morphs.get((word.pos, word.morph), 0) for word in told
        ]

    def _relations_of(self, tokens: list[Token]) -> list[int]:
        return [
            UNTOLD if token.word is None or token.head == NO_HEAD else self._relations[token.word.dep]
            for token in tokens
        ]


def _lines(stretch: list[Sentence]) -> Iterator[Line]:
    """A stretch cut where paragraphs open."""
    line: Line = []
    for sentence in stretch:
        if line and sentence.opens_paragraph:
            yield line
            line = []
        line.append(sentence)
    yield line


def _length(line: Line) -> int:
    return sum(len(sentence.words) for sentence in line)


def _column(token: Token) -> int:
    return UNTOLD if token.head == NO_HEAD else token.head
