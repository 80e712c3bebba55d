"""Evident: roles in violence that the place in the sentence tells, however the weights of `role.py` see it.

The weights were learnt where mostly people are hit. They doubt that a power pylon is, and that "terrorists"
who blow it up do so. A thing that is hit is one of `data/things.tsv`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.reading import clause
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Token
    from dateline.reading.bearing import Phrase
    from dateline.reading.trigger import Trigger

_ON = frozenset({"P:at", "P:on", "P:against", "P:upon"})
_BY = _ON | frozenset(f"P:{word}" for word in "outside near inside in under beside behind by".split())
_PLACES = {
    "act": _ON | {"obj", "P:to"},
    "harm": frozenset({"obj"}),
    "launch": _ON,
    "strike": _ON,
    "blast": frozenset[str](),
}
"""Where a thing that is hit stands, by frame: "burned *a bus*", "set fire to *a bus*", "fired at *a bus*"."""
_BLASTS = frozenset({"blast", "launch"})
_FIXED = frozenset({"building", "works"})
_DOERS = frozenset({"fighter", "people", "group", "person"})
_VERBAL = frozenset({"act", "harm"})


def evident_role(trigger: Trigger, phrase: Phrase) -> Literal["actor", "target"] | None:
    """The role of who does violence and of a thing that it hits, told by their place; None for others."""
    if trigger.type != "ASSAULT" or trigger.frame not in _PLACES:
        return None
    if _does_it(phrase, trigger):
        return "actor"
    return "target" if _is_hit(phrase, trigger.frame) else None


def _does_it(phrase: Phrase, trigger: Trigger) -> bool:
    """True for a common noun for people as subject of the verb; whether a name acts the weights know."""
    if phrase.steps != ("nsubj",) or phrase.sort not in _DOERS or phrase.token.pos_ != "NOUN":
        return False
    verb = trigger.token
    return verb.pos_ == "VERB" and trigger.frame in _VERBAL and not clause.is_passive(verb)


def _is_hit(phrase: Phrase, frame: str) -> bool:
    """True for a thing in a place where what is hit stands; what explodes in a car may be the car."""
    kind = kind_of_thing(phrase.token)
    if kind is None or not phrase.steps:
        return False
    *over, last = phrase.steps
    if last == "P:of" and phrase.token.head.lower_ == "front":
        *over, last = over
    if over not in ([], ["obj"]):
        return False
    return last in _PLACES[frame] or (kind in _FIXED and last in _BY and frame in _BLASTS)


def kind_of_thing(noun: Token) -> str | None:
    """Which kind of thing to be hit `noun` says ("building", "vehicle", "works", "goods"), else None."""
    return _things().get(noun.lemma_.lower()) or _things().get(noun.lower_)


@cache
def _things() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in rows("things")}
