"""What tells the type of a name: words beside it (`name_cues.tsv`), and lists (`known_names.tsv`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span

_APPOSITION_REACH = 5
NO_NAME = "-"
"""The label of what is no name of ours: feasts, prizes, wars, laws, a common noun with a capital."""
ARTICLES = frozenset({"a", "an", "the"})
_ACRONYM = range(3, 8)
_SHORT = 3
_NEAR = 4
_COMMON_NOUNS = frozenset({"NN", "NNS"})
_PARTS = frozenset(
    "Central East Eastern Latin North Northern South Southeast Southern Sub-Saharan West Western".split()
)
_INSIDE = frozenset({"in", "near"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


class Words:
    """The words of a text as strings, as they stand and in lower case; a token makes them whenever asked."""

    def __init__(self, doc: Doc) -> None:
        self.texts = [token.text for token in doc]
        self.lowers = [text.lower() for text in self.texts]


def cues(name: Span, words: Words) -> list[str]:
    """Labels that words right before, right after or in apposition tell, or its own first and last word.

    `words` are those of the text.
    """
    lowers, start, end, lexicon = words.lowers, name.start, name.end, _lexicon()
    found = [_apposed(name, words)]
    if start:
        found.append(lexicon["before"].get(lowers[start - 1]))
    if start > 1:
        found.append(lexicon["before"].get(name.doc[start - 2 : start].text.lower()))
    if end < len(lowers):
        found.append(lexicon["after"].get(lowers[end]))
    if end - start > 1:
        found += [lexicon["first"].get(lowers[start]), lexicon["last"].get(lowers[end - 1])]
    else:
        found.append(lexicon["alone"].get(lowers[start]))
    found += [_behind(lowers[end : end + 3]), _beside(name, words), _rather(name, words)]
    return [label for label in found if label]


def is_title(word: str) -> bool:
    """True for a word, in lower case, that stands before persons' names: "mr", "general"."""
    return _lexicon()["before"].get(word) == "PERSON"


def known_label(words: str) -> str | None:
    """GPE for the name of a country, NORP for that of a people or its part ("West African"); case matters."""
    part, _, whole = words.partition(" ")
    if part in _PARTS and _known().get(whole) == "NORP":
        return "NORP"
    return _known().get(words)


def _apposed(name: Span, words: Words) -> str | None:
    """The label told by "X, an Iran-backed militia": comma, article, and a cue within a few words."""
    opening = words.lowers[name.end : name.end + 2]
    if len(opening) < 2 or opening[0] != "," or opening[1] not in ARTICLES:
        return None
    for token in name.doc[name.end + 2 : name.end + 2 + _APPOSITION_REACH]:
        if token.is_punct and token.text != "-":
            return None
        label = _lexicon()["apposed"].get(token.lower_)
        if label:
            return label
    return None


def _behind(following: list[str]) -> str | None:
    """PERSON for what an age or "who" follows: "X, 34," and "X, who"."""
    if following[:2] == [",", "who"] or following[:2] == [",", "whose"]:
        return "PERSON"
    is_age = len(following) == 3 and following[1].isdigit() and len(following[1]) == 2
    return "PERSON" if is_age and following[0] + following[2] in {",,", "()"} else None


def _beside(name: Span, words: Words) -> str | None:
    """ORG for what abbreviates the body named before it: "Environmental Board (YESAB)"."""
    texts = words.texts
    if name.start < 3 or name.end >= len(texts) or texts[name.start - 1] + texts[name.end] != "()":
        return None
    body = next((other for other in name.doc.ents if other.end == name.start - 1), None)
    if body is None or body.label_ != "ORG" or len(body) < 2 or len(name) > 1:
        return None
    return "ORG" if name.text[0] in {word.text[0].upper() for word in body} else None


def _rather(name: Span, words: Words) -> str | None:
    """What a name rather is than it was taken for: capitals are a body's, and "the X" is no person.

    A person whom one is "in" is a place.
    """
    if _is_acronym(name, words.texts[name.start]):
        return "ORG" if name.label_ == "PERSON" or len(name.text) > _SHORT else None
    if name.label_ != "PERSON" or not name.start:
        return None
    before, after = words.lowers[name.start - 1], name.doc[name.end : name.end + 1]
    if before == "the" and not any(token.tag_ in _COMMON_NOUNS for token in after):
        return "ORG"
    is_owner = any(token.lower_ in POSSESSIVES for token in after)
    return "GPE" if before in _INSIDE and not is_owner else None


def _is_acronym(name: Span, word: str) -> bool:
    """True for one word in capitals, its first, among words that aren't, which no list knows."""
    is_shouted = len(name) == 1 and len(word) in _ACRONYM and word.isupper() and word.isalpha()
    if not is_shouted or known_label(word) or word.lower() in _lexicon()["alone"]:
        return False
    around = name.doc[max(0, name.start - _NEAR) : name.end + _NEAR]
    return name.label_ in {"GPE", "PERSON"} and any(token.is_lower for token in around)


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    """Label by cue word, by position."""
    positions = ("before", "after", "first", "last", "alone", "apposed")
    table: dict[str, dict[str, str]] = {position: {} for position in positions}
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
