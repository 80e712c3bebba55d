"""Cast: everybody in a report, and whom each of its noun phrases stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.grounding.who.anaphora import RELATIVE, SPEAKER, Anaphora, sort_of_class
from dateline.grounding.who.lexicon import Lexicon
from dateline.grounding.who.names import NameMention, find_names
from dateline.grounding.who.phrase import (
    antecedent_of_relative,
    extent,
    heads_of,
    is_counted,
    is_definite,
    is_plural,
    nominal,
    possessor,
)
from dateline.grounding.who.referent import Referent, gather
from dateline.grounding.who.registry import Registry, shipped
from dateline.grounding.who.spelling import fold
from dateline.model import Party, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DESCRIBES = {"group": "group", "body": "group", "media": "group", "state": "state"}
_SORTS = {"person": "person", "state": "state", "people": "people"}
_NAMED_IN_APPOSITION = frozenset({"person", "organisation", "unknown"})
_PLACED = frozenset("in at near from to into outside around across of toward towards through via".split())


def find_actors(doc: Doc, report: Report, registry: Registry | None = None) -> Cast:
    """The cast of `report`, whose text `doc` was parsed from; without a registry, the shipped one."""
    registry = registry or shipped()
    return Cast(doc, report, registry, gather(doc, find_names(doc, registry), registry, report.published))


class Cast:
    """Answers for one report; nothing in it changes once made."""

    def __init__(self, doc: Doc, report: Report, registry: Registry, referents: list[Referent]) -> None:
        self._doc, self._report, self._registry = doc, report, registry
        self._referents = referents
        self._lexicon = Lexicon.shipped()
        self._named: dict[int, tuple[Referent, NameMention]] = {}
        for referent in referents:
            for mention in referent.mentions:
                for i in range(mention.start, mention.end):
                    self._named[i] = (referent, mention)
        self._lead = {
            i: pair for pair in set(self._named.values()) for i in range(pair[1].lead, pair[1].start)
        } if referents else {}
        self._anaphora = Anaphora(doc, self._known)

    @property
    def mentions(self) -> tuple[Party, ...]:
        """Every name in the report that can act, in text order; states and places where they stand for a government too."""
        pairs = {mention.start: (referent, mention) for referent, mention in self._named.values()}
        return tuple(
            self._party(referent, self._span(mention.start, mention.end), None)
            for _, (referent, mention) in sorted(pairs.items())
            if referent.kind not in ("place", "people")
        )

    def is_actor(self, token: Token) -> bool:
        """True where the phrase headed by `token` can act: a person, group, organisation or state, a demonym noun,
        "gunmen"; not "the situation", nor a place where something happens."""
        if token.pos_ == "PRON":
            return bool(self.parties(token))
        found = self._name_at(token)
        if found is not None:
            return found[0].kind != "place" or self._seat(token, found[1]) is not None
        return self._known(token) is not None

    def parties(self, token: Token) -> tuple[Party, ...]:
        """The parties that the noun phrase headed by `token` stands for, in text order.

        Joined names are parties each; joined common nouns ("women and children") are one. A pronoun or
        description gives whom it stands for, with `via`; a pronoun that stays open gives nothing.
        """
        heads = heads_of(nominal(token))
        if len(heads) > 1 and not any(self._stands_alone(head) for head in heads):
            return (self._joined(heads),)
        found: dict[tuple[str, int], Party] = {}
        for head in heads:
            for party in self._single(head):
                found.setdefault((party.name, 0), party)
        return tuple(found.values())

    def _stands_alone(self, head: Token) -> bool:
        return (
            head.pos_ in ("PROPN", "PRON")
            or self._name_at(head) is not None
            or any(child.dep_ in ("det", "nummod", "nmod:poss") for child in head.lefts if not child.is_sent_start) and head.dep_ == "conj"
        )

    def _joined(self, heads: tuple[Token, ...]) -> Party:
        start = extent(heads[0])[0]
        end = max(extent(head)[1] for head in heads)
        return Party(self._in_full(start, end), self._span(start, end), None, "unnamed")

    def _single(self, head: Token, seen: frozenset[int] = frozenset()) -> tuple[Party, ...]:
        if head.i in seen:
            return ()
        seen |= {head.i}
        if head.pos_ == "PRON" or head.lower_ in ("his", "her", "its", "their"):
            return self._pronoun(head, seen)
        found = self._name_at(head)
        if found is not None:
            referent, mention = found
            return (self._party(referent, self._span(mention.start, mention.end), self._seat(head, mention)),)
        return self._described(head, seen) or (self._unnamed(head),)

    def _name_at(self, head: Token) -> tuple[Referent, NameMention] | None:
        """The name that the phrase of `head` gives: it is the name, its title, or has it in apposition."""
        found = self._named.get(head.i) or self._lead.get(head.i)
        if found is not None and not self._is_modifier(head, found[1]):
            return found
        if self._lexicon.noun(head.text, head.lemma_) not in ("role", "person", "group", "media"):
            return None
        for child in head.rights:
            named = self._named.get(child.i)
            if child.dep_ in ("appos", "flat", "nmod:desc") and named and named[0].kind in _NAMED_IN_APPOSITION:
                return named
        return self._after_comma(head)

    def _after_comma(self, head: Token) -> tuple[Referent, NameMention] | None:
        """The person of "the UN envoy for Syria, Staffan de Mistura, resigned", whatever the parser made of it."""
        end = extent(head)[1]
        if self._lexicon.noun(head.text, head.lemma_) != "role" or is_plural(head) or end + 1 >= len(self._doc):
            return None
        named = self._named.get(end + 1) if self._doc[end].text == "," else None
        if named is None or named[0].kind != "person" or named[1].end >= len(self._doc):
            return None
        after = self._doc[named[1].end]
        return named if after.text in (",", ".", ";") or after.pos_ in ("VERB", "AUX") else None

    def _is_modifier(self, head: Token, mention: NameMention) -> bool:
        """True for "Iraqi" as the model's own name in "Iraqi forces" when the phrase's head stands outside the name."""
        return mention.label == "NORP" and head.dep_ == "amod" and head.head.i >= mention.end

    def _seat(self, head: Token, mention: NameMention) -> str | None:
        """The state whose government a capital's name stands for here: it acts or is spoken to, it isn't where."""
        state = None if self._named[mention.start][0].kind == "person" else self._registry.seat_of(fold(mention.text))
        if state is None or any(child.dep_ == "case" and child.lower_ in _PLACED for child in head.lefts):
            return None
        verb = head.head
        acts = head.dep_ == "nsubj" and verb.lemma_.lower() in self._lexicon.verbs
        return state if acts or head.dep_ in ("obl:agent", "iobj") else None

    def _party(self, referent: Referent, span: Span, seat: str | None, via: Span | None = None) -> Party:
        if seat is not None:
            return Party(self._registry[seat].name, span, seat, "named", via)
        kind = "ambiguous" if len(referent.link.actors) > 1 else "named"
        return Party(referent.name, span, referent.actor_id, kind, via, referent.schema)

    def _pronoun(self, head: Token, seen: frozenset[int]) -> tuple[Party, ...]:
        if head.lower_ in SPEAKER:
            target = self._anaphora.speaker(head)
        elif head.lower_ in RELATIVE:
            target = antecedent_of_relative(head)
        else:
            target = self._anaphora.antecedent(head)
        return self._through(target, head.i, head.i + 1, seen)

    def _through(self, target: Token | None, start: int, end: int, seen: frozenset[int]) -> tuple[Party, ...]:
        """The parties of `target` at the words `start:end`, with the words of `target` as `via`."""
        if target is None:
            return ()
        span = self._span(start, end)
        heads = heads_of(target)
        if len(heads) > 1 and not any(self._stands_alone(head) for head in heads):
            parties: tuple[Party, ...] = (self._joined(heads),)
        else:
            parties = tuple(party for head in heads for party in self._single(head, seen))
        return tuple(replace(party, span=span, via=party.via or party.span) for party in parties)

    def _described(self, head: Token, seen: frozenset[int]) -> tuple[Party, ...]:
        """Whom a definite description stands for: a titled person, the last group of its kind, "its fighters"."""
        noun = self._lexicon.noun(head.text, head.lemma_)
        if noun is None:
            return ()
        owner = possessor(head)
        start, end = extent(head)
        if owner is not None and owner.pos_ == "PRON":
            return self._owned(head, owner, seen)
        if noun == "role" and not is_plural(head):
            return self._titled(head, start, end)
        if not is_definite(head) or end > head.i + 1 or start < head.i or is_plural(head) or owner is not None:
            return ()
        sort = _DESCRIBES.get(noun)
        return self._through(self._anaphora.described(head, sort), start, end, seen) if sort else ()

    def _owned(self, head: Token, owner: Token, seen: frozenset[int]) -> tuple[Party, ...]:
        """"its fighters" as "NAME fighters", "his brother" as "brother of NAME"."""
        start, end = extent(head)
        parties = self._single(owner, seen)
        if len(parties) != 1:
            return ()
        words = self._in_full(max(start, owner.i + 1), end)
        whose = parties[0]
        personal = owner.lower_ in ("his", "her") or whose.kind == "unnamed"
        name = f"{words} of {whose.name}" if personal else f"{whose.name} {words}"
        return (Party(name, self._span(min(start, owner.i + 1), end), None, "unnamed", whose.via or whose.span),)

    def _titled(self, head: Token, start: int, end: int) -> tuple[Party, ...]:
        """The one person of the report who stands with this title elsewhere ("the prime minister")."""
        if not is_definite(head):
            return ()
        states = {id for token in self._doc[start : head.i] for id in self._registry.states_of(fold(token.text))}
        persons = [r for r in self._referents if r.kind == "person" and head.lower_ in r.titles]
        persons = [r for r in persons if not states or not r.states or states & r.states]
        if len(persons) != 1 or end > head.i + 1:
            return ()
        before = [m for m in persons[0].mentions if m.end <= head.i] or persons[0].mentions
        via = self._span(before[-1].start, before[-1].end)
        return (self._party(persons[0], self._span(start, end), None, via),)

    def _unnamed(self, head: Token) -> Party:
        """The phrase in the report's own words, with the names in it in full ("Isis fighters" of Islamic State)."""
        start, end = extent(head)
        span = self._span(start, end)
        actor = self._actor_of_phrase(head, start, end)
        return Party(self._in_full(start, end), span, actor, "named" if actor else "unnamed")

    def _actor_of_phrase(self, head: Token, start: int, end: int) -> str | None:
        """The id of the organ ("Iraqi army") or group ("Isis fighters") that a phrase speaks of as a whole."""
        if is_counted(head) or end > head.i + 1:
            return None
        organ = self._registry.organ_of(_one_line(self._span(start, end).text))
        if organ is not None:
            return organ.id
        named = self._named.get(start)
        alone = named is not None and named[1].end == head.i and named[0].kind == "organisation"
        members = self._lexicon.noun(head.text, head.lemma_) in ("fighter", "group") and is_plural(head)
        return named[0].actor_id if named is not None and alone and members else None

    def _in_full(self, start: int, end: int) -> str:
        """The words of tokens `start:end` with organisations and persons by their fullest name."""
        words, at = "", start
        while at < end:
            named = self._named.get(at)
            if named is not None and named[1].end <= end and named[0].kind in _NAMED_IN_APPOSITION:
                last = named[1].end - 1
                words += named[0].name + self._doc[last].whitespace_
                at = last + 1
            else:
                words += self._doc[at].text_with_ws
                at += 1
        return _one_line(words)

    def _known(self, token: Token) -> tuple[str, str, bool] | None:
        """A noun's referent, its sort for pointing back and whether it is a name; None where it can't act."""
        named = self._named.get(token.i)
        if named is not None and not self._is_modifier(token, named[1]):
            return self._named_sort(token, *named)
        if token.i in self._lead and token.dep_ in ("compound", "flat", "nmod:desc", "amod"):
            return None
        sort = sort_of_class(self._lexicon.noun(token.text, token.lemma_), is_plural(token))
        if sort is None:
            return None
        titled = self._name_at(token)
        return (titled[0].name, "person", True) if titled else (f"#{token.i}", sort, False)

    def _named_sort(self, token: Token, referent: Referent, mention: NameMention) -> tuple[str, str, bool] | None:
        if referent.kind == "place":
            return None if self._seat(token, mention) is None else (referent.name, "state", True)
        if referent.kind == "people" and token.pos_ == "ADJ":
            return None
        return referent.name, _SORTS.get(referent.kind, "group"), True

    def _span(self, start: int, end: int) -> Span:
        piece = self._doc[start:end]
        return self._report.span(piece.start_char, piece.end_char)


def _one_line(text: str) -> str:
    return " ".join(text.split())
