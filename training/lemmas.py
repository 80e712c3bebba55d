"""Exceptions for the rule lemmatiser, read off the treebank.

spaCy's English tables know nouns, verbs, adjectives and adverbs; auxiliaries, pronouns and the odd
form that the tables get wrong come from EWT, wherever it gives one form one lemma at least twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from spacy.lookups import Lookups

_ENDINGS = ("ed", "ing", "s")
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


def mend_verbs(lookups: Lookups) -> None:
    """Prefer the verb that keeps its last letter: "hoped" is of "hope", for "hop" doubles its consonant.

    The last rule that fits wins, so the one that adds an "e" comes last. "bring" is no form of a verb "bre":
    what ends like a form is its own lemma. "singing" and "swinging" are of no rarer verb in "-nge".
    """
    index, rules = lookups.get_table("lemma_index"), lookups.get_table("lemma_rules")
    verbs = {verb for verb in index["verb"] if not (verb.endswith("nge") and verb[:-1] in index["verb"])}
    index["verb"] = sorted(verbs)
    rules["verb"] = sorted(rules["verb"], key=lambda rule: rule[1] == "e")
    exceptions = lookups.get_table("lemma_exc")
    own = {verb: [verb] for verb in sorted(verbs) if verb.endswith(_ENDINGS)}
    exceptions["verb"] = own | dict(exceptions.get("verb", {}))


def _lemmas(treebank: Path) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for line in treebank.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if len(row) == 10 and row[3] in _CLOSED_CLASSES:
            found[row[3].lower(), row[1].lower()][row[2].lower()] += 1
    return found
