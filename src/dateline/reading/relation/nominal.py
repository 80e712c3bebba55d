"""Ties that a noun states: titles, "a branch of X", "Russian support for Y", and second names in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.relation.tie import Pattern, Tie, patterns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWNING = frozenset({"of", "in", "for", "with", "from", "at"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z-]{1,7}[a-z]?")


def title_ties(token: Token) -> Iterator[Tie]:
    """ "the SDF commander Adnan Afrin", "Rami Abdurrahman, head of the Observatory", "Turkey's president, X"."""
    pattern = _title(token)
    if pattern is None:
        return
    holder = _holder(token)
    owner = _owner(token)
    if holder is not None and owner is not None and holder.i != owner.i:
        yield Tie(pattern.type, holder, owner, token, pattern.core, f"relation:title:{pattern.word}")


def noun_ties(token: Token) -> Iterator[Tie]:
    """ "X, the military wing of Y", "Russian support for Y", "a war against Z"."""
    for pattern in patterns("noun").get(token.lemma_.lower(), ()):
        ends = {role: _noun_end(token, role) for role in (pattern.source, pattern.target)}
        source, target = ends[pattern.source], ends[pattern.target]
        if source is not None and target is not None and source.i != target.i:
            yield Tie(pattern.type, source, target, token, pattern.core, f"relation:noun:{pattern.word}")


def alias_ties(doc: Doc) -> Iterator[Tie]:
    """ "Hayat Tahrir al-Sham (HTS)", "Samantha Kureya, better known as Gonyeti"."""
    for match in _alias_pattern().finditer(doc.text):
        first = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if first is None or first.start == 0 or first.end >= len(doc):
            continue
        name, other = _name_before(doc, first.start), doc[first.end]
        while other.pos_ in {"DET", "PUNCT"} and other.i + 1 < len(doc):
            other = other.nbor()
        if name is not None and other.pos_ == "PROPN":
            words = " ".join(match.group().lower().split())
            yield Tie(
                "also_known_as",
                name,
                _head_of_name(other),
                doc[first.start],
                patterns("alias")[words][0].core,
                "relation:alias",
            )
    yield from _acronyms(doc)


def _acronyms(doc: Doc) -> Iterator[Tie]:
    for token in doc[1:-2]:
        if token.text == "(" and doc[token.i + 2].text == ")" and _ACRONYM.fullmatch(doc[token.i + 1].text):
            name = _name_before(doc, token.i)
            if name is not None:
                yield Tie(
                    "also_known_as", name, doc[token.i + 1], doc[token.i + 1], False, "relation:acronym"
                )


def _name_before(doc: Doc, index: int) -> Token | None:
    while index > 0 and doc[index - 1].is_punct:
        index -= 1
    word = doc[index - 1] if index > 0 else None
    if word is None or word.pos_ not in {"PROPN", "NOUN"}:
        return None
    return _head_of_name(word)


def _head_of_name(word: Token) -> Token:
    while word.dep_ in {"flat", "compound"} and word.head.pos_ == "PROPN":
        word = word.head
    return word


def _title(token: Token) -> Pattern | None:
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    table = patterns("title")
    for size in (3, 2):
        if token.i + 1 >= size:
            phrase = token.doc[token.i - size + 1 : token.i + 1].text.lower()
            if phrase in table:
                return table[phrase][0]
    found = table.get(token.lemma_.lower()) or table.get(token.lower_)
    return found[0] if found else None


def _holder(title: Token) -> Token | None:
    """Who holds the post: the name that it stands before, after, or is said of."""
    if (
        title.dep_ in {"compound", "nmod", "flat", "amod"}
        and title.head.pos_ == "PROPN"
        and title.head.i > title.i
    ):
        return title.head
    for part in title.children:
        if part.dep_ in {"appos", "flat"} and part.pos_ == "PROPN":
            return part
    if title.dep_ == "appos" and title.head.pos_ == "PROPN":
        return title.head
    if clause.child(title, "cop") is not None:
        return clause.child(title, "nsubj")
    return None


def _owner(title: Token) -> Token | None:
    """Whose post it is: "Turkey's", "Turkish", "SDF" before it, "of the Observatory" after it."""
    owned = clause.child(title, "nmod:poss")
    if owned is not None:
        return owned
    for part in title.children:
        if part.dep_ in {"nmod", "obl"} and clause.case(part) in _OWNING and part.i > title.i:
            return part
    before = [
        c
        for c in title.children
        if c.i < title.i and c.dep_ in {"compound", "amod", "nmod"} and c.text[:1].isupper()
    ]
    if before:
        return before[0]
    if title.dep_ in {"compound", "flat", "nmod"} and title.head.i > title.i:
        siblings = [
            c
            for c in title.head.children
            if c.i < title.i and c.dep_ in {"compound", "amod", "nmod:poss"} and c.text[:1].isupper()
        ]
        return siblings[-1] if siblings else None
    return None


def _noun_end(noun: Token, role: str) -> Token | None:
    if role == "owner":
        return _owner(noun)
    if role == "described":
        if noun.dep_ == "appos":
            return noun.head
        if clause.child(noun, "cop") is not None:
            return clause.subject(noun)
        return next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    return next((c for c in noun.children if c.dep_ in {"nmod", "obl"} and clause.case(c) == role), None)


@cache
def _alias_pattern() -> re.Pattern[str]:
    words = sorted(patterns("alias"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")(?=\s)", re.IGNORECASE)
