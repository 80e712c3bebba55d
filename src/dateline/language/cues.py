"""What tells the type of a name: words beside it (`name_cues.tsv`), and lists (`known_names.tsv`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

_APPOSITION_REACH = 5
_ARTICLES = frozenset({"a", "an", "the"})


def cues(name: Span) -> list[str]:
    """Labels that words right before, right after or in apposition tell, or its own first and last word."""
    doc, lexicon = name.doc, _lexicon()
    found = [_apposed(name)]
    if name.start:
        found.append(lexicon["before"].get(doc[name.start - 1].lower_))
    if name.start > 1:
        found.append(lexicon["before"].get(doc[name.start - 2 : name.start].text.lower()))
    if name.end < len(doc):
        found.append(lexicon["after"].get(doc[name.end].lower_))
    if len(name) > 1:
        found += [lexicon["first"].get(name[0].lower_), lexicon["last"].get(name[-1].lower_)]
    return [label for label in found if label]


def is_title(token: Token) -> bool:
    """True for a word that stands before persons' names: "Mr", "General"."""
    return _lexicon()["before"].get(token.lower_) == "PERSON"


def known_label(words: str) -> str | None:
    """GPE for the name of a country, NORP for that of a people, else None; case matters."""
    return _known().get(words)


def _apposed(name: Span) -> str | None:
    """The label told by "X, an Iran-backed militia": comma, article, and a cue within a few words."""
    following = name.doc[name.end : name.end + _APPOSITION_REACH + 2]
    if len(following) < 3 or following[0].text != "," or following[1].lower_ not in _ARTICLES:
        return None
    for token in following[2:]:
        if token.is_punct and token.text != "-":
            return None
        label = _lexicon()["apposed"].get(token.lower_)
        if label:
            return label
    return None


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    """Label by cue word, by position."""
    table: dict[str, dict[str, str]] = {"before": {}, "after": {}, "first": {}, "last": {}, "apposed": {}}
    for row in _rows("name_cues.tsv"):
        for position in row["positions"].split():
            table[position][row["word"]] = row["label"]
    return table


@cache
def _known() -> dict[str, str]:
    return {row["name"]: row["label"] for row in _rows("known_names.tsv")}


def _rows(name: str) -> list[dict[str, str]]:
    lines = files("dateline.language").joinpath(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
