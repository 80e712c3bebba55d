"""Facet: what of an event claim decides whether another claim tells of the same occurrence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeVar, cast

import snowballstemmer
from anyascii import anyascii

from dateline.model import EventClaim, Party, Report, Span, When, Where
from dateline.model.vocabulary import FAMILIES

# A deed told, doubted or denied can be one deed; a deed that is still to come can't be the one that was done.
_DONE = frozenset({"actual", "alleged", "denied"})
_EMPTY = frozenset(
    "the a an of and or in on for to by at from its his her their this that these those with "
    "force forces group groups fighter fighters member members".split()
)
# Light words that name no act of their own: "carried out an attack" is told by "attack".
_LIGHT = frozenset("carri out launch conduct stage mount take took place make made do did was were".split())
# A killing or wounding told by itself is what came of an act, not how it was done.
_HARM = frozenset("kill die wound injur hurt harm martyr slay perish casualti dead fatal".split())
# Nouns for an act that no past tense is spelled like.
_ONE = frozenset(
    "attack assault strike airstrike raid bombing blast explosion shooting ambush operation incident killing "
    "murder arrest abduction battle offensive bombardment barrage blow fire ceasefire truce suspension "
    "withdrawal protest demonstration death vote meeting agreement deal".split()
)
_POINTER = r"(?:\b(?:the|this|that|these|those|such|its|his|her|their|both)|['’]s)\s+"
_DEFINITE = re.compile(
    _POINTER + r"(?:(?:missiles?|rockets?|drones?|bombs?|shells?|jets?)\s+)?$", re.IGNORECASE
)
_DEFINITE_NOUN = re.compile(_POINTER + r"(?:[\w'’-]+\s+)?$", re.IGNORECASE)
_ANEW = re.compile(
    r"\b(?:an?|another|second|third|fourth|new|further|other|more|additional|similar|separate|previous|earlier"
    r"|past|last|future|fresh|every|each|any|no|such)\s+(?:[\w'’-]+\s+)?$",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r"\b(?:kill(?:ed|s|ing)|assassinat\w+|murder(?:ed|s|ing)|execut(?:ed|ing|ion of))\s+(?:[\w'’-]+\s+){0,2}$"
)
_FATAL = frozenset({"assassination", "execution", "killing"})
OUTCOMES = _FATAL | {"injury"}
_DETERMINER_REACH = 40
_SENTENCE_END = re.compile(r"[.!?][\"”'’)]*\s+(?=[\"“'‘(]?[A-Z])|\n\s*\n")
# The two ends of an interval as day ordinals, None where open.
Days = tuple[int | None, int | None]
_OPEN: Days = (None, None)
Key = TypeVar("Key", bound=Hashable)
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Facet:
    """One claim as identity sees it: names folded to keys, words to stems, dates to ordinals.

    `persons` are the named persons hit, `spot` the most specific place below a country; `doers` and `hit`
    are the named parties, but for doers in dispute, `kin` whoever a claim ties to one of the parties (part,
    member, leader, other name). `dated` is False where the date is taken over from another mention. `kills`
    says that somebody died, `harm` that only the outcome is told ("three were killed"), `definite` that the
    words point back ("the attack"), `anew` that they open something else ("another attack"), `many` whether
    one or several are spoken of, None where the word does not tell.
    `order` is the claim's place in canonical order, `sentence` the number of its sentence in the report.
    """

    claim: EventClaim
    family: str
    done: bool
    modes: frozenset[str]
    stems: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    persons: frozenset[str]
    spot: Where | None
    countries: frozenset[str]
    days: Days
    published: int | None
    tolls: frozenset[tuple[str, int | None, int | None]]
    order: tuple[str, str, int]
    doers: frozenset[str]
    hit: frozenset[str]
    kin: frozenset[str]
    dated: bool
    kills: bool
    harm: bool
    definite: bool
    anew: bool
    many: bool | None
    sentence: int


Kin = Mapping[str, frozenset[str]]


def facets_of(claims: Sequence[EventClaim], reports: Mapping[str, Report], kin: Kin) -> list[Facet]:
    """The facets of `claims`, in their order. A person in two claims is a victim of the one told nearest."""
    nearest: dict[Span, tuple[int, str]] = {}
    for claim in claims:
        for victim in _victims(claim):
            gap = abs(victim.span.start - claim.trigger.start)
            nearest[victim.span] = min((gap, claim.id), nearest.get(victim.span, (gap, claim.id)))
    owner = {span: claim for span, (_, claim) in nearest.items()}
    return [_facet(claim, reports[claim.report], kin, owner) for claim in claims]


def _victims(claim: EventClaim) -> tuple[Party, ...]:
    return tuple(p for p in named(claim.targets) if p.schema == "Person")


def _facet(claim: EventClaim, report: Report, kin: Kin, owner: Mapping[Span, str]) -> Facet:
    stems = stems_of(claim.trigger.text)
    persons = party_keys(p for p in _victims(claim) if owner[p.span] == claim.id)
    parties = party_keys((*claim.actors, *claim.targets))
    return Facet(
        claim=claim,
        family=FAMILIES.get(claim.type, claim.type),
        done=claim.status in _DONE,
        modes=_shared(frozenset({claim.mode} if claim.mode else ())),
        stems=_shared(stems - _LIGHT or stems),
        actors=party_keys(claim.actors),
        targets=party_keys(claim.targets),
        persons=persons,
        spot=next((w for w in claim.places if w.kind != "country"), None),
        countries=_shared(frozenset(w.country for w in claim.places if w.country)),
        days=days_of(claim.when),
        published=_ordinal(report.published),
        tolls=_shared(frozenset((c.what, c.min, c.max) for c in claim.counts)),
        order=(report.published or "9999-99-99", report.id, claim.trigger.start),
        doers=frozenset() if claim.denied_by else party_keys(named(claim.actors)),
        hit=party_keys(p for p in named(claim.targets) if p.actor),
        kin=_shared(frozenset().union(*(kin.get(party, frozenset()) for party in parties))),
        dated=claim.when is not None and not claim.when.inherited,
        kills=_kills(claim, stems, report),
        harm=bool(stems) and stems <= _HARM and not persons,
        definite=_points_back(claim, report),
        anew=_ANEW.search(report.text, *_before(claim)) is not None,
        many=_number_of(claim.trigger.text),
        sentence=sentence_of(report, claim.trigger.start),
    )


def tells_outcome(facet: Facet) -> bool:
    """True where the words say only what came of an act: "the killing of the mayor"."""
    return facet.stems <= _HARM and facet.modes <= OUTCOMES


def _number_of(trigger: str) -> bool | None:
    word = fold(trigger).rpartition(" ")[2]
    if word in _ONE:
        return False
    return True if word.removesuffix("s") in _ONE else None


def _kills(claim: EventClaim, stems: frozenset[str], report: Report) -> bool:
    """True where the act is told as a killing: by mode, word or toll, or "killed" before a victim's name."""
    if claim.mode in _FATAL or stems & _KILLING or any(c.what == "killed" for c in claim.counts):
        return True
    starts = [p.span.start for p in _victims(claim)]
    return any(_KILLED.search(report.text, max(0, at - _DETERMINER_REACH), at) for at in starts)


