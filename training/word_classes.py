"""Make the table of word classes: words of open news text, grouped by the company that they keep.

    python -m training.word_classes CORPORA

Words are described by the words they stand next to in the parse and in the sentence (positive pointwise
mutual information, 80 dimensions of it), and grouped by k-means into coarse, middle and fine classes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy.sparse  # type: ignore[import-untyped]
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD

from dateline.language import load
from dateline.language.tree import Doc, Token
from dateline.reading import clause
from dateline.reading.word_class import GRAINS, key_of

TABLE = Path(__file__).parent.parent / "src" / "dateline" / "reading" / "data" / "word_classes.tsv"
OPEN_TEXTS = (
    "current_events/items.jsonl",
    "wikinews/articles.jsonl",
    "wikiwars/train.jsonl",
    "geo/geovirus.jsonl",
)
SIZES = dict(zip(GRAINS, (40, 120, 400), strict=True))
LEAST_WORD, LEAST_COMPANY = 6, 8
DIMENSIONS, SEED, WINDOW = 80, 1, 4
SMOOTHING = 0.75
"""Exponent that takes weight from rare company, after Levy, Goldberg and Dagan (2015)."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_SILENT = frozenset({"punct", "det", "cc"})
_HEADER = """\
# Words of open news text, grouped by the company that they keep; made by training/word_classes.py.
# word: lemma and N, V or A; the numbers name classes and mean nothing else.
"""


def texts(corpora: Path) -> Iterator[str]:
    """The open news texts under `corpora`."""
    for name in OPEN_TEXTS:
        for line in (corpora / name).read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def company(doc: Doc) -> Iterator[tuple[str, str]]:
    """Every word of content with everything that it keeps company with."""
    for token in doc:
        if token.pos_ in _CONTENT and token.is_alpha:
            for other in (*_governing(token), *_around(token)):
                yield key_of(token), other


def _governing(token: Token) -> Iterator[str]:
    if token.head.i != token.i:
        yield f"^{token.dep_}/{token.head.lemma_.lower()}"
    for below in token.children:
        if below.dep_ not in _SILENT:
            case = clause.case(below)
            yield f"{below.dep_}:{case}/{below.lemma_.lower()}"
            if case:
                yield f"{below.dep_}:{case}"


def _around(token: Token) -> Iterator[str]:
    for near in token.doc[max(token.i - WINDOW, 0) : token.i + WINDOW + 1]:
        if near.i != token.i and near.pos_ in _CONTENT:
            yield f"near/{near.lemma_.lower()}"


def vectors(pairs: Counter[tuple[str, str]], words: list[str]) -> NDArray[np.float64]:
    """One row of unit length for each of `words`."""
    together: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for (word, other), n in pairs.items():
        alone[word] += n
        together[other] += n
    total = sum(n**SMOOTHING for n in together.values())
    columns = {c: i for i, c in enumerate(sorted(c for c, n in together.items() if n >= LEAST_COMPANY))}
    rows = {word: i for i, word in enumerate(words)}
    cells = [
        (rows[w], columns[c], float(np.log(n * total / (alone[w] * together[c] ** SMOOTHING))))
        for (w, c), n in sorted(pairs.items())
        if w in rows and c in columns
    ]
    at, over, values = zip(*(cell for cell in cells if cell[2] > 0), strict=True)
    table = scipy.sparse.csr_matrix((values, (at, over)), shape=(len(rows), len(columns)))
    dense = TruncatedSVD(DIMENSIONS, random_state=SEED).fit_transform(table)
    return np.asarray(dense / np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), 1e-9))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    pipeline, pairs, seen = load(), Counter[tuple[str, str]](), Counter[str]()
    for text in texts(options.corpora):
        doc = pipeline.parse(text)
        pairs.update(company(doc))
        seen.update(key_of(t) for t in doc if t.pos_ in _CONTENT and t.is_alpha)
    words = sorted(word for word, n in seen.items() if n >= LEAST_WORD)
    found = vectors(pairs, words)
    labels = [KMeans(SIZES[g], n_init=2, max_iter=50, random_state=SEED).fit(found).labels_ for g in GRAINS]
    lines = ["\t".join([word, *map(str, numbers)]) for word, *numbers in zip(words, *labels, strict=True)]
    header = "\t".join(["word", *GRAINS])
    TABLE.write_text(_HEADER + "\n".join([header, *lines]) + "\n", "utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
