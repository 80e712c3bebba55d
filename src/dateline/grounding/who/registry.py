"""Registry: who is who. It gives ids to names; it never gives a report a name that it doesn't have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from dateline.grounding.who.actor import Actor, Name, actor_of
from dateline.grounding.who.lexicon import Lexicon
from dateline.grounding.who.name_table import NameTable
from dateline.grounding.who.rows import ActorRow, BadRow, read_rows
from dateline.grounding.who.spelling import differ, fold, skeleton
from dateline.grounding.who.states import State, read_states, state_rows

_LONGEST_STATE = 3  # words that name a state before the rest of a name
_FEWEST_SOUNDS = 4  # shorter skeletons tell no name from another


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a name may stand for. One: linked. Several: ambiguous, and left so. None: not in the registry.

    `rule`: "exact", "organ" (adjective and organ: "Iraqi army"), "skeleton" (a transliteration) or "".
    """

    actors: tuple[Actor, ...]
    rule: str

    @property
    def actor(self) -> Actor | None:
        """The one actor, or None."""
        return self.actors[0] if len(self.actors) == 1 else None


_NIL = Link((), "")


class Registry:
    """Actors by id and by name. `rejected` are the rows that were not taken, with file, line and reason."""

    version = ""
    """Of the files on top of what is shipped: other content, another version; empty where there are none."""

    def __init__(
        self, rows: Iterable[ActorRow], states: Iterable[State] = (), rejected: Iterable[BadRow] = ()
    ) -> None:
        self._states = tuple(states)
        grouped: defaultdict[str, list[ActorRow]] = defaultdict(list)
        for row in (*rows, *state_rows(self._states)):
            grouped[row.id].append(row)
        nameless = [key for key, same in grouped.items() if not any(row.name for row in same)]
        self._rows = {key: same for key, same in grouped.items() if key not in set(nameless)}
        self._actors: dict[str, Actor] = {}
        self._table = NameTable(self._rows)
        faults = (BadRow("registry", 0, f"actor {key!r} has no name") for key in nameless)
        self.rejected = (*rejected, *faults)

    @classmethod
    def load(cls, *paths: Path) -> Registry:
        """The shipped registry and the user's files on top; `version` tells these files by their content.

        A row whose id is known adds its names, ties and `not` to that actor. A malformed row is listed in
        `rejected` and the rest is taken. Raises OSError where a file can't be read.
        """
        rows: list[ActorRow] = []
        rejected: list[BadRow] = []
        content = sha256()
        for path in (files(__package__).joinpath("data/actors.jsonl"), *paths):
            data = path.read_bytes()
            for row in read_rows(str(path) if isinstance(path, Path) else path.name, data.split(b"\n")):
                rows.append(row) if isinstance(row, ActorRow) else rejected.append(row)
            if isinstance(path, Path):
                content.update(sha256(data).digest())
        loaded = cls(rows, read_states(), rejected)
        loaded.version = content.hexdigest()[:12] if paths else ""
        return loaded

    def __getitem__(self, id: str) -> Actor:
        if id not in self._actors:  # actors are made when somebody asks: few of a large registry ever are
            self._actors[id] = actor_of(self._rows[id])
        return self._actors[id]

    def __contains__(self, id: object) -> bool:
        return id in self._rows

    def __iter__(self) -> Iterator[Actor]:
        return (self[key] for key in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def link(self, text: str, context: frozenset[str] = frozenset(), date: str | None = None) -> Link:
        """Whom the name `text` stands for in a report of ISO `date` whose other actors are `context` (ids).

        Exact names first (case counts for acronyms), then adjective and organ, then other transliterations.
        Likeness alone never decides: numbers, compass words, head nouns and `not` lists keep names apart.
        """
        organ = self.organ_of(text)
        exact = self._exact(text, context, date)
        if exact is not None and (organ is None or _spelled(exact, text)):
            return exact
        if organ is not None:
            return Link((organ,), "organ")
        return self._of_its_state(text, context, date) or self._resembling(text)

    def _of_its_state(self, text: str, context: frozenset[str], date: str | None) -> Link | None:
        """Whom "U.S. Central Intelligence Agency" names: an actor of that very state, by the rest."""
        words = text.split()
        for length in range(1, min(_LONGEST_STATE, len(words) - 1) + 1):
            states = self.states_of(fold(" ".join(words[:length])))
            link = self._exact(" ".join(words[length:]), context | set(states), date) if states else None
            if link is not None and link.actor is not None and set(states) & set(link.actor.country):
                return link
        return None

    def _exact(self, text: str, context: frozenset[str], date: str | None) -> Link | None:
        named = [(a, name) for a, name in self.named(text) if _same_case(name, text) and name.holds(date)]
        if not named:
            return None
        free = _unique(actor for actor, name in named if not name.needs_context)
        near = _unique(actor for actor, _ in named if _supported(actor, context))
        if len(near) == 1 and (not free or near[0] in free):
            return Link(near, "exact")
        chosen = free or near
        return Link(chosen, "exact") if chosen else _NIL

    def _resembling(self, text: str) -> Link:
        key = skeleton(text)
        if len(key.replace(" ", "")) < _FEWEST_SOUNDS or not text[:1].isupper():
            return _NIL
        alike = _unique(
            self[who] for who, name in self._table.by_skeleton.get(key, ()) if not differ(name, text)
        )
        if len(alike) != 1 or self._speaks_of_another(text, alike[0]):
            return _NIL
        return Link(alike, "skeleton")

    def _speaks_of_another(self, text: str, actor: Actor) -> bool:
        """True where a word of `text` names one of `actor.unlike` and not the actor."""
        strange = set(fold(text).split()) - _words_of(actor)
        return any(strange & _words_of(self[other]) for other in actor.unlike if other in self)

    def kind_of(self, text: str) -> str | None:
        """The kind of the first actor that has exactly this name, "people" for a demonym, or None."""
        folded = fold(text)
        kind = next((actor.kind for actor, name in self.named(text) if _same_case(name, text)), None)
        demonym = text[:1].isupper() and (folded in self._by_adjective or folded in self._by_people)
        return kind or ("people" if demonym else None)

    def organ_of(self, text: str) -> Actor | None:
        """The organ of a state that an adjective and a noun name ("Iraqi army", "US troops"), or None."""
        words = fold(text).split()
        for length in (3, 2, 1):
            states = self.states_of(" ".join(words[:length])) if len(words) > length else ()
            if len(states) == 1 and _may_stand_between(words[length:-1]):
                organ = Lexicon.shipped().organs.get(words[-1])
                return self[f"{states[0]}-{organ}"] if organ else None
        return None

    def states_of(self, adjective: str) -> tuple[str, ...]:
        """The ids of the states that a folded adjective or name points to; "congolese" points to two."""
        return self._by_adjective.get(adjective, ())

    def adjective_of(self, actor: str | None) -> str | None:
        """The adjective of the state with this id ("Iranian"), None for any other actor."""
        return self._adjectives.get(actor) if actor else None

    def nationals_of(self, noun: str) -> tuple[str, ...]:
        """The ids of the states whose nationals a (folded) noun names: "iranians"."""
        return self._by_people.get(noun, ())

    def seat_of(self, place: str) -> str | None:
        """The id of the state whose government a (folded) place stands for in news: "moscow"."""
        return self._by_seat.get(place)

    def holders(self, post: str, target: str, date: str | None) -> tuple[Actor, ...]:
        """Who may hold that post of actor `target` on an ISO date; without a date, nobody."""
        if date is None:
            return ()
        held = (self[key] for key in self._table.by_post.get((post, target), ()))
        return _unique(
            actor
            for actor in held
            if any((r.post, r.target) == (post, target) and r.holds(date) for r in actor.roles)
        )

    def leaders(self, target: str, date: str | None) -> tuple[Actor, ...]:
        """Who may lead actor `target` on an ISO date; without a date, all who ever did."""
        return tuple(
            leader
            for leader in (self[key] for key in self._table.by_led.get(target, ()))
            if any((r.type, r.target) == ("leads", target) and r.holds(date) for r in leader.roles)
        )

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this folded word; 0: none does."""
        return self._longest.get(word, 0)

    def of_item(self, item: str) -> Actor | None:
        """The actor that is this item of Wikidata, or None."""
        return self[self._table.by_item[item]] if item in self._table.by_item else None

    @property
    def folded_names(self) -> Iterable[str]:
        """Every name, folded, each once."""
        return self._table.by_name.keys()

    def named(self, text: str) -> list[tuple[Actor, Name]]:
        """Every actor with each of its names that is `text`, apart from case, accents and marks."""
        folded = fold(text)
        actors = [self[key] for key in self._table.by_name.get(folded, ())]
        return [(actor, name) for actor in actors for name in actor.names if fold(name.text) == folded]

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        longest: defaultdict[str, int] = defaultdict(int)
        for key in (*self._table.by_name, *self._by_adjective, *self._by_people):
            words = key.split()
            if words:
                longest[words[0]] = max(longest[words[0]], len(words))
        return longest

    @cached_property
    def _by_adjective(self) -> Mapping[str, tuple[str, ...]]:
        pairs = [(fold(word), s.id) for s in self._states for word in (s.name, *s.other_names, *s.adjectives)]
        return _grouped(pairs)

    @cached_property
    def _adjectives(self) -> Mapping[str, str]:
        return {state.id: state.adjectives[0] for state in self._states if state.adjectives}

    @cached_property
    def _by_people(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((fold(word), state.id) for state in self._states for word in state.people)

    @cached_property
    def _by_seat(self) -> Mapping[str, str]:
        return {fold(seat): state.id for state in self._states for seat in state.seats}


@cache
def shipped() -> Registry:
    """The registry as shipped, loaded once."""
    return Registry.load()


def _unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in actors}.values())


def _words_of(actor: Actor) -> set[str]:
    return {word for name in actor.names for word in fold(name.text).split()}


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    index: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        index[key][value] = None
    return {key: tuple(values) for key, values in index.items()}


def _spelled(link: Link, text: str) -> bool:
    """True where a name has the very letters: "Lebanese forces" are not the party Lebanese Forces."""
    return any(name.text == text for actor in link.actors for name in actor.names)


def _supported(actor: Actor, context: frozenset[str]) -> bool:
    return actor.id in context or not context.isdisjoint(actor.tied)


def _same_case(name: Name, text: str) -> bool:
    """An acronym is written in capitals; any other name has at least one capital, unless it never has."""
    if name.kind == "acronym":
        return text.replace("the ", "").isupper() or text == name.text
    return text != text.lower() or name.text == name.text.lower()


def _may_stand_between(words: list[str]) -> bool:
    return Lexicon.shipped().between.issuperset(words)