def _points_back(claim: EventClaim, report: Report) -> bool:
    """True for "the attack" and "the deadly attack", and for "the missiles struck"."""
    pattern = _DEFINITE if _number_of(claim.trigger.text) is None else _DEFINITE_NOUN
    return pattern.search(report.text, *_before(claim)) is not None


def _before(claim: EventClaim) -> tuple[int, int]:
    """Where the words before the trigger stand that may be its determiner."""
    start = claim.trigger.start
    return max(0, start - _DETERMINER_REACH), start


def sentence_of(report: Report, at: int) -> int:
    """The number of the sentence that character `at` of the report stands in."""
    return bisect_right(_sentence_ends(report.text), at)


def sentence_around(report: Report, span: Span) -> Span:
    """The words from the start of the sentence where `span` starts to the end of the one where it ends."""
    ends = (0, *_sentence_ends(report.text), len(report.text))
    start, end = ends[bisect_right(ends, span.start) - 1], ends[bisect_left(ends, span.end)]
    words = report.text[start:end]
    return report.span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


@lru_cache(maxsize=64)
def _sentence_ends(text: str) -> tuple[int, ...]:
    """Where the sentences of `text` after the first begin, by its full stops and empty lines."""
    return tuple(match.end() for match in _SENTENCE_END.finditer(text))


