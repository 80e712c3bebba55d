"""Inquiry: why a name is linked to an actor, or to none: every candidate and what speaks against it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.grounding.who.actor import Actor, Name
from dateline.grounding.who.registry import Link, Registry
from dateline.grounding.who.spelling import differ, fold

_LIKE_ENOUGH = 80.0  # of 100; alike enough to be shown, never to be linked
_SHOWN_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor whom a name might mean, the name of theirs that is like it, and what came of it."""

    actor: Actor
    name: str
    chosen: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What the registry answers to `text`, and the candidates, those linked first."""

    text: str
    link: Link
    candidates: tuple[Candidate, ...]


def inquire(
    registry: Registry, text: str, context: frozenset[str] = frozenset(), date: str | None = None
) -> Inquiry:
    """As `Registry.link`, with the reasons; actors whose names are merely alike come last."""
    link = registry.link(text, context, date)
    chosen = {actor.id for actor in link.actors}
    found: dict[str, Candidate] = {}
    for actor, name in registry.named(text):
        verdict = _verdict(actor, name, link, context, date)
        candidate = Candidate(actor, name.text, actor.id in chosen, verdict)
        if actor.id not in found or name.holds(date):
            found[actor.id] = candidate
    for actor in link.actors:
        found.setdefault(actor.id, Candidate(actor, actor.name, True, _RULES[link.rule]))
    for actor, like in _alike(registry, text):
        found.setdefault(actor.id, Candidate(actor, like, False, _apart(registry, text, actor, like)))
    ranked = sorted(found.values(), key=lambda candidate: not candidate.chosen)
    return Inquiry(text, link, tuple(ranked))


_RULES = {
    "exact": "linked: a name of theirs",
    "organ": "linked: an adjective of the state and a noun for this organ of it",
    "skeleton": "linked: another transliteration of one of their names, and of nobody else's",
}


def _verdict(actor: Actor, name: Name, link: Link, context: frozenset[str], date: str | None) -> str:
    """What came of an actor who has the very name."""
    if actor in link.actors:
        if len(link.actors) > 1:
            return f"ambiguous: a name of {len(link.actors)} actors, and nothing near decides"
        near = sorted(context & actor.tied)
        return f"{_RULES[link.rule]}; near it: {', '.join(near)}" if near else _RULES[link.rule]
    if not name.holds(date):
        return f"not on {date}: the name is theirs from {name.valid_from or '?'} to {name.valid_to or '?'}"
    if name.needs_context and not context & ({actor.id} | actor.tied):
        return "not by itself: the report must also name them in full, their country or somebody tied to them"
    if name.kind == "acronym" and not link.actors:
        return "not so written: their name is an acronym, in capitals"
    return "not chosen: another bearer of the name is named, or stands nearer"


def _alike(registry: Registry, text: str) -> Iterator[tuple[Actor, str]]:
    """Actors with a name that looks like `text`, the likest first."""
    from rapidfuzz import fuzz, process  # slow to import, and needless for whoever only links

    likest = process.extract(
        fold(text), registry.folded_names, scorer=fuzz.ratio, limit=_SHOWN_ALIKE, score_cutoff=_LIKE_ENOUGH
    )
    for name, _, _ in likest:
        yield from ((actor, written.text) for actor, written in registry.named(name))


def _apart(registry: Registry, text: str, actor: Actor, name: str) -> str:
    kind = differ(name, text)
    if kind:
        return f"kept apart: the names differ in a {_WORDS[kind]}"
    if any(text_actor.id in actor.unlike for text_actor, _ in registry.named(text)):
        return "kept apart: whoever has this name must never be taken for them"
    return "only alike: likeness never links; add the spelling to a registry of yours if it is theirs"


_WORDS = {"number": "number", "compass": "compass word", "head": "head noun", "qualifier": "qualifier"}
