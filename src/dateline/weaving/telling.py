"""Telling: what one report tells by itself: its mentions, gathered to parts of what all reports tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model import EventClaim, Report
from dateline.weaving.bond import Bonds
from dateline.weaving.facet import Facet, Kin, facets_of, pooled
from dateline.weaving.join import Join
from dateline.weaving.within import told_within


@dataclass(frozen=True, slots=True)
class Part:
    """The mentions of one happening in a report in text order, their joins, and `pool`, all they say."""

    pool: Facet
    facets: tuple[Facet, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """The event claims of a report, their facets and the parts they make, each in canonical order."""

    claims: tuple[EventClaim, ...]
    facets: tuple[Facet, ...]
    parts: tuple[Part, ...]


class Tellings:
    """The tellings of a set of reports, made anew only where something that bears on them changed."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._kin: Kin = {}
        self._known: dict[str, Telling] = {}

    def of(self, claims: Iterable[EventClaim], kin: Kin, bonds: Bonds) -> list[Telling]:
        """A telling for each report of `claims`, which are in canonical order; `bonds` get the joins too."""
        if kin != self._kin:
            self._kin, self._known = kin, {}
        said: dict[str, list[EventClaim]] = defaultdict(list)
        for claim in claims:
            said[claim.report].append(claim)
        return [self._telling(report, tuple(told), bonds) for report, told in said.items()]

    def _telling(self, report: str, said: tuple[EventClaim, ...], bonds: Bonds) -> Telling:
        if any(bonds.bears_on(claim.id) for claim in said):
            return self._made(said, bonds)
        known = self._known.get(report)
        if known is None or known.claims != said:
            known = self._known[report] = self._made(said, bonds)
        else:
            for join in (join for part in known.parts for join in part.joins):
                bonds.join(join.one, join.other)
        return known

    def _made(self, said: tuple[EventClaim, ...], bonds: Bonds) -> Telling:
        facets = sorted(facets_of(said, self._reports, self._kin), key=lambda f: f.order)
        return Telling(said, tuple(facets), parts_of(facets, bonds))


def parts_of(facets: list[Facet], bonds: Bonds) -> tuple[Part, ...]:
    """The parts that the facets of one report make."""
    return tuple(Part(pooled(told), tuple(told), tuple(joins)) for told, joins in told_within(facets, bonds))
