"""Blamed: who is named as the doer by words around the word for a deed, and not by a verb of accusing.

"The attack was attributed to the rebels", "blamed the blast on them", "the cartels are behind this attack",
"the officers responsible for the murder". Verbs that accuse somebody of a deed are told in `bystander.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading import clause

if TYPE_CHECKING:
    from dateline.language.tree import Token

_LAYING = {"attribute": "to", "ascribe": "to", "credit": "to", "blame": "on", "pin": "on"}
_OBJECTS = frozenset({"obj", "nsubj:pass"})


def blamed(deed: Token) -> Token | None:
    """The head of whom the words around `deed` name as its doer; None where they name nobody."""
    return _laid_on(deed) or _behind(deed) or _responsible(deed)


def _laid_on(deed: Token) -> Token | None:
    """ "blamed the attack on *the rebels*"."""
    verb = deed.head
    mark = _LAYING.get(verb.lemma_.lower()) if deed.dep_ in _OBJECTS else None
    if mark is None:
        return None
    return next((c for c in verb.children if c.dep_.startswith("obl") and clause.case(c) == mark), None)


def _behind(deed: Token) -> Token | None:
    """ "*the cartels* are behind this attack"."""
    if clause.case(deed) != "behind":
        return None
    return clause.child(deed, "nsubj") if clause.child(deed, "cop") is not None else None


def _responsible(deed: Token) -> Token | None:
    """ "*the army* is responsible for it", "*officers* responsible for it", "hold *them* responsible"."""
    word = deed.head
    if word.lower_ != "responsible" or clause.case(deed) != "for":
        return None
    own = clause.child(word, "nsubj")
    if own is not None:
        return own
    if word.dep_ in {"amod", "acl", "acl:relcl"}:
        return word.head
    return clause.child(word.head, "obj") if word.dep_ == "xcomp" else None
