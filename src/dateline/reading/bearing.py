"""Bearing: what is seen of a phrase as a bearer of a role, before the weights of `role.py` decide.

A phrase is judged by its own words, by the way that leads to it, and by the other phrases of the sentence:
who stands nearer, and whether the places where roles usually stand are taken. Training and reading call the
same functions, so a change here asks for training anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reading import clause
from dateline.reading.frame import Frames
from dateline.reading.instrument import means_at
from dateline.reading.speaker.cue import stance_of
from dateline.reading.word_class import GRAINS, classes_of

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Token
    from dateline.reading.trigger import Trigger

_NAMING = frozenset({"compound", "flat", "amod", "nmod:poss", "appos", "fixed", "goeswith", "nmod:desc"})
_PHRASE = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSES = frozenset({"ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp"})
_MAX_PATH = 6
_BUCKETS = (1, 2, 4, 8, 16)
_FARTHEST = 3  # phrases that act are told apart by their rank up to here


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its head, the way there from the trigger, and who or what it stands for.

    `usual` are the roles that the trigger's frame has in this place; `acts`: it stands for somebody.
    """

    token: Token
    steps: tuple[str, ...]
    meeting: Token | None
    acts: bool
    sort: str
    usual: tuple[str, ...]


class Scene:
    """A trigger among the noun phrases of its sentence."""

    def __init__(self, trigger: Trigger, triggers: Mapping[int, Trigger], cast: Cast) -> None:
        self.trigger = trigger
        self.phrases = [_phrase(trigger, token, cast) for token in candidates(trigger, triggers)]
        acting = sorted((p for p in self.phrases if p.acts), key=self.distance)
        self._rank = {p.token.i: min(n, _FARTHEST) for n, p in enumerate(acting)}
        self._taken = {
            role: [p.token.i for p in self.phrases if role in p.usual] for role in ("actor", "target")
        }
        self._voice = _voice(trigger.token)

    def distance(self, phrase: Phrase) -> tuple[int, int]:
        """How far `phrase` stands from the trigger: steps through the tree, then words."""
        return len(phrase.steps) or _MAX_PATH, abs(phrase.token.i - self.trigger.token.i)

    def features(self, phrase: Phrase) -> list[str]:
        """What is seen of `phrase`; each feature once, in a stable order."""
        return list(dict.fromkeys(self._features(phrase)))

    def _features(self, phrase: Phrase) -> Iterator[str]:
        kind = f"{self.trigger.token.pos_}/{self.trigger.type}"
        yield f"kind={kind}"
        yield from self._way(phrase, kind)
        yield from self._place(phrase)
        yield from self._rivals(phrase, kind)
        yield from _above(phrase, self.trigger)
        yield from _bearer(phrase, kind)
        yield from self._gap(phrase)

    def _way(self, phrase: Phrase, kind: str) -> Iterator[str]:
        head, frame, steps = self.trigger.token, self.trigger.frame, phrase.steps
        way, slot = " ".join(steps[:_MAX_PATH]), _slot(steps)
        yield f"path={way}"
        yield f"path+pos={way}/{head.pos_}"
        yield f"path+kind={way}/{kind}"
        yield f"path+frame={way}/{frame}"
        yield f"path+lemma={way}/{head.lemma_.lower()}"
        yield f"slot+frame={slot}/{frame}"
        yield f"length={min(len(steps), _MAX_PATH)}"
        yield f"acts={phrase.acts}"
        yield f"acts+path={phrase.acts}/{way}"
        yield f"acts+kind={phrase.acts}/{kind}"
        yield f"acts+frame={phrase.acts}/{slot}/{frame}"
        yield f"sort+path={phrase.sort}/{way}"
        yield f"sort+slot={phrase.sort}/{slot}/{frame}"
        yield f"last={steps[-1] if steps else ''}/{frame}"
        yield f"case={clause.case(phrase.token)}/{frame}"

    def _place(self, phrase: Phrase) -> Iterator[str]:
        pos = self.trigger.token.pos_
        for role in phrase.usual:
            yield f"frame={role}"
            yield f"frame={role}/{pos}"
            yield f"frame={role}/{phrase.acts}"
            yield f"frame={role}/{phrase.sort}"

    def _rivals(self, phrase: Phrase, kind: str) -> Iterator[str]:
        """Which other phrases are likelier bearers by their place."""
        taken = "".join(
            role[0] for role, held in self._taken.items() if any(i != phrase.token.i for i in held)
        )
        own = "+".join(phrase.usual)
        rank = self._rank.get(phrase.token.i, "-")
        yield f"taken={taken}"
        yield f"taken+own={taken}/{own}"
        yield f"taken+kind={taken}/{own}/{kind}"
        yield f"taken+slot={taken}/{_slot(phrase.steps)}"
        yield f"taken+sort={taken}/{own}/{phrase.sort}"
        yield f"rank={rank}"
        yield f"rank+own={rank}/{own}"
        yield f"rank+kind={rank}/{kind}"
        yield f"rank+taken={rank}/{taken}/{own}"
        yield f"voice={self._voice}"
        yield f"voice+slot={self._voice}/{_slot(phrase.steps)}"

    def _gap(self, phrase: Phrase) -> Iterator[str]:
        gap = phrase.token.i - self.trigger.token.i
        near = next((n for n in _BUCKETS if abs(gap) <= n), 32)
        side = "after" if gap > 0 else "before"
        yield f"gap={side}{near}"
        yield f"gap+pos={side}{near}/{self.trigger.token.pos_}"
        yield f"gap+frame={side}/{self.trigger.frame}"
        yield f"gap+acts={side}{near}/{phrase.acts}"


