"""The network: words in, scores for tags, morphology, borders, heads, relations and names out.

Each distinct word becomes a vector once, by tables (see `wordform`); two layers of long short-term memory
read every line in both directions, in eight bits (ONNX Runtime); heads and relations are scored after Dozat
and Manning (2017). What a text gets depends on no other text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.language.windows import Window, groups, windows
from dateline.language.wordform import wordform

ARRAYS, READER = "arrays.npz", "reader.onnx"
MOST_WORDS = 20_000
"""Distinct words whose vectors are remembered: some 15 MB."""

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


class Network:
    """What `training/biaffine.py` wrote into a folder."""

    def __init__(self, folder: Path) -> None:
        with np.load(folder / ARRAYS) as file:
            arrays = {name: file[name] for name in file.files}
        self._embedding = _Embedding(arrays)
        self._arrays = {name: values for name, values in arrays.items() if values.dtype == np.float32}
        self._reader = _session(folder / READER)

    def read(self, forms: Sequence[str], lines: Sequence[int]) -> Floats:
        """What the words mean where they stand, a row for each; `lines` are the lengths of the lines."""
        vectors = np.stack([self._embedding.vector(form) for form in forms])
        result: Floats = np.empty((len(forms), len(self._arrays["root"])), dtype=np.float32)
        for cuts in groups(windows(forms, lines)):
            for cut, rows in zip(cuts, self._read(cuts, vectors), strict=True):
                result[cut.begin : cut.end] = rows[cut.begin - cut.first : cut.end - cut.first]
        return result

    def tags(self, words: Floats) -> Numbers:
        """The likeliest tag of each word."""
        found: Numbers = self._linear("tag", words).argmax(1)
        return found

    def morphs(self, words: Floats) -> Numbers:
        """The likeliest part of speech with its features."""
        found: Numbers = self._linear("morph", words).argmax(1)
        return found

    def borders(self, words: Floats) -> Floats:
        """Above 0 for what rather opens a sentence than not."""
        return self._linear("border", words)[:, 0]

    def heads(self, words: Floats, sentences: Sequence[tuple[int, int]]) -> list[Floats]:
        """The scores of every head for every word of each sentence, told by its first word and its end.

        Column 0 stands for the root, column n for the n-th word of the sentence.
        """
        pairs = self._arrays["pairs"]
        dependents = self._leaky("dependent", words) @ pairs[:-1]
        dependents += pairs[-1]
        governors = self._leaky("governor", words)
        root = dependents @ self._leaky("governor", self._arrays["root"])
        return [
            _beside(root[begin:end], dependents[begin:end] @ governors[begin:end].T)
            for begin, end in sentences
        ]

    def relations(self, words: Floats, heads: Numbers, root: int) -> Numbers:
        """The likeliest relation of each word to its head (0 the root, else its number from 1).

        `root` is the relation to the root, which no other head has.
        """
        governing, which = np.unique(heads, return_inverse=True)
        above = self._leaky("above", words[governing - 1])[which]  # what stands for the root goes unused
        below = self._leaky("below", words)
        scores = self._linear("relation", np.concatenate([below, above, below * above], axis=1))
        scores[:, root] = -np.inf
        return np.where(heads == 0, root, scores.argmax(1))

    def names(self, words: Floats) -> Floats:
        """The scores of the tags of names (`names.TAGS`) for each word."""
        return self._linear("name", self._leaky("named", words))

    def _read(self, cuts: Sequence[Window], vectors: Floats) -> Floats:
        """The words that each window sees, padded."""
        sizes = np.array([cut.seen - cut.first for cut in cuts], dtype=np.int32)
        padded = np.zeros((sizes.max(), len(cuts), vectors.shape[1]), dtype=np.float32)
        for n, cut in enumerate(cuts):
            padded[: sizes[n], n] = vectors[cut.first : cut.seen]
        told: Floats = self._reader.run(None, {"words": padded, "sizes": sizes})[0]
        return told.transpose(1, 0, 2)

    def _leaky(self, name: str, rows: Floats) -> Floats:
        """A layer whose outputs below 0 count for a tenth."""
        values = self._linear(name, rows)
        np.maximum(values, np.float32(0.1) * values, out=values)
        return values

    def _linear(self, name: str, rows: Floats) -> Floats:
        result: Floats = rows @ self._arrays[f"{name}.weight"]
        result += self._arrays[f"{name}.bias"]
        return result


class _Embedding:
    """Vectors of words: the sum of what the tables say, the larger of each two numbers, evened out.

    The tables are multiplied by the layer above them at once, so a word costs only additions, and its vector
    is the same whatever words are asked for beside it.
    """

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        known = str(arrays["words"]).split("\n")
        self._rows = {word: row for row, word in enumerate(known, 1)}
        mix, self._bias = arrays["mix.weight"], arrays["mix.bias"]
        names = ["word", *sorted(name for name in arrays if name.startswith("part.")), "run"]
        ends = np.cumsum([arrays[name].shape[1] for name in names])[:-1]
        layers = np.split(mix, ends)
        tables = [arrays[n].astype(np.float32) @ layer for n, layer in zip(names, layers, strict=True)]
        self._words, self._parts, self._runs = tables[0], tables[1:-1], tables[-1]
        self._scale, self._shift = arrays["norm.weight"], arrays["norm.bias"]
        self._known: dict[str, Floats] = {}

    def vector(self, form: str) -> Floats:
        """The vector of a word."""
        known = self._known.get(form)
        if known is None:
            known = self._made(form)
            if len(self._known) < MOST_WORDS:
                self._known[form] = known
        return known

    def _made(self, form: str) -> Floats:
        its = wordform(form)
        mixed = self._words[self._rows.get(its.key, 0)] + self._runs[list(its.runs)].mean(0) + self._bias
        for table, row in zip(self._parts, its.parts, strict=True):
            mixed += table[row]
        half = len(mixed) // 2
        larger = np.maximum(mixed[:half], mixed[half:])
        even = (larger - larger.mean()) / np.sqrt(larger.var() + _LEAST_VARIANCE)
        vector: Floats = even * self._scale + self._shift
        return vector


_LEAST_VARIANCE = np.float32(1e-5)


def _beside(column: Floats, columns: Floats) -> Floats:
    """`column` before `columns`."""
    return np.concatenate([column[:, None], columns], axis=1)


def _session(path: Path) -> Any:
    """The reader, on one thread."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
