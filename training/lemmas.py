"""Exceptions for the rule lemmatiser, read off the treebank.

spaCy's English tables know nouns, verbs, adjectives and adverbs; auxiliaries, pronouns and the odd
form that the tables get wrong come from EWT, wherever it gives one form one lemma at least twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from spacy.lookups import Lookups

_CLOSED_CLASSES = frozenset({"AUX", "DET", "PRON"})


def add_exceptions(lookups: Lookups, treebank: Path) -> int:
    """Put the treebank's auxiliaries, pronouns and determiners into the exception table; how many."""
    table = lookups.get_table("lemma_exc")
    added = 0
    for (pos, form), counts in sorted(_lemmas(treebank).items()):
        [(lemma, count)] = counts.most_common(1)
        if count >= 2 and count / counts.total() > 0.8:
            forms = dict(table.get(pos, {}))
            forms[form] = [lemma]
            table[pos] = forms
            added += 1
    return added


def _lemmas(treebank: Path) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for line in treebank.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if len(row) == 10 and row[3] in _CLOSED_CLASSES:
            found[row[3].lower(), row[1].lower()][row[2].lower()] += 1
    return found
