"""Responses: which event answers which, only where the report says so ("in response to", "in retaliation
for")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.model import EventClaim
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Span

_SPEECH_ACTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "CONCEDE"})


def link_responses(doc: Doc, events: Sequence[EventClaim]) -> tuple[EventClaim, ...]:
    """`events` with `responds_to` set to the id of the event answered, in the same order."""
    answered: dict[str, str] = {}
    for match in _pattern().finditer(doc.text):
        words = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if words is None:
            continue
        pair = _pair(match, words, events)
        if pair is not None:
            answered.setdefault(*pair)
    for event in events:
        if event.type in _SPEECH_ACTS and event.id not in answered:
            cause = _object(doc, event, events)
            if cause is not None:
                answered[event.id] = cause
    return tuple(replace(e, responds_to=answered[e.id]) if e.id in answered else e for e in events)


def _pair(match: re.Match[str], words: Span, events: Sequence[EventClaim]) -> tuple[str, str] | None:
    """The answering and the answered event around one phrase, None where either is missing."""
    sentence = words.sent
    before = [e for e in events if sentence.start_char <= e.trigger.start < match.start()]
    after = [e for e in events if match.end() <= e.trigger.start < sentence.end_char]
    order = _orders()[" ".join(match.group().lower().split())]
    if order == "previous":
        earlier = [e for e in events if e.trigger.start < sentence.start_char]
        here = before[-1:] or after[:1]
        return (here[0].id, earlier[-1].id) if here and earlier and _near(earlier[-1], sentence) else None
    if not after:
        return None
    answer = before[-1] if before else after[1] if len(after) > 1 else None
    if answer is None or answer.id == after[0].id:
        return None
    return (answer.id, after[0].id) if order == "cause" else (after[0].id, answer.id)


def _near(event: EventClaim, sentence: Span) -> bool:
    return sentence.start > 0 and event.trigger.start >= sentence.doc[sentence.start - 1].sent.start_char


def _object(doc: Doc, event: EventClaim, events: Sequence[EventClaim]) -> str | None:
    """What a condemnation, demand or refusal is about: the act named under its trigger."""
    words = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    if words is None or event.type != "ACCUSE":
        return None
    under = {t.idx for t in words.root.subtree}
    for other in events:
        if (
            other.id != event.id
            and other.trigger.start in under
            and other.trigger.start > event.trigger.start
        ):
            return other.id if other.status == "actual" else None
    return None


@cache
def _orders() -> dict[str, str]:
    return {row["phrase"]: row["order"] for row in rows("responses")}


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_orders(), key=len, reverse=True)
    return re.compile(
        r"\b(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases) + r")\b", re.IGNORECASE
    )
