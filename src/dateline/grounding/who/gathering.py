"""Gathering: the mentions of a report sorted by whom they name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.grounding.who.actor import Actor
from dateline.grounding.who.joining import join_acronyms, join_short_names
from dateline.grounding.who.names import NameMention
from dateline.grounding.who.referent import Referent, add_titles, fullest_name
from dateline.grounding.who.registry import Link, Registry
from dateline.grounding.who.spelling import fold

if TYPE_CHECKING:
    from dateline.language.tree import Doc

_STATE_CODE = 2  # the id of a state is its ISO 3166-1 alpha-2 code


def gather(doc: Doc, mentions: Iterable[NameMention], registry: Registry, date: str | None) -> list[Referent]:
    """The referents of a report in order of their first mention; every mention belongs to exactly one."""
    mentions = list(mentions)
    context = context_of(mentions, registry, date)
    referents = _by_name(mentions, registry, context, date)
    join_acronyms(doc, referents)
    join_short_names(referents)
    for referent in referents:
        referent.mentions.sort(key=lambda mention: mention.start)
        referent.name = fullest_name(referent)
        add_titles(doc, referent, registry)
    return sorted(referents, key=lambda referent: referent.mentions[0].start)


def context_of(mentions: list[NameMention], registry: Registry, date: str | None) -> frozenset[str]:
    """The ids of actors and states that the report names beyond doubt; a party is no proof of its state."""
    sure: set[str] = set()
    for text in dict.fromkeys(mention.text for mention in mentions):
        link = registry.link(text, date=date)
        if link.actor is not None and link.rule == "exact":
            sure |= {link.actor.id, *(() if link.actor.kind == "party" else link.actor.country)}
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
    bearers = _bearers(mentions, registry, context, date)
    for mention in mentions:
        link = _link(mention, registry, context, date)
        if link.actor is not None and link.actor.id not in bearers.get(fold(mention.text), {link.actor.id}):
            link = Link((), "")  # the report's own Khamenei comes before the world's
        key = f"@{link.actor.id}" if link.actor else fold(mention.text)
        kind = _kind(mention, link)
        referent = referents.setdefault(key, Referent(kind, link, []))
        referent.kind = kind if referent.kind == "unknown" else referent.kind
        referent.mentions.append(mention)
    return list(referents.values())


def _bearers(
    mentions: list[NameMention], registry: Registry, context: frozenset[str], date: str | None
) -> dict[str, set[str | None]]:
    """The persons that the report names in full, by surname: their ids, None for whom the registry lacks."""
    bearers: dict[str, set[str | None]] = {}
    for mention in mentions:
        words = fold(mention.text).split()
        if mention.label == "PERSON" and len(words) > 1:
            actor = _link(mention, registry, context, date).actor
            bearers.setdefault(words[-1], set()).add(actor.id if actor else None)
    return bearers


def _link(mention: NameMention, registry: Registry, context: frozenset[str], date: str | None) -> Link:
    """The registry's answer; none where the model takes the mention for a people or a place."""
    if mention.label == "NORP":
        return Link((), "")
    link = registry.link(mention.text, context, date)
    if link.actor and (
        _is_another(link.actor, link.rule, mention, registry) or _is_abroad(link.actor, context)
    ):
        return Link((), "")
    return link


def _is_another(actor: Actor, rule: str, mention: NameMention, registry: Registry) -> bool:
    """True where a place is no person after all, or "Turkish" stands before a Lebanese group's name."""
    if actor.kind == "person":
        return rule != "exact" and mention.label in ("GPE", "LOC", "FAC")
    states = registry.states_of(fold(mention.before))
    groups = actor.kind in ("armed group", "party", "organisation") and actor.country
    return bool(states and groups) and not set(states) & set(actor.country)


def _is_abroad(actor: Actor, context: frozenset[str]) -> bool:
    """True for the Democratic Party of the United States where the report names Ivory Coast alone."""
    states = {key for key in context if len(key) == _STATE_CODE}
    return actor.kind == "party" and bool(states and actor.country) and not states & set(actor.country)


def _kind(mention: NameMention, link: Link) -> str:
    if link.actors:
        kind = link.actors[0].kind
        return kind if kind in ("person", "state") else "organisation"
    if mention.label == "NORP":
        return "people"
    if mention.label in ("GPE", "LOC", "FAC"):
        return "place"
    return {"PERSON": "person", "ORG": "organisation"}.get(mention.label or "", "unknown")
