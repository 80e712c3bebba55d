"""Introduced: a speaker who is described first and named in one of the next sentences.

"A rebel spokesman accused the army of killing 60 people. One jet bombed a school, Ivo Brandt said."
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.reading.speaker.cue import is_outlet
from dateline.reading.speaker.saying import Saying

if TYPE_CHECKING:
    from dateline.language.tree import Token

_SENTENCES_ON = 3
_OFFICES = frozenset(
    "spokesman spokeswoman spokesperson leader chief head president chairman chairwoman governor mayor "
    "director minister commander general envoy ambassador coordinator".split()
)
_BODIES = frozenset("group monitor watchdog organisation organization agency charity network body".split())
_HE = frozenset({"he", "she", "it", "they"})


def name_given_later(saying: Saying, sayings: Sequence[Saying]) -> Token | None:
    """The name of whom `saying` only describes: that of the next speaker, who is named there first.

    None where the next speaker has a description of his own, or is known from before. `sayings` stand in
    the order of their cues.
    """
    described = saying.holder
    kind = None if described is None else _kind_of(described)
    if described is None or kind is None:
        return None
    last = described.sent.end
    for _ in range(_SENTENCES_ON):
        last = described.doc[min(last, len(described.doc) - 1)].sent.end
    for later in (s for s in sayings if saying.cue < s.cue and s.cue[0] < last):
        who = later.holder
        if who is None or who.lower_ in _HE or who.lemma_ == described.lemma_:
            continue
        return who if who.ent_type_ == kind and _is_new(who, described) else None
    return None


def _kind_of(noun: Token) -> str | None:
    """What kind of name a description asks for; None for other words, for names and for several people."""
    if noun.tag_ != "NN" or any(c.dep_ in {"appos", "conj", "flat"} for c in noun.children):
        return None
    lemma = noun.lemma_.lower()
    if lemma in _BODIES:
        return "ORG"
    return "PERSON" if lemma in _OFFICES else None


def _is_new(name: Token, described: Token) -> bool:
    """True for a name that stands bare, or with a title, and for the first time."""
    first = name.left_edge.i
    if any(c.dep_ == "appos" or (c.pos_ == "NOUN" and c.is_lower) for c in name.children):
        return False
    titled = name.dep_ in {"appos", "nmod:desc"} and name.head.pos_ == "NOUN"
    if titled and name.head.lemma_ != described.lemma_:
        return False
    of_person = name.doc[first : name.right_edge.i + 1] if name.ent_type_ == "PERSON" else ()
    words = {name.lower_, *(t.lower_ for t in of_person if t.pos_ == "PROPN" and t.ent_type_)}
    known = {t.lower_ for t in name.doc[: described.i]}
    return name.is_title and not is_outlet(name) and not words & known
