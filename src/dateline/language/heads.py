"""The syntax of a text and its names, from one network for all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, IS_SPACE, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from dateline.language.arcs import NEVER, Scores, best_tree
from dateline.language.names import names
from dateline.language.network import ARRAYS, READER, Floats, Network, Numbers
from dateline.language.passive import AGENT, agents
from dateline.language.rivals import rival_subjects

LABELS = "labels.json"
LONGEST = 400
"""Words of a sentence at most: scores of heads grow with their square, and reports rarely pass a hundred."""

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ROUNDS = 3  # trees that are sought for a sentence at most
_ATTRIBUTES = [POS, TAG, MORPH, DEP, HEAD]


@Language.factory("dateline_heads")
def make(nlp: Language, name: str) -> Heads:
    """An empty one, to be filled from disk."""
    return Heads(nlp.vocab)


class Heads:
    """Sets tag, part of speech, morphology, head and relation of every word, and so the sentences; and names.

    Sentences begin where the layout says so, don't where it forbids it, else where the network says so; one
    of more than LONGEST words is cut where the network would rather. Whitespace hangs on the word before it.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.labels: tuple[str, ...] = ()
        self._folder: Path | None = None

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> Heads:
        """Read labels and network from a folder."""
        self._folder = Path(path)
        told = json.loads((self._folder / LABELS).read_text("utf-8"))
        strings = self.vocab.strings
        self.labels = tuple("ROOT" if name == "root" else name for name in told["relations"])
        self._root = self.labels.index("ROOT")
        self._agent = self.labels.index(AGENT)
        self._is_subject = np.array([name in _SUBJECTS for name in self.labels])
        self._relations = np.array([strings.add(name) for name in self.labels], dtype=np.uint64)
        self._tags = np.array([strings.add(name) for name in told["tags"]], dtype=np.uint64)
        self._morphs = np.array([self.vocab.morphology.add(m) for _, m in told["morphs"]], dtype=np.uint64)
        self._parts = np.array([IDS[pos] for pos, _ in told["morphs"]], dtype=np.uint64)
        self._space = np.array([IDS["SPACE"], strings.add("_SP"), 0, strings.add("dep")], dtype=np.uint64)
        self._network = Network(self._folder)
        return self

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write what was read; ValueError where nothing was."""
        if self._folder is None:
            raise ValueError("nothing to write: these heads were never filled, see from_disk")
        Path(path).mkdir(parents=True, exist_ok=True)
        for name in (LABELS, ARRAYS, READER):
            shutil.copy(self._folder / name, Path(path) / name)

    def __call__(self, doc: Doc) -> Doc:
        """`doc` with its syntax and names."""
        is_space, told = doc.to_array([IS_SPACE, SENT_START]).astype(np.int64).T
        places = np.flatnonzero(is_space == 0)
        if not len(places):
            return self._blank(doc)
        told = told[places]  # 1 opens a sentence, -1 doesn't, of 0 the layout says nothing
        told[0] = 1
        forms = [doc[i].text for i in places.tolist()]
        words = self._network.read(forms, np.diff(np.flatnonzero(told == 1), append=len(places)).tolist())
        borders = self._network.borders(words)
        begins = np.flatnonzero((told == 1) | ((told == 0) & (borders > 0))).tolist()
        sentences = list(_sentences(begins, borders))
        heads, relations = self._arcs(words, sentences)
        acting = agents(forms, heads.tolist(), [self.labels[n] for n in relations])
        relations[acting] = self._agent
        table = self._table(words, heads, relations, places, len(doc))
        doc.from_array(_ATTRIBUTES, table)
        found = names(self._network.names(words), [begin for begin, _ in sentences])
        doc.set_ents([Span(doc, places[begin], places[end - 1] + 1, label) for begin, end, label in found])
        return doc

    def _arcs(self, words: Floats, sentences: Sequence[tuple[int, int]]) -> tuple[Numbers, Numbers]:
        """Head and relation of every word; where a word got two subjects the tree is sought again without."""
        scores = self._network.heads(words, sentences)
        trees = [best_tree(each) for each in scores]
        heads = _in_text(trees, sentences)
        relations = self._network.relations(words, heads, self._root)
        for (begin, end), table, tree in zip(sentences, scores, trees, strict=True):
            self._part(words[begin:end], table, tree, relations[begin:end])
        return _in_text(trees, sentences), relations

    def _part(self, words: Floats, scores: Scores, tree: Numbers, relations: Numbers) -> None:
        """Seek the tree of one sentence, and its relations, anew as long as a word has two subjects."""
        for _ in range(1, _ROUNDS):
            arcs = rival_subjects(scores, tree, self._is_subject[relations])
            if not arcs:
                return
            scores[tuple(np.transpose(arcs))] = NEVER
            tree[:] = best_tree(scores)
            relations[:] = self._network.relations(words, tree, self._root)

    def _blank(self, doc: Doc) -> Doc:
        """Whitespace alone: it hangs on its first token, which hangs on nothing."""
        table: Any = np.empty((len(doc), 5), dtype=np.uint64)
        table[:, :4] = self._space
        table[:1, 3] = self._relations[self._root]
        table[:, 4] = (-np.arange(len(doc))).view(np.uint64)
        return doc.from_array(_ATTRIBUTES, table)

    def _table(self, words: Floats, heads: Numbers, relations: Numbers, places: Numbers, size: int) -> Any:
        """What is set, a row for each token."""
        table = np.empty((size, 5), dtype=np.uint64)
        table[:, :4] = self._space
        # Whitespace hangs on the last word before it, or on the first where there is none.
        before = np.zeros(size, dtype=np.int64)
        before[places] = np.arange(len(places)) + 1
        owner = places[np.maximum(np.maximum.accumulate(before) - 1, 0)]
        morphs = self._network.morphs(words)
        table[places, 0] = self._parts[morphs]
        table[places, 1] = self._tags[self._network.tags(words)]
        table[places, 2] = self._morphs[morphs]
        table[places, 3] = self._relations[relations]
        owner[places] = np.where(heads == 0, places, places[heads - 1])
        table[:, 4] = (owner - np.arange(size)).astype(np.int64).view(np.uint64)
        return table


def _sentences(begins: Sequence[int], borders: Floats) -> Iterator[tuple[int, int]]:
    """First word and end of every sentence; one that is too long is cut in its later half."""
    for begin, end in pairwise([*begins, len(borders)]):
        while end - begin > LONGEST:
            middle = begin + LONGEST // 2
            opening = middle + int(borders[middle : begin + LONGEST].argmax())
            yield begin, opening
            begin = opening
        yield begin, end


def _in_text(trees: Sequence[Numbers], sentences: Sequence[tuple[int, int]]) -> Numbers:
    """Heads numbered in their sentence as numbered in the text, from 1; 0 stays the root."""
    heads = np.concatenate(trees)
    begins = np.repeat([begin for begin, _ in sentences], [len(tree) for tree in trees])
    return np.where(heads == 0, 0, heads + begins)
