"""Mutual: accusations that go both ways ("each side accused the other"): both are actors and targets.

Words that name nobody ("each side", "both") mean the two who acted together in an event told shortly before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import EventClaim, Party, Speaker
from dateline.reading import clause
from dateline.reading.reach import sentence_back

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token

_EACH_OTHER = re.compile(r"\s+(?:each other|one another)\b")
_THE_OTHER = re.compile(r"\s+the other\b")
_SIDES = frozenset("side party camp general faction rival leader commander".split())
_EACH = frozenset({"each", "both", "two"})
_PAIR = 2
_REACH = 6  # sentences back to the event that two parties have a part in


def mutual_accusations(doc: Doc, cast: Cast, events: Sequence[EventClaim]) -> tuple[EventClaim, ...]:
    """`events` with both parties of a mutual accusation as its actors, targets and speakers, in the same
    order."""
    return tuple(
        _with_both(event, doc, cast, events) if event.type == "ACCUSE" else event for event in events
    )


def _with_both(event: EventClaim, doc: Doc, cast: Cast, events: Sequence[EventClaim]) -> EventClaim:
    words = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    who = None if words is None else clause.subject(words.root)
    if who is None:
        return event
    meant = _is_each(who)
    each_other = _EACH_OTHER.match(doc.text, event.trigger.end) is not None
    if not each_other and not (meant and _THE_OTHER.match(doc.text, event.trigger.end)):
        return event
    both = _two_before(event, who, events) if meant else _named(who, cast)
    if len(both) != _PAIR:
        return event
    return replace(event, actors=both, targets=both, speakers=tuple(Speaker(party) for party in both))


def _is_each(who: Token) -> bool:
    """True for "each side", "both", "the two generals"."""
    told = {who.lower_, *(part.lower_ for part in who.children)}
    return bool(told & _EACH) and (who.lower_ in _EACH or who.lemma_.lower() in _SIDES)


def _named(who: Token, cast: Cast) -> tuple[Party, ...]:
    told = (party for each in clause.conjuncts(who) for party in cast.parties(each))
    return tuple({party.span.start: party for party in told}.values())


def _two_before(event: EventClaim, who: Token, events: Sequence[EventClaim]) -> tuple[Party, ...]:
    """The actors of the last event before that has two."""
    since = sentence_back(who, _REACH).start_char
    before = [e for e in events if since <= e.trigger.start < event.trigger.start]
    return next((e.actors for e in reversed(before) if len(e.actors) == _PAIR), ())
