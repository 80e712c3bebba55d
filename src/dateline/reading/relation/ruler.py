"""Rulers: who leads a state, where the report leaves it at the bare title ("President Bashar al-Assad").

The report must name the state, and the title or its like must stand beside the name. Which state it is, the
registry says by its dated posts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.grounding.who import registry
from dateline.model import Party, Report
from dateline.reading.lookup import tokens_of
from dateline.reading.relation.tie import patterns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.grounding.who import Cast

_Found = tuple["Token", Party, Party]
_NEAR = 4  # words between a title and its holder's name


def rulers(doc: Doc, report: Report, cast: Cast) -> Iterator[_Found]:
    """The word that says it, the person and the state, for each person that a ruler's title stands beside."""
    states = _named_states(doc, report, cast)
    yield from _possessed(doc, states, report, cast)
    for word in tokens_of(doc, frozenset(patterns("ruler"))):
        if word.lower_ not in patterns("ruler"):
            continue  # "presidents" rule several states
        for person in _beside(word, cast):
            state = _state_of(person, states, report.published)
            if state is not None:
                yield word, person, _nearest(states[state], word.idx)


def _possessed(doc: Doc, states: dict[str, list[Party]], report: Report, cast: Cast) -> Iterator[_Found]:
    """ "Russia's Vladimir Putin", who leads it."""
    for words in states.values():
        for state in words:
            mark = doc.char_span(state.span.start, state.span.end, alignment_mode="expand")
            if mark is None or mark.end + 1 >= len(doc) or doc[mark.end].lower_ not in {"'s", "’s"}:
                continue
            if doc[mark.end + 1].ent_type_ == "PERSON":
                for person in cast.parties(doc[mark.end + 1]):
                    if person.via is None and _state_of(person, states, report.published) == state.actor:
                        yield doc[mark.end], person, state


def _named_states(doc: Doc, report: Report, cast: Cast) -> dict[str, list[Party]]:
    """Every state that the report names, by its id, with all the words that name it."""
    named: dict[str, list[Party]] = {}
    for party in cast.mentions:
        if party.actor is not None and party.schema == "Country":
            named.setdefault(party.actor, []).append(party)
    for token in doc:
        if token.ent_type_ == "NORP" and len(states := registry.shipped().states_of(token.lower_)) == 1:
            span = report.span(token.idx, token.idx + len(token.text))
            named.setdefault(states[0], []).append(Party(registry.shipped()[states[0]].name, span, states[0]))
    return named


def _beside(word: Token, cast: Cast) -> Iterator[Party]:
    """The person before "'s regime", behind "President", or before the comma of ", the president"."""
    ahead = range(word.i - 1, max(word.sent.start, word.i - _NEAR) - 1, -1)
    behind = range(word.i + 1, min(word.sent.end, word.i + _NEAR))
    holds = patterns("ruler")[word.lower_][0].source == "holder"
    token = _person(word, behind) if holds else None
    if token is None:
        found = _person(word, ahead)
        apart = found is not None and "," in [t.text for t in word.doc[found.i : word.i]]
        token = found if apart == holds else None
    if token is not None:
        yield from (p for p in cast.parties(token) if p.kind == "named" and p.via is None)


def _person(word: Token, places: range) -> Token | None:
    """The first word of a person's name at one of the places, nothing but a phrase's words between."""
    for at in places:
        token = word.doc[at]
        if token.ent_type_ == "PERSON":
            return token
        if token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ", "ADP"} or (token.pos_ == "NOUN" and at > word.i):
            return None
    return None


def _state_of(person: Party, states: dict[str, list[Party]], date: str | None) -> str | None:
    if person.actor is None or person.actor not in registry.shipped():
        return None
    roles = (role for role in registry.shipped()[person.actor].roles if role.type == "leads")
    held = (role.target for role in roles if role.target in states and (date is None or role.holds(date)))
    return next(held, None)


def _nearest(words: list[Party], at: int) -> Party:
    return min(words, key=lambda party: (abs(party.span.start - at), party.span.start))
