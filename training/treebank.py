"""The treebanks that the syntax is trained on: which texts, how often, cut how."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from training.conllu import Sentence, read_sentences

# GUM texts under a non-commercial or no-derivatives licence never train a model that ships.
CLOSED_GENRES = frozenset({"conversation", "essay", "fiction", "letter", "podcast", "whow"})
NEWS_GENRES = frozenset({"court", "interview", "news", "speech"})
NEWS_WEBLOGS = ("weblog-", "newsgroup-")
LONGEST_STRETCH = 9


def gum_genres(ud: Path) -> dict[str, str]:
    """Genre by GUM document name."""
    docs = json.loads((ud / "gum_docs.json").read_text(encoding="utf-8"))
    return {name: meta["genre"] for name, meta in docs.items()}


def training_sentences(corpora: Path) -> Iterator[Sentence]:
    """EWT and the open genres of GUM; EWT's news-like texts come twice, GUM's three times."""
    ud = corpora / "ud"
    genres = gum_genres(ud)
    ewt = list(read_sentences(ud / "en_ewt-train.conllu"))
    gum = [s for s in read_sentences(ud / "en_gum-train.conllu") if genres[s.doc] not in CLOSED_GENRES]
    yield from ewt
    yield from gum
    yield from (s for s in ewt if s.doc.startswith(NEWS_WEBLOGS))
    news = [s for s in gum if genres[s.doc] in NEWS_GENRES]
    yield from news
    yield from news


def stretches(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Cut each text into stretches of one to nine sentences, at random places."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.doc):
        text = list(group)
        while text:
            size = rng.randint(1, LONGEST_STRETCH)
            yield text[:size]
            text = text[size:]
