"""Noun phrases: how far the phrase of a head reaches, which heads it joins, and what kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

_OUTSIDE = frozenset(
    "acl:relcl appos parataxis nsubj nsubj:pass case cc:preconj mark cop aux obl advcl advmod discourse "
    "dep ccomp expl vocative root ROOT".split()
)
_WITHIN_WORDS = frozenset("- – ’ ' / &".split())
_NAMING_PREPOSITIONS = frozenset("of for".split())
_PLACING_PREPOSITIONS = frozenset("from in at within with".split())
_JOINED_BY = frozenset("conj flat appos list nmod:desc".split())
_NOMINAL = frozenset("NOUN PROPN PRON NUM ADJ X".split())
_SETTLEMENTS = frozenset(
    "city town village hamlet suburb district province governorate region county island port neighborhood "
    "neighbourhood municipality".split()
)
_INDEFINITE = frozenset(
    "some any several many few both all no every each another other dozens hundreds".split()
)
_ARTICLES = frozenset("the a an this that these those its their his her our my your whose".split())
_HEDGES = frozenset("up at least most more fewer less than about around nearly almost over some only".split())
_PARTS = frozenset(
    "some most many all both none several few each two three four five six seven eight nine ten".split()
)
HYPHENS = frozenset("-‐–")
_SO_CALLED = ("so", "-", "called")
_LONGEST_AFTER = 12
_LONGEST_CHAIN = 8


def heads_of(token: Token) -> tuple[Token, ...]:
    """The heads that a phrase joins: "Russia and Iran" gives both, in text order, whichever stands first."""
    found = [token]
    joined = [child for child in token.children if _is_joined(child, token)]
    lists = any(child.dep_ == "conj" for child in joined)
    for child in token.children:
        between = lists and child.dep_ == "appos" and child.pos_ == "PROPN" and child.i < joined[-1].i
        if child in joined or between:
            found.extend(heads_of(child))
    return tuple(sorted(found, key=lambda head: head.i))


def _is_joined(child: Token, head: Token) -> bool:
    """A conjunct by its relation, or by the "and" that opens it whatever the relation says."""
    if child.pos_ not in _NOMINAL or child.is_space or _is_detail(child, head):
        return False
    return child.dep_ == "conj" or (
        child.dep_ in _JOINED_BY and child.i > head.i and child.left_edge.dep_ == "cc"
    )


def _is_detail(child: Token, head: Token) -> bool:
    """True for age and home after a name ("Ann Lee, 22, of Avdo"), which the parser may take for a list."""
    if head.pos_ != "PROPN":
        return False
    placed = any(mark.dep_ == "case" for mark in child.lefts) and all(c.dep_ != "case" for c in head.lefts)
    return child.pos_ == "NUM" or placed


def extent(head: Token) -> tuple[int, int]:
    """Tokens `start:end` of the phrase of `head` alone: without article, possessor pronoun, relative clause,
    apposition and joined heads, with its number, adjectives and of-phrase."""
    doc = head.doc
    start = head.i
    while start > 0 and _belongs_before(doc[start - 1], head):
        start -= 1
    while start < head.i and _opens(doc[start]):
        start += 1
    if tuple(token.lower_ for token in doc[start : start + len(_SO_CALLED)]) == _SO_CALLED:
        start += len(_SO_CALLED)
    start = _at_number(_behind_anti(start, head), head)
    return start, max(_end_of_phrase(head), _end_of_flat(doc, head))


def _behind_anti(start: int, head: Token) -> int:
    """Where a phrase begins that "anti-" stands before: those that are opposed are the government."""
    opposed = head.doc[start].lower_ == "anti" and head.doc[start].head == head
    return (
        start + 2
        if opposed and start + 2 <= head.i and head.nbor(start + 1 - head.i).text in HYPHENS
        else start
    )


def _at_number(start: int, head: Token) -> int:
    """Where the number of a phrase stands: what comes before it, but for a name, is no part of it ("last
    Tuesday 25 people", "remaining 2,000 troops")."""
    doc = head.doc
    number = next((c.i for c in head.lefts if c.dep_ == "nummod" and c.i > start), start)
    while number > start and (doc[number - 1].pos_ == "NUM" or doc[number - 1].text in HYPHENS):
        number -= 1
    named = any(word.ent_type_ or word.dep_ == "nmod:poss" for word in doc[start:number])
    return start if named else number


def _opens(token: Token) -> bool:
    """True for what stands before the name of a phrase: articles, "at least", "all of"."""
    return (
        token.lower_ in _ARTICLES
        or token.is_punct
        or token.pos_ in ("ADP", "CCONJ")
        or token.lower_ in _HEDGES
    )


def nominal(head: Token) -> Token:
    """What a phrase is about in "up to 24 civilians", "most of them", "the city of Homs"."""
    whole = next((c for c in head.rights if c.dep_ == "nmod" and c.left_edge.lower_ == "of"), None)
    if whole is not None and head.lower_ in _PARTS:
        return whole
    if head.lower_ in _HEDGES:
        noun = next((t for t in head.subtree if t.i > head.i and t.pos_ in ("NOUN", "PROPN")), None)
        return noun if noun is not None else head
    if whole is not None and head.lower_ in _SETTLEMENTS and whole.pos_ == "PROPN":
        return whole
    return head


def _belongs_before(token: Token, head: Token) -> bool:
    """True for a premodifier: a token whose chain of heads reaches `head` through modifiers only."""
    at = _end_of_word(token, head)
    for _ in range(_LONGEST_CHAIN):
        if at == head:
            return True
        if at.dep_ in _OUTSIDE and at.tag_ != "POS":
            return False
        if at.dep_ == "punct" and at.text not in _WITHIN_WORDS:
            return False
        if at.dep_ == "cc" and at.head == head:
            return False
        at = at.head
    return False


def _end_of_word(token: Token, head: Token) -> Token:
    """ "backed" for each part of "foreign-backed" before the noun `head`: a word's parts stay together."""
    if token.text in HYPHENS and token.i + 1 < head.i:
        return token.nbor()
    joined = token.i + 2 < head.i and token.whitespace_ == "" and token.nbor().text in HYPHENS
    return token.nbor(2) if joined else token


def _end_of_phrase(head: Token) -> int:
    """One past the last token of the prepositional phrases that say who it is.

    Where it is only says so when nothing before the head does: "people in Afrin", but "Israeli forces".
    """
    end = head.i + 1
    bare = not any(child.dep_ in ("amod", "compound", "nmod:poss") for child in head.lefts)
    for child in sorted(head.rights, key=lambda token: token.i):
        if child.dep_ in ("nmod", "nmod:desc") and child.left_edge.i == end:
            preposition = child.left_edge.lower_
            last = _closed_end(child)
            names = preposition in _NAMING_PREPOSITIONS or (bare and preposition in _PLACING_PREPOSITIONS)
            if names and last - end <= _LONGEST_AFTER:
                end = last
                continue
        elif child.dep_ in ("flat", "compound", "fixed") and child.i == end:
            end = child.right_edge.i + 1
            continue
        if child.dep_ != "punct":
            break
    return end


def _closed_end(token: Token) -> int:
    """One past the end of the phrase of `token`, cut before a relative clause, an apposition or a comma."""
    end = token.i + 1
    for child in token.rights:
        ends = child.dep_ in ("acl:relcl", "acl", "appos", "parataxis", "punct", "advcl")
        if ends or child.left_edge.is_punct:
            break
        end = child.right_edge.i + 1
    return end


def _end_of_flat(doc: Doc, head: Token) -> int:
    end = head.i + 1
    while end < len(doc) and doc[end].dep_ in ("flat", "fixed") and doc[end].head.i >= head.i:
        end += 1
    return end


def possessor(head: Token) -> Token | None:
    """The token that owns the phrase of `head`: "its" in "its fighters", "Iran" in "Iran's parliament"."""
    return next((child for child in head.lefts if child.dep_ == "nmod:poss"), None)


def is_definite(head: Token) -> bool:
    """True where an article, a demonstrative or a possessor says that the reader knows whom."""
    return any(
        child.lower_ in _ARTICLES - {"a", "an"} for child in head.lefts if child.dep_ in ("det", "nmod:poss")
    )


def is_counted(head: Token) -> bool:
    """True where a number or an indefinite word makes the phrase some members of something."""
    return head.head.lower_ in _PARTS or any(
        child.dep_ in ("nummod", "nummod:gov") or child.lower_ in _INDEFINITE or child.lower_ in ("a", "an")
        for child in head.lefts
    )


def is_plural(token: Token) -> bool:
    """Grammatical plural by morphology, or by what the phrase joins."""
    return token.tag_ in ("NNS", "NNPS") or "Number=Plur" in str(token.morph)


def is_subject(token: Token) -> bool:
    """True for the subject of an active or passive verb."""
    return token.dep_ in ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")


def sentence_numbers(doc: Doc) -> list[int]:
    """The number of the sentence of each token, from 0."""
    numbers, number = [], -1
    for token in doc:
        number += bool(token.is_sent_start)
        numbers.append(max(number, 0))
    return numbers


def antecedent_of_relative(token: Token) -> Token | None:
    """The noun of the relative clause around a relative pronoun, or the noun before it."""
    at = token
    while at.head != at:
        if at.dep_.startswith("acl"):
            return _animate(at.head, token) if at.head.i < token.i else None
        at = at.head
    noun = _noun_before(token)
    return _animate(noun, token) if noun is not None else None


def _animate(noun: Token, pronoun: Token) -> Token:
    """ "Who" speaks of people: of "the envoy to Syria, who" it means the envoy."""
    while (
        pronoun.lower_ in ("who", "whom")
        and noun.dep_ in ("nmod", "compound", "nmod:poss")
        and noun.ent_type_ != "PERSON"
    ):
        noun = noun.head
    return noun


def _noun_before(token: Token) -> Token | None:
    """The noun right before a token, or before the comma that stands there."""
    before = token
    while not before.is_sent_start and before.i > 0:
        before = before.nbor(-1)
        if not before.is_punct:
            return before if before.pos_ in ("NOUN", "PROPN", "PRON") else None
    return None
