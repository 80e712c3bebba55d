"""Ties that a noun states: "a branch of X", "Russian support for Y", and second names in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.relation.tie import VIEWING, Tie, patterns

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

_LANDS = frozenset({"country", "state", "nation", "province", "region", "district", "governorate"})
_OWNING = frozenset({"of", "in", "for", "with", "from", "at"})
_HAVING = frozenset({"have", "wage", "fight", "maintain", "keep", "lead", "expand", "establish"})
_MIDST = frozenset({"heart", "forefront", "centre", "center", "vanguard", "front", "frontline"})
_ACRONYM = re.compile(r"\([A-Z][A-Za-z]?[A-Z-]{1,7}[a-z]?(?=\))")
_BRACKET = re.compile(r"\[[A-Z][\w-]+")


def noun_ties(token: Token) -> Iterator[Tie]:
    """ "X, the military wing of Y", "Russian support for Y", "a war against Z"."""
    lemma = token.lemma_.lower()
    if lemma in {"support", "aid"} and clause.case(token) == "in":
        yield from _in_support(token)
    if lemma in {"backer", "patron", "sponsor"}:
        yield from _backers(token)
    for pattern in patterns("noun").get(lemma, ()):
        ends = {
            pattern.source: _noun_end(token, pattern.source, pattern.target),
            pattern.target: _noun_end(token, pattern.target, pattern.source),
        }
        source, target = ends[pattern.source], ends[pattern.target]
        if source is None and pattern.type in {"fights", "operates_in"} and target is not None:
            source = _who_wages(token)
        if pattern.type == "operates_in" and _is_country(ends.get("owner")):
            continue
        if source is not None and target is not None and source.i != target.i:
            yield Tie(pattern.type, source, target, token, pattern.core, f"relation:noun:{pattern.word}")


def _in_support(token: Token) -> Iterator[Tie]:
    """ "In support of the army, aircraft struck": who acts backs whom."""
    backed = next((c for c in token.children if clause.case(c) == "of"), None)
    verb = next((g for g in clause.governors(token) if g.pos_ == "VERB"), None)
    backer = None if verb is None else clause.agent(verb) if clause.is_passive(verb) else clause.subject(verb)
    if backed is not None and backer is not None:
        yield Tie("backs", backer, backed, token, True, "relation:noun:in support of")


def _backers(token: Token) -> Iterator[Tie]:
    """ "Assad and his Russian and Iranian backers": the states that the adjectives name."""
    states, at = [], token.i - 1
    while at > token.sent.start and (token.doc[at].ent_type_ == "NORP" or token.doc[at].lower_ == "and"):
        states += [token.doc[at]] if token.doc[at].ent_type_ == "NORP" else []
        at -= 1
    owner = token.doc[at]
    if owner.tag_ == "POS" and at > 0:
        owner = owner.nbor(-1)
    elif owner.tag_ == "PRP$" and at > 1 and owner.nbor(-1).lower_ == "and":
        owner = owner.nbor(-2)
    if owner.pos_ in {"PRON", "PROPN"}:
        for state in reversed(states):
            yield Tie("backs", state, owner, token, True, "relation:noun:backer")


def belonging_ties(token: Token) -> Iterator[Tie]:
    """ "Arnel dela Vega of the army's Western Mindanao Command": whose man somebody is."""
    body = token.head
    follows = 0 < token.i < body.i and token.nbor(-1).ent_type_ == "PERSON"
    if follows and token.dep_ == "case" and body.ent_type_ == "ORG":
        person = _head_of_name(token.nbor(-1))
        yield Tie("member_of", person, body, token, True, "relation:name of body")


def alias_ties(doc: Doc) -> Iterator[Tie]:
    """ "Hayat Tahrir al-Sham (HTS)", "Daesh [Islamic State]", "Samantha Kureya, better known as Gonyeti"."""
    for match in _alias_pattern().finditer(doc.text):
        first = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if first is None or first.start == 0 or first.end >= len(doc):
            continue
        name, other = _name_before(doc, first.start), doc[first.end]
        quoted = other.is_quote
        while other.pos_ in {"DET", "PUNCT"} and other.i + 1 < len(doc):
            other = other.nbor()
        if (
            name is not None
            and name.pos_ == "PROPN"
            and (other.pos_ == "PROPN" or quoted or other.nbor(-1).is_quote)
        ):
            core = patterns("alias")[" ".join(match.group().lower().split())][0].core
            yield Tie("also_known_as", name, other, doc[first.start], core, "relation:alias")
    yield from _bracketed(doc)
    yield from _acronyms(doc)


def _bracketed(doc: Doc) -> Iterator[Tie]:
    for token in _after(doc, _BRACKET):
        name = _name_before(doc, token.i - 1)
        if token.ent_type_ in {"ORG", "NORP"} and name is not None and name.pos_ == "PROPN":
            yield Tie("also_known_as", name, token, token, True, "relation:brackets")


def _acronyms(doc: Doc) -> Iterator[Tie]:
    for token in _after(doc, _ACRONYM):
        name = _name_before(doc, token.i - 1)
        if name is not None:
            yield Tie("also_known_as", name, token, token, False, "relation:acronym")


def _after(doc: Doc, pattern: re.Pattern[str]) -> Iterator[Token]:
    """The tokens that `pattern` finds behind an opening bracket."""
    for match in pattern.finditer(doc.text):
        words = doc.char_span(match.start() + 1, match.end(), alignment_mode="expand")
        if words is not None and words.start > 1:
            yield words[0]


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


def _owner(noun: Token, other: str) -> Token | None:
    """Whose it is: "Turkey's", "Turkish", "SDF" before it, "of the Observatory" after it.

    What stands behind the preposition `other` is the other end, no owner: "Russian support for the regime".
    """
    owned = clause.child(noun, "nmod:poss")
    if owned is not None:
        return noun.head if _is_shared(noun, owned) else owned
    for part in noun.children:
        if part.dep_ in {"nmod", "obl"} and clause.case(part) in _OWNING - {other} and part.i > noun.i:
            return part
    before = [
        c
        for c in noun.children
        if c.i < noun.i and c.dep_ in {"compound", "amod", "nmod"} and c.text[:1].isupper()
    ]
    if before:
        return before[0]
    return None


def _is_shared(noun: Token, owner: Token) -> bool:
    """ "The party and its military wing": the party's."""
    after = owner.lower_ in {"its", "their"} and owner.nbor(-1).lower_ == "and"
    return after and noun.dep_ == "conj" and any(t.ent_type_ == "ORG" for t in (noun.head, *noun.head.lefts))


def _noun_end(noun: Token, role: str, other: str) -> Token | None:
    if role == "owner":
        return _owner(noun, other)
    if role == "described":
        return _described(noun)
    under = (c for c in noun.children if c.dep_ in {"nmod", "obl", "acl"} and clause.case(c) == role)
    return next(under, None) or _behind(noun, role)


def _behind(noun: Token, preposition: str) -> Token | None:
    """The head of the noun phrase after "support for", where the tree hangs it elsewhere."""
    if noun.i + 2 >= noun.sent.end or noun.nbor().lower_ != preposition:
        return None
    word = next((t for t in noun.doc[noun.i + 2 : noun.sent.end] if t.pos_ in {"NOUN", "PROPN"}), None)
    while word is not None and word.dep_ in {"compound", "amod", "nmod:poss"} and word.head.i > word.i:
        word = word.head
    return word


def _described(noun: Token) -> Token | None:
    """What the noun is said of: "X, an ally of Y", "X is an ally", "its ally X", "its Kurdish allies"."""
    if noun.dep_ == "appos":
        return noun.head
    if clause.child(noun, "cop") is not None:
        return clause.subject(noun)
    if clause.case(noun) == "as" and noun.head.lemma_ in VIEWING and clause.is_passive(noun.head):
        return clause.subject(noun.head)
    named = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if named is not None:
        return named
    return _name_behind(noun) or _name_ahead(noun)


def _name_ahead(noun: Token) -> Token | None:
    """ "The SDF, an ally", where the tree joins them otherwise; "its Kurdish allies" name themselves."""
    start = noun.left_edge.i
    if start > noun.sent.start + 1 and noun.doc[start - 1].text in {",", "–", "—"}:
        before = noun.doc[start - 2]
        if before.pos_ == "PROPN" and before.ent_type_ != "PERSON":
            return _head_of_name(before)
    has_name = any(c.text[:1].isupper() and c.dep_ in {"amod", "compound"} for c in noun.children)
    return (
        noun if has_name and noun.lemma_ == "ally" and clause.child(noun, "nmod:poss") is not None else None
    )


def _name_behind(noun: Token) -> Token | None:
    """ "Its military wing, the People's Protection Units (YPG)": the organisation behind the comma."""
    if clause.child(noun, "nmod:poss") is None or noun.i + 1 >= noun.sent.end or noun.nbor().text != ",":
        return None
    for word in noun.doc[noun.i + 2 : noun.sent.end]:
        if word.ent_type_ != "ORG" and word.pos_ != "DET":
            return None
        if word.ent_type_ == "ORG" and (word.i + 1 >= noun.sent.end or word.nbor().ent_type_ != "ORG"):
            return _head_of_name(word)
    return None


def _who_wages(noun: Token) -> Token | None:
    """Who is at "the war with X" or has "a presence in Y": whoever wages or keeps it, or the noun that it
    describes ("fighters in the war with X")."""
    if noun.dep_ == "obj" and noun.head.lemma_ in _HAVING:
        return _relative(clause.subject(noun.head), noun.head)
    if noun.dep_ == "nmod" and noun.head.lemma_ in _MIDST:  # "have been at the heart of the fight against"
        return _relative(clause.subject(noun.head), noun.head)
    described = noun.dep_ == "nmod" and clause.case(noun) == "in" and noun.head.pos_ in {"NOUN", "PROPN"}
    return noun.head if described else None


def _relative(subject: Token | None, verb: Token) -> Token | None:
    """The noun that "that" and "which" go back to."""
    if subject is not None and subject.tag_ in {"WDT", "WP"} and verb.dep_ == "acl:relcl":
        return verb.head
    return subject


def _is_country(owner: Token | None) -> bool:
    """A country's capital is no place where the country operates."""
    return owner is not None and (owner.ent_type_ == "GPE" or owner.lemma_ in _LANDS)


@cache
def _alias_pattern() -> re.Pattern[str]:
    words = sorted(patterns("alias"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")(?=\s)", re.IGNORECASE)
