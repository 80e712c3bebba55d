"""Variant: reports made of real ones: renamed, re-dated, with other filler words, reprinted, tolls raised.

What a report tells keeps its shape: its claims are moved along with the words, so nothing must be read.
"""

import random
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateline.case.store import Kept
from dateline.model import Claim, Count, EventClaim, Party, Report, Span, When, Where, report_id
from dateline.model.ids import content_id

_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3650
_OUTLETS = 600
# Of 100 happenings, how many have a further report by another outlet, and so on for every further one.
_RETOLD = 40
_FILLER = re.compile(r"\b[a-z]{4,}\b")
_REWORDED = 0.5
Edit = tuple[int, int, str]


def variants(base: Sequence[Kept], count: int, seed: int = 7) -> Iterator[Kept]:
    """`count` reports with their claims: happenings made of those of `base`, some told several times."""
    chance = random.Random(seed)
    pool = Pool.of(base)
    made = 0
    while made < count:
        first = pool.happening(chance.choice(base), made, chance)
        yield first
        made += 1
        while made < count and chance.randrange(100) < _RETOLD:
            yield _retold(first, made, chance)
            made += 1


@dataclass(frozen=True)
class Pool:
    """The names, places and filler words of all reports, to draw from, each as often as it is told."""

    parties: Sequence[Party]
    places: Sequence[Where]
    words: Sequence[str]

    @classmethod
    def of(cls, base: Iterable[Kept]) -> "Pool":
        base = list(base)
        claims = [claim for kept in base for claim in kept.claims]
        return cls(
            [p for p in _nouns(claims, Party) if p.kind == "named"],
            list(_nouns(claims, Where)),
            [word for kept in base for word in _FILLER.findall(kept.report.text)],
        )

    def happening(self, kept: Kept, number: int, chance: random.Random) -> Kept:
        """Another happening, told in the shape of `kept`, on another day."""
        told = list(kept.claims)
        parties = {p.name: chance.choice(self.parties) for p in _nouns(told, Party) if p.kind == "named"}
        places = {w.name: chance.choice(self.places) for w in _nouns(told, Where)}
        names = {s: n.name for s, n in _renamed(told, parties, places)}
        edits = [(span.start, span.end, name) for span, name in names.items()]
        edits += [
            (*m.span(), chance.choice(self.words))
            for m in _FILLER.finditer(kept.report.text)
            if chance.random() < _REWORDED
        ]
        days = chance.randrange(_DAYS)
        published = kept.report.published
        shift = (_FIRST_DAY + timedelta(days)) - date.fromisoformat(published) if published else timedelta(0)
        outlet = f"Outlet {chance.randrange(_OUTLETS)}"
        return _Rewriting(kept, edits, shift, parties, places).made(f"made-{number}", outlet)


def _retold(first: Kept, number: int, chance: random.Random) -> Kept:
    """A reprint of `first` by another outlet, up to two days later; half of them with higher numbers."""
    edits = _raised(first, chance.randrange(1, 5)) if chance.random() < 0.5 else []
    outlet = f"Outlet {chance.randrange(_OUTLETS)}"
    later = timedelta(days=chance.randrange(3))
    return _Rewriting(first, edits, timedelta(0), {}, {}, later).made(f"made-{number}", outlet)


def _raised(kept: Kept, more: int) -> list[Edit]:
    spans = {c.span for c in _nouns(kept.claims, Count) if c.span.text.isdecimal()}
    return [(span.start, span.end, str(int(span.text) + more)) for span in spans]


def _renamed(
    told: Sequence[Claim], parties: dict[str, Party], places: dict[str, Where]
) -> Iterator[tuple[Span, Party | Where]]:
    """The spans that are written as the names to be replaced."""
    for party in _nouns(told, Party):
        if party.span.text == party.name and party.name in parties:
            yield party.span, parties[party.name]
    for where in _nouns(told, Where):
        if where.span.text == where.name:
            yield where.span, places[where.name]


