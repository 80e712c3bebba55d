"""Rulers: who leads a state, where the report leaves it at the bare title ("President Bashar al-Assad").

The report must name the state, and the title or its like must stand beside the name ("the Assad regime") or
for the person ("the president"). Which state it is, the registry says by its dated posts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.grounding.who.spelling import fold
from dateline.model import Party, Report
from dateline.reading.lookup import tokens_of
from dateline.reading.relation.tie import Stated, patterns

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc, Token

_RULERS = frozenset({"president", "premier", "king", "queen", "emir", "sultan", "chancellor"})
_OWNING = frozenset({"NOUN", "PROPN", "ADJ"})  # "club president": not the state's
_OFTEN = 3  # mentions of the state that a report is about
_NEAR = 6  # words between a title and its holder's name


def rulers(doc: Doc, report: Report, cast: Cast) -> Iterator[Stated]:
    """Who leads which state, once for each word beside or for a person that says it."""
    yield from _Rulers(doc, report, cast).found()


class _Rulers:
    def __init__(self, doc: Doc, report: Report, cast: Cast) -> None:
        self._doc, self._report, self._cast, self._registry = doc, report, cast, cast.registry

    def found(self) -> Iterator[Stated]:
        yield from self._possessed()
        for word in tokens_of(self._doc, frozenset(patterns("ruler"))):
            if word.lower_ not in patterns("ruler"):
                continue  # "presidents" rule several states
            for person in (*self._beside(word), *self._meant(word)):
                held = self._state_of(person)
                if held is not None:
                    yield _leads(word, held[0], _nearest(self._states[held[1]], word.idx))
            yield from self._unknown(word)

    @cached_property
    def _states(self) -> dict[str, list[Party]]:
        """Every state that the report names, by its id, with all the words that name it."""
        named: dict[str, list[Party]] = {}
        for party in self._cast.mentions:
            if party.actor is not None and party.schema == "Country":
                named.setdefault(party.actor, []).append(party)
        for token in self._doc:
            states = self._registry.states_of(token.lower_) if token.ent_type_ == "NORP" else ()
            if len(states) == 1:
                span = self._report.span(token.idx, token.idx + len(token.text))
                party = Party(self._registry[states[0]].name, span, states[0])
                named.setdefault(states[0], []).append(party)
        return named

    def _unknown(self, word: Token) -> Iterator[Stated]:
        """Of the state that a report is about, whom the registry doesn't know: "President Ann Lee"."""
        before = word.nbor(-1) if word.i > word.sent.start else None
        if word.lower_ == "minister" and before is not None and before.lower_ == "prime":
            before = before.nbor(-1) if before.i > word.sent.start else None
        elif word.lower_ not in _RULERS:
            return
        if self._home is None or (
            before is not None and (before.pos_ in _OWNING or before.tag_ in {"POS", "PRP$"})
        ):
            return
        for person in self._beside(word):
            known = person.actor in self._registry or person.schema != "Person"
            if not known and self._doc[word.i + 1].lower_ not in {"of", "for"}:
                yield _leads(word, person, _nearest(self._states[self._home], word.idx))

    @cached_property
    def _home(self) -> str | None:
        """The state that the report names twice as often as any other."""
        counts = sorted((len(words) for words in self._states.values()), reverse=True)
        if not counts or counts[0] < _OFTEN or (len(counts) > 1 and counts[0] < 2 * counts[1]):
            return None
        return next(state for state, words in self._states.items() if len(words) == counts[0])

    def _possessed(self) -> Iterator[Stated]:
        """ "Russia's Vladimir Putin", who leads it."""
        for state in (words for named in self._states.values() for words in named):
            words = self._doc.char_span(state.span.start, state.span.end, alignment_mode="expand")
            if words is None or words.end + 1 >= len(self._doc):
                continue
            mark, owned = self._doc[words.end], self._doc[words.end + 1]
            if mark.lower_ not in {"'s", "’s"} or owned.ent_type_ != "PERSON":
                continue
            for person in self._cast.parties(owned):
                held = self._state_of(person) if person.via is None else None
                if held is not None and held[1] == state.actor:
                    yield _leads(mark, person, state)

    def _beside(self, word: Token) -> Iterator[Party]:
        """The person before "'s regime", behind "President", or before the comma of ", the president"."""
        ahead = range(word.i - 1, max(word.sent.start, word.i - _NEAR) - 1, -1)
        behind = range(word.i + 1, min(word.sent.end, word.i + _NEAR))
        holds = patterns("ruler")[word.lower_][0].source == "holder"
        token = self._person(word, behind) if holds else None
        if token is None:
            found = self._person(word, ahead)
            apart = found is not None and "," in [t.text for t in word.doc[found.i : word.i]]
            token = found if apart == holds else None
        if token is not None:
            yield from (p for p in self._cast.parties(token) if p.kind == "named" and p.via is None)

    def _person(self, word: Token, places: range) -> Token | None:
        """The first word of a person's name at one of the places, nothing but a phrase's words between."""
        for at in places:
            token = word.doc[at]
            if token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and self._may_rule(token, word)):
                return token
            other = token.pos_ == "NOUN" and at > word.i
            if other or token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ", "ADP"}:
                return None
        return None

    def _may_rule(self, token: Token, word: Token) -> bool:
        """ "The Assad regime", whatever the model takes the name for."""
        return token.i + 1 == word.i and self._by_surname(token.text) is not None

    def _meant(self, word: Token) -> Iterator[Party]:
        """Whom "the president" stands for, and whose "counterpart" somebody is."""
        yield from (p for p in self._cast.parties(word) if p.via is not None and p.schema == "Person")
        if word.lower_ == "counterpart":
            yield from self._other_of(word)

    def _other_of(self, counterpart: Token) -> Iterator[Party]:
        """Putin in "Vladimir Putin and his Turkish counterpart"."""
        before = self._doc[max(counterpart.sent.start, counterpart.i - 3) : counterpart.i]
        owner = next((t for t in before if t.lower_ in {"his", "her"}), None)
        if owner is not None and owner.i > 1 and owner.nbor(-1).lower_ == "and":
            owner = owner.nbor(-2)
        if owner is not None:
            yield from (p for p in self._cast.parties(owner) if p.span.start <= owner.idx < p.span.end)

    def _state_of(self, person: Party) -> tuple[Party, str] | None:
        """The person, known by a mere surname too, and the state led that day."""
        key = person.actor if person.actor in self._registry else self._by_surname(person.name)
        if key is None:
            return None
        state = next((state for leader, state in self._leaders if leader == key), None)
        return None if state is None else (replace(person, actor=key, schema="Person"), state)

    def _by_surname(self, name: str) -> str | None:
        """The one leader of a state in the report with that surname."""
        wanted = fold(name).split()[-1:]
        fits = {key for key, _ in self._leaders if fold(self._registry[key].name).split()[-1:] == wanted}
        return fits.pop() if len(fits) == 1 and wanted else None

    @cached_property
    def _leaders(self) -> list[tuple[str, str]]:
        """Who led which of the report's states on its day."""
        day = self._report.published
        return [(actor.id, state) for state in self._states for actor in self._registry.leaders(state, day)]


def _leads(word: Token, person: Party, state: Party) -> Stated:
    return Stated("leads", person, state, word, True, f"relation:ruler:{word.lower_}")


def _nearest(words: list[Party], at: int) -> Party:
    return min(words, key=lambda party: (abs(party.span.start - at), party.span.start))
