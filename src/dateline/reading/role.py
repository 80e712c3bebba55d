"""Roles: which noun phrases of a sentence did what a trigger says, and to whom it was done.

A table of frames says where roles usually stand; weights learned from annotated reports decide in context.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from dateline.model import Party, Reason
from dateline.reading import clause
from dateline.reading.bearing import Phrase, Scene, can_act
from dateline.reading.blamed import blamed
from dateline.reading.bystander import Bystanders, accused, is_epithet, leader, opposed
from dateline.reading.evident import evident_role, kind_of_thing
from dateline.reading.weights import Weights

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Token
    from dateline.reading.mention import Mention
    from dateline.reading.trigger import Trigger

RoleName = Literal["actor", "target"]
ROLES: tuple[RoleName, ...] = get_args(RoleName)
SURE: dict[RoleName, float] = {"actor": 0.5, "target": 0.5}
"""Probability at which a phrase bears a role, whoever else does; chosen on annotated reports."""
LEAST: dict[RoleName, float] = {"actor": 0.4, "target": 0.3}
"""Least probability of the only bearer of a role; chosen on annotated reports, see docs/models/events.md."""


_PREMISES = frozenset({"office", "headquarters"})
_MEMBERS = frozenset(
    {"militant", "terrorist", "insurgent", "jihadist", "extremist", "unit", "cell", "element"}
)
_MOVES = frozenset({"MOBILIZE", "RETREAT"})
_SUCH_AS = frozenset({"including", "like", "such as"})
_NAMED = frozenset({"person", "organisation"})
_FORCES = frozenset({"body", "fighter", "group"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Who did it and to whom, and the way through the sentence by which each phrase was found."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    why: tuple[Reason, ...]


def find_roles(
    mention: Mention,
    triggers: Mapping[int, Trigger],
    cast: Cast,
    bystanders: Bystanders,
    victims: Sequence[Token] = (),
) -> Roles:
    """The roles that the triggers of `mention` give to the phrases of its sentence.

    A phrase bears the role that its likeliest trigger gives it; an actor must be somebody who can act, and
    who is blamed for the event acts. A role that nobody bears for certain goes to its likeliest bearer, if
    there is one; a place that speaks for itself is not doubted (see `evident.py`). Those who only tell of
    the event bear none (see `bystander.py`). Somebody who was hit, or the `victims` whose number is told, are
    targets before things; of things then only those that can be destroyed are ("a truck", no "positions").
    """
    likely = chances(mention, triggers, cast, bystanders)
    borne = {role: bearers(likely, role) for role in ROLES}
    borne["actor"] = [c for c in borne["actor"] if not _is_rather_hit(c, borne["target"], cast)]
    sent = _sent(mention.best, cast)
    actors = _doers(borne["actor"], sent, cast)
    struck = [c.token for c in borne["target"] if c.token != sent]
    things = [token for token in struck if kind_of_thing(token) and not can_act(token, cast)]
    hit = [_meant(token, cast) for token in struck]
    hit = [*([token for token in hit if can_act(token, cast)] or victims), *things] or hit
    acting = {party.name for party in actors}
    targets = tuple(party for party in _parties(hit, cast) if party.name not in acting)
    return Roles(actors, targets, tuple(c.reason for role in ROLES for c in borne[role]))


def _doers(borne: Iterable[Chance], sent: Token | None, cast: Cast) -> tuple[Party, ...]:
    """Who acts; a person who moves the forces `sent` acts for their state, which acts too."""
    actors = _parties((_meant(chance.token, cast) for chance in borne), cast)
    if sent is None or not any(party.schema == "Person" for party in actors):
        return actors
    return actors + tuple(party for party in _states_of(sent, cast) if party not in actors)


def _sent(trigger: Trigger, cast: Cast) -> Token | None:
    """The forces that somebody sends or calls back ("decided to withdraw *US troops*"): no target of that."""
    moved = clause.child(trigger.token, "obj", "nsubj:pass") if trigger.type in _MOVES else None
    return moved if moved is not None and cast.sort(moved) in _FORCES else None


def _states_of(forces: Token, cast: Cast) -> Iterator[Party]:
    """The states whose forces they are."""
    for part in forces.lefts:
        if part.dep_ in {"amod", "compound", "nmod:poss"} and cast.sort(part) == "state":
            yield from cast.parties(part)


def _is_rather_hit(acting: Chance, hit: Iterable[Chance], cast: Cast) -> bool:
    """True where other words for that party are likelier to be hit: "he filmed police beating him"."""
    names = {party.name for party in cast.parties(acting.token)}
    return any(
        chance.value > acting.value and names == {party.name for party in cast.parties(chance.token)}
        for chance in hit
    )


def bearers(likely: Iterable[Chance], role: RoleName) -> list[Chance]:
    """Those of `likely` that bear `role`: all that are sure, else the best if it is likely enough."""
    rivals = [chance for chance in likely if chance.role == role]
    sure = [chance for chance in rivals if chance.value >= SURE[role]]
    best = max(rivals, key=lambda chance: chance.value, default=None)
    return _once(sure or ([best] if best and best.value >= LEAST[role] else []))


def _once(chances: list[Chance]) -> list[Chance]:
    """`chances` without the epithets and owners of phrases that are among them."""
    heads = {chance.token.i for chance in chances}
    return [c for c in chances if not (_says_again(c.token) and c.token.head.i in heads)]


def _says_again(word: Token) -> bool:
    """True for "Iran" in "Iran's forces", and for an epithet."""
    return word.dep_ == "nmod:poss" or is_epithet(word)


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely the phrase that `token` heads bears `role` of `trigger`."""

    trigger: Trigger
    token: Token
    role: RoleName
    value: float

    @property
    def way(self) -> str:
        """The way through the tree from the trigger to the phrase."""
        return " ".join(clause.path(self.trigger.token, self.token))

    @property
    def reason(self) -> Reason:
        """Why the phrase bears its role, if it does."""
        return Reason(f"role:{self.role} {self.way} {self.value:.2f}")


