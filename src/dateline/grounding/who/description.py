"""Descriptions: which earlier words a definite description ("the minister", "the army") stands for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.grounding.who.index import Named, NameIndex
from dateline.grounding.who.lexicon import Lexicon
from dateline.grounding.who.names import NameMention
from dateline.grounding.who.phrase import is_subject, possessor, sentence_numbers
from dateline.grounding.who.referent import Referent
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.spelling import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = dict.fromkeys("group militia faction gang cartel network insurgency outfit".split(), "armed group")
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
        titled = role.lemma_.lower() in referent.titles
        if titled and not (states and referent.states and states.isdisjoint(referent.states)):
            return True
        actor = referent.link.actor
        if actor is None or not states or self._published is None:
            return False
        held = [r.post for r in actor.roles if r.target in states and r.holds(self._published)]
        return any(post is not None and post.split()[-1] == role.lower_ for post in held)

    def _states(self, role: Token) -> frozenset[str]:
        """The states that a role's adjective or owner tells ("the US president", "Turkey's president")."""
        start = self._names.extent(role)[0]
        owner = possessor(role)
        words = [token.text for token in self._doc[start : role.i]] + ([owner.text] if owner else [])
        return frozenset(state for word in words for state in self._registry.states_of(fold(word)))

    def organisation(self, noun: Token, kind: str) -> Named | None:
        """The last organisation or state (`kind`) that "the terror group" or "the country" can mean.

        It is named in one of the last sentences; subjects first.
        """
        start = self._names.extent(noun)[0]
        if not all(token.lower_ in self._lexicon.generic for token in self._doc[start : noun.i]):
            return None
        here = self._sentences[noun.i]
        fits = [
            (
                self._prominence(mention) - (here - self._sentences[mention.start]),
                mention.start,
                (referent, mention),
            )
            for referent, mention in self._names.in_order
            if referent.kind == kind
            and mention.end <= noun.i
            and here - self._sentences[mention.start] <= _SENTENCES_BACK
            and self._may_mean(noun, referent)
        ]
        return max(fits, key=lambda fit: fit[:2])[2] if fits else None

    def _prominence(self, mention: NameMention) -> float:
        return 1.0 * any(is_subject(token) for token in self._doc[mention.start : mention.end])

    def _may_mean(self, noun: Token, referent: Referent) -> bool:
        """True where "the group", "the coalition", "the newspaper" can mean that organisation."""
        actor = referent.link.actor
        if actor is None or actor.kind == "state" or noun.lower_ in fold(referent.name).split():
            return True
        kind = "media" if self._lexicon.noun(noun.text, noun.lemma_) == "media" else _KINDS.get(noun.lower_)
        return actor.kind == kind or (kind is None and actor.kind in ("organisation", "party", "media"))

    def repeated(self, noun: Token) -> Token | None:
        """The last phrase of that noun with a name before it ("Iraqi army … the army"), if these agree."""
        earlier = [t for t in self._qualified if t.i < noun.i and t.lower_ == noun.lower_]
        texts = {self._names.in_full(*self._names.extent(token)) for token in earlier}
        return earlier[-1] if len(texts) == 1 else None

    @cached_property
    def _sentences(self) -> list[int]:
        return sentence_numbers(self._doc)

    @cached_property
    def _qualified(self) -> list[Token]:
        """The nouns that a name or demonym stands before."""
        nouns = (t for t in self._doc if t.pos_ == "NOUN" and t.i > 0 and self._names.covering(t.i - 1))
        return [token for token in nouns if self._names.extent(token)[0] < token.i]
