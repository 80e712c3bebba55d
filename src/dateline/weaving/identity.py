"""Identity: parties that people hold for one actor, or for two, whatever the registry and the names say."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.grounding.who.current import current
from dateline.model import Claim, Decision, EventClaim, FigureClaim, Party, RelationClaim, Speaker
from dateline.model.ids import content_id
from dateline.weaving.bond import Bond, Bonds
from dateline.weaving.facet import fold


class Identities:
    """What same_actor and other_actor decisions say of the parties of a set of claims.

    A name in a decision means a registry id, or every party of that name, whatever its case and accents. Whom
    people hold for another one than the registry or the name says, and whom the registry does not hold, gets
    an id made from the name ("a-..."). That two are others outweighs that they are the same. That one name is
    another actor's in each report parts those whom nothing but the name brings together.
    """

    def __init__(self, claims: Iterable[Claim], decisions: Iterable[Decision]) -> None:
        """`decisions` are those that hold, in the order they were made; others than of actors are ignored."""
        chosen = [d for d in decisions if d.names]
        self._ids: set[str] = set()
        self._keys = self._found(claims, {name for d in chosen for name in d.names})
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for decision in chosen:
            for key in {key for name in decision.names for key in self._keys[name]}:
                self._by_key[key].append(decision.id)
        self._own: dict[tuple[str, str], str] = {}
        self._by_report: set[str] = set()
        for decision in chosen:
            if decision.kind == "other_actor":
                self._separate(decision)
        self._one = self._united(chosen)

    def rename(self, party: Party) -> Party:
        """`party` with the id that people's decisions give it."""
        key = _key(party)
        own = self._own.get((fold(party.name), key))
        if own is None and key in self._by_report:
            own = content_id("a", key, party.span.report)
        actor = self._one.get(own or key, own or party.actor)
        return party if actor == party.actor else replace(party, actor=actor)

    def unknown(self, decision: Decision) -> list[str]:
        """The names of `decision` that nobody bears."""
        return [name for name in decision.names if not self._keys[name]]

    def are_one(self, decision: Decision) -> bool:
        """True when all whom `decision` names have one id."""
        return all(self._one.get(a, a) == self._one.get(b, b) for a, b in self._pairs(decision))

    def about(self, claim: Claim) -> list[str]:
        """The ids of the decisions about somebody in `claim`, as the reports name them."""
        return [id_ for party in parties_of(claim) for id_ in self._by_key.get(_key(party), ())]

    def _found(self, claims: Iterable[Claim], names: set[str]) -> dict[str, list[str]]:
        """For each name the keys of the parties that bear it."""
        keys: dict[str, set[str]] = defaultdict(set)
        if names:
            for party in (p for claim in claims for p in parties_of(claim)):
                keys[fold(party.name)].add(_key(party))
                if party.actor:
                    keys[party.actor].add(party.actor)
                    self._ids.add(party.actor)
        for name in names:
            if name not in self._ids and fold(name) not in keys and name in current():
                self._ids.add(name)
                keys[name].add(name)
        return {n: sorted(keys[n] if n in self._ids else keys.get(fold(n), ())) for n in sorted(names)}

    def _separate(self, decision: Decision) -> None:
        """Give an id of its own to a name whose parties share an id with another one, or have none."""
        if len(decision.names) == 1:
            self._by_report.update(key for key in self._keys[decision.names[0]] if key not in self._ids)
            return
        taken: set[str] = set()
        # Who is named by a registry id keeps it; it is the names that go their own way.
        for name in sorted(decision.names, key=lambda n: n not in self._ids):
            for key in self._keys[name]:
                if name not in self._ids and (key in taken or key not in self._ids):
                    self._own[fold(name), key] = content_id("a", fold(name))
            taken.update(self._keys[name])

    def _united(self, decisions: Sequence[Decision]) -> dict[str, str]:
        """For each key of somebody who is one with another: the id of both."""
        apart = [pair for d in decisions if d.kind == "other_actor" for pair in self._pairs(d)]
        same = [pair for d in decisions if d.kind == "same_actor" for pair in self._pairs(d)]
        bonds = Bonds((Bond(one, other, "") for one, other in same), apart)
        groups: dict[str, list[str]] = defaultdict(list)
        for key in dict.fromkeys(key for pair in same for key in pair):
            groups[bonds.root(key)].append(key)
        ids = self._ids | set(self._own.values())
        united: dict[str, str] = {}
        for keys in groups.values():
            id_ = next((key for key in keys if key in ids), None) or content_id("a", keys[0])
            united.update((key, id_) for key in keys if len(keys) > 1)
        return united

    def _pairs(self, decision: Decision) -> Iterator[tuple[str, str]]:
        """The pairs of keys that `decision` is about, after the names went their own ways."""
        borne = [[self._own.get((fold(n), key), key) for key in self._keys[n]] for n in decision.names]
        for one, other in combinations(borne, 2):
            yield from ((a, b) for a in one for b in other if a != b)


def borne_by(name: str, claims: Iterable[Claim]) -> bool:
    """True when somebody in `claims` bears `name`, or it is a registry id."""
    wanted = fold(name)
    parties = (party for claim in claims for party in parties_of(claim))
    return any(party.actor == name or fold(party.name) == wanted for party in parties) or name in current()


def borne_without_id(name: str, claims: Iterable[Claim]) -> bool:
    """True when somebody in `claims` bears `name` whom the registry doesn't know."""
    wanted = fold(name)
    parties = (party for claim in claims for party in parties_of(claim))
    return any(party.actor is None and fold(party.name) == wanted for party in parties)


def parties_of(claim: Claim) -> Iterator[Party]:
    """Everybody in a claim."""
    match claim:
        case EventClaim():
            yield from (*claim.actors, *claim.targets, *claim.claimed_by, *claim.denied_by)
        case RelationClaim():
            yield from (claim.source, claim.target)
        case FigureClaim():
            yield from (claim.by,) if claim.by else ()
    yield from (speaker.party for speaker in claim.speakers)


def renamed(claim: Claim, rename: Callable[[Party], Party]) -> Claim:
    """`claim` with everybody in it after `rename`; itself where that changes nobody."""
    if all(rename(party) is party for party in parties_of(claim)):
        return claim
    speakers = tuple(Speaker(rename(s.party), s.cue, s.anonymous) for s in claim.speakers)
    match claim:
        case EventClaim():
            return replace(
                claim,
                actors=tuple(map(rename, claim.actors)),
                targets=tuple(map(rename, claim.targets)),
                claimed_by=tuple(map(rename, claim.claimed_by)),
                denied_by=tuple(map(rename, claim.denied_by)),
                speakers=speakers,
            )
        case RelationClaim():
            source, target = rename(claim.source), rename(claim.target)
            return replace(claim, source=source, target=target, speakers=speakers)
        case FigureClaim():
            return replace(claim, by=rename(claim.by) if claim.by else None, speakers=speakers)


def _key(party: Party) -> str:
    return party.actor or fold(party.name)
