"""Lasting: lengths of time that run up to the report's day ("for five years", "months of fighting")."""

import re
from dataclasses import replace

from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import shift
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.tense import aspect_of, governing_verb
from dateline.grounding.when.words import meaning
from dateline.language.tree import Token

_FOR = re.compile(r"\b(?:for|after|over|during|following)\s+(?:the\s+)?$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+\w")
_REACH = 20


def lasting(text: str, found: Expression, reading: Reading, context: Context, head: Token) -> Reading:
    """The days that a length covers, where it runs up to the report's day; else the reading as it is.

    "has lasted for five years", "the two-week operation goes on": from that long ago, with no end.
    "for weeks", "months of protests": up to the report's day, from nobody says when.
    """
    if reading.kind != "DURATION" or reading.first or reading.last or context.home is None:
        return reading
    unit = meaning("unit", found.slots.get("unit", "")) or "day"
    if unit in ("hour", "minute", "second"):
        return reading
    carried = bool(_FOR.search(text[max(0, found.start - _REACH) : found.start]))
    filled = bool(_OF.match(text[found.end : found.end + _REACH]))
    today, anchor = context.home.day, context.home.anchor
    if found.amount is None:
        if carried or filled:
            return replace(reading, last=today, precision="period", anchor=anchor)
        return reading
    verb = governing_verb(head)
    runs = verb is not None and aspect_of(verb) == "now"
    prenominal = found.rule == "duration" and "-" in text[found.core : found.end]
    if runs and (carried or prenominal or filled):
        return replace(reading, first=shift(unit, today, -found.amount), precision="period", anchor=anchor)
    return reading
