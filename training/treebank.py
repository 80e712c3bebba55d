"""Build the syntax training documents: several sentences of one text to a document, raw text in."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab

from training.augment import unknown, vary
from training.conllu import Sentence, Word, read_sentences

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
    """EWT and the open genres of GUM; news-like texts come twice."""
    ud = corpora / "ud"
    genres = gum_genres(ud)
    ewt = list(read_sentences(ud / "en_ewt-train.conllu"))
    gum = [s for s in read_sentences(ud / "en_gum-train.conllu") if genres[s.doc] not in CLOSED_GENRES]
    yield from ewt
    yield from gum
    yield from (s for s in ewt if s.doc.startswith(NEWS_WEBLOGS))
    yield from (s for s in gum if genres[s.doc] in NEWS_GENRES)


def stretches(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Cut each text into stretches of one to nine sentences, at random places."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.doc):
        text = list(group)
        while text:
            size = rng.randint(1, LONGEST_STRETCH)
            yield text[:size]
            text = text[size:]


def build_doc(vocab: Vocab, sentences: list[Sentence], rng: random.Random) -> Doc:
    """One gold document; a paragraph border is a whitespace token that hangs on the word before it."""
    words: list[Word] = []
    for sentence in sentences:
        if words:
            _close_sentence(words, sentence.opens_paragraph, rng)
        words.extend([_shifted(word, len(words)) for word in sentence.words])
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        heads=[word.head for word in words],
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
    )


def _shifted(word: Word, by: int) -> Word:
    return Word(word.form, word.tag, word.pos, word.morph, word.head + by, word.dep, word.space)


def _close_sentence(words: list[Word], paragraph: bool, rng: random.Random) -> None:
    """Put the space, or the line break of a new paragraph, between two sentences."""
    last = words[-1]
    words[-1] = Word(last.form, last.tag, last.pos, last.morph, last.head, last.dep, not paragraph)
    if paragraph:
        gap = "\n\n" if rng.random() < 0.6 else "\n"
        words.append(Word(gap, "_SP", "SPACE", "", len(words) - 1, "dep", False))


def syntax_reader(
    corpora: str, seed: int, headlines: float = 0.0, disguise: bool = False
) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus that is cut and varied anew, but reproducibly, in every epoch.

    A share of `headlines` (see `vary`); with `disguise`, rare words also as unknown ones.
    """
    sentences = list(training_sentences(Path(corpora)))
    seen = Counter(word.form.lower() for sentence in sentences for word in sentence.words)
    rng = random.Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        for stretch in stretches(sentences, rng):
            met = [unknown(sentence, seen, rng) for sentence in stretch] if disguise else stretch
            yield example(nlp, vary(met, rng, headlines), rng)

    return read


def syntax_dev_reader(corpora: str) -> Callable[[Language], Iterator[Example]]:
    """EWT and GUM dev as running text, a fixed cut of ten sentences, unchanged."""
    ud = Path(corpora) / "ud"
    sentences = [s for name in ("ewt", "gum") for s in read_sentences(ud / f"en_{name}-dev.conllu")]

    def read(nlp: Language) -> Iterator[Example]:
        rng = random.Random(0)
        for _, group in groupby(sentences, key=lambda sentence: sentence.doc):
            text = list(group)
            for begin in range(0, len(text), 10):
                yield example(nlp, text[begin : begin + 10], rng)

    return read


def example(nlp: Language, sentences: list[Sentence], rng: random.Random) -> Example:
    """The gold document beside what the tokeniser makes of its raw text."""
    reference = build_doc(nlp.vocab, sentences, rng)
    return Example(nlp.make_doc(reference.text), reference)


registry.readers.register("dateline.syntax.v1", func=syntax_reader)
registry.readers.register("dateline.syntax_dev.v1", func=syntax_dev_reader)