def chances(
    mention: Mention, triggers: Mapping[int, Trigger], cast: Cast, bystanders: Bystanders
) -> list[Chance]:
    """The likeliest role of every phrase of the sentence, in text order."""
    found = dict[int, Chance]()
    for trigger in mention.triggers:
        scene = Scene(trigger, triggers, cast)
        for phrase in scene.phrases:
            token = phrase.token
            if bystanders.bears_nothing(trigger, token):
                continue
            for chance in _of_phrase(scene, phrase, bystanders):
                known = found.get(token.i)
                if known is None or known.value < chance.value:
                    found[token.i] = chance
    return [found[i] for i in sorted(found)]


def _of_phrase(scene: Scene, phrase: Phrase, bystanders: Bystanders) -> Iterator[Chance]:
    weights, trigger, token = Weights.load("roles"), scene.trigger, phrase.token
    if _does_it(trigger.token, phrase):
        yield Chance(trigger, token, "actor", 1.0)
        return
    if phrase.acts and token == opposed(trigger.token):
        yield Chance(trigger, token, "target", 1.0)
        return
    odds, evident = weights.probabilities(scene.features(phrase)), evident_role(trigger, phrase)
    for role in ROLES:
        if role == "target" or (phrase.acts and not bystanders.never_acts(trigger, token)):
            value = float(odds[weights.classes.index(role)])
            yield Chance(trigger, token, role, max(value, SURE[role]) if role == evident else value)


def _does_it(deed: Token, phrase: Phrase) -> bool:
    """True where other words of the sentence name the phrase as the doer of `deed`, alone or with others."""
    if phrase.token in (accused(deed), leader(deed)):
        return True
    named = [doer for doer in (accused(deed), blamed(deed)) if doer is not None]
    return phrase.acts and any(phrase.token in clause.conjuncts(doer) for doer in named)


def _parties(tokens: Iterable[Token], cast: Cast) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    chosen = {part.i: part for token in tokens for part in (token, *_examples(token, cast))}
    for token in chosen.values():
        joined = (t for t in clause.conjuncts(token) if t.i not in chosen)
        others = [t for t in joined if is_epithet(t) or can_act(token, cast) > can_act(t, cast)]
        for party in cast.parties(token):
            if not any(party.span.start <= t.idx < party.span.end for t in others):
                found.setdefault(party.name, party)
    return tuple(party for party in found.values() if not _is_within_another(party, found.values()))


def _examples(token: Token, cast: Cast) -> Iterator[Token]:
    """Who is named as one of them: "senators, including *Ivo Brandt*", "militias like *Hezbollah*"."""
    for part in token.rights:
        if part.dep_ == "nmod" and clause.case(part) in _SUCH_AS:
            named = (one for one in clause.conjuncts(part) if one.pos_ == "PROPN")
            yield from (one for one in named if cast.sort(one) in _NAMED)


def _is_within_another(party: Party, others: Iterable[Party]) -> bool:
    """True for "Iran" beside "Iran's forces", "guards" beside "soldiers and guards": told with the whole."""
    return any(other.span != party.span and other.span.contains(party.span) for other in others)


def _meant(token: Token, cast: Cast) -> Token:
    """The head of whom the phrase of `token` comes down to: whose thing it is ("the newspaper's offices"),
    or which group's ("Taliban positions", "Taliban militants"); else `token` itself."""
    owner = clause.child(token, "nmod:poss")
    owned = cast.sort(token) == "thing" or token.lemma_.lower() in _PREMISES
    if owned and owner is not None and cast.is_actor(owner):
        return owner
    if cast.sort(token) == "thing" or token.lemma_.lower() in _MEMBERS:
        for part in token.lefts:
            if part.dep_ in {"compound", "amod"} and cast.sort(part) == "organisation":
                return part
    return token
