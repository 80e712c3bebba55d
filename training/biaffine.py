"""The network as it is trained: syntax after Dozat and Manning (2017), with borders of sentences, and names.

Words are told by vectors of open text, vectors of their own and their letters; all layers but the recurrent
ones run in sixteen bits where the processor can.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from dateline.language.names import TAGS
from dateline.language.wordform import RUNS, TABLES
from training.lines import Lines

PART_WIDTHS = (32, 64, 64, 16, 64, 32)
"""Widths of the tables of `wordform.TABLES`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Widths of the layers and what is dropped of them in training."""

    embedding: int = 192
    reader: int = 192
    depth: int = 2
    arc: int = 192
    relation: int = 128
    name: int = 128
    own: int = 100
    run: int = 100
    drop: float = 0.33
    drop_embedded: float = 0.2


@dataclass(frozen=True, slots=True)
class Batch:
    """Lines of a few sentences, and what is right of their words."""

    lines: Lines
    sentences: Tensor
    """Sentences: number of the word among the real ones."""
    missing: Tensor
    """Sentences: true where there is no word."""
    tags: Tensor
    morphs: Tensor
    opens: Tensor
    """Real words: 1 where one opens a sentence, -1 where it opens the line, so that nothing is to be told."""
    heads: Tensor
    """Real words: 0 the root, else the number of the head among the real words from 1."""
    columns: Tensor
    """Sentences: 0 the root, else the number of the head in the sentence from 1; -100 where no word is."""
    relations: Tensor


class Layer(nn.Module):
    """One layer of long short-term memory, read onwards and backwards."""

    def __init__(self, width: int, reader: int) -> None:
        super().__init__()
        self.onwards, self.backwards = (nn.LSTM(width, reader, batch_first=True) for _ in range(2))
        for way in (self.onwards, self.backwards):
            nn.init.orthogonal_(way.weight_hh_l0)
            nn.init.xavier_uniform_(way.weight_ih_l0)
            nn.init.zeros_(way.bias_hh_l0)
            nn.init.zeros_(way.bias_ih_l0)
            way.bias_ih_l0.data[reader : 2 * reader] = 1  # what is remembered is kept at first

    def forward(self, rows: Tensor, sizes: Tensor) -> Tensor:
        there = self.onwards(rows)[0]
        back = _turned(self.backwards(_turned(rows, sizes))[0], sizes)
        return torch.cat([there, back], 2)


class Biaffine(nn.Module):
    """Words in, scores out."""

    def __init__(
        self, shape: Shape, vectors: NDArray[np.float32], tags: int, morphs: int, relations: int
    ) -> None:
        super().__init__()
        self.shape = shape
        table = torch.zeros(len(vectors) + 1, vectors.shape[1])
        table[1:] = torch.from_numpy(vectors)
        self.vectors = nn.Embedding.from_pretrained(table, freeze=True)
        self.turn = nn.Linear(vectors.shape[1], vectors.shape[1])
        self.own = _table(len(vectors) + 1, shape.own, 0.1)
        self.parts = nn.ModuleList(_table(*size, 0.3) for size in zip(TABLES, PART_WIDTHS, strict=True))
        self.runs = nn.EmbeddingBag(RUNS + 1, shape.run, mode="mean", padding_idx=0)
        nn.init.normal_(self.runs.weight, 0, 0.5)
        self.runs.weight.data[0] = 0
        embedded = vectors.shape[1] + shape.own + sum(PART_WIDTHS) + shape.run
        self.mix = nn.Linear(embedded, 2 * shape.embedding)
        self.norm = nn.LayerNorm(shape.embedding)
        width = 2 * shape.reader
        widths = [shape.embedding, *[width] * (shape.depth - 1)]
        self.layers = nn.ModuleList(Layer(each, shape.reader) for each in widths)
        self.tag, self.morph, self.border = (nn.Linear(width, size) for size in (tags, morphs, 1))
        self.dependent, self.governor = (nn.Linear(width, shape.arc) for _ in range(2))
        self.below, self.above = (nn.Linear(width, shape.relation) for _ in range(2))
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.pairs = nn.Parameter(torch.randn(shape.arc + 1, shape.arc) * 0.01)
        self.relation = nn.Linear(3 * shape.relation, relations)
        self.named, self.name = nn.Linear(width, shape.name), nn.Linear(shape.name, len(TAGS))

    def loss(self, batch: Batch, known: Tensor) -> Tensor:
        """The sum of what is wrong; `known` is 0 for words whose own vector is hidden."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = self._read(batch.lines, known)
            tags, morphs, borders = self.tag(words), self.morph(words), self.border(words)
            arcs, relations = self._arcs(words, batch), self._relations(words, batch.heads)
        told = batch.opens >= 0
        return (
            functional.cross_entropy(arcs.flatten(0, 1), batch.columns.flatten())
            + functional.cross_entropy(relations.float(), batch.relations)
            + 0.5 * functional.cross_entropy(tags.float(), batch.tags)
            + 0.5 * functional.cross_entropy(morphs.float(), batch.morphs)
            + functional.binary_cross_entropy_with_logits(borders.float()[told, 0], batch.opens[told].float())
        )

    def names(self, lines: Lines, known: Tensor) -> Tensor:
        """The scores of the tags of names for the real words."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores: Tensor = self.name(self._hidden(self.named, self._read(lines, known)))
        return scores.float()

    def _read(self, lines: Lines, known: Tensor) -> Tensor:
        """What the real words mean where they stand."""
        rows = self._embedded(lines, known)[lines.words]
        for layer in self.layers:
            rows = layer(self._dropped(rows), lines.sizes)
        return self._dropped(rows)[lines.real]

    def _embedded(self, lines: Lines, known: Tensor) -> Tensor:
        word = lines.parts[:, 0]
        parts = [table(lines.parts[:, n]) for n, table in enumerate(self.parts, 1)]
        rows = [self.turn(self.vectors(word)), self.own(word * known), *parts, self.runs(lines.runs)]
        dropped = functional.dropout(torch.cat(rows, 1), self.shape.drop_embedded, self.training)
        one, other = self.mix(dropped).chunk(2, 1)
        return self.norm(torch.maximum(one, other).float())

    def _arcs(self, words: Tensor, batch: Batch) -> Tensor:
        governors = self._hidden(self.governor, self._with_root(words))
        dependents = self._hidden(self.dependent, words) @ self.pairs[:-1] + self.pairs[-1]
        columns = torch.cat([torch.zeros_like(batch.sentences[:, :1]), batch.sentences + 1], 1)
        arcs = dependents[batch.sentences] @ governors[columns].transpose(1, 2)
        never = torch.cat([torch.zeros_like(batch.missing[:, :1]), batch.missing], 1)[:, None]
        itself = torch.eye(batch.sentences.shape[1] + 1, dtype=torch.bool)[1:]
        return arcs.float().masked_fill(never | itself, -1e4)

    def _relations(self, words: Tensor, heads: Tensor) -> Tensor:
        below = self._hidden(self.below, words)
        above = self._hidden(self.above, self._with_root(words))[heads]
        return self.relation(torch.cat([below, above, below * above], 1))

    def _with_root(self, words: Tensor) -> Tensor:
        return torch.cat([self.root.to(words.dtype)[None], words])

    def _hidden(self, layer: nn.Module, rows: Tensor) -> Tensor:
        return functional.dropout(functional.leaky_relu(layer(rows), 0.1), self.shape.drop, self.training)

    def _dropped(self, rows: Tensor) -> Tensor:
        """The same numbers of every word of a line left out."""
        if not self.training:
            return rows
        kept = 1 - self.shape.drop
        return rows * torch.empty(rows.shape[0], 1, rows.shape[2]).bernoulli_(kept).div_(kept)


def _table(rows: int, width: int, spread: float) -> nn.Embedding:
    table = nn.Embedding(rows, width)
    nn.init.normal_(table.weight, 0, spread)
    return table


def _turned(rows: Tensor, sizes: Tensor) -> Tensor:
    """Every line back to front, its padding left behind it."""
    step = torch.arange(rows.shape[1])[None].expand(rows.shape[:2])
    place = torch.where(step < sizes[:, None], sizes[:, None] - 1 - step, step)
    return rows.gather(1, place[:, :, None].expand_as(rows))
