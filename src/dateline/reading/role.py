"""Roles: which noun phrases of a sentence did what a trigger says, and to whom it was done.

A table of frames says where roles usually stand; weights learned from annotated reports decide in context.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from dateline.model import Party, Reason
from dateline.reading import clause
from dateline.reading.bystander import Bystanders, accused, is_epithet
from dateline.reading.frame import Frames
from dateline.reading.instrument import means_at
from dateline.reading.weights import Weights
from dateline.reading.word_class import GRAINS, classes_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.grounding.who import Cast
    from dateline.reading.mention import Mention
    from dateline.reading.trigger import Trigger

RoleName = Literal["actor", "target"]
ROLES: tuple[RoleName, ...] = get_args(RoleName)
SURE: dict[RoleName, float] = {"actor": 0.6, "target": 0.6}
"""Probability at which a phrase bears a role, whoever else does; chosen on annotated reports."""
LEAST: dict[RoleName, float] = {"actor": 0.3, "target": 0.3}
"""Least probability of the only bearer of a role; chosen on annotated reports, see docs/models/events.md."""

_NAMING = frozenset({"compound", "flat", "amod", "nmod:poss", "appos", "fixed", "goeswith", "nmod:desc"})
_PHRASE = frozenset({"NOUN", "PROPN", "PRON"})
_MAX_PATH = 6
_BUCKETS = (1, 2, 4, 8, 16)
_RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Who did it and to whom, and the way through the sentence by which each phrase was found."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    why: tuple[Reason, ...]


def find_roles(
    mention: Mention, triggers: Mapping[int, Trigger], cast: Cast, bystanders: Bystanders
) -> Roles:
    """The roles that the triggers of `mention` give to the phrases of its sentence.

    A phrase bears the role that its likeliest trigger gives it; an actor must be somebody who can act, and
    who is blamed for the event acts. A role that nobody bears for certain goes to its likeliest bearer, if
    there is one. Those who only tell of the event bear none (see `bystander.py`).
    """
    chances = _chances(mention, triggers, cast, bystanders)
    borne: dict[RoleName, list[_Chance]] = {}
    for role in ROLES:
        likely = [c for c in chances if c.role == role]
        sure = [c for c in likely if c.value >= SURE[role]]
        best = max(likely, key=lambda c: c.value, default=None)
        borne[role] = _once(sure or ([best] if best and best.value >= LEAST[role] else []))
    actors = _parties((c.token for c in borne["actor"]), cast)
    acting = {party.name for party in actors}
    targets = tuple(p for p in _parties((c.token for c in borne["target"]), cast) if p.name not in acting)
    return Roles(actors, targets, tuple(c.reason for role in ROLES for c in borne[role]))


def _once(chances: list[_Chance]) -> list[_Chance]:
    """`chances` without the epithets of phrases that are among them."""
    heads = {chance.token.i for chance in chances}
    return [c for c in chances if not (is_epithet(c.token) and c.token.head.i in heads)]


@dataclass(frozen=True, slots=True)
class _Chance:
    """How likely `token` bears `role` of `trigger`."""

    trigger: Trigger
    token: Token
    role: RoleName
    value: float

    @property
    def reason(self) -> Reason:
        way = " ".join(clause.path(self.trigger.token, self.token))
        return Reason(f"role:{self.role} {way} {self.value:.2f}")


def _chances(
    mention: Mention, triggers: Mapping[int, Trigger], cast: Cast, bystanders: Bystanders
) -> list[_Chance]:
    """The likeliest role of every phrase of the sentence, in text order."""
    found = dict[int, _Chance]()
    for trigger in mention.triggers:
        for token in candidates(trigger, triggers):
            if bystanders.bears_nothing(trigger, token):
                continue
            for chance in _of_phrase(trigger, token, can_act(token, cast), bystanders):
                known = found.get(token.i)
                if known is None or known.value < chance.value:
                    found[token.i] = chance
    return [found[i] for i in sorted(found)]


def _of_phrase(trigger: Trigger, token: Token, acts: bool, bystanders: Bystanders) -> Iterator[_Chance]:
    weights = Weights.load("roles")
    if accused(trigger.token) == token:
        yield _Chance(trigger, token, "actor", 1.0)
        return
    odds = weights.probabilities(features(trigger, token, acts))
    for role in ROLES:
        if role == "target" or (acts and not bystanders.never_acts(trigger, token)):
            yield _Chance(trigger, token, role, float(odds[weights.classes.index(role)]))


def _parties(tokens: Iterable[Token], cast: Cast) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for token in tokens:
        again = [t for t in clause.conjuncts(token) if t.i != token.i and is_epithet(t)]
        for party in cast.parties(token):
            if not any(party.span.start <= t.idx < party.span.end for t in again):
                found.setdefault(party.name, party)
    return tuple(found.values())


def can_act(token: Token, cast: Cast) -> bool:
    """True for a phrase that stands for somebody who can act, or a modifier: "Syrian" in "Syrian strikes"."""
    if cast.is_actor(token):
        return True
    modifies = token.dep_ in _NAMING and token.text[0].isupper()
    # "Salisbury" in "the Salisbury attack" is where it was: a name without a schema is no actor's
    return modifies and any(party.schema is not None for party in cast.parties(token))


def candidates(trigger: Trigger, triggers: Mapping[int, Trigger]) -> list[Token]:
    """Heads of the noun phrases in the trigger's sentence that may bear a role, in text order.

    A modifier is one only where it stands before a noun that says an event or a means ("Israeli airstrikes").
    """
    return [t for t in trigger.token.sent if t.i != trigger.token.i and _may_bear(t, triggers)]


def _may_bear(token: Token, triggers: Mapping[int, Trigger]) -> bool:
    if token.i in triggers or token.lower_ in _RELATIVES:
        return False
    named = token.dep_ in _NAMING and token.head.pos_ in _PHRASE
    modifies = named and _is_deed(token.head, triggers)
    if token.pos_ in _PHRASE:
        return modifies or not named or token.dep_ in {"appos", "nmod:poss"}
    return modifies and token.pos_ == "ADJ" and token.text[0].isupper()


def _is_deed(noun: Token, triggers: Mapping[int, Trigger]) -> bool:
    return noun.i in triggers or means_at(noun) is not None


def features(trigger: Trigger, token: Token, acts: bool) -> list[str]:
    """What is seen of `token` as a bearer of a role of `trigger`; each feature once, in a stable order.

    `acts` says whether the phrase that `token` heads stands for somebody who can act.
    """
    return list(dict.fromkeys(_features(trigger, token, acts)))


def _features(trigger: Trigger, token: Token, acts: bool) -> Iterator[str]:
    head, frame = trigger.token, trigger.frame
    steps = clause.path(head, token)
    way = " ".join(steps[:_MAX_PATH])
    slot = steps[-1] if len(steps) == 1 else f"{steps[0]}…{steps[-1]}" if steps else ""
    kind = f"{head.pos_}/{trigger.type}"
    yield f"path={way}"
    yield f"path+pos={way}/{head.pos_}"
    yield f"path+kind={way}/{kind}"
    yield f"path+frame={way}/{frame}"
    yield f"path+lemma={way}/{head.lemma_.lower()}"
    yield f"slot+frame={slot}/{frame}"
    yield f"length={min(len(steps), _MAX_PATH)}"
    yield f"acts={acts}"
    yield f"acts+path={acts}/{way}"
    yield f"acts+kind={acts}/{kind}"
    yield f"acts+frame={acts}/{slot}/{frame}"
    for role in Frames.load().roles(frame, steps):
        yield f"frame={role}"
        yield f"frame={role}/{head.pos_}"
        yield f"frame={role}/{acts}"
    yield from _bearer(token, kind)
    gap = token.i - head.i
    near = next((n for n in _BUCKETS if abs(gap) <= n), 32)
    side = "after" if gap > 0 else "before"
    yield f"gap={side}{near}"
    yield f"gap+pos={side}{near}/{head.pos_}"
    yield f"gap+frame={side}/{frame}"
    yield f"last={steps[-1] if steps else ''}/{frame}"
    yield f"case={clause.case(token)}/{frame}"
    yield f"kind={kind}"


def _bearer(token: Token, kind: str) -> Iterator[str]:
    lemma = token.lemma_.lower()
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
