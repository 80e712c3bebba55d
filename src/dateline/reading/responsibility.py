"""Responsibility: who claims an act, and who denies it, also where this stands in another sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.model import EventClaim, Party, Report
from dateline.reading import clause
from dateline.reading.lookup import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.grounding.who import Cast

_CLAIMING = frozenset({"claim", "admit", "accept", "take", "acknowledge", "assume"})
_DENYING = frozenset({"deny", "reject", "refute", "dispute", "disclaim"})
_RESPONSIBLE = frozenset(
    {
        "responsibility",
        "credit",
        "involvement",
        "role",
        "blame",
        "accusation",
        "allegation",
        "charge",
        "claim",
    }
)
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_REACH = 3  # sentences back to the act that a bare "claimed responsibility" speaks of


@dataclass(frozen=True, slots=True)
class _Avowal:
    word: Token
    parties: tuple[Party, ...]
    denies: bool


def claims_of_responsibility(
    doc: Doc, report: Report, cast: Cast, events: Sequence[EventClaim]
) -> tuple[EventClaim, ...]:
    """`events` with `claimed_by` and `denied_by` filled in, in the same order.

    A claim or denial is of the event that its words name; where they name none ("claimed responsibility", "denied
    involvement") of the last act of violence up to three sentences before.
    """
    filled = list(events)
    for avowal in _avowals(doc, cast):
        for index in _acts_of(avowal, doc, filled):
            filled[index] = _with(filled[index], avowal)
    return tuple(filled)


def _avowals(doc: Doc, cast: Cast) -> Iterator[_Avowal]:
    for token in tokens_of(doc, _CLAIMING | _DENYING):
        lemma = token.lemma_.lower()
        denies = lemma in _DENYING
        if token.pos_ != "VERB" or not (denies or lemma in _CLAIMING):
            continue
        thing = (
            clause.subject(token)
            if clause.is_passive(token)
            else clause.child(token, "obj", "xcomp", "ccomp")
        )
        who = clause.agent(token) if clause.is_passive(token) else clause.subject(token)
        if who is None or thing is None or not cast.is_actor(who):
            continue
        if denies or lemma == "claim" or thing.lemma_ in {"responsibility", "credit"}:
            parties = cast.parties(who)
            if parties and _speaks_of_doing(token, thing, denies):
                yield _Avowal(token, parties, denies)


def _speaks_of_doing(verb: Token, thing: Token, denies: bool) -> bool:
    """A claim of responsibility or of the act itself, not any claim that something is so."""
    if denies:
        return True
    return thing.lemma_ in {"responsibility", "credit"} or thing.dep_ in {"obj", "nsubj:pass"}


def _acts_of(avowal: _Avowal, doc: Doc, events: Sequence[EventClaim]) -> list[int]:
    """Positions of the events that the claim or denial is about."""
    start, end = _scope(avowal.word)
    violent = [i for i, e in enumerate(events) if e.type in _VIOLENT]
    named = [i for i in violent if start <= events[i].trigger.start < end]
    if named:
        return named
    words = {t.lemma_.lower() for t in avowal.word.subtree}
    if not words & _RESPONSIBLE:
        return []
    sentences = [avowal.word.sent]
    while len(sentences) <= _REACH and sentences[-1].start > 0:
        sentences.append(doc[sentences[-1].start - 1].sent)
    for sentence in sentences:
        here = [i for i in violent if sentence.start_char <= events[i].trigger.start < avowal.word.idx]
        if here:
            return here[-1:]
    return []


def _scope(verb: Token) -> tuple[int, int]:
    """Characters of what is claimed or denied: under the verb, or its passive subject."""
    parts = [c for c in verb.children if c.dep_ in {"obj", "xcomp", "ccomp", "obl", "nsubj:pass"}]
    words = [t for part in parts for t in part.subtree]
    if not words:
        return (0, 0)
    last = max(words, key=lambda t: t.i)
    return (min(t.idx for t in words), last.idx + len(last.text))


def _with(event: EventClaim, avowal: _Avowal) -> EventClaim:
    field = event.denied_by if avowal.denies else event.claimed_by
    known = {party.name for party in field}
    joined = field + tuple(p for p in avowal.parties if p.name not in known)
    return replace(event, denied_by=joined) if avowal.denies else replace(event, claimed_by=joined)
