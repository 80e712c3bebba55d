"""Ends: whom the two words of a tie stand for.

A tie joins actors: "the YPG militia", "Coalition aircraft" and "SDF operations" are the group that they name,
what "US troops" support the United States back, and "Washington's support" is that of the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import Lexicon
from dateline.model import Party, Report
from dateline.model.vocabulary import RelationType
from dateline.reading import clause
from dateline.reading.relation.tie import Tie
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Token

_OF_GROUPS = frozenset({"operates_in", "allied_with", "part_of", "backs", "fights", "designates"})
_OF_STATES = frozenset({"backs", "fights", "allied_with", "designates"})
_ARMED = frozenset({"military", "army", "forces", "force", "navy", "troops"})
_ALONE = ("relation:noun:backer", "relation:title")  # what is joined to an end has its own tie
_MANY = frozenset({"thousand", "hundred", "dozen", "score", "thousands", "hundreds", "dozens", "scores"})


class Ends:
    """Brings the words of ties in one report to parties."""

    def __init__(self, cast: Cast, report: Report) -> None:
        self._cast, self._report, self._registry = cast, report, cast.registry

    def of(self, tie: Tie) -> Iterator[tuple[Party, Party]]:
        """Each pair that `tie` joins; nothing where either end stays unknown."""
        for source in self.parties(tie.source, tie):
            if not _is_post(source, tie):
                for target in self._targets(tie):
                    yield (_in_its_words(source, target), target)

    def parties(self, head: Token, tie: Tie) -> tuple[Party, ...]:
        """The parties of a phrase; an adjective of a state ("Turkish", "Iranian") is the state."""
        if tie.type in _OF_GROUPS:
            head = self.group_of(head)
        named_within = head.ent_type_ == "GPE" and head.dep_ in {"compound", "obl:unmarked"}  # "US-led"
        if head.pos_ == "ADJ" or head.ent_type_ == "NORP" or named_within:
            states = self._registry.states_of(head.lower_) or self._registry.nationals_of(head.lower_)
            if len(states) == 1:
                return (self._state(states[0], head),)
            if head.lower_ in self._blocs:
                return (self._here(self._blocs[head.lower_], head),)
            if head.pos_ == "ADJ":
                return ()
        found = self._seated(head) or (self._cast.parties(head) if self._cast.is_actor(head) else ())
        found = tuple(self._nation(party, tie.type) for party in found)
        if tie.type == "also_known_as" or tie.word.head == head:
            found = tuple(p for p in found if _stands_at(head, p))
        elif tie.rule.startswith(_ALONE) and not _of_several(tie):
            found = tuple(p for p in found if p.via or _stands_at(head, p))
        if tie.type == "backs" and head.i == tie.source.i:
            return tuple(self.commanding(party) for party in found)
        return found

    def _targets(self, tie: Tie) -> tuple[Party, ...]:
        """The second end: a place for `operates_in`, the words themselves for a second name, else a party."""
        if tie.type == "operates_in":
            places = (head for head in clause.conjuncts(tie.target) if head.pos_ == "PROPN")
            return tuple(self._place(head) for head in places)
        if tie.type == "also_known_as":
            return (self._second_name(tie.target),)
        parties = self.parties(tie.target, tie)
        if tie.rule.startswith("relation:participle"):
            parties = parties[:1]  # "the US-led coalition and Russia"
        if tie.rule.startswith("relation:title"):
            if not parties and tie.target.ent_type_ == "GPE":
                return (self._place(tie.target),)  # a city has a mayor, though it acts through nobody
            parties = tuple(self._in_full(party, tie.target) for party in parties)
        is_state_post = tie.type == "member_of" and tie.target.ent_type_ in {"GPE", "NORP"}
        return () if is_state_post else parties  # a minister of a state states no tie of a group

    def group_of(self, head: Token) -> Token:
        """Who acts in "thousands of Isis fighters", "the YPG militia", "the group's fighters"."""
        if head.pos_ == "NOUN" and head.lemma_.lower() in _MANY:
            head = next((c for c in head.children if clause.case(c) == "of"), head)
        noun, thing = Lexicon.shipped().noun(head.text, head.lemma_), head.lemma_.lower() in belongings()
        if head.pos_ != "NOUN" or self._cast.sort(head) == "organisation":
            return head
        if not (noun in {"fighter", "group"} or thing):
            return head
        owner = clause.child(head, "nmod:poss")
        if owner is not None and owner.pos_ != "PRON" and (thing or noun == "fighter"):
            return owner
        before = head.nbor(-1) if head.i > head.sent.start else head
        named = before.pos_ == "PROPN" or before.ent_type_ == "ORG"
        return before if named and self._cast.sort(before) == "organisation" else head

    def _in_full(self, body: Party, head: Token) -> Party:
        """The name that ends in the one word of "council head" or "Police director"."""
        if body.kind != "unnamed" or body.name.lower() != head.lower_:
            return body
        named = [
            party
            for party in self._cast.mentions
            if party.span.start < head.idx
            and party.schema not in {"Person", "Country"}
            and party.name.lower().split()[-1] == head.lower_
        ]
        return replace(named[-1], span=body.span, via=named[-1].via or named[-1].span) if named else body

    def _nation(self, party: Party, type: RelationType) -> Party:
        """The state of "the Saudis" and "Washington", who fight wars and back others."""
        if party.actor is not None:
            return party
        states = self._registry.nationals_of(party.name.lower())
        seat = self._registry.seat_of(party.name.lower()) if type in _OF_STATES else None
        key = states[0] if len(states) == 1 else seat
        if key is None:
            return party
        state = self._registry[key]
        return replace(party, name=state.name, actor=state.id, schema=state.schema)

    def commanding(self, party: Party) -> Party:
        """The state whose forces back somebody: "US troops supporting the SDF"."""
        words = party.name.split(" in ")[0].split()
        last = words[-1].lower()
        if party.schema == "Country" or not (last in _ARMED or Lexicon.shipped().noun(last) == "fighter"):
            return party
        states = {key for word in words[:-1] for key in self._registry.states_of(word.lower())}
        if len(states) != 1:
            return party
        state = self._registry[states.pop()]
        return replace(party, name=state.name, actor=state.id, kind="named", schema=state.schema)

    def _seated(self, head: Token) -> tuple[Party, ...]:
        """The state whose capital stands for it: "Washington's support"."""
        owns = head.dep_ == "nmod:poss" and head.ent_type_ == "GPE"
        state = self._registry.seat_of(head.lower_) if owns else None
        return () if state is None else (self._state(state, head),)

    def _state(self, id: str, head: Token) -> Party:
        state = self._registry[id]
        return replace(self._here(state.name, head), actor=id, schema=state.schema)

    def _here(self, name: str, head: Token) -> Party:
        return Party(name, self._report.span(head.idx, head.idx + len(head.text)))

    @cached_property
    def _blocs(self) -> dict[str, str]:
        return {row["word"]: row["to"] for row in rows("relations") if row["form"] == "bloc"}

    def _second_name(self, head: Token) -> Party:
        """The words of a second name: to the closing mark where it is quoted, else the run of capitals."""
        doc, start, end = head.doc, head.i, head.i + 1
        if start > 0 and doc[start - 1].pos_ == "DET":
            start -= 1
        quoted = start > 0 and doc[start - 1].is_quote
        while end < head.sent.end and (not doc[end].is_quote if quoted else doc[end].text[:1].isupper()):
            end += 1
        return self._words(head, head.i if not quoted else start, end)

    def _place(self, head: Token) -> Party:
        start = end = head.i
        while start > head.sent.start and _continues(head.doc[start - 1], head.i, start):
            start -= 1
        while end + 1 < head.sent.end and head.doc[end + 1].dep_ == "flat":
            end += 1
        return self._words(head, start, end + 1)

    def _words(self, head: Token, start: int, end: int) -> Party:
        words = head.doc[start:end]
        return Party(words.text, self._report.span(words.start_char, words.end_char))


def _continues(before: Token, head: int, start: int) -> bool:
    return before.pos_ == "PROPN" and before.head.i in {head, start}


@cache
def belongings() -> frozenset[str]:
    """What is named after whose it is: "Coalition aircraft", "SDF operations"."""
    return frozenset(row["word"] for row in rows("relations") if row["form"] == "belonging")


def _stands_at(head: Token, party: Party) -> bool:
    """True where the words of `party` cover `head`, or begin right behind it ("Dr Ann Lee")."""
    last = head.nbor() if head.i + 1 < head.sent.end else head
    return party.span.start <= last.idx and head.idx < party.span.end


def _of_several(tie: Tie) -> bool:
    """ "Isis fighters, X and Y": the title is that of each."""
    return tie.rule.startswith("relation:title") and tie.word.tag_ == "NNS"


def _is_post(party: Party, tie: Tie) -> bool:
    """ "Soleimani, commander of the Quds Force": the post itself holds no post."""
    title = tie.rule.startswith("relation:title")
    return title and party.kind == "unnamed" and party.span.start <= tie.word.idx < party.span.end


def _in_its_words(source: Party, target: Party) -> Party:
    """A second name is one beside the words that stand there: "Daesh [Islamic State]"."""
    alike = source.name.lower() == target.name.lower() and source.via is None
    return replace(source, name=" ".join(source.span.text.split())) if alike else source
