"""Referents: whom a report names, each with all its mentions and the fullest name that the report gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.grounding.who.actor import Actor
from dateline.grounding.who.lexicon import PERSONS, Lexicon
from dateline.grounding.who.names import PLACED, NameMention
from dateline.grounding.who.registry import Link, Registry
from dateline.grounding.who.spelling import differ, fold, initials

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ACRONYM = re.compile(r"[A-Z][A-Za-z&.\-]{0,9}")
_GENERIC = frozenset("group movement organization organisation network the party".split())


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


def gather(doc: Doc, mentions: Iterable[NameMention], registry: Registry, date: str | None) -> list[Referent]:
    """The referents of a report in order of their first mention; every mention belongs to exactly one."""
    mentions = list(mentions)
    context = _context(mentions, registry, date)
    referents = _by_name(mentions, registry, context, date)
    _join_acronyms(doc, referents)
    _join_short_names(referents)
    for referent in referents:
        referent.mentions.sort(key=lambda mention: mention.start)
        referent.name = _fullest(referent)
        _add_titles(doc, referent, registry)
    return sorted(referents, key=lambda referent: referent.mentions[0].start)


def _context(mentions: list[NameMention], registry: Registry, date: str | None) -> frozenset[str]:
    """The ids of actors and states that the report names beyond doubt."""
    sure: set[str] = set()
    for text in dict.fromkeys(mention.text for mention in mentions):
        link = registry.link(text, date=date)
        if link.actor is not None and link.rule == "exact":
            sure |= {link.actor.id, *link.actor.country}
        sure.update(registry.states_of(fold(text)), registry.nationals_of(fold(text)))
        seat = registry.seat_of(fold(text))
        if seat:
            sure.add(seat)
    return frozenset(sure)


def _by_name(
    mentions: list[NameMention], registry: Registry, context: frozenset[str], date: str | None
) -> list[Referent]:
    """Mentions of one registry actor, or of one spelling, are one referent."""
    referents: dict[str, Referent] = {}
    for mention in mentions:
        link = _link(mention, registry, context, date)
        key = f"@{link.actor.id}" if link.actor else fold(mention.text)
        kind = _kind(mention, link)
        referent = referents.setdefault(key, Referent(kind, link, []))
        referent.kind = kind if referent.kind == "unknown" else referent.kind
        referent.mentions.append(mention)
    return list(referents.values())


def _link(mention: NameMention, registry: Registry, context: frozenset[str], date: str | None) -> Link:
    """The registry's answer; none where the model takes the mention for a people or a place."""
    if mention.label == "NORP":
        return Link((), "")
    link = registry.link(mention.text, context, date)
    return Link((), "") if link.actor and _is_another(link.actor, link.rule, mention, registry) else link


def _is_another(actor: Actor, rule: str, mention: NameMention, registry: Registry) -> bool:
    """True where a place is no person after all, or "Turkish" stands before a Lebanese group's name."""
    if actor.kind == "person":
        return rule != "exact" and mention.label in ("GPE", "LOC", "FAC")
    states = registry.states_of(fold(mention.before))
    groups = actor.kind in ("armed group", "party") and actor.country
    return bool(states and groups) and not set(states) & set(actor.country)


def _kind(mention: NameMention, link: Link) -> str:
    if link.actors:
        kind = link.actors[0].kind
        return kind if kind in ("person", "state") else "organisation"
    if mention.label == "NORP":
        return "people"
    if mention.label in ("GPE", "LOC", "FAC"):
        return "place"
    return {"PERSON": "person", "ORG": "organisation"}.get(mention.label or "", "unknown")


def _join_acronyms(doc: Doc, referents: list[Referent]) -> None:
    """Acronyms to names: "Syrian Democratic Forces (SDF)", and letters that only one full name has."""
    owner = {mention.start: r for r in referents for mention in r.mentions}
    ends = {mention.end: r for r in referents for mention in r.mentions}
    for short in list(referents):
        for mention in short.mentions:
            opened = mention.start - 1
            if opened > 0 and doc[opened].text == "(" and opened in ends and mention.end < len(doc):
                full = ends[opened]
                if doc[mention.end].text in (")", ",", ";") and _may_define(full, short, mention.text):
                    _absorb(
                        referents, owner[full.mentions[0].start] if full not in referents else full, short
                    )
                    break
    for short in [r for r in referents if r.mentions[0].text.isupper() and len(r.mentions[0].text) > 1]:
        letters = short.mentions[0].text.replace(".", "")
        spelled = [
            r for r in referents if r is not short and any(_spells(m.text, letters) for m in r.mentions)
        ]
        if len(spelled) == 1 and _compatible(spelled[0], short):
            _absorb(referents, spelled[0], short)


