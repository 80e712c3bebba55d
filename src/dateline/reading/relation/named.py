"""Named: everybody and every place that a report names or describes, as stretches of tokens in text order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.grounding.where.naming import PLACE_LABELS
from dateline.grounding.who.lexicon import Lexicon
from dateline.model import Party, Report, Span
from dateline.reading.relation.ends import Ends, belongings
from dateline.reading.relation.tie import patterns

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token

_ACTING = frozenset({"group", "fighter", "body"})
_SAYING_WHAT = frozenset({"a", "an", "as", "one"})


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `start:end` name `party`, somebody who acts or a place; a state is both."""

    start: int
    end: int
    party: Party
    is_actor: bool
    is_place: bool


def named_in(doc: Doc, report: Report, cast: Cast, ends: Ends) -> list[Named]:
    """All of them in text order, none within another; a short form in brackets is no name of its own."""
    starts = [token.idx for token in doc]
    found: dict[int, Named] = {}
    for party, span in (*((p, p.span) for p in cast.mentions), *_others(doc, report, cast, ends)):
        first, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1) - 1
        is_place = doc[last].ent_type_ in PLACE_LABELS and party.schema not in {"Person", "Organization"}
        if first not in found or found[first].end < last + 1:
            found[first] = Named(first, last + 1, _seated(party, cast), True, is_place)
    for place in doc.ents:
        if place.label_ in PLACE_LABELS and place.start not in found:
            party = _seated(_words(report, place.start_char, place.end_char), cast)
            found[place.start] = Named(place.start, place.end, party, party.actor is not None, True)
    ordered = _apart(sorted(found.values(), key=lambda n: (n.start, -n.end)))
    return [named for named in ordered if not _is_short_form(doc, named)]


def _others(doc: Doc, report: Report, cast: Cast, ends: Ends) -> Iterator[tuple[Party, Span]]:
    yield from _described(doc, report, cast, ends)
    yield from _peoples(doc, report, cast)


def _described(doc: Doc, report: Report, cast: Cast, ends: Ends) -> Iterator[tuple[Party, Span]]:
    """Groups and bodies without a name of their own ("the rebels"), with all the words of the phrase."""
    lexicon = Lexicon.shipped()
    for token in doc:
        noun = lexicon.noun(token.text, token.lemma_) if token.pos_ == "NOUN" else None
        if noun not in _ACTING or token.dep_ == "compound" or _says_what(token):
            continue
        phrase = next((p for p in cast.parties(token) if p.span.start <= token.idx < p.span.end), None)
        if phrase is not None and cast.is_actor(token):
            group = ends.group_of(token)
            who = cast.parties(group) if group.i != token.i else ()
            alone = _alone(phrase, token, report)
            yield (who[0] if len(who) == 1 else alone), alone.span


def _alone(phrase: Party, head: Token, report: Report) -> Party:
    """The phrase of `head` without what is joined to it: "forces and allied militias"."""
    joined = next((c for c in head.children if c.dep_ == "conj" and c.idx < phrase.span.end), None)
    return phrase if joined is None else _words(report, phrase.span.start, head.idx + len(head.text))


def _says_what(noun: Token) -> bool:
    """True for "a militia", "its armed wing": what somebody is, not who."""
    lemma = noun.lemma_.lower()
    if lemma in belongings() or lemma in patterns("noun"):
        return True
    at = noun.i - 1
    while at > noun.sent.start and noun.doc[at].pos_ in {"ADJ", "NOUN", "PROPN"}:
        at -= 1
    return at >= noun.sent.start and noun.doc[at].lower_ in _SAYING_WHAT


def _peoples(doc: Doc, report: Report, cast: Cast) -> Iterator[tuple[Party, Span]]:
    """ "The Kurds", and "the Saudis" for their state."""
    for token in doc:
        if token.ent_type_ != "NORP" or token.tag_ not in {"NNS", "NNPS"}:
            continue
        states = cast.registry.nationals_of(token.lower_)
        if len(states) == 1:
            state, here = cast.registry[states[0]], _words(report, token.idx, token.idx + len(token.text))
            yield replace(here, name=state.name, actor=state.id, schema=state.schema), here.span
        else:
            yield from ((party, party.span) for party in cast.parties(token))


def _words(report: Report, start: int, end: int) -> Party:
    span = report.span(start, end)
    return Party(" ".join(span.text.split()), span)


def _seated(party: Party, cast: Cast) -> Party:
    """The state for which its capital stands: "Washington's support"."""
    seat = cast.registry.seat_of(party.name.lower()) if party.actor is None else None
    if seat is None:
        return party
    return replace(party, name=cast.registry[seat].name, actor=seat, schema="Country")


def _is_short_form(doc: Doc, named: Named) -> bool:
    """ "(SDF)" behind the name that it is short for."""
    inside = named.start > 0 and named.end < len(doc)
    return inside and (doc[named.start - 1].text, doc[named.end].text) == ("(", ")")


def _apart(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for named in found:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept
