"""MUC-4's view of events: who attacked, for which organisation, what and whom, and with what.

The task counts violence for political ends and leaves out war: what soldiers do to fighters and fighters to
soldiers. Organisations and victims are named; targets are things, and houses that a body works in. A weapon
is a word for a thing, not for an act. Who and what is told in its shortest full words: "armed men", without
where they went, and two things named together are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.ceaf import Entity, mention
from dateline.grounding.who.lexicon import Lexicon
from dateline.model import EventClaim, Party

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
_WAR = frozenset({"battle", "war", "military operation", "territorial capture", "coup"})
_NAME = re.compile(r"\b(?:\d+(?:st|nd|rd|th) )?[A-Z][\w.]+(?: (?:(?:of|the|and) )*[A-Z][\w.]+)*")
_POSTS = frozenset({"role", "person"})
_MEMBERS = frozenset({"fighter", "people"})  # "FMLN forces" are told as the FMLN
_BODIES = frozenset({"body", "state"})
_PREPOSITIONS = frozenset("of in from at on by for with near to inside outside against between".split())
_ASIDE = _PREPOSITIONS - {"of"} | frozenset("during around as after before".split())
_NUMBERS = frozenset("several two three four five six seven eight nine ten many".split())
_LEADING = frozenset("the a an some other one few more such various all our same another main".split())
_DOUBTED = frozenset("alleged suspected presumed supposed".split())
_HOUSES = frozenset(
    "headquarters office embassy consulate station newspaper bank church university school company council "
    "installation barracks mission".split()
)  # what a body is called by works as its house too
_NO_THINGS = frozenset(
    "casualty victim jesuit american missionary neighborhood area sector town city outskirts region village "
    "zone country target".split()
)  # people and areas that the lexicon of those who act does not hold


def is_incident(event: EventClaim) -> bool:
    """True for violence that is told, not only thought of, but where forces fight each other: that is war.

    What is told in passing and hit nobody is no incident.
    """
    if event.type != "ASSAULT" or event.mode in _WAR or event.status == "hypothetical":
        return False
    if not (event.core or event.targets):
        return False
    return not event.targets or any(_sort(_whole(party)) != "fighter" for party in event.targets)


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
    told = [each for party in (*event.actors, *event.claimed_by) for each in _perpetrators(party)]
    told += [each for party in event.targets for each in _hits(party)]
    told += [("PerpOrg", mention(name)) for party in event.actors for name in _behind(party)]
    told += [("PerpInd", kind) for kind in _kind_of_attack(event) if not event.actors]
    if event.instrument is not None and not event.instrument.span.text.lower().endswith(("ed", "ing")):
        told.append(("Weapon", mention(event.instrument.span.text)))
    return [(role, frozenset({words})) for role, words in told]


def _kind_of_attack(event: EventClaim) -> list[str]:
    """Whose kind of deed the words for it say: "terrorist" in "terrorist attack"."""
    kind, *deed = mention(event.trigger.text).split()
    return [kind] if deed and Lexicon.shipped().noun(kind) == "fighter" else []


def _behind(party: Party) -> list[str]:
    """Organisations within a phrase that is no name itself: "FMLN guerrillas", "members of the army"."""
    if party.kind != "unnamed":
        return []
    runs = [run.group() for run in _NAME.finditer(party.name)]
    named = [run for run in runs if " " in run or run.isupper()]
    _, of, body = _whole(party).partition(" of ")
    body = body.removeprefix("the ")
    return named or ([body] if of and _sort(body) in _BODIES else [])


def _perpetrators(party: Party) -> Iterator[tuple[str, str]]:
    """Persons by name or number, organisations by name; "the army" is no organisation that claims a deed."""
    if party.kind == "named" and party.schema == "Person":
        yield "PerpInd", _untitled(party.name)
    elif party.kind == "named" and _sort(_whole(party)) in _MEMBERS:
        group, _, last = mention(party.name).rpartition(" ")
        yield "PerpOrg", group or last
    elif party.kind == "named" and party.schema != "Country":
        yield "PerpOrg", mention(party.name)
    elif party.kind != "named":
        told = phrases(party, numbered=True)
        yield from (("PerpInd", words) for words in told if _sort(words) not in _BODIES)


def _hits(party: Party) -> Iterator[tuple[str, str]]:
    """A named person is a victim, a thing or a house is a target; people without names are neither."""
    if party.schema == "Person":
        yield "Victim", _untitled(party.name)
        return
    for words in phrases(party):
        head = _head(words.split())
        thing = party.kind == "unnamed" and _sort(words) is None and not _forms(head) & _NO_THINGS
        if thing or _forms(head) & _HOUSES:
            yield "Target", words


def _untitled(name: str) -> str:
    """A person's name without the titles and posts before it, of which at least one word is kept."""
    words, lexicon = mention(name).split(), Lexicon.shipped()
    while len(words) > 1 and (words[0] in lexicon.titles or _sort(words[0]) in _POSTS):
        words = words[1:]
    return " ".join(words)


def phrases(party: Party, *, numbered: bool = False) -> list[str]:
    """The words by which the task knows `party`: its name, else the noun phrases that it stands for.

    `numbered`: with how many they were ("two men").
    """
    if party.kind != "unnamed":
        return [mention(party.name)]
    parts = re.split(r"\b(?:and|or)\b", mention((party.via or party.span).text))
    return [words for part in parts if (words := _trimmed(part.split(), numbered))]


def _trimmed(words: list[str], numbered: bool) -> str:
    """`words` without what leads in to them and without where and with what they stand."""
    leading = _LEADING | _DOUBTED | (frozenset() if numbered else _NUMBERS)
    while len(words) > 1 and (words[0] in leading or (words[0].isdigit() and not numbered)):
        words = words[1:]
    end = next((n for n, word in enumerate(words) if n and word in _ASIDE), len(words))
    return " ".join(words[:end])


def _whole(party: Party) -> str:
    """All words of the party, where it is one or several together."""
    return mention(party.name if party.kind != "unnamed" else (party.via or party.span).text)


def _sort(words: str) -> str | None:
    """The class of the head noun of `words` in the lexicon; None for a name or a thing."""
    head = _head(words.split())
    return Lexicon.shipped().noun(head, head.removesuffix("s"))


def _forms(noun: str) -> set[str]:
    """The noun and what it may be the plural of."""
    return {noun, noun.removesuffix("s"), re.sub("ies$", "y", noun), re.sub("(?<=ch)es$", "", noun)}


def _head(words: Sequence[str]) -> str:
    """The head noun of a phrase: its last word before a preposition."""
    end = next((n for n, word in enumerate(words) if n and word in _PREPOSITIONS), len(words))
    return words[end - 1] if words else ""