def _nouns(told: Iterable[Any], kind: type) -> Iterator[Any]:
    """Every noun of `kind` within `told`, in order."""
    for noun in told:
        if isinstance(noun, kind):
            yield noun
        if isinstance(noun, tuple):
            yield from _nouns(noun, kind)
        elif is_dataclass(noun):
            yield from _nouns((getattr(noun, f.name) for f in fields(noun)), kind)


class _Rewriting:
    """One report rewritten: its text edited, and every claim moved to where its words stand now."""

    def __init__(
        self,
        kept: Kept,
        edits: Iterable[Edit],
        shift: timedelta,
        parties: dict[str, Party],
        places: dict[str, Where],
        later: timedelta = timedelta(0),
    ) -> None:
        self._kept, self._shift, self._later = kept, shift, later
        self._parties, self._places = parties, places
        ends = {at for span in _nouns(kept.claims, Span) for at in (span.start, span.end)}
        self._edits = _apart(edits, sorted(ends))
        self._moves = [0]
        for start, end, words in self._edits:
            self._moves.append(self._moves[-1] + len(words) - (end - start))
        self._ends = [end for _, end, _ in self._edits]
        self._text = self._written()

    def made(self, name: str, outlet: str) -> Kept:
        """The rewritten report, under `name` and from `outlet`, with its claims."""
        old = self._kept.report
        published = self._day(old.published, self._shift + self._later)
        self._id = report_id(self._text, name, outlet, published, None)
        report = Report(
            self._id, name, self._text, old.original, name, outlet, published, language=old.language
        )
        ids = {claim.id: content_id(claim.id[0], self._id, claim.id) for claim in self._kept.claims}
        return Kept(report, tuple(self._claim(claim, ids) for claim in self._kept.claims), "variant")

    def _claim(self, claim: Claim, ids: dict[str, str]) -> Claim:
        moved: Claim = replace(self._moved(claim), id=ids[claim.id], report=self._id)
        if isinstance(moved, EventClaim) and moved.responds_to:
            return replace(moved, responds_to=ids.get(moved.responds_to))
        return moved

    def _written(self) -> str:
        text, pieces, at = self._kept.report.text, [], 0
        for start, end, words in self._edits:
            pieces += [text[at:start], words]
            at = end
        return "".join([*pieces, text[at:]])

    def _moved(self, noun: Any) -> Any:
        if isinstance(noun, Span):
            start, end = self._place(noun.start), self._place(noun.end)
            return Span(self._id, start, end, self._text[start:end])
        if isinstance(noun, tuple):
            return tuple(map(self._moved, noun)) if noun else noun
        if not is_dataclass(noun):
            return noun
        values = {f.name: self._moved(getattr(noun, f.name)) for f in fields(noun)}
        return self._changed(replace(noun, **values))  # type: ignore[type-var]

    def _changed(self, noun: Any) -> Any:
        if isinstance(noun, Party) and (new := self._parties.get(noun.name)):
            return replace(noun, name=new.name, actor=new.actor, schema=new.schema)
        if isinstance(noun, Where) and noun.name in self._places:
            return replace(self._places[noun.name], span=noun.span)
        if isinstance(noun, When):
            first, last = (self._day(day, self._shift) for day in (noun.earliest, noun.latest))
            return replace(noun, earliest=first, latest=last)
        if isinstance(noun, Count) and noun.span.text.isdecimal():
            number = int(noun.span.text)
            low, high = (None if end is None else number for end in (noun.min, noun.max))
            return replace(noun, min=low, max=high)
        return noun

    def _place(self, at: int) -> int:
        """Where character `at` stands now; no edit has a claim's boundary within it."""
        return at + self._moves[bisect_left(self._ends, at + 1)]

    @staticmethod
    def _day(day: str | None, by: timedelta) -> str | None:
        return (date.fromisoformat(day) + by).isoformat() if day else None


def _apart(edits: Iterable[Edit], boundaries: Sequence[int]) -> list[Edit]:
    """Those edits, in order of text, that neither overlap an earlier one nor have a boundary within."""
    kept: list[Edit] = []
    for start, end, words in sorted(edits):
        inside = bisect_left(boundaries, start + 1) < bisect_left(boundaries, end)
        if not inside and (not kept or kept[-1][1] <= start):
            kept.append((start, end, words))
    return kept
