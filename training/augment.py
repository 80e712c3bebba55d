"""Make treebank sentences look like the reports we read: headlines, capitals, curly quotes, no final stop.

Each function takes a sentence and gives a changed copy with the same analysis of what remains.
"""

from __future__ import annotations

import random
import string
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from training.conllu import Sentence, Word

_CLOSING_FORMS = {".", "!", "?"}
_ARTICLES = frozenset({"a", "an", "the"})
_SHARES_SUBJECT = frozenset({"aux", "aux:pass", "conj", "cop"})
_PLURAL_PRONOUNS = frozenset({"i", "they", "we", "you"})
_PRESENT = {"be": ("are", "is"), "have": ("have", "has")}
"""Plural and singular of the verbs that don't take an "s"."""
_OPEN_CLASSES = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "VERB"})


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


def unknown(sentence: Sentence, seen: Counter[str], rng: random.Random) -> Sentence:
    """Rare words as words that nobody has seen, with their first letter, their ending and their shape.

    A word that was `seen` n times (in lower case) gives way once in n + 1 times, so that the words of a text
    that is new to the parser don't surprise it (after Kiperwasser and Goldberg, 2016).
    """
    words = [_disguised(word, rng) if _gives_way(word, seen, rng) else word for word in sentence.words]
    return replace(sentence, words=tuple(words))


def _gives_way(word: Word, seen: Counter[str], rng: random.Random) -> bool:
    is_open = word.pos in _OPEN_CLASSES and word.form.isalpha() and len(word.form) > 3
    return is_open and rng.random() * (seen[word.form.lower()] + 1) < 1


def _disguised(word: Word, rng: random.Random) -> Word:
    middle = "".join(rng.choices(string.ascii_lowercase, k=max(2, len(word.form) - 4)))
    middle = middle.upper() if word.form.isupper() else middle
    return replace(word, form=word.form[0] + middle + word.form[-3:])


def present(sentence: Sentence) -> Sentence:
    """Past tense told in the present, as headlines and digests do ("Army launches raids")."""
    subjects = {word.head: word for word in sentence.words if word.dep.startswith("nsubj")}

    def is_plural(at: int, word: Word) -> bool:
        shares = at not in subjects and word.dep in _SHARES_SUBJECT
        subject = subjects.get(word.head if shares else at)
        return subject is not None and _is_plural(subject, sentence)

    words = [_in_present(w, is_plural(i, w)) if w.tag == "VBD" else w for i, w in enumerate(sentence.words)]
    return replace(sentence, words=tuple(words))


def without_articles(sentence: Sentence) -> Sentence:
    """Articles dropped, as headlines do."""
    heads = {word.head for i, word in enumerate(sentence.words) if word.head != i}
    kept = [i for i, w in enumerate(sentence.words) if i in heads or w.form.lower() not in _ARTICLES]
    new = {old: i for i, old in enumerate(kept)}
    words = [replace(sentence.words[old], head=new[sentence.words[old].head]) for old in kept]
    if words and kept[0] != 0:
        words[0] = replace(words[0], form=words[0].form[0].upper() + words[0].form[1:])
    return replace(sentence, words=tuple(words))


def _is_plural(word: Word, sentence: Sentence) -> bool:
    at = sentence.words.index(word)
    joined = any(other.head == at and other.dep == "conj" for other in sentence.words)
    return joined or word.tag in {"NNS", "NNPS"} or word.form.lower() in _PLURAL_PRONOUNS


def _in_present(word: Word, is_plural: bool) -> Word:
    irregular = _PRESENT.get(word.lemma)
    base = irregular[0] if irregular else word.lemma
    form = base if is_plural else irregular[1] if irregular else _third_person(word.lemma)
    if word.form.isupper() and len(word.form) > 1:
        form = form.upper()
    elif word.form[:1].isupper():
        form = form.capitalize()
    number = "Number=Plur" if is_plural else "Number=Sing"
    morph = f"Mood=Ind|{number}|Person=3|Tense=Pres|VerbForm=Fin"
    return replace(word, form=form, tag="VBP" if is_plural else "VBZ", morph=morph)


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in set("aeiou"):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"


def _with_forms(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    words: list[Word] = []
    for word in sentence.words:
        form = change(word.form)
        # A form that changes its length ("ß") could be cut differently by the tokeniser.
        words.append(replace(word, form=form) if len(form) == len(word.form) else word)
    return replace(sentence, words=tuple(words))


def vary(sentences: list[Sentence], rng: random.Random, headlines: float = 0.0) -> list[Sentence]:
    """Change a stretch of sentences that are read together, by the rates of the model card.

    A share of `headlines` in the present tense, a third of them without articles; 15 % capitals, 6 % lower
    case, 30 % curly quotes; 7 % of sentences lose their final stop, of sentences that close a paragraph only,
    since elsewhere the border would be unreadable.
    """
    if headlines:
        dice = rng.random() / headlines
        sentences = [present(sentence) for sentence in sentences] if dice < 1 else sentences
        sentences = [without_articles(sentence) for sentence in sentences] if dice < 1 / 3 else sentences
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
