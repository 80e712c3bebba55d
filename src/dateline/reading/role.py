"""Roles: which noun phrases of a sentence did what a trigger says, and to whom it was done.

A table of frames says where roles usually stand; weights learned from annotated reports decide in context.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from dateline.model import Party, Reason
from dateline.reading import clause
from dateline.reading.frame import Frames
from dateline.reading.instrument import means_at
from dateline.reading.weights import Weights

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.grounding.who import Cast
    from dateline.reading.mention import Mention
    from dateline.reading.trigger import Trigger

RoleName = Literal["actor", "target"]
ROLES: tuple[RoleName, ...] = get_args(RoleName)
THRESHOLDS: dict[RoleName, float] = {"actor": 0.4, "target": 0.35}
"""Least probability of a role; chosen on annotated reports, see docs/models/events.md."""

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


def find_roles(mention: Mention, triggers: Mapping[int, Trigger], cast: Cast) -> Roles:
    """The roles that the triggers of `mention` give to the phrases of its sentence.

    A phrase takes the role that its likeliest trigger gives it; an actor must be somebody who can act.
    """
    chosen: dict[int, tuple[float, RoleName, Token, Reason]] = {}
    for trigger in mention.triggers:
        for token in candidates(trigger, triggers):
            role, chance = _decide(trigger, token)
            if role is None or (token.i in chosen and chosen[token.i][0] >= chance):
                continue
            if role == "actor" and not cast.is_actor(token):
                continue
            way = " ".join(path(trigger.token, token))
            chosen[token.i] = (chance, role, token, Reason(f"role:{role} {way} {chance:.2f}"))
    found = [chosen[i] for i in sorted(chosen)]
    actors = _parties((token for _, role, token, _ in found if role == "actor"), cast)
    acting = {party.name for party in actors}
    targets = _parties((token for _, role, token, _ in found if role == "target"), cast)
    return Roles(actors, tuple(p for p in targets if p.name not in acting), tuple(why for *_, why in found))


def _decide(trigger: Trigger, token: Token) -> tuple[RoleName | None, float]:
    weights = Weights.load("roles")
    odds = weights.probabilities(features(trigger, token, Frames.load()))
    chances = {name: float(odds[weights.classes.index(name)]) for name in ROLES}
    best = max(ROLES, key=lambda name: chances[name])
    return (best, chances[best]) if chances[best] >= THRESHOLDS[best] else (None, 0.0)


def _parties(tokens: Iterable[Token], cast: Cast) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for token in tokens:
        for party in cast.parties(token):
            found.setdefault(party.name, party)
    return tuple(found.values())


def candidates(trigger: Trigger, triggers: Mapping[int, Trigger]) -> list[Token]:
    """Heads of the noun phrases in the trigger's sentence that may bear a role, in text order.

    A modifier is one only where it stands before a noun that says an event or a means ("Israeli airstrikes").
    """
    return [t for t in trigger.token.sent if t.i != trigger.token.i and _may_bear(t, triggers)]


def _may_bear(token: Token, triggers: Mapping[int, Trigger]) -> bool:
    if token.i in triggers or token.lower_ in _RELATIVES:
        return False
    modifies = token.dep_ in _NAMING and token.head.pos_ in _PHRASE and _is_deed(token.head, triggers)
    if token.pos_ in _PHRASE:
        return modifies or token.dep_ not in _NAMING or token.dep_ in {"appos", "nmod:poss"}
    return modifies and token.pos_ == "ADJ" and token.text[0].isupper()


def _is_deed(noun: Token, triggers: Mapping[int, Trigger]) -> bool:
    return noun.i in triggers or means_at(noun) is not None


def features(trigger: Trigger, token: Token, frames: Frames) -> list[str]:
    """What is seen of `token` as a bearer of a role of `trigger`; each feature once, in a stable order."""
    return list(dict.fromkeys(_features(trigger, token, frames)))


def _features(trigger: Trigger, token: Token, frames: Frames) -> Iterator[str]:
    head, frame = trigger.token, trigger.frame
    steps = path(head, token)
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
    for role in frames.roles(frame, steps):
        yield f"frame={role}"
        yield f"frame={role}/{head.pos_}"
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
    named = any(c.pos_ == "PROPN" or c.ent_type_ for c in token.children if c.dep_ in _NAMING)
    yield f"named={named or token.pos_ == 'PROPN'}"


def path(start: Token, goal: Token) -> list[str]:
    """The way through the tree from `start` to `goal`: "^" goes up, a preposition stands after ":".

    Passive and active read alike (the passive's subject is "obj"), coordinated phrases share one place, and a
    relative clause leads to its noun as the pronoun would. Empty where the two stand in different trees.
    """
    up = [start, *clause.governors(start)]
    down = [goal, *clause.governors(goal)]
    index = {token.i: n for n, token in enumerate(up)}
    meeting = next((n for n, token in enumerate(down) if token.i in index), None)
    if meeting is None:
        return []
    rising = up[: index[down[meeting].i]]
    falling = down[:meeting]
    steps = [f"^{_upward(token)}" for token in rising if token.dep_ != "conj"]
    return steps + [_downward(token) for token in reversed(falling) if token.dep_ != "conj"]


def _upward(token: Token) -> str:
    if token.dep_.startswith("acl"):
        return f"acl:{'obj' if _described_is_object(token) else 'nsubj'}"
    case = clause.case(token) if token.dep_ in {"obl", "nmod", "obl:agent"} else ""
    return f"{_label(token)}:{case}" if case else _label(token)


def _described_is_object(verb: Token) -> bool:
    """True where the noun that the clause of `verb` describes is what the verb was done to."""
    if clause.is_passive(verb):
        return True
    own = clause.child(verb, *clause.SUBJECTS)
    return own is not None and own.lower_ not in _RELATIVES


def _downward(token: Token) -> str:
    if token.dep_ in {"obl", "nmod", "obl:agent"}:
        case = clause.case(token)
        return f"P:{case}" if case else token.dep_
    return _label(token)


def _label(token: Token) -> str:
    return "obj" if token.dep_ == "nsubj:pass" else token.dep_
