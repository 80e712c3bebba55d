"""Whitespace is no word: it governs nothing, heads no sentence and hangs on the word before it.

The shipped parser (`heads`) knows that. That of another pipeline, which met a double or an unbreakable space
in no treebank, takes it for a word, and sometimes for the head of the sentence.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.language import Language
from spacy.symbols import SPACE
from spacy.tokens import Doc, Span, Token


@Language.component("dateline_spaces")
def spaces(doc: Doc) -> Doc:
    """Hang whitespace (tag `_SP`, relation `dep`) on the word before it, what hung on it on its own head.

    Where it headed a sentence, the first word that hung on it does. Sentences keep their borders.
    """
    if not doc.has_annotation("DEP"):
        return doc
    acting = {token.sent.start: token.sent for token in doc if token.is_space and _acts(token)}
    wrong = [sentence for sentence in acting.values() if not all(token.is_space for token in sentence)]
    if not wrong:
        return doc
    heads = {token.i: token.head.i for token in doc}
    relations = {token.i: token.dep for token in doc}
    root, dep, tag = (doc.vocab.strings.add(name) for name in ("ROOT", "dep", "_SP"))
    for sentence in wrong:
        _lift(sentence, heads, relations, root)
        first = next(token.i for token in sentence if not token.is_space)
        for token in (token for token in sentence if token.is_space):
            heads[token.i] = token.i - 1 if token.i > first else first
            relations[token.i] = dep
    kinds = [(tag, SPACE) if token.is_space else (token.tag, token.pos) for token in doc]
    rows = [((heads[i] - i) % 2**64, relations[i], *kind) for i, kind in enumerate(kinds)]
    table: Any = np.array(rows, dtype=np.uint64)
    return doc.from_array([HEAD, DEP, TAG, POS], table)


def _acts(token: Token) -> bool:
    """True for whitespace that is taken for a word."""
    return token.dep_ != "dep" or token.tag_ != "_SP" or bool(token.n_lefts + token.n_rights)


def _lift(sentence: Span, heads: dict[int, int], relations: dict[int, int], root: int) -> None:
    """Hang every word of `sentence` on a word: its nearest governor that is one, else the first without."""
    orphans = []
    for word in (token for token in sentence if not token.is_space):
        governor = word.head
        while governor.is_space and governor.head.i != governor.i:
            governor = governor.head
        if governor.is_space:
            orphans.append(word.i)
        else:
            heads[word.i] = governor.i
    for i in orphans:
        heads[i] = orphans[0]
    if orphans:
        relations[orphans[0]] = root
