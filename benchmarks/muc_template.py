"""MUC-4's view of events: who attacked, for which organisation, what and whom, and with what.

The task counts violence for political ends and leaves out war: what soldiers do to fighters and fighters to
soldiers. Victims are named persons only; targets are things. A weapon is a word for a thing, not for an act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from benchmarks.ceaf import Entity, mention
from dateline.grounding.who.lexicon import Lexicon
from dateline.model import EventClaim, Party

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
_WAR = frozenset({"battle", "war", "military operation"})
_NAME = re.compile(r"\b[A-Z][\w.]+(?: (?:(?:of|the|and) )*[A-Z][\w.]+)*")
_BODIES = frozenset({"body", "state"})
_PREPOSITIONS = frozenset("of in from at on by for with near to inside outside against between".split())
_LEADING = frozenset("the a an some several two three four five six seven eight nine ten many other".split())


def is_incident(event: EventClaim) -> bool:
    """True for violence that would be a row of its own, but where forces fight each other: the task leaves
    war out."""
    if event.type != "ASSAULT" or not event.core or event.mode in _WAR:
        return False
    return not event.targets or any(_sort(party) != "fighter" for party in event.targets)


def fillers(events: Iterable[EventClaim]) -> dict[str, list[Entity]]:
    """The entities of each role over the incidents among `events`, in text order."""
    found: dict[str, dict[Entity, None]] = {role: {} for role in ROLES}
    for event in events:
        if is_incident(event):
            for role, entity in of_event(event):
                found[role].setdefault(entity)
    return {role: list(entities) for role, entities in found.items()}


def of_event(event: EventClaim) -> list[tuple[str, Entity]]:
    """The role and the words of everybody and everything in `event` that MUC-4 has a slot for."""
    roles = [(_perpetrator(party), party) for party in (*event.actors, *event.claimed_by)]
    roles += [(_hit(party), party) for party in event.targets]
    told = [(role, frozenset({filler(party)})) for role, party in roles if role]
    told += [("PerpOrg", frozenset({mention(name)})) for party in event.actors for name in _behind(party)]
    told += [("PerpInd", frozenset({kind})) for kind in _kind_of_attack(event)]
    if event.instrument is not None and not event.instrument.span.text.lower().endswith(("ed", "ing")):
        told.append(("Weapon", frozenset({mention(event.instrument.span.text)})))
    return told


def _kind_of_attack(event: EventClaim) -> list[str]:
    """Whose kind of deed the words for it say: "terrorist" in "terrorist attack"."""
    kind, *deed = mention(event.trigger.text).split()
    return [kind] if deed and Lexicon.shipped().noun(kind) == "fighter" else []


def _behind(party: Party) -> list[str]:
    """Organisations within a phrase that is no name itself: "FMLN guerrillas", "members of the MRTA"."""
    if party.kind != "unnamed":
        return []
    runs = [run.group() for run in _NAME.finditer(party.name)]
    return [run for run in runs if " " in run or run.isupper()]


def _perpetrator(party: Party) -> str | None:
    if party.schema == "Country":
        return None
    if party.schema == "Person":
        return "PerpInd"
    return "PerpOrg" if party.kind == "named" or _sort(party) in _BODIES else "PerpInd"


def _hit(party: Party) -> str | None:
    """A named person is a victim, a thing is a target; people without names are neither."""
    if party.schema == "Person":
        return "Victim"
    return "Target" if party.kind == "unnamed" and _sort(party) is None else None


def _sort(party: Party) -> str | None:
    """The class of the party's head noun in the lexicon; None for a name or a thing."""
    head = _head(filler(party).split())
    return Lexicon.shipped().noun(head, head.removesuffix("s"))


def filler(party: Party) -> str:
    """The words by which the task knows `party`: its name, else the noun phrase that it stands for."""
    if party.kind != "unnamed":
        return mention(party.name)
    words = mention((party.via or party.span).text).split()
    while len(words) > 1 and (words[0] in _LEADING or words[0].isdigit()):
        words = words[1:]
    return " ".join(words)


def _head(words: Sequence[str]) -> str:
    """The head noun of a phrase: its last word before a preposition."""
    end = next((n for n, word in enumerate(words) if n and word in _PREPOSITIONS), len(words))
    return words[end - 1] if words else ""