def pooled(facets: Sequence[Facet]) -> Facet:
    """What all mentions of one occurrence in a report say of it, as the facet of the first of them."""
    if len(facets) == 1:
        return facets[0]
    dated = [f for f in facets if f.dated and is_closed(f.days)] or [f for f in facets if f.days != _OPEN]
    many = {f.many for f in facets} - {None}
    spot = next((f.spot for f in facets if f.spot and f.claim.places[0] is f.spot), None)
    return replace(
        facets[0],
        stems=_united(f.stems for f in facets),
        actors=_united(f.actors for f in facets),
        targets=_united(f.targets for f in facets),
        persons=_united(f.persons for f in facets),
        spot=spot or next((f.spot for f in facets if f.spot), None),
        countries=_united(f.countries for f in facets),
        days=min((f.days for f in dated), key=_width, default=_OPEN),
        tolls=_united(f.tolls for f in facets),
        doers=_united(f.doers for f in facets),
        hit=_united(f.hit for f in facets),
        kin=_united(f.kin for f in facets),
        dated=any(f.dated for f in facets),
        kills=any(f.kills for f in facets),
        harm=all(f.harm for f in facets),
        modes=_united(f.modes for f in facets),
        many=many.pop() if len(many) == 1 else None,
    )


def _united(sets: Iterable[frozenset[Key]]) -> frozenset[Key]:
    return _shared(frozenset[Key]().union(*sets))


def _shared(keys: frozenset[Key]) -> frozenset[Key]:
    """`keys`, as one object where several facets have the same: a large case has few distinct sets."""
    return cast(frozenset[Key], _known(keys))


@lru_cache(maxsize=65536)
def _known(keys: frozenset[Hashable]) -> frozenset[Hashable]:
    return keys


def is_closed(days: Days) -> bool:
    """True for an interval with two ends."""
    return days[0] is not None and days[1] is not None


def _width(days: Days) -> tuple[int, int]:
    first, last = days
    if first is None or last is None:
        return (1, 0)
    return (0, last - first)


def named(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties that bear a name."""
    return tuple(p for p in parties if p.kind == "named")


def days_of(when: When | None) -> Days:
    """The two ends of an interval as proleptic ordinals, None where open."""
    if when is None:
        return None, None
    return _ordinal(when.earliest), _ordinal(when.latest)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def party_keys(parties: Iterable[Party]) -> frozenset[str]:
    """One key a party: its registry id where it has one, else its folded name."""
    return _shared(frozenset(party.actor or fold(party.name) for party in parties))


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` as lower-case ASCII words without punctuation: the form that names are compared in."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", anyascii(name).lower().replace("'", "")).split())


@lru_cache(maxsize=65536)
def stems_of(words: str) -> frozenset[str]:
    """The stems of the words that carry meaning in `words`."""
    return frozenset(stem_of(token) for token in fold(words).split() if token not in _EMPTY)


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """The stem of one folded word; an irregular form has that of its plain form."""
    return str(_stemmer.stemWord(_plain_forms().get(word, word)))


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


_KILLING = stems_of("kill slay assassinate assassination execute die")
