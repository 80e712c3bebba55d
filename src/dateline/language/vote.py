"""One string, one label: the names of a text vote on the type of each of them.

A recogniser that sees a window of a few words types "Kataib Hezbollah" as a person here and as an
organisation there. All mentions of a string in a text vote, and words beside a mention that tell
what it is ("the group X", "X militants", "X, an armed group", "President X") weigh more than a guess.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Span

CUE_WEIGHT = 3
_APPOSITION_REACH = 5
_ARTICLES = frozenset({"a", "an", "the"})


@Language.component("dateline_vote")
def vote(doc: Doc) -> Doc:
    """Give all mentions of one string (case and article aside) the label that most evidence speaks for.

    A tie keeps what the recogniser said of each mention.
    """
    mentions: dict[str, list[Span]] = defaultdict(list)
    for name in doc.ents:
        mentions[_key(name)].append(name)
    relabelled = [
        Span(doc, name.start, name.end, label=winner or name.label_)
        for names in mentions.values()
        for winner in [_winner(names)]
        for name in names
    ]
    doc.set_ents(sorted(relabelled, key=lambda name: name.start))
    return doc


def _key(name: Span) -> str:
    words = [token.lower_ for token in name]
    return " ".join(words[1:] if words[0] in _ARTICLES and len(words) > 1 else words)


def _winner(names: list[Span]) -> str | None:
    votes: Counter[str] = Counter()
    for name in names:
        votes[name.label_] += 1
        for label in _cues(name):
            votes[label] += CUE_WEIGHT
    ranked = votes.most_common(2)
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0][0]


def _cues(name: Span) -> list[str]:
    """Labels that the words right before, right after or in apposition speak for."""
    doc, lexicon = name.doc, _lexicon()
    found = []
    if name.start:
        found.append(lexicon["before"].get(doc[name.start - 1].lower_))
    if name.end < len(doc):
        found.append(lexicon["after"].get(doc[name.end].lower_))
    found.append(_apposed(name))
    return [label for label in found if label]


def _apposed(name: Span) -> str | None:
    """The label told by "X, an Iran-backed militia": comma, article, and a cue within a few words."""
    following = name.doc[name.end : name.end + _APPOSITION_REACH + 2]
    if len(following) < 3 or following[0].text != "," or following[1].lower_ not in _ARTICLES:
        return None
    for token in following[2:]:
        if token.text in {",", "."}:
            return None
        label = _lexicon()["apposed"].get(token.lower_)
        if label:
            return label
    return None


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    """Cue words by position, from name_cues.tsv."""
    table: dict[str, dict[str, str]] = {"before": {}, "after": {}, "apposed": {}}
    lines = files("dateline.language").joinpath("name_cues.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        for position in row["positions"].split():
            table[position][row["word"]] = row["label"]
    return table
