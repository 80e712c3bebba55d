"""Overview: what the case holds, in numbers that lead further."""

from collections.abc import Mapping

import numpy as np

from dateline.case import Rows
from dateline.case.rows import Row
from dateline.workbench.page import Ask, Page

_MOST_ACTORS = 8
_MOST_DISPUTES = 3
_MOST_PLACES = 8


def overview(ask: Ask) -> Page:
    """The first page: counts, the sharpest disagreements, who and where most, and what to do first."""
    return Page("overview", "Overview", "overview.html", lambda: _context(ask), lambda: _rows(ask))


def _context(ask: Ask) -> Mapping[str, object]:
    state = ask.state
    record, index = state.shelf.record, state.index
    core = index.core
    days = [k.report.published for k in state.shelf.kept if k.report.published]
    return {
        "counts": _counts(ask),
        "record": record,
        "shelf": state.shelf,
        "index": index,
        "path": str(ask.desk.path),
        "known": (min(days), max(days)) if days else None,
        "disputes": record.disagreements[:_MOST_DISPUTES],
        "actors": list(index.actors.values())[:_MOST_ACTORS],
        "places": list(index.facets["place"].counts(core).items())[:_MOST_PLACES] if index.events else [],
        "types": index.facets["type"].counts(core) if index.events else {},
        "unread": len({kept.read_by for kept in state.shelf.kept}) > 1,
    }


def _counts(ask: Ask) -> list[tuple[str, int, str]]:
    """Name, number and page of everything that is counted."""
    state = ask.state
    record, index = state.shelf.record, state.index
    core = int(np.count_nonzero(index.core))
    return [
        ("reports", len(state.shelf.reports), "/reports"),
        ("claims", len(state.shelf.claims), "/reports"),
        ("events", core, "/events"),
        ("background events", len(record.events) - core, "/events"),
        ("actors", len(index.actors), "/actors"),
        ("ties", len(record.relations), "/network"),
        ("disagreements", len(record.disagreements), "/disagreements"),
        ("revised numbers", len(record.updates), "/tolls"),
        ("copies", len(record.copies), "/origins"),
    ]


def _rows(ask: Ask) -> Rows:
    rows: list[Row] = [{"what": what, "number": number} for what, number, _ in _counts(ask)]
    return Rows("overview", ("what", "number"), rows)