def _may_define(full: Referent, short: Referent, text: str) -> bool:
    """True where the capitals in brackets ("SDF") come from the name before them."""
    if full is short or not _ACRONYM.fullmatch(text):
        return False
    if any(_spells(mention.text, text.replace(".", "")) for mention in full.mentions):
        return True
    if not _compatible(full, short):
        return False
    capitals = [letter for letter in text if letter.isupper()]
    spelled = fold(full.mentions[0].text).upper()
    return (
        len(capitals) > 1
        and capitals[0] in (spelled[:1], initials(spelled)[:1])
        and all(c in spelled for c in capitals)
    )


def _spells(name: str, letters: str) -> bool:
    return len(letters) > 1 and " " in name and initials(name) == letters.upper()


def _compatible(one: Referent, other: Referent) -> bool:
    """The registry doesn't hold the two apart, and they are not of different sorts."""
    if one.link.actors and other.link.actors:
        return bool({a.id for a in one.link.actors} & {a.id for a in other.link.actors})
    sorts = {one.kind, other.kind} - {"unknown"}
    return len(sorts) < 2 and "state" not in sorts


def _join_short_names(referents: list[Referent]) -> None:
    """ "Afrin" after "Adnan Afrin", "the Observatory" after "Syrian Observatory for Human Rights"."""
    for short in sorted(referents, key=lambda r: (len(_words(r)), r.mentions[0].start)):
        full = [r for r in referents if r is not short and _shortens(short, r)]
        chosen = _only(full) or _nearest_before(short, full)
        if chosen is not None:
            _absorb(referents, chosen, short)


def _shortens(short: Referent, full: Referent) -> bool:
    words, longer = _words(short), _words(full)
    if short.link.actors or not 0 < len(words) < len(longer):
        return False
    mistaken = full.kind == "person" and _may_be_person(short)
    mistaken |= short.kind == "person" and full.kind == "place"
    if not mistaken and not _compatible(full, short):
        return False
    if full.kind == "person":
        return longer[-len(words) :] == words or (words == longer[:1] and len(words[0]) > 1)
    if short.kind == "person" and full.kind in ("place", "unknown") and _may_be_person(full):
        return not full.link.actors and longer[-len(words) :] == words
    if full.kind not in ("organisation", "unknown") or short.kind == "person":
        return False
    if full.kind == "unknown" or differ(" ".join(words), " ".join(longer)) == "number":
        return False
    return (longer[: len(words)] == words and set(longer[len(words) :]) <= _GENERIC) or _is_head_of(
        words, longer
    )


def _may_be_person(referent: Referent) -> bool:
    """True for what the model may take wrongly for an organisation, or for a place that nothing is in."""
    if referent.kind == "place":
        return not any(mention.before in PLACED for mention in referent.mentions)
    return referent.kind in ("organisation", "people", "unknown")


def _is_head_of(words: list[str], longer: list[str]) -> bool:
    """ "Observatory" for "Syrian Observatory for Human Rights": the capitalised head noun alone."""
    return len(words) == 1 and words[0] in longer[:-1] and (Lexicon.shipped().noun(words[0]) is not None)


def _words(referent: Referent) -> list[str]:
    return fold(max((m.text for m in referent.mentions), key=len)).split()


def _only(referents: list[Referent]) -> Referent | None:
    return referents[0] if len(referents) == 1 else None


def _nearest_before(short: Referent, full: list[Referent]) -> Referent | None:
    """Of several persons of one surname, the one named last before the short name first stands."""
    first = short.mentions[0].start
    before = [
        (m.start, i) for i, r in enumerate(full) for m in r.mentions if m.start < first and r.kind == "person"
    ]
    return full[max(before)[1]] if before else None


def _absorb(referents: list[Referent], full: Referent, short: Referent) -> None:
    full.mentions.extend(short.mentions)
    if not full.link.actors:
        full.link = short.link
    if full.kind == "unknown" or (full.kind == "place" and short.kind == "person"):
        full.kind = short.kind
    referents.remove(short)


def _fullest(referent: Referent) -> str:
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


def _add_titles(doc: Doc, referent: Referent, registry: Registry) -> None:
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
