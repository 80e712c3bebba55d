"""Cast: everybody in a report, and whom each of its noun phrases stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.grounding.who.anaphora import RELATIVE, SILENT, Anaphora, is_pronoun
from dateline.grounding.who.current import current
from dateline.grounding.who.description import Descriptions
from dateline.grounding.who.gathering import gather
from dateline.grounding.who.index import Named, NameIndex
from dateline.grounding.who.lexicon import PERSONS, Lexicon
from dateline.grounding.who.names import find_names
from dateline.grounding.who.phrase import (
    antecedent_of_relative,
    heads_of,
    is_counted,
    is_definite,
    is_plural,
    nominal,
    possessor,
)
from dateline.grounding.who.quotation import SPEAKER, Quotations
from dateline.grounding.who.registry import Registry
from dateline.model import Party, Report, Span
from dateline.model.vocabulary import PartyKind

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

_ORGANS = frozenset({"government", "military", "police"})
_NOBODY: frozenset[int] = frozenset()


def find_actors(doc: Doc, report: Report, registry: Registry | None = None) -> Cast:
    """The cast of `report`, whose text `doc` was parsed from; without a registry, the current one."""
    registry = registry or current()
    referents = gather(doc, find_names(doc, registry), registry, report.published)
    return Cast(doc, report, registry, NameIndex(doc, registry, referents))


class Cast:
    """Answers for one report; nothing in it changes once made."""

    def __init__(self, doc: Doc, report: Report, registry: Registry, names: NameIndex) -> None:
        self._doc, self._report, self._registry, self._names = doc, report, registry, names
        self._lexicon = Lexicon.shipped()
        self._quotations = Quotations(doc)
        self._anaphora = Anaphora(doc, names.known, self._quotations)
        self._descriptions = Descriptions(doc, names, registry, report.published)

    @property
    def registry(self) -> Registry:
        """Where the names of the report were looked up."""
        return self._registry

    @property
    def mentions(self) -> tuple[Party, ...]:
        """Every name of a person, organisation or state in the report, in text order."""
        return tuple(
            self._named((referent, mention), None)
            for referent, mention in self._names.in_order
            if referent.kind not in ("place", "people")
        )

    def is_actor(self, token: Token) -> bool:
        """True where the phrase headed by `token` can act: a person, group, organisation, state or people.

        "gunmen" can, "the situation" can't, nor can a place where something happens; a pronoun can where
        it is known whom it stands for.
        """
        if token.pos_ == "PRON" or is_pronoun(token):
            return bool(self.parties(token))
        found = self._names.at(token)
        if found is not None:
            return found[0].kind != "place" or self._names.seat(token, found) is not None
        return self._names.known(nominal(token)) is not None

    def sort(self, token: Token) -> str:
        """What the phrase headed by `token` stands for: a name's kind ("person", "organisation", "state",
        "place", "people", "unknown"), a noun's class in the lexicon ("role", "fighter", …), "pronoun" or
        "thing"."""
        if token.pos_ == "PRON" or is_pronoun(token):
            return "pronoun"
        if self._names.adjective(token) is not None:
            return "state"
        found = self._names.at(token)
        if found is not None:
            return found[0].kind
        return self._lexicon.noun(token.text, token.lemma_) or "thing"

    def parties(self, token: Token) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by `token` stands for, in text order.

        Joined names are parties each; joined common nouns ("women and children") are one. A pronoun or a
        description gives whom it stands for, with `via`; a pronoun that stays open gives nothing. Anything
        else gives the report's own words without article, with its names in full; a mark gives nothing.
        """
        return () if token.is_space or token.is_punct else self._of(nominal(token), _NOBODY)

    def _of(self, token: Token, seen: frozenset[int]) -> tuple[Party, ...]:
        heads = heads_of(token)
        if len(heads) > 1 and self._are_one(heads):
            start, end = self._names.extent(heads[0])[0], max(self._names.extent(head)[1] for head in heads)
            return (self._unnamed(start, end),)
        found = (party for head in heads for party in self._single(head, seen))
        return tuple({party.name: party for party in found}.values())

    def _are_one(self, heads: tuple[Token, ...]) -> bool:
        """True for "women and children", not for "a guard and visitors" nor for anything with a name."""
        alike = len({(is_plural(head), self._names.known(head) is None) for head in heads}) == 1
        return alike and not any(self._stands_alone(head) for head in heads)

    def _stands_alone(self, head: Token) -> bool:
        """True for a joined head that is a party of its own: a name, a pronoun, or with article or number."""
        if head.pos_ in ("PROPN", "PRON") or self._names.at(head) is not None:
            return True
        return head.dep_ == "conj" and any(c.dep_ in ("det", "nummod", "nmod:poss") for c in head.lefts)

    def _single(self, head: Token, seen: frozenset[int]) -> tuple[Party, ...]:
        if head.i in seen:
            return ()
        seen |= {head.i}
        if head.pos_ == "PRON" and head.lower_ in SILENT:
            return ()
        if is_pronoun(head):
            return self._through(self._pointed(head), head.i, head.i + 1, seen)
        state = self._names.adjective(head)
        if state is not None:
            return (self._state(state, self._span(head.i, head.i + 1)),)
        named = self._names.at(head)
        if named is not None and not (
            named[0].kind == "people" and self._names.extent(head)[0] < named[1].start
        ):
            return (self._named(named, self._names.seat(head, named) or self._names.nation(head)),)
        return self._described(head, seen) or self._phrase(head)

    def _named(self, named: Named, seat: str | None, at: Span | None = None) -> Party:
        """The party of a name; at other words (`at`), the name's own are `via`."""
        referent, mention = named
        own = self._span(mention.start, mention.end)
        span, via = (own, None) if at is None else (at, own)
        if seat is not None:
            return self._state(seat, span, via)
        several = len(referent.link.actors) > 1
        return Party(
            referent.name, span, referent.actor_id, "ambiguous" if several else "named", via, referent.schema
        )

    def _state(self, actor: str, span: Span, via: Span | None = None) -> Party:
        """The state of a capital that acts, or of an adjective ("Iranian" in "Iranian drones")."""
        state = self._registry[actor]
        return Party(state.name, span, actor, "named", via, state.schema)

    def _pointed(self, pronoun: Token) -> Token | None:
        if pronoun.lower_ in SPEAKER:
            return self._quotations.speaker(pronoun)
        if pronoun.lower_ in RELATIVE:
            return self._relative(pronoun)
        return self._anaphora.antecedent(pronoun)

    def _relative(self, pronoun: Token) -> Token | None:
        """What "which" stands for; "who" speaks of people: of the last ones before it."""
        noun = antecedent_of_relative(pronoun)
        if noun is not None and self._names.known(noun) is None:
            noun = self._name_before(pronoun) or noun
        if noun is None or pronoun.lower_ not in ("who", "whom") or self._is_human(noun):
            return noun
        while not noun.is_sent_start and noun.i > 0:
            noun = noun.nbor(-1)
            if self._is_human(noun) and noun.dep_ != "compound":
                return noun
        return None

    def _name_before(self, pronoun: Token) -> Token | None:
        """The name right before a relative pronoun and its comma: "for Isis, whose leaders"."""
        i = pronoun.i - 1 - (pronoun.i > 1 and self._doc[pronoun.i - 1].is_punct)
        return self._doc[i] if i >= 0 and self._names.covering(i) else None

    def _is_human(self, noun: Token) -> bool:
        known = self._names.known(noun) if noun.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "PRON") else None
        counted = noun.pos_ == "NUM" and noun.is_alpha
        return counted or noun.pos_ == "PRON" or (known is not None and known[1] not in ("group", "state"))

    def _through(self, target: Token | None, start: int, end: int, seen: frozenset[int]) -> tuple[Party, ...]:
        """The parties of `target` at the words `start:end`, with the words of `target` as `via`.

        A noun in the singular goes back to one of two joined names: "the army" to the army alone.
        """
        if target is None:
            return ()
        word = self._doc[start:end].root
        alone = word.pos_ == "NOUN" and not is_plural(word)
        parties = self._single(target, seen) if alone else self._of(target, seen)
        span = self._span(start, end)
        return tuple(replace(p, span=span, via=p.via or p.span) for p in parties)

    def _described(self, head: Token, seen: frozenset[int]) -> tuple[Party, ...]:
        """Whom a definite description stands for: "the minister", "the group", "its fighters"."""
        noun, owner = self._lexicon.noun(head.text, head.lemma_), possessor(head)
        if noun is None:
            return ()
        if owner is not None and owner.pos_ == "PRON":
            return self._owned(head, owner, seen)
        start, end = self._names.extent(head)
        if not (is_definite(head) or owner is not None) or end > head.i + 1:
            return ()
        named = self._meant(head, noun, owner)
        if named is not None:
            return (self._named(named, None, self._span(start, end)),)
        alone = start == head.i and owner is None
        earlier = self._descriptions.repeated(head) or self._descriptions.introduced(head) if alone else None
        return self._through(earlier, start, end, seen)

    def _meant(self, head: Token, noun: str, owner: Token | None) -> Named | None:
        """The name that a description of that class of noun goes back to."""
        if is_plural(head):
            return None
        if noun in PERSONS:
            return self._descriptions.person(head)
        return self._descriptions.body(head, noun) if owner is None else None

    def _owned(self, head: Token, owner: Token, seen: frozenset[int]) -> tuple[Party, ...]:
        """ "its fighters" as "NAME fighters", "his brother" as "brother of NAME"."""
        parties = self._single(owner, seen)
        if len(parties) != 1 or parties[0].kind == "unnamed":
            return ()
        whose, start, end = parties[0], owner.i + 1, self._names.extent(head)[1]
        words = self._names.in_full(start, end)
        apart = owner.lower_ in ("his", "her")
        name = f"{words} of {whose.name}" if apart else f"{self._owner(whose, head)} {words}"
        return (Party(name, self._span(start, end), None, "unnamed", whose.via or whose.span),)

    def _owner(self, whose: Party, owned: Token) -> str:
        """The owner before what it owns: "Iranian"; an army's government is its state's."""
        state = whose.actor
        if state and state in self._registry and self._lexicon.noun(owned.text, owned.lemma_) == "body":
            actor = self._registry[state]
            state = actor.country[0] if actor.kind in _ORGANS and actor.country else state
        return self._registry.adjective_of(state) or whose.name

    def _phrase(self, head: Token) -> tuple[Party, ...]:
        """The phrase in the report's own words; "Turkish and Russian forces" are two parties."""
        start, end = self._names.extent(head)
        if not any(character.isalnum() for character in self._doc[start:end].text):
            return ()
        organ = self._body_of_state(head, start)
        if organ is not None:
            return (organ,)
        states = list(self._states(start, head.i))
        if len(states) > 1 and end == head.i + 1:
            span, last = self._span(start, end), self._doc[states[-1][1] : end].text
            names = [f"{self._doc[first:after].text} {last}" for first, after in states]
            return tuple(Party(name, span, *self._organ(name)) for name in names)
        party = self._unnamed(start, end)
        actor = self._actor_of_phrase(head, start, end)
        return (party if actor is None else replace(party, actor=actor, kind="named"),)

    def _states(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The tokens `first:after` of each state before a noun: "Turkish" and "United States"."""
        for token in self._doc[start:end]:
            named = self._names.covering(token.i)
            if self._names.adjective(token) is not None:
                yield token.i, token.i + 1
            elif named is not None and named[0].kind == "state" and named[1].start == token.i:
                yield token.i, min(named[1].end, end)

    def _body_of_state(self, head: Token, start: int) -> Party | None:
        """ "China's government" and "the government of China" as "Chinese government"."""
        after = next((c for c in head.rights if c.dep_ == "nmod" and c.left_edge.lower_ == "of"), None)
        owner = possessor(head) or after
        named = self._names.at(owner) if owner is not None else None
        if owner is None or named is None or self._lexicon.noun(head.text, head.lemma_) != "body":
            return None
        adjective = self._registry.adjective_of(named[0].actor_id)
        if adjective is None or any(True for _ in owner.conjuncts):
            return None
        first, end = (
            (start, owner.right_edge.i + 1) if owner is after else (owner.right_edge.i + 1, head.i + 1)
        )
        name = f"{adjective} {self._names.in_full(first, head.i + 1)}"
        return Party(name, self._span(start, end), *self._organ(name))

    def _organ(self, name: str) -> tuple[str | None, PartyKind]:
        organ = self._registry.organ_of(name)
        return (organ.id, "named") if organ else (None, "unnamed")

    def _unnamed(self, start: int, end: int) -> Party:
        return Party(self._names.in_full(start, end), self._span(start, end), None, "unnamed")

    def _actor_of_phrase(self, head: Token, start: int, end: int) -> str | None:
        """The id of the organ ("Iraqi army") or group ("Isis fighters") that a phrase means as a whole."""
        if is_counted(head) or end > head.i + 1:
            return None
        organ = self._organ(self._doc[start:end].text)[0]
        if organ is not None:
            return organ
        named = self._names.covering(start)
        if named is None or named[1].end != head.i or named[0].kind != "organisation" or not is_plural(head):
            return None
        members = self._lexicon.noun(head.text, head.lemma_) in ("fighter", "group")
        return named[0].actor_id if members else None

    def _span(self, start: int, end: int) -> Span:
        piece = self._doc[start:end]
        return self._report.span(piece.start_char, piece.end_char)
