"""Sector: what the words for somebody say of their state and their part in society.

The codes are PLOVER's, which continue CAMEO's: ISO 3166-1 alpha-3 for states; COP, GOV, MIL, REB, CVL and so
on for sectors. They are read from the words alone, and from the registry where it holds a name among them;
what neither says stays None. The words stand in `data/sectors.csv`.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dateline.grounding.who.actor import Actor
from dateline.grounding.who.current import current
from dateline.grounding.who.registry import Registry
from dateline.grounding.who.spelling import fold
from dateline.grounding.who.states import read_states

_LONGEST = 5  # words of a name or term
_CLAUSE = re.compile(r"[,;:()]")
_BREAKS = frozenset(
    "of from for in at to on with under who which that by near against inside outside".split()
)
_BELONGING = frozenset({"of", "from", "in"})  # "ambassador to Syria" is not Syria's
_NOT_THEIRS = frozenset("backed linked aligned funded trained supported led occupied".split())
_ABOVE_STATES = frozenset({"UNO", "EUR", "IGO"})
_FORCES = frozenset({"REB", "UAF", "MIL", "PRM"})
_OFFICES = frozenset({"GOV", "LEG", "JUD"})
_POSTS = ("leads", "holds_office", "member_of", "part_of", "speaks_for", "deputy_of")


@dataclass(frozen=True, slots=True)
class Sector:
    """`country` is an ISO 3166-1 alpha-3 code, `sector` one of PLOVER's; None where the words don't say."""

    country: str | None = None
    sector: str | None = None

    @property
    def code(self) -> str | None:
        """Both in CAMEO's way ("IRQMIL"); None where there is neither."""
        return f"{self.country or ''}{self.sector or ''}" or None


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or words of a phrase, from word `start` to before `end`."""

    start: int
    end: int
    sector: str | None
    decides: bool


def sector_of(words: str, registry: Registry | None = None, date: str | None = None) -> Sector:
    """What `words` ("Colombian police officers") say; the registry, on an ISO `date`, knows named ones."""
    return _sector_of(words, registry or current(), date)


def sector_of_actor(actor: Actor, registry: Registry, date: str | None = None) -> Sector:
    """What the registry says of `actor`; of persons by the tie that they have on that date."""
    country = _alpha3().get(actor.country[0]) if len(actor.country) == 1 else None
    if actor.kind != "person":
        told = [sector for name in actor.names if (sector := _of_words(_Phrase(name.text)))]
        above = (sector for sector in told if sector in _ABOVE_STATES)
        return Sector(country, _terms("kind").get(actor.kind) or next(above, told[0] if told else None))
    held = [role for role in actor.roles if role.type in _POSTS and role.target in registry]
    for role in held:
        if role.holds(date):
            sector = sector_of_actor(registry[role.target or ""], registry).sector
            return Sector(country, _of_words(_Phrase(role.post)) or sector if role.post else sector)
    return Sector(country, "ELI" if held else None)


@lru_cache(maxsize=1 << 12)
def _sector_of(words: str, registry: Registry, date: str | None) -> Sector:
    phrase = _Phrase(words)
    link = registry.link(phrase.text, date=date)
    if link.actor is not None:
        return sector_of_actor(link.actor, registry, date)
    if nationals := registry.nationals_of(fold(phrase.text)):
        return Sector(_alpha3()[nationals[0]] if len(nationals) == 1 else None, "CVL")
    if seat := registry.seat_of(fold(phrase.text)):
        return Sector(_alpha3()[seat], "GOV")
    said, named = _of_words(phrase), _named_in(phrase, registry, date)
    sector = _together(said, named.sector)
    return Sector(_country_of(phrase, registry) or named.country, sector)


class _Phrase:
    """A phrase without its article and what follows a comma: its words, folded, and which have capitals."""

    def __init__(self, words: str) -> None:
        text = _CLAUSE.split(words)[0]
        self.text = " ".join(re.sub(r"^(?:the|an?|some|\d+)\s", "", text.strip(), flags=re.I).split())
        pairs = [(part, word) for word in self.text.split() for part in fold(word).split()]
        self.words = tuple(part for part, _ in pairs)
        self._as_written = tuple(word for _, word in pairs)

    def terms(self) -> list[_Term]:
        """The telling words, the longest at each place, from left to right."""
        found: list[_Term] = []
        at = 0
        while at < len(self.words):
            term = next((t for size in range(_LONGEST, 0, -1) if (t := self._term(at, at + size))), None)
            if term:
                found.append(term)
            at = term.end if term else at + 1
        return found

    def _term(self, start: int, end: int) -> _Term | None:
        if end > len(self.words):
            return None
        *before, last = self.words[start:end]
        for form in _singular(last):
            text = " ".join((*before, form))
            for kind in ("head", "weak"):
                if (sector := _terms(kind).get(text)) is not None:
                    return _Term(start, end, sector or None, kind == "head")
        return None

    def named(self) -> Iterator[tuple[int, int, str]]:
        """Stretches that begin with a capital, longer ones first, as they are written."""
        for size in range(min(_LONGEST, len(self.words)), 0, -1):
            for start in range(len(self.words) - size + 1):
                written = self._as_written[start : start + size]
                if written[0][:1].isupper():
                    yield start, start + size, " ".join(dict.fromkeys(written))

    def head_end(self, terms: list[_Term]) -> int:
        """Where the phrase goes on behind its head: at the first "of", "in" … that is no part of a term."""
        inside = {i for term in terms for i in range(term.start, term.end)}
        ends = (i for i, word in enumerate(self.words) if word in _BREAKS and i and i not in inside)
        return next(ends, len(self.words))


def _of_words(phrase: _Phrase) -> str | None:
    """The sector that the words tell: the last that decides before "of", else behind it, else a weak one."""
    terms = phrase.terms()
    end = phrase.head_end(terms)
    head, tail = [t for t in terms if t.start < end], [t for t in terms if t.start >= end]
    above = next((t for t in head if t.sector in _ABOVE_STATES), None)
    deciding = [t for t in head if t.decides] or [t for t in tail if t.decides]
    weak = [t for t in head if t.sector]
    chosen = above or (deciding[-1] if deciding else weak[-1] if weak else None)
    if chosen is None:
        return None
    gone = any(word in _terms("former") for word in phrase.words[: chosen.start])
    return "ELI" if gone and chosen.sector in _OFFICES else chosen.sector


def _named_in(phrase: _Phrase, registry: Registry, date: str | None) -> Sector:
    """What the registry says of the longest name of somebody within the phrase, states left out."""
    for _, _, text in phrase.named():
        actor = registry.link(text, date=date).actor
        if actor is not None and actor.kind not in ("state", "person"):
            return sector_of_actor(actor, registry, date)
    return Sector()


def _together(said: str | None, named: str | None) -> str | None:
    """Fighters of somebody named are theirs; else what the words say outweighs whose they are."""
    if said is None or (named in _FORCES and said in _FORCES):
        return named or said
    return named if named in _ABOVE_STATES and said in _OFFICES | _FORCES else said


def _country_of(phrase: _Phrase, registry: Registry) -> str | None:
    """The one state that the phrase is of, by its adjective or name; behind "of", also by its capital."""
    end = phrase.head_end(phrase.terms())
    for start, stop, text in phrase.named():
        belongs = start < end or any(word in _BELONGING for word in phrase.words[max(0, start - 2) : start])
        if not belongs or (stop < len(phrase.words) and phrase.words[stop] in _NOT_THEIRS):
            continue
        folded = fold(re.sub(r"['’]s?$", "", text))
        seat = registry.seat_of(folded) if start >= end else None
        states = registry.states_of(folded) or registry.nationals_of(folded) or ((seat,) if seat else ())
        if len(states) == 1:
            return _alpha3()[states[0]]
    return None


def _singular(word: str) -> Iterator[str]:
    yield word
    for plural, singular in (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(plural) and len(word) > len(plural) + 1:
            yield word.removesuffix(plural) + singular


@cache
def _terms(kind: str) -> dict[str, str]:
    """The words of one class of `data/sectors.csv` with their sectors."""
    lines = files(__package__).joinpath("data/sectors.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    # Kinds of the registry are written as they are; words of phrases as phrases are compared.
    return {
        row["word"] if kind == "kind" else fold(row["word"]): row["sector"]
        for row in rows
        if row["class"] == kind
    }


@cache
def _alpha3() -> dict[str, str]:
    return {state.id: state.iso3 for state in read_states()}
