"""Actors: the list, and one actor with its names, ties and acts over time."""

from collections.abc import Mapping

from dateline.case import Rows
from dateline.case.actors import ActorSeen
from dateline.case.views import VIEWS
from dateline.model import Event
from dateline.model.codec import to_plain
from dateline.workbench.index import folded
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups, rows_of
from dateline.workbench.paging import part_of
from dateline.workbench.tie import ties_of

_KINDS = ("named", "unnamed", "ambiguous")
_PART = 20
ROLES = ("did", "suffered", "says", "claims", "denies")


def actors(ask: Ask) -> Page:
    """The actors; `q` looks in all their names, `kind` tells named from unnamed ones."""
    kind, words = ask.params.get("kind", ""), folded(ask.params.get("q", "")).split()
    if kind and kind not in _KINDS:
        raise ValueError(f"{kind} is no kind of actor; there are {', '.join(_KINDS)}")
    index = ask.state.index
    chosen = [a for a in index.actors.values() if (not kind or a.kind == kind) and _is_called(a, words)]
    part = part_of(chosen, ask.whole("page", 1, len(chosen) + 1, 1))

    def context() -> Mapping[str, object]:
        return {"part": part, "q": ask.params.get("q", ""), "kind": kind, "kinds": _KINDS, **lookups(ask)}

    def rows() -> Rows:
        return VIEWS["actors"].rows(ask.state.shelf, chosen)

    return Page("actors", "Actors", "actors.html", context, rows)


def _is_called(actor: ActorSeen, words: list[str]) -> bool:
    names = folded(" ".join((actor.name, *actor.also))) if words else ""
    return all(word in names for word in words)


def actor(ask: Ask) -> Page:
    """One actor, by its `key`: what it did and suffered, says, claims and denies, and its ties."""
    index = ask.state.index
    key = ask.params.get("key", "")
    did = index.parts.get(key)
    if did is None and key not in index.ties:
        raise LookupError(key)
    seen = index.actors.get(key)
    name = seen.name if seen else _tied_name(ask, key)
    shown = ask.params.get("as") or "did"
    acts = did or {}
    chosen = [index.event(id_) for id_ in acts.get(shown, ())]
    part = part_of(chosen, ask.whole("page", 1, len(chosen) + 1, 1), _PART)

    def context() -> Mapping[str, object]:
        return {
            "key": key,
            "name": name,
            "seen": seen,
            "counts": {role: len(acts[role]) for role in ROLES if acts.get(role)},
            "shown": shown,
            "part": part,
            "ties": ties_of(index.ties.get(key, ()), ask.state.shelf),
            "spellings": _spellings(ask, key, acts),
            **lookups(ask),
        }

    def plain() -> Mapping[str, object]:
        found = {role: list(ids) for role, ids in acts.items()}
        ties = [to_plain(claim) for claim in index.ties.get(key, ())]
        return {"actor": key, "name": name, "events": found, "ties": ties}

    return Page("actor", name, "actor.html", context, lambda: rows_of(ask, chosen), plain)


def _tied_name(ask: Ask, key: str) -> str:
    claim = ask.state.index.ties[key][0]
    return claim.source.name if key in (claim.source.actor, claim.source.name) else claim.target.name


def _spellings(ask: Ask, key: str, acts: Mapping[str, list[str]]) -> dict[str, tuple[int, Event]]:
    """The words by which reports call the actor in its events: how often, and in which event first."""
    found: dict[str, tuple[int, Event]] = {}
    for id_ in dict.fromkeys((*acts.get("did", ()), *acts.get("suffered", ()))):
        event = ask.state.index.event(id_)
        for party in (*event.actors, *event.targets):
            if key in (party.actor, party.name) and party.via is None:
                count, first = found.get(party.span.text, (0, event))
                found[party.span.text] = (count + 1, first)
    return dict(sorted(found.items(), key=lambda item: (-item[1][0], item[0])))
