"""Choice: which events a person looks at. All that narrows stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import numpy as np
from starlette.datastructures import QueryParams

from dateline.case.select import check_day
from dateline.workbench.facet import Mask
from dateline.workbench.index import UNKNOWN_DAY, Index, folded, ordinal

FACETS = (
    "type", "mode", "status", "actor", "target", "place", "country", "grade", "disputed",
    "outlet", "origin", "year",
)  # fmt: skip
"""Respects in which a person may narrow, each any number of times; values of one are alternatives."""

SORTS = {
    "time": "oldest first",
    "-time": "newest first",
    "-reports": "most reports first",
    "-origins": "most origins first",
    "-killed": "highest toll first",
}
"""Orders, by their name in an address."""

_MOST_PLACES = 12
_FAR = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class Choice:
    """Filters that all must hold, and an order. `words` must all stand in an event's names or quotes.

    `since` and `until` are ISO days: events that may have happened in between are meant, undated ones not.
    Without `background` only those that a conflict coder would enter.
    """

    words: str = ""
    since: str | None = None
    until: str | None = None
    background: bool = False
    facets: tuple[tuple[str, str], ...] = ()
    sort: str = "time"

    @classmethod
    def of(cls, params: QueryParams) -> "Choice":
        """The choice that an address makes; ValueError naming what is wrong in it."""
        days = {side: params.get(side) or None for side in ("since", "until")}
        for day in filter(None, days.values()):
            check_day(day)
        sort = params.get("sort") or "time"
        if sort not in SORTS:
            raise ValueError(f"{sort} is no order; there are {', '.join(SORTS)}")
        return cls(
            words=params.get("q", "").strip(),
            background=params.get("background") == "1",
            facets=tuple((n, v) for n, v in params.multi_items() if n in FACETS and v),
            sort=sort,
            **days,
        )

    def on(self, facet: str) -> list[str]:
        """The values that `facet` is narrowed to."""
        return [value for name, value in self.facets if name == facet]

    def pairs(self) -> list[tuple[str, str]]:
        """The choice as it stands in an address."""
        plain = {"q": self.words, "since": self.since, "until": self.until}
        pairs = [(name, value) for name, value in plain.items() if value]
        pairs += [("background", "1")] if self.background else []
        return [*pairs, *self.facets, *([("sort", self.sort)] if self.sort != "time" else [])]

    def address(self, **changes: str | None) -> str:
        """The query of this choice with `changes` (None takes a filter away)."""
        pairs = [(n, v) for n, v in self.pairs() if n not in changes]
        return urlencode([*pairs, *((n, v) for n, v in changes.items() if v is not None)])

    def toggled(self, facet: str, value: str) -> str:
        """The query with one value of a facet added, or taken away where it is on."""
        pair = (facet, value)
        pairs = self.pairs()
        pairs = [p for p in pairs if p != pair] if pair in pairs else [*pairs, pair]
        return urlencode(pairs)

    def at_places(self, places: Sequence[tuple[str, int]]) -> str:
        """The query of this choice at any of `places` (name and number of events)."""
        rest = [(n, v) for n, v in self.pairs() if n != "place"]
        return urlencode([*rest, *(("place", name) for name, _ in places[:_MOST_PLACES])])

    @property
    def is_narrow(self) -> bool:
        """True when some filter is on."""
        return bool(self.words or self.since or self.until or self.facets)

    def mask(self, index: Index, without: str | None = None) -> Mask:
        """The events that are meant; `without` leaves one facet out, to count its other values."""
        chosen = np.ones(len(index.events), dtype=np.bool_) if self.background else index.core.copy()
        for name in dict.fromkeys(name for name, _ in self.facets):
            if name != without:
                chosen &= index.facets[name].mask(self.on(name))
        if self.since or self.until:
            chosen &= self._is_then(index)
        if self.words:
            _search(chosen, index.words, folded(self.words).split())
        return chosen

    def _is_then(self, index: Index) -> Mask:
        dated = (index.earliest != UNKNOWN_DAY) | (index.latest != UNKNOWN_DAY)
        latest = np.where(index.latest == UNKNOWN_DAY, _FAR, index.latest)
        since = ordinal(self.since)
        until = ordinal(self.until) if self.until else _FAR
        then: Mask = dated & (latest >= since) & (index.earliest <= until)
        return then

    def ordered(self, index: Index, chosen: Mask) -> Sequence[int]:
        """The positions of the `chosen` events in this order."""
        at = np.flatnonzero(chosen)
        if self.sort == "-time":
            at = at[::-1]
        elif self.sort == "-killed":
            at = at[np.argsort(-index.killed[at], kind="stable")]
        elif self.sort in ("-reports", "-origins"):
            field = self.sort[1:]
            held = np.asarray([-len(getattr(index.events[i], field)) for i in at], dtype=np.int32)
            at = at[np.argsort(held, kind="stable")]
        return [int(i) for i in at]


def _search(chosen: Mask, words: Sequence[str], wanted: Sequence[str]) -> None:
    """Take those events out of `chosen` whose words don't hold all that is wanted."""
    for at in map(int, np.flatnonzero(chosen)):
        text = words[at]
        if not all(word in text for word in wanted):
            chosen[at] = False
