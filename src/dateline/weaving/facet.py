"""Facet: what of an event claim decides whether another claim tells of the same occurrence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer
from anyascii import anyascii

from dateline.model import EventClaim, Party, Report, When, Where

# CONCEDE (yielding in words) and RETREAT (yielding in deed) shade into each other, as the guide says.
_FAMILIES = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
# A deed told, doubted or denied can be one deed; a deed that is still to come can't be the one that was done.
_DONE = frozenset({"actual", "alleged", "denied"})
_EMPTY = frozenset(
    "the a an of and or in on for to by at from its his her their this that these those with "
    "force forces group groups fighter fighters member members".split()
)
# Light words that name no act of their own: "carried out an attack" is told by "attack".
_LIGHT = frozenset("carri out launch conduct stage mount take took place make made do did was were".split())
# The two ends of an interval as day ordinals, None where open.
Days = tuple[int | None, int | None]
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Facet:
    """One claim as identity sees it: names folded to keys, words to stems, dates to ordinals.

    `persons` are the named persons among the targets, `spot` the most specific place below a country;
    `order` is the claim's place in canonical order.
    """

    claim: EventClaim
    family: str
    done: bool
    stems: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    persons: frozenset[str]
    spot: Where | None
    countries: frozenset[str]
    days: Days
    tolls: frozenset[tuple[str, int | None, int | None]]
    order: tuple[str, str, int]


def facet_of(claim: EventClaim, report: Report) -> Facet:
    """The facet of `claim`, which `report` makes; `order` sorts by publication, report, place in the text."""
    return Facet(
        claim=claim,
        family=_FAMILIES.get(claim.type, claim.type),
        done=claim.status in _DONE,
        stems=stems_of(claim.trigger.text) - _LIGHT or stems_of(claim.trigger.text),
        actors=party_keys(claim.actors),
        targets=party_keys(claim.targets),
        persons=party_keys(p for p in claim.targets if p.kind == "named" and p.schema == "Person"),
        spot=next((w for w in claim.places if w.kind != "country"), None),
        countries=frozenset(w.country for w in claim.places if w.country),
        days=days_of(claim.when),
        tolls=frozenset((c.what, c.min, c.max) for c in claim.counts),
        order=(report.published or "9999-99-99", report.id, claim.trigger.start),
    )


def days_of(when: When | None) -> Days:
    """The two ends of an interval as proleptic ordinals, None where open."""
    if when is None:
        return None, None
    return _ordinal(when.earliest), _ordinal(when.latest)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def party_keys(parties: Iterable[Party]) -> frozenset[str]:
    """One key a party: its registry id where it has one, else its folded name."""
    return frozenset(party.actor or fold(party.name) for party in parties)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` as lower-case ASCII words without punctuation: the form that names are compared in."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", anyascii(name).lower().replace("'", "")).split())


@lru_cache(maxsize=65536)
def stems_of(words: str) -> frozenset[str]:
    """The stems of the words that carry meaning in `words`."""
    tokens = [_plain_forms().get(token, token) for token in fold(words).split() if token not in _EMPTY]
    return frozenset(_stemmer.stemWords(tokens))


@cache
def _plain_forms() -> dict[str, str]:
    """Irregular forms by their plain one, which no stemmer knows: "struck" is "strike"."""
    lines = files("dateline.weaving").joinpath("irregular.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {form: plain for plain, forms in rows for form in forms.split()}


@lru_cache(maxsize=65536)
def name_words(name: str) -> frozenset[str]:
    """The words of a folded name that tell it from others."""
    return frozenset(fold(name).split()) - _EMPTY
