"""Views: what can be listed from a case, as nouns and as rows with documented columns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.case import columns
from dateline.case.actors import actors_seen
from dateline.case.column import Column
from dateline.case.columns import SideSeen
from dateline.case.decided import decisions_seen
from dateline.case.origins import origins_seen
from dateline.case.rows import Row, Rows
from dateline.case.shelf import Shelf
from dateline.case.store import Kept
from dateline.case.timeline import Moment, timeline
from dateline.case.tolls import tolls_seen
from dateline.model import EventClaim


@dataclass(frozen=True, slots=True)
class View:
    """A list that a case gives: `about` it in a sentence, its columns, and its nouns."""

    name: str
    about: str
    columns: tuple[Column[Any], ...]
    nouns: Callable[[Shelf], Iterable[Any]]

    def rows(self, shelf: Shelf, nouns: Iterable[Any] | None = None) -> Rows:
        """Rows of all nouns, or of those given."""
        chosen = self.nouns(shelf) if nouns is None else nouns
        rows: list[Row] = [{c.name: c.value(noun, shelf) for c in self.columns} for noun in chosen]
        return Rows(self.name, [c.name for c in self.columns], rows)


@cache
def meanings() -> dict[tuple[str, str], str]:
    """What each column means, by view and column."""
    lines = files("dateline.case").joinpath("columns.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(view, column): about for column, views, about in rows for view in views.split(",")}


def _sides(shelf: Shelf) -> Iterable[SideSeen]:
    return (SideSeen(g, n, side) for g in shelf.record.disagreements for n, side in enumerate(g.sides, 1))


def _steps(shelf: Shelf) -> Iterable[SideSeen]:
    return (SideSeen(g, n, step) for g in shelf.record.updates for n, step in enumerate(g.steps, 1))


def _moments(shelf: Shelf) -> Iterable[Moment]:
    return timeline(shelf.record.events)


def _by_day(shelf: Shelf) -> Iterable[Kept]:
    """Reports in order of publication, undated ones last."""
    return sorted(shelf.kept, key=lambda k: (k.report.published or "9999", k.report.name, k.report.id))


def _event_claims(shelf: Shelf) -> Iterable[EventClaim]:
    return (c for kept in shelf.kept for c in kept.claims if isinstance(c, EventClaim))


_ALL = (
    View(
        "events", "Occurrences, each woven from all claims of it.", columns.EVENT, lambda s: s.record.events
    ),
    View("claims", "Every mention of an event, report by report.", columns.CLAIM, _event_claims),
    View("relations", "Lasting ties that reports state.", columns.RELATION, lambda s: s.record.relations),
    View("figures", "Numbers about a state or a period.", columns.FIGURE, lambda s: s.record.figures),
    View("disagreements", "What can't all be right, side by side.", columns.DISAGREEMENT, _sides),
    View("updates", "Numbers that later reports revised, step by step.", columns.UPDATE, _steps),
    View("copies", "Reports that carry one text.", columns.COPY, lambda s: s.record.copies),
    View("actors", "Who does and suffers what.", columns.ACTOR, lambda s: actors_seen(s.record.events)),
    View("reports", "The reports of the case.", columns.REPORT, _by_day),
    View("timeline", "Events in order of time, with their answers.", columns.MOMENT, _moments),
    View("tolls", "The numbers of each event as reports gave them.", columns.TOLL, tolls_seen),
    View("origins", "To whom claims go back, and who repeats whom.", columns.ORIGIN, origins_seen),
    View("decisions", "What people decided, and whether it holds.", columns.DECISION, decisions_seen),
)
VIEWS: dict[str, View] = {view.name: view for view in _ALL}
