"""What the first layers of the recogniser see in each word of a text, in fewer steps than spaCy takes.

The layers are spaCy's: hash embeddings of a word's norm, prefix, suffix and shape, mixed, then convolutions
over a word and its neighbours; other pipelines have them for more than names. spaCy runs them layer by layer
for batches of any shape; here they run on one text, a word that was seen before is not embedded again, and
each layer is one matrix product.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MOST = 30_000
"""Words that an encoder remembers, at most: some 12 MB at the recogniser's width of 96."""
BLOCK = 32
"""Words that are embedded at once: always as many, so that none is rounded otherwise beside others."""
_KIND = re.compile(
    r"extract_features list2ragged (?:ints-getitem hashembed )+maxout layernorm dropout ragged2list"
    r"(?: expand_window maxout layernorm dropout)+"
)
_TINY = np.float32(1e-8)

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]


def hasten(nlp: Language) -> None:
    """Let first layers of that kind run as an Encoder, wherever `nlp` has them."""
    pipes: list[Any] = [pipe for _, pipe in nlp.pipeline if isinstance(getattr(pipe, "model", None), Model)]
    for pipe in pipes:
        for layer in list(pipe.model.walk()):
            encoder = Encoder.of(layer)
            if encoder and layer is pipe.model:
                pipe.model = _running(encoder)
            elif encoder:
                pipe.model.replace_node(layer, _running(encoder))


def _running(encoder: Encoder) -> Model[list[Doc], list[Floats]]:
    """A layer that runs but can't be trained."""

    def forward(_: object, docs: list[Doc], is_train: bool) -> tuple[list[Floats], Callable[..., list[Doc]]]:
        return [encoder(doc) for doc in docs], lambda _: docs

    return Model("encoder", forward, dims={"nO": encoder.width})


@dataclass(frozen=True)
class Maxout:
    """A maxout layer with its normalisation: the best of a few linear layers, to mean 0 and variance 1."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Model[Any, Any], norm: Model[Any, Any]) -> Maxout:
        """The layer of thinc's maxout (outputs, pieces, inputs) and normalisation."""
        weights = _param(maxout, "W").transpose(2, 1, 0)
        return cls(
            np.ascontiguousarray(weights.reshape(len(weights), -1)),
            np.ascontiguousarray(_param(maxout, "b").T).ravel(),
            _param(norm, "G"),
            _param(norm, "b"),
        )

    def __call__(self, rows: Floats) -> Floats:
        width = len(self.gain)
        pieces = rows @ self.weights
        pieces += self.bias
        best = pieces[:, :width]
        for start in range(width, pieces.shape[1], width):
            best = np.maximum(best, pieces[:, start : start + width])
        best -= best.mean(axis=1, keepdims=True)
        scale = np.einsum("ij,ij->i", best, best)
        scale /= np.float32(width)
        scale += _TINY
        best /= np.sqrt(scale)[:, None]
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True)
class HashTable:
    """An embedding of one attribute, each value the sum of four rows."""

    rows: Floats
    hashed: Callable[[Keys], NDArray[np.uint32]]

    @classmethod
    def of(cls, layer: Model[Any, Any]) -> HashTable:
        """The table of thinc's layer; hashed as thinc hashes."""
        ops: Any = layer.ops
        return cls(_param(layer, "E"), partial(ops.hash, seed=layer.attrs["seed"]))

    def __call__(self, keys: Keys) -> Floats:
        places = self.hashed(np.ascontiguousarray(keys)) % np.uint32(len(self.rows))
        found: Floats = self.rows[places].sum(axis=1)
        return found


def _param(layer: Model[Any, Any], name: str) -> Floats:
    return np.asarray(layer.get_param(name), dtype=np.float32)


class Encoder:
    """The vectors of the words of one text, row by token.

    The same as those of the layers that it stands for but for rounding, whatever was encoded before.
    """

    def __init__(
        self, attributes: list[int | str], tables: list[HashTable], mix: Maxout, windows: list[Maxout]
    ) -> None:
        self.width = len(mix.gain)
        self._attributes = attributes
        self._tables = tables
        self._mix = mix
        self._windows = windows
        self._places: dict[bytes, int] = {}
        self._seen: Floats = np.empty((MOST, self.width), dtype=np.float32)

    @classmethod
    def of(cls, model: Model[Any, Any]) -> Encoder | None:
        """The encoder of a model of spaCy's MultiHashEmbed and MaxoutWindowEncoder, None for any other."""
        leaves = [layer for layer in model.walk(order="dfs_pre") if not layer.layers]
        if not _KIND.fullmatch(" ".join(layer.name for layer in leaves)):
            return None
        by_name: dict[str, list[Model[Any, Any]]] = defaultdict(list)
        for layer in leaves:
            by_name[layer.name].append(layer)
        if any(window.attrs["window_size"] != 1 for window in by_name["expand_window"]):
            return None
        mix, *windows = map(Maxout.of, by_name["maxout"], by_name["layernorm"])
        tables = [HashTable.of(table) for table in by_name["hashembed"]]
        return cls(by_name["extract_features"][0].attrs["columns"], tables, mix, windows)

    def __call__(self, doc: Doc) -> Floats:
        """One row for each token; a text of more than MOST words is refused with a ValueError."""
        reach, width = len(self._windows), self.width
        rows: Floats = np.zeros((len(doc) + 2 * reach + 2, width), dtype=np.float32)
        inner = rows[1:-1]
        inner[reach : reach + len(doc)] = self._embedded(doc)
        beside: Floats = np.empty((len(inner), 3 * width), dtype=np.float32)
        for window in self._windows:
            for n in range(3):
                beside[:, n * width : (n + 1) * width] = rows[n : n + len(inner)]
            inner += window(beside)
        return inner[reach : reach + len(doc)]

    def _embedded(self, doc: Doc) -> Floats:
        """A row for each word as if it stood alone."""
        keys: Keys = np.asarray(doc.to_array(self._attributes), dtype=np.uint64)
        words: list[bytes] = keys.view(f"V{keys.itemsize * keys.shape[1]}").ravel().tolist()
        if len(self._places) + len(words) > MOST:
            self._places.clear()
        new = {word: n for n, word in enumerate(words) if word not in self._places}
        if new:
            self._learn(list(new), keys[list(new.values())])
        found: Floats = self._seen[[self._places[word] for word in words]]
        return found

    def _learn(self, words: list[bytes], keys: Keys) -> None:
        """Embed and remember `words`."""
        first = len(self._places)
        for n in range(0, len(keys), BLOCK):
            rows = self._embed(keys[n : n + BLOCK])
            self._seen[first + n : first + n + len(rows)] = rows
        self._places.update(zip(words, range(first, first + len(words)), strict=True))

    def _embed(self, keys: Keys) -> Floats:
        """At most BLOCK words, embedded as BLOCK."""
        columns = [table(keys[:, n]) for n, table in enumerate(self._tables)]
        rows: Floats = np.zeros((BLOCK, sum(column.shape[1] for column in columns)), dtype=np.float32)
        rows[: len(keys)] = np.concatenate(columns, axis=1)
        return self._mix(rows)[: len(keys)]