def candidates(trigger: Trigger, triggers: Mapping[int, Trigger]) -> list[Token]:
    """Heads of the noun phrases in the trigger's sentence that may bear a role, in text order.

    A modifier is one only where it stands before a noun that says an event or a means ("Israeli airstrikes").
    """
    return [t for t in trigger.token.sent if t.i != trigger.token.i and _may_bear(t, triggers)]


def can_act(token: Token, cast: Cast) -> bool:
    """True for a phrase that stands for somebody who can act, or a modifier: "Syrian" in "Syrian strikes"."""
    if cast.is_actor(token):
        return True
    modifies = token.dep_ in _NAMING and token.text[0].isupper()
    # "Salisbury" in "the Salisbury attack" is where it was: a name without a schema is no actor's
    return modifies and any(party.schema is not None for party in cast.parties(token))


def _phrase(trigger: Trigger, token: Token, cast: Cast) -> Phrase:
    steps, meeting = clause.way(trigger.token, token)
    usual = tuple(Frames.load().roles(trigger.frame, steps))
    return Phrase(token, tuple(steps), meeting, can_act(token, cast), cast.sort(token), usual)


def _may_bear(token: Token, triggers: Mapping[int, Trigger]) -> bool:
    if token.i in triggers or token.lower_ in clause.RELATIVES or clause.whole(token) is not None:
        return False
    named = token.dep_ in _NAMING and token.head.pos_ in _PHRASE
    modifies = named and _is_deed(_modified(token), triggers)
    if token.pos_ in _PHRASE:
        return modifies or not named or token.dep_ in {"appos", "nmod:poss"}
    return modifies and token.pos_ == "ADJ" and token.text[0].isupper()


def _modified(token: Token) -> Token:
    """What a modifier comes down to: "strikes" for "coalition" in "coalition air strikes"."""
    noun = token.head
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _is_deed(noun: Token, triggers: Mapping[int, Trigger]) -> bool:
    return noun.i in triggers or means_at(noun) is not None


def _slot(steps: Sequence[str]) -> str:
    """The first and the last step of a way."""
    if not steps:
        return ""
    return steps[0] if len(steps) == 1 else f"{steps[0]}…{steps[-1]}"


def _voice(head: Token) -> str:
    if head.pos_ not in {"VERB", "AUX"}:
        return "noun"
    return "passive" if clause.is_passive(head) else "active"


def _above(phrase: Phrase, trigger: Trigger) -> Iterator[str]:
    """The word where the ways up from the trigger and from the phrase meet, and the clauses between."""
    over, last = phrase.meeting, phrase.steps[-1] if phrase.steps else ""
    crossed = [s.strip("^").split(":")[0] for s in phrase.steps]
    yield f"clauses={'+'.join(s for s in crossed if s in _CLAUSES)}"
    yield f"up={sum(s.startswith('^') for s in phrase.steps)}"
    if over is None or not phrase.steps or over.i in {trigger.token.i, phrase.token.i}:
        return
    lemma, first = over.lemma_.lower(), phrase.steps[0]
    yield f"over={lemma}/{last}"
    yield f"over+first={lemma}/{first}/{last}"
    yield f"overstance={stance_of(over)}/{first}/{last}"
    yield f"overstance+type={stance_of(over)}/{last}/{trigger.type}"
    for grain, number in zip(GRAINS, classes_of(over), strict=False):
        yield f"over {grain}={number}/{last}"


def _bearer(phrase: Phrase, kind: str) -> Iterator[str]:
    token = phrase.token
    lemma = token.lemma_.lower()
    yield f"sort={phrase.sort}"
    yield f"sort+kind={phrase.sort}/{kind}"
    yield f"bearer={lemma}"
    yield f"bearer+kind={lemma}/{kind}"
    yield f"bearerpos={token.pos_}"
    yield f"bearertag={token.tag_}/{token.dep_}"
    yield f"bearerent={token.ent_type_ or 'none'}"
    yield f"bearerent+kind={token.ent_type_ or 'none'}/{kind}"
    yield f"bearerend={lemma[-3:]}"
    for grain, number in zip(GRAINS, classes_of(token), strict=False):
        yield f"bearer {grain}={number}"
        yield f"bearer {grain}+kind={number}/{kind}"
    named = any(c.pos_ == "PROPN" or c.ent_type_ for c in token.children if c.dep_ in _NAMING)
    yield f"named={named or token.pos_ == 'PROPN'}"
    article = clause.child(token, "det", "nummod")
    yield f"article={article is not None if article is None or article.dep_ != 'det' else article.lower_}"
