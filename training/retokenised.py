"""Treebank words as the tokeniser cuts them, so that a network is trained on what it will be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from training.conllu import Sentence, Word

NO_HEAD = -1


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `word` is the treebank's where it tells what is right of it."""

    form: str
    word: Word | None
    head: int
    """Number of the head in the sentence from 1, 0 for the root; NO_HEAD where nothing is told."""


def retokenised(sentence: Sentence, nlp: Language) -> list[Token]:
    """The tokens of a sentence.

    A word that is cut is told by its last token; a token that holds several words is told by the one whose
    head is outside. Of other tokens nothing is told.
    """
    doc = nlp.make_doc(sentence.text)
    tokens = [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]
    words = list(_spans(sentence.words))
    told: dict[int, int] = {}
    place: dict[int, int] = {}
    for of_tokens, of_words in _clusters(tokens, words):
        place |= dict.fromkeys(of_words, of_tokens[-1])
        if len(of_words) == 1:
            told[of_tokens[-1]] = of_words[0]
        elif len(of_tokens) == 1:
            outer = (w for w in of_words if sentence.words[w].head not in of_words or _is_root(sentence, w))
            told[of_tokens[0]] = next(outer, of_words[0])
    return [
        _token(sentence, doc.text[begin:end], told.get(n), n, place) for n, (begin, end) in enumerate(tokens)
    ]


def _token(sentence: Sentence, form: str, word: int | None, at: int, place: dict[int, int]) -> Token:
    if word is None:
        return Token(form, None, NO_HEAD)
    if _is_root(sentence, word):
        return Token(form, sentence.words[word], 0)
    head = place[sentence.words[word].head]
    return Token(form, sentence.words[word], NO_HEAD if head == at else head + 1)


def _is_root(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].head == word or sentence.words[word].dep == "root"


def _spans(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    begin = 0
    for word in words:
        yield begin, begin + len(word.form)
        begin += len(word.form) + word.space


def _clusters(
    tokens: list[tuple[int, int]], words: list[tuple[int, int]]
) -> Iterator[tuple[list[int], list[int]]]:
    """The smallest runs of tokens and of words that end at the same character."""
    token = word = 0
    while token < len(tokens) and word < len(words):
        of_tokens, of_words = [token], [word]
        while tokens[of_tokens[-1]][1] != words[of_words[-1]][1]:
            if tokens[of_tokens[-1]][1] < words[of_words[-1]][1]:
                of_tokens.append(of_tokens[-1] + 1)
            else:
                of_words.append(of_words[-1] + 1)
        yield of_tokens, of_words
        token, word = of_tokens[-1] + 1, of_words[-1] + 1
