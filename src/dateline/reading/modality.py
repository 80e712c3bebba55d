"""Modality: what single words say about whether something happened ("may", "not", "alleged", "planned
to")."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.model.vocabulary import Status
from dateline.reading import clause
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Token

_BE = frozenset({"is", "are", "'s", "'re"})
Marked = tuple[Status, "Token"]
"""A status and the word that gives it."""


def beside(token: Token, is_told: bool) -> Marked | None:
    """What the words beside a trigger or a verb say. `is_told`: it stands in somebody's reported words."""
    return (
        adverb(token, ("alleged",))
        or negation(token)
        or modal(token, is_told)
        or adjective(token)
        or adverb(token, ("hypothetical",))
    )


def adverb(token: Token, statuses: tuple[Status, ...]) -> Marked | None:
    """ "reportedly", "possibly": an adverb of one of `statuses`."""
    for part in token.children:
        status = _words("adverb").get(part.lower_)
        if part.dep_ in {"advmod", "amod"} and status in statuses:
            return status, part
    return None


def negation(token: Token) -> Marked | None:
    """ "not", "never", "no", "without"; "not only" denies nothing."""
    for part in token.children:
        word = part.lower_
        if _words("adverb").get(word) == "denied" and part.dep_ in {"advmod", "part", "neg"}:
            follower = part.nbor() if part.i + 1 < len(part.doc) else part
            if follower.lower_ not in {"only", "just", "yet"} or token.pos_ == "VERB":
                return None if follower.lower_ in {"only", "just"} else ("denied", part)
        if (part.dep_ == "det" and word in {"no", "neither"}) or (part.dep_ == "case" and word == "without"):
            return "denied", part
    return None


def is_negated(verb: Token) -> bool:
    """ "did not deny", "neither confirmed nor denied"."""
    joined = any(part.lower_ in {"nor", "neither"} for part in verb.children)
    return joined or negation(verb) is not None


def modal(token: Token, is_told: bool) -> Marked | None:
    """ "will", "may", "should" before a verb or before the verb that it is joined to."""
    verb = token
    for _ in range(4):
        arranged = _is_to(verb)
        if arranged is not None:
            return "planned", arranged
        for part in verb.children:
            if part.dep_ in {"aux", "aux:pass", "mark"} and part.lower_ in _words("modal"):
                return _modal_status(verb, part, is_told), part
        own = clause.child(verb, *clause.SUBJECTS, "aux") is not None
        if own or verb.dep_ != "conj" or verb.head.pos_ != "VERB":
            return None
        verb = verb.head
    return None


def _is_to(verb: Token) -> Token | None:
    """The "are" of "are to meet": it is arranged."""
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "mark"), None)
    before = to.nbor(-1) if verb.tag_ == "VB" and to is not None and to.i > 0 else None
    arranged = before is not None and before.head.i == verb.i and before.lower_ in _BE
    return before if arranged else None


def is_future(word: Token) -> bool:
    """True for "will" and "would"."""
    return word.lower_ in _words("modal") and _words("modal")[word.lower_] in {"planned", "would"}


def adjective(token: Token) -> Marked | None:
    """ "alleged", "planned", "possible" before a noun."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    for part in token.children:
        status = _words("adjective").get(part.lower_)
        if part.dep_ in {"amod", "acl"} and part.i < token.i and status is not None:
            return status, part
    return None


def condition(token: Token) -> Marked | None:
    """ "if", "unless", "whether" over a clause; "even if" is none."""
    for part in token.children:
        if part.dep_ in {"mark", "advmod"} and part.lower_ in _words("mark"):
            even = part.i > 0 and part.nbor(-1).lower_ == "even"
            return None if even else ("hypothetical", part)
    return None


def question(token: Token) -> Marked | None:
    """The mark of a question that the trigger stands in."""
    last = token.sent[-1]
    while last.i > token.i and (last.is_space or last.is_quote):
        last = last.nbor(-1)
    return ("hypothetical", last) if last.text == "?" else None


def effect(below: Token, over: Token) -> Status | None:
    """What a verb or noun says about what stands under it: "threatened to", "plans for", "is said to
    have"."""
    lemma = over.lemma_.lower()
    if over.pos_ == "NOUN":
        status = _words("noun").get(lemma)
        return status if status is not None and _fits_noun(below) else None
    status = _words("verb").get(lemma) if over.pos_ in {"VERB", "ADJ"} else None
    if status is None:
        return _hearsay(below, over)
    return status if status == "actual" or _fits_verb(below, over, status) else None


def _modal_status(verb: Token, word: Token, is_told: bool) -> Status:
    status = _words("modal")[word.lower_]
    if status != "would":  # type: ignore[comparison-overlap]  # the table's own word, no Status
        return status
    if verb.dep_ == "acl:relcl" and _words("noun").get(verb.head.lemma_.lower()) == "planned":
        return "planned"
    conditional = any(c.dep_ == "advcl" and condition(c) is not None for c in verb.children)
    return "planned" if is_told and not conditional else "hypothetical"


def _fits_noun(below: Token) -> bool:
    if below.dep_ in {"acl", "xcomp", "ccomp", "advcl", "compound"}:
        return True
    return below.dep_ in {"nmod", "obl"} and clause.case(below) in {"of", "for", "to", "about", "on"}


def _fits_verb(below: Token, over: Token, status: Status) -> bool:
    takes = _takes(over.lemma_.lower())
    marker = clause.case(below) or (clause.child(below, "mark") or below).lower_
    if takes == "for":
        return marker in {"for", "over"} and below.dep_ in {"advcl", "obl", "acl"}
    if below.dep_ in {"xcomp", "ccomp", "csubj"} or _is_gerund(below):
        return True
    if below.dep_ in {"obj", "nsubj:pass", "iobj"}:
        return takes == "both"
    if below.dep_ in {"obl", "advcl"}:
        return marker in _OBLIQUE.get(status, frozenset({"to"}))
    raised = clause.is_passive(over) or over.pos_ == "ADJ"  # "the truce was due to take effect"
    return below.dep_ == "nsubj" and raised and takes == "both"


def _is_gerund(below: Token) -> bool:
    """ "denied bombing the clinic", where a parser takes "bombing" for a preposition."""
    act = clause.child(below, "case")
    return act is not None and act.tag_ == "VBG" and act.i == below.head.i + 1


_OBLIQUE: dict[Status, frozenset[str]] = {
    "demanded": frozenset({"for", "to", "on"}),
    "alleged": frozenset({"of", "to"}),
    "denied": frozenset({"from", "to", "in"}),
    "hypothetical": frozenset({"from", "against", "of", "for"}),
    "planned": frozenset({"to", "for", "on"}),
}


def _hearsay(below: Token, over: Token) -> Status | None:
    """ "is said to have fired", "were reported killed": told by nobody in particular."""
    passive = over.lemma_ in {"say", "report"} and below.dep_ == "xcomp" and clause.is_passive(over)
    return "alleged" if passive else None


@cache
def _words(pos: str) -> dict[str, Status]:
    return {row["word"]: row["status"] for row in rows("status_words") if row["pos"] == pos}  # type: ignore[misc]


@cache
def _takes(word: str) -> str:
    return next(
        (row["takes"] for row in rows("status_words") if row["pos"] == "verb" and row["word"] == word), ""
    )
