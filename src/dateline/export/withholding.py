"""Withholding: all that was chosen, in a wording without the names or places that are not to be told."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.export.chosen import Chosen
from dateline.export.coarsening import Coarsening
from dateline.export.masking import Masking
from dateline.export.rewriting import Rewriting, Wording, joined
from dateline.export.walk import changed
from dateline.model import Claim, Decision, Record, Span, Where

N = TypeVar("N")

# Fields in which names of people and places are written out; all others hold ids, numbers and fixed words.
_WRITTEN = frozenset({"name", "who", "value", "speakers", "about", "origins", "joins", "names", "note"})


def withheld(shelf: Shelf, chosen: Chosen) -> Chosen:
    """`chosen`, which was taken from `shelf`, as its options ask for it."""
    return _Withholding(shelf, chosen).chosen()


class _Rewritings(dict[str, Rewriting]):
    """The rewriting of each report of a case, made when it is first asked for."""

    def __init__(self, kept: Iterable[Kept], masking: Masking | None, coarsening: Coarsening | None) -> None:
        super().__init__()
        self._kept = {one.report.id: one for one in kept}
        self._makers = [maker for maker in (masking, coarsening) if maker]

    def __missing__(self, id_: str) -> Rewriting:
        kept = self._kept[id_]
        self[id_] = made = Rewriting(kept.report, joined(maker.wording(kept) for maker in self._makers))
        return made


class _Withholding:
    """Puts all nouns of an export into other words."""

    def __init__(self, shelf: Shelf, chosen: Chosen) -> None:
        options = chosen.options
        self._chosen = chosen
        self._coarsening = Coarsening.to(options.coarsen) if options.coarsen else None
        kept = _all_told(shelf)
        masking = Masking(kept) if options.mask_private else None
        self._rewritings = _Rewritings(kept, masking, self._coarsening)
        reviewers = dict.fromkeys(decision.by for decision in shelf.decisions) if masking else {}
        self._reviewers = {by: f"Reviewer {number}" for number, by in enumerate(reviewers, 1)}

    def chosen(self) -> Chosen:
        """All of it."""
        before = self._chosen
        made = Chosen(
            map(self._kept, before.kept), self._record(before.record), before.version, before.options
        )
        if before.decisions:
            self._decide(made)
        return made

    def _kept(self, kept: Kept) -> Kept:
        claims = tuple(self._noun(claim, (claim.report,)) for claim in kept.claims)
        return replace(kept, report=self._rewritings[kept.report.id].report, claims=claims)

    def _record(self, record: Record) -> Record:
        reports = {event.id: event.reports for event in record.events}
        return Record(
            events=tuple(self._noun(e, e.reports) for e in record.events),
            relations=tuple(self._noun(c, (c.report,)) for c in record.relations),
            figures=tuple(self._noun(c, (c.report,)) for c in record.figures),
            disagreements=tuple(
                self._noun(d, (quote.report for side in d.sides for quote in side.quotes))
                for d in record.disagreements
            ),
            updates=tuple(self._noun(u, reports[u.event]) for u in record.updates),
            copies=tuple(self._noun(c, (c.report, c.copy)) for c in record.copies),
        )

    def _decide(self, made: Chosen) -> None:
        before = self._chosen
        new = {d.id: self._decision(d) for d in (*before.decisions, *before.judged.holding)}
        as_read = {id_: self._noun(claim, (claim.report,)) for id_, claim in before.as_read.items()}
        edits = {
            id_: {field: self._decision(decision) for field, decision in edits.items()}
            for id_, edits in before.judged.edits.items()
        }
        holding = tuple(new[d.id] for d in before.judged.holding)
        judged = replace(before.judged, claims=(), edits=edits, holding=holding)
        made.decided((new[d.id] for d in before.decisions), as_read, judged)

    def _decision(self, decision: Decision) -> Decision:
        marks = (*decision.claims, *decision.apart)
        made = self._noun(decision, [mark.span.report for mark in marks] or list(self._chosen.reports))
        return replace(made, by=self._reviewers.get(decision.by, decision.by))

    def _noun(self, noun: N, reports: Iterable[str]) -> N:
        wording = joined(self._rewritings[id_].wording for id_ in dict.fromkeys(reports))

        def change(value: object, field: str) -> object:
            if isinstance(value, Span):
                return self._rewritings[value.report].span(value)
            if isinstance(value, str):
                return wording.of(value) if field in _WRITTEN else value
            if isinstance(value, Where):
                return self._place(value, wording)
            if isinstance(value, tuple) and value and isinstance(value[0], Where):
                return self._places(value, wording)
            return value

        return changed(noun, change)

    def _place(self, where: Where, wording: Wording) -> Where:
        """A coarser place has its own name; another one that of the report, which may be a person's."""
        coarse = self._coarsening.of(where) if self._coarsening else where
        name = wording.of(where.name) if coarse is where else coarse.name
        return replace(coarse, name=name, span=self._rewritings[where.span.report].span(where.span))

    def _places(self, places: Iterable[Where], wording: Wording) -> tuple[Where, ...]:
        """Places that fall together stand once."""
        seen: dict[tuple[object, ...], Where] = {}
        for where in (self._place(place, wording) for place in places):
            seen.setdefault((where.name, where.lat, where.lon), where)
        return tuple(seen.values())


def _all_told(shelf: Shelf) -> list[Kept]:
    """The reports with all their claims, those too that people rejected or edited: they name people."""
    read: dict[str, list[Claim]] = {}
    for claim in shelf.as_read.values():
        read.setdefault(claim.report, []).append(claim)
    return [
        replace(kept, claims=tuple(dict.fromkeys((*kept.claims, *read.get(kept.report.id, ())))))
        for kept in shelf.kept
    ]
