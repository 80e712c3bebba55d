"""Descriptions: which earlier words a definite description ("the minister", "the army") stands for."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.grounding.who.index import Named, NameIndex
from dateline.grounding.who.lexicon import ORGANISATIONS, Lexicon
from dateline.grounding.who.names import NameMention
from dateline.grounding.who.phrase import is_subject, possessor, sentence_numbers
from dateline.grounding.who.referent import Referent
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.spelling import fold

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

_KINDS = dict.fromkeys("group militia faction gang cartel network insurgency outfit".split(), "armed group")
_DESCRIBED = {"group": "organisation", "media": "organisation", "state": "state"}
_KINDS_OF_ROLES = frozenset(
    "prime foreign defence defense interior finance vice deputy security crown".split()
)
_APPOSITION = 8  # words
_GENERAL = frozenset(
    {*_KINDS, "group", "organisation", "organization"}
)  # the last one named, whatever its name
_SENTENCES_BACK = 4
_NEAR = 60  # tokens: of several with one title, only one who was just named is meant


class Descriptions:
    """What the descriptions of one report go back to; `published` is its ISO date or None."""

    def __init__(self, doc: Doc, names: NameIndex, registry: Registry, published: str | None) -> None:
        self._doc, self._names, self._registry, self._published = doc, names, registry, published
        self._lexicon = Lexicon.shipped()

    def person(self, role: Token) -> Named | None:
        """The person of the report who has that role: by a title beside the name, or by office on that day.

        Of several the one who was named just before; the states of role and person must not differ.
        """
        states = self._states(role)
        fits = [r for r in self._names.referents if r.kind == "person" and self._has(r, role, states)]
        before = [(m.end, r, m) for r in fits for m in r.mentions if m.end <= role.i]
        if len(fits) == 1:
            mention = max(before, key=lambda found: found[0])[2] if before else fits[0].mentions[0]
            return fits[0], mention
        near = [found for found in before if role.i - found[0] <= _NEAR]
        return max(near, key=lambda found: found[0])[1:] if near else None

    def _has(self, referent: Referent, role: Token, states: frozenset[str]) -> bool:
        titled = role.lemma_.lower() in referent.titles and self._kind_fits(referent, role)
        if titled and not (states and referent.states and states.isdisjoint(referent.states)):
            return True
        actor = referent.link.actor
        if actor is None or not states or self._published is None:
            return False
        held = [r.post for r in actor.roles if r.target in states and r.holds(self._published)]
        return any(post is not None and post.split()[-1] == role.lower_ for post in held)

    def _kind_fits(self, referent: Referent, role: Token) -> bool:
        """True unless the role is of a kind ("prime minister") that stands nowhere beside the name."""
        start = self._names.extent(role)[0]
        kinds = {token.lower_ for token in self._doc[start : role.i]} & _KINDS_OF_ROLES
        near = (self._doc[max(0, m.lead - 1) : self._end_beside(m)] for m in referent.mentions)
        beside = {token.lower_ for words in near for token in words}
        return kinds <= beside

    def _end_beside(self, mention: NameMention) -> int:
        """Where the words end that may say in apposition what the one named there is."""
        return min(mention.end + _APPOSITION, self._doc[mention.end - 1].sent.end)

    def _states(self, role: Token) -> frozenset[str]:
        """The states that a role's adjective or owner tells ("the US president", "Turkey's president")."""
        start = self._names.extent(role)[0]
        owner = possessor(role)
        words = [token.text for token in self._doc[start : role.i]] + ([owner.text] if owner else [])
        return frozenset(state for word in words for state in self._registry.states_of(fold(word)))

    def body(self, noun: Token, kind: str) -> Named | None:
        """The organisation or state that a noun of that class means: "the court", "the group"."""
        start = self._names.extent(noun)[0]
        if not all(token.lower_ in self._lexicon.generic for token in self._doc[start : noun.i]):
            return None
        if kind in ORGANISATIONS and noun.lower_ not in _GENERAL:
            fits = [named for named in self._before(noun) if noun.lower_ in _heads(named[0])]
            if fits:
                return self._namesake(noun, kind, fits)
        if kind not in _DESCRIBED:
            return None
        if noun.lower_ == "nation":  # of those who live there, not of who was just named
            return self._home(noun)
        return self._last_named(noun, _DESCRIBED[kind])

    def _namesake(self, noun: Token, kind: str, fits: list[Named]) -> Named | None:
        """The only one with that noun for a name; of several the last named, but no army of several."""
        if len({id(referent) for referent, _ in fits}) == 1:
            others = {text for text in self._told(noun) if fold(text) != fold(fits[-1][0].name)}
            return None if kind == "body" and others else fits[-1]
        recent = self._sentences[noun.i] - self._sentences[fits[-1][1].start] <= _SENTENCES_BACK
        return fits[-1] if recent and kind != "body" else None

    def _before(self, noun: Token) -> list[Named]:
        """Every name before `noun`, in text order."""
        return [named for named in self._names.in_order if named[1].end <= noun.i]

    def _last_named(self, noun: Token, kind: str) -> Named | None:
        """The one of that kind who is named in one of the last sentences, subjects first."""
        here = self._sentences[noun.i]
        fits = [
            (self._prominence(named[1]) - (here - self._sentences[named[1].start]), named[1].start, named)
            for named in self._before(noun)
            if named[0].kind == kind
            and here - self._sentences[named[1].start] <= _SENTENCES_BACK
            and self._may_mean(noun, named[0])
        ]
        if fits or kind != "state":
            return max(fits, key=lambda fit: fit[:2])[2] if fits else None
        return self._home(noun)

    def _home(self, noun: Token) -> Named | None:
        """The state that a report is about: named before, and as often as all the others together."""
        named = [(referent, mention) for referent, mention in self._before(noun) if referent.kind == "state"]
        counts = Counter(id(referent) for referent, _ in named)
        most = max(counts.values(), default=0)
        fits = [pair for pair in named if counts[id(pair[0])] == most]
        return fits[-1] if fits and 2 * most >= len(named) and len({id(r) for r, _ in fits}) == 1 else None

    def _prominence(self, mention: NameMention) -> float:
        return 1.0 * any(is_subject(token) for token in self._doc[mention.start : mention.end])

    def _may_mean(self, noun: Token, referent: Referent) -> bool:
        """True where "the group", "the coalition", "the newspaper" can mean that organisation."""
        actor, last = referent.link.actor, fold(referent.name).split()[-1:]
        if (actor is not None and actor.kind == "state") or noun.lower_ in fold(referent.name).split():
            return True
        if actor is None:
            media = {self._lexicon.noun(word) == "media" for word in (*last, noun.lower_)}
            return len(media) == 1 and self._lexicon.sites.isdisjoint(last)
        kind = "media" if self._lexicon.noun(noun.text, noun.lemma_) == "media" else _KINDS.get(noun.lower_)
        return actor.kind == kind or (kind is None and actor.kind in ("organisation", "party", "media"))

    def repeated(self, noun: Token) -> Token | None:
        """The last phrase of that noun with a name before it ("Iraqi army … the army"), if these agree."""
        earlier = [t for t in self._qualified if t.i < noun.i and t.lower_ == noun.lower_]
        return earlier[-1] if len(self._told(noun)) == 1 else None

    def introduced(self, noun: Token) -> Token | None:
        """The one phrase of that noun that brought somebody in: "a gunman with a rifle … the gunman"."""
        same = [t for t in self._doc[: noun.i] if t.pos_ == "NOUN" and t.lower_ == noun.lower_]
        first = [t for t in same if not any(c.lower_ in ("the", "this", "that") for c in t.lefts)]
        known = [t for t in first if t.dep_ != "compound" and self._names.known(t) is not None]
        return known[0] if len(known) == 1 and same[0] == known[0] else None

    def _told(self, noun: Token) -> set[str]:
        """The phrases of that noun so far that a name stands in."""
        earlier = (t for t in self._qualified if t.i < noun.i and t.lower_ == noun.lower_)
        return {self._names.in_full(*self._names.extent(token)) for token in earlier}

    @cached_property
    def _sentences(self) -> list[int]:
        return sentence_numbers(self._doc)

    @cached_property
    def _qualified(self) -> list[Token]:
        """The nouns that a name or demonym stands before."""
        nouns = (t for t in self._doc if t.pos_ == "NOUN" and t.i > 0 and self._names.covering(t.i - 1))
        return [token for token in nouns if self._names.extent(token)[0] < token.i]


def _heads(referent: Referent) -> set[str]:
    """What a name says that its bearer is: "Supreme Court of Cassation" a court, "Quds Force" a force."""
    if referent.kind in ("person", "state", "people"):
        return set()
    words = fold(referent.name).split()
    return {*words[-1:], *(before for before, word in pairwise(words) if word in ("of", "for", "in"))}
