"""Referents: whom a report names, each with all its mentions and the fullest name that the report gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.grounding.who.lexicon import PERSONS, Lexicon
from dateline.grounding.who.names import NameMention
from dateline.grounding.who.registry import Link, Registry
from dateline.grounding.who.spelling import fold

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Span

_SCHEMAS = {"person": "Person", "organisation": "Organization", "state": "Country"}


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or some place that the report names. `kind`: person, state, place or organisation.

    `titles` are the lemmas of role nouns that stand with the name ("president"), `states` the ids of the
    states that stand there too ("US president").
    """

    kind: str
    link: Link
    mentions: list[NameMention]
    name: str = ""
    titles: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)

    @property
    def schema(self) -> str | None:
        """FollowTheMoney's word for what the referent is, None where that isn't known."""
        if self.link.actor:
            return self.link.actor.schema
        return _SCHEMAS.get(self.kind)

    @property
    def actor_id(self) -> str | None:
        """The registry id, None where there is none or more than one."""
        return self.link.actor.id if self.link.actor else None


def fullest_name(referent: Referent) -> str:
    """A state's own name; else the mention with most words that is no acronym."""
    actor = referent.link.actor
    if actor is not None and actor.kind == "state":
        return actor.name
    texts = list(dict.fromkeys(mention.text for mention in referent.mentions))

    def rank(text: str) -> tuple[bool, int, int]:
        letters = [c for c in text if c.isalpha()]
        shouted = " " not in text and sum(c.isupper() for c in letters) > 1
        return (not shouted, len(fold(text).split()), len(text))

    best = max(texts, key=rank)
    return " ".join(best.split())


def add_titles(doc: Doc, referent: Referent, registry: Registry) -> None:
    """The roles and states of "US President Donald Trump" and of "Naim Qassem, the group's leader"."""
    lexicon = Lexicon.shipped()
    for mention in referent.mentions:
        beside = [doc[mention.lead : mention.start], _apposition(doc, mention.end)]
        for token in (token for stretch in beside for token in stretch):
            if lexicon.noun(token.text, token.lemma_) in PERSONS:
                referent.titles.add(token.lemma_.lower())
            referent.states.update(registry.states_of(fold(token.text)))


def _apposition(doc: Doc, end: int) -> Span:
    """The words between the comma after a name and the next mark, if these are few."""
    if end >= len(doc) or doc[end].text != ",":
        return doc[end:end]
    close = next((i for i in range(end + 1, min(end + 10, len(doc))) if doc[i].is_punct), end)
    return (
        doc[end:end] if any(t.pos_ in ("VERB", "AUX") for t in doc[end + 1 : close]) else doc[end + 1 : close]
    )
