"""Make treebank sentences look like the reports we read: capitals, curly quotes, no final stop.

Each function takes a sentence and gives a changed copy with the same analysis of what remains.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from training.conllu import Sentence, Word

_CLOSING_FORMS = {".", "!", "?"}


def upper(sentence: Sentence) -> Sentence:
    """Capitals throughout, as in wire bulletins and headlines."""
    return _with_forms(sentence, str.upper)


def lower(sentence: Sentence) -> Sentence:
    """Lower case throughout, as in careless posts and some archives."""
    return _with_forms(sentence, str.lower)


def curly(sentence: Sentence) -> Sentence:
    """Typographic quotation marks and apostrophes instead of straight ones."""
    words = []
    opening = True
    for word in sentence.words:
        form = word.form.replace("'", "\u2019")
        if form in {'"', "``", "''"}:
            form = "\u201c" if opening else "\u201d"
            opening = not opening
        words.append(replace(word, form=form))
    return replace(sentence, words=tuple(words))


def without_stop(sentence: Sentence) -> Sentence:
    """Drop the final stop, as headlines, captions and list items do."""
    *words, last = sentence.words
    is_leaf = all(word.head != len(words) for word in words)
    if len(words) < 2 or last.form not in _CLOSING_FORMS or not is_leaf:
        return sentence
    return replace(sentence, words=(*words[:-1], replace(words[-1], space=last.space)))


def _with_forms(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    words: list[Word] = []
    for word in sentence.words:
        form = change(word.form)
        # A form that changes its length ("ß") could be cut differently by the tokeniser.
        words.append(replace(word, form=form) if len(form) == len(word.form) else word)
    return replace(sentence, words=tuple(words))


def vary(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """Change a stretch of sentences that are read together, by the rates of the model card.

    15 % capitals, 6 % lower case, 30 % curly quotes; 7 % of sentences lose their final stop,
    of sentences that close a paragraph only, since elsewhere the border would be unreadable.
    """
    dice = rng.random()
    if dice < 0.15:
        sentences = [upper(sentence) for sentence in sentences]
    elif dice < 0.21:
        sentences = [lower(sentence) for sentence in sentences]
    if rng.random() < 0.3:
        sentences = [curly(sentence) for sentence in sentences]
    followers = [*sentences[1:], None]
    return [
        without_stop(sentence)
        if (follower is None or follower.opens_paragraph) and rng.random() < 0.07
        else sentence
        for sentence, follower in zip(sentences, followers, strict=True)
    ]
