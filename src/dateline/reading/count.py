"""Counts: how many were killed, injured, detained … in one event, with the bounds that the report gives.

A toll belongs to an event where the two meet in one clause: "the attack killed 12", "attacked the base,
killing 12", "12 were killed in the attack".
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import Count, Report
from dateline.model.vocabulary import FAMILIES, EventType
from dateline.reading import clause
from dateline.reading.befalling import HARM, Toll, befalls
from dateline.reading.toll import find_tolls, role_bearer

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token

_UP_FROM_TRIGGER = frozenset(
    "obj nsubj nsubj:pass obl nmod compound conj amod xcomp obl:agent acl acl:relcl".split()
)
_UP_FROM_TOLL = frozenset("acl acl:relcl advcl conj xcomp obj parataxis nsubj obl nmod amod".split())
_VIOLENT = HARM | {"missing", "tortured", "attacks"}
_FITS: dict[str, frozenset[EventType]] = {
    **{what: frozenset({"ASSAULT"}) for what in _VIOLENT},
    "detained": frozenset({"COERCE"}),
    "abducted": frozenset({"COERCE", "ASSAULT"}),
    "released": frozenset({"RETREAT", "CONCEDE", "COOPERATE"}),
    "protesters": frozenset({"PROTEST"}),
    "troops": frozenset({"MOBILIZE", "RETREAT"}),
    "displaced": frozenset({"ASSAULT", "COERCE"}),
}
_TAKING = frozenset({"capture", "seize", "take"})
_HELD = frozenset({"detained", "abducted", "captured"})
_CHARGING = frozenset({"for", "of", "over"})
_WHEN = frozenset({"when", "after", "as"})
_BRINGS_ACTS = frozenset("fire launch conduct carry drop lob hit stage mount use detonate".split())


def counts_of(
    token: Token, doc: Doc, report: Report, cast: Cast, type: EventType, others: Container[int] = ()
) -> tuple[Count, ...]:
    """The counts of the event of `type` that the trigger headed by `token` says, in text order.

    Rival tolls stay side by side. `who` is the counted phrase without its number, "" where it is not said.
    A toll that one of `others` tells, the tokens that say other events, is theirs.
    """
    found: dict[tuple[int, str], Count] = {}
    for toll in _tolls_of(token, doc, cast, type, others):
        count = count_of(toll, report)
        found.setdefault((count.span.start, count.what), count)
    return tuple(found[key] for key in sorted(found))


def victims_of(
    token: Token, doc: Doc, cast: Cast, type: EventType, others: Container[int] = ()
) -> list[Token]:
    """Those whom the violence that the trigger headed by `token` says killed or hurt, in text order."""
    harmed = (toll.amount.noun for toll in _tolls_of(token, doc, cast, type, others) if toll.what in HARM)
    return [noun for noun in harmed if noun.pos_ in {"NOUN", "PROPN"}]


def _tolls_of(token: Token, doc: Doc, cast: Cast, type: EventType, others: Container[int]) -> Iterator[Toll]:
    over_trigger = _up(token, _UP_FROM_TRIGGER)
    start, end = token.sent.start, token.sent.end
    for toll in find_tolls(doc, cast):
        if not start <= toll.amount.noun.i < end:
            continue
        if _shares_object(token, toll):
            yield replace(toll, what=befalls("suffering")[token.lemma_.lower()])
            continue
        told = replace(toll, what=_meaning(toll, type))
        if toll.anchor.i not in others and _belongs(told, token, over_trigger, type):
            yield told


def _meaning(toll: Toll, type: EventType) -> str:
    """What befell the counted in an event of `type`: its prisoners are those whom a release lets go."""
    if type == "COERCE" and toll.what in {"captured", "abducted"} and toll.anchor.lemma_ in _TAKING:
        return "detained"
    held = toll.what in _HELD and toll.anchor.i == toll.amount.noun.i
    return "released" if held and type in FAMILIES else toll.what


def _belongs(toll: Toll, token: Token, over_trigger: frozenset[int], type: EventType) -> bool:
    anchor = toll.anchor
    if token.i in {anchor.i, toll.amount.noun.i}:
        return True
    if type not in _FITS.get(toll.what, frozenset()) or _is_charge(anchor):
        return False
    if toll.what == "attacks":
        brought = anchor.head.i == token.i and anchor.dep_ in {"obj", "nsubj:pass"}
        return brought and token.lemma_ in _BRINGS_ACTS
    return bool(over_trigger & _up(anchor, _UP_FROM_TOLL))


def _is_charge(word: Token) -> bool:
    """ "arrested for kidnapping three students", "on suspicion of killing two": what somebody is held for."""
    mark = clause.child(word, "mark", "case")
    return mark is not None and mark.lower_ in _CHARGING and word.tag_ == "VBG"


def _shares_object(token: Token, toll: Toll) -> bool:
    """ "kidnapped and killed 11 people": the 11 were kidnapped too."""
    if token.lemma_.lower() not in befalls("suffering") or clause.child(token, "obj") is not None:
        return False
    follows = toll.anchor.dep_ == "conj" and toll.anchor.head.i == token.i
    return follows and role_bearer(toll.amount.noun).dep_ == "obj"


def _up(token: Token, relations: frozenset[str]) -> frozenset[int]:
    """`token` and its governors as far as `relations` reach: the clause that both ends must share."""
    chain = {token.i}
    below = token
    for over in clause.governors(token):
        if below.dep_ not in relations and not _tells_when(below):
            break
        chain.add(over.i)
        below = over
    return frozenset(chain)


def _tells_when(token: Token) -> bool:
    """ "seven people died when missiles hit two cars"."""
    return token.dep_ == "advcl" and any(c.lower_ in _WHEN for c in token.children)


def count_of(toll: Toll, report: Report) -> Count:
    """The toll as a count of `report`, with the span of its number."""
    number = toll.amount.number
    return Count(toll.what, toll.amount.who(), number.min, number.max, report.span(number.start, number.end))
