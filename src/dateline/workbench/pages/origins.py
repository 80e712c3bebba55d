"""Origins: whom the events go back to, which outlets carry that, and which texts are copies."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.case import Rows
from dateline.case.rows import Row
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups
from dateline.workbench.paging import part_of

_OUTLETS = 6


@dataclass(frozen=True, slots=True)
class Origin:
    """Who stands behind `events` events, `alone` behind how many of them, and which `outlets` carry them."""

    name: str
    events: int
    alone: int
    outlets: tuple[tuple[str, int], ...]


def origins(ask: Ask) -> Page:
    """The origins, those of the most events first, and the copies among the reports."""
    record, shelf = ask.state.shelf.record, ask.state.shelf
    found = ask.state.once("origins", lambda: _origins(ask))
    part = part_of(found, ask.whole("page", 1, len(found) + 1, 1))

    def context() -> Mapping[str, object]:
        return {
            "part": part,
            "copies": record.copies,
            "most": found[0].events if found else 0,
            **lookups(ask),
        }

    def plain() -> Mapping[str, object]:
        copies = [
            {"report": shelf.reports[c.report].name, "copy": shelf.reports[c.copy].name, "share": c.share}
            for c in record.copies
        ]
        return {"rows": _rows(found).to_dicts(), "copies": copies}

    return Page("origins", "Origins", "origins.html", context, lambda: _rows(found), plain)


def _origins(ask: Ask) -> list[Origin]:
    reports = ask.state.shelf.reports
    events: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    outlets: dict[str, Counter[str]] = {}
    for event in ask.state.index.events:
        told = {reports[r].outlet or reports[r].name for r in event.reports}
        for name in event.origins:
            events[name] += 1
            alone[name] += len(event.origins) == 1
            outlets.setdefault(name, Counter()).update(told)
    ranked = sorted(events.items(), key=lambda item: (-item[1], item[0]))
    return [Origin(name, count, alone[name], _most(outlets[name])) for name, count in ranked]


def _most(outlets: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(outlets.items(), key=lambda item: (-item[1], item[0]))[:_OUTLETS])


def _rows(found: list[Origin]) -> Rows:
    columns = ("origin", "events", "alone", "outlets")
    rows: list[Row] = [
        {
            "origin": one.name,
            "events": one.events,
            "alone": one.alone,
            "outlets": "; ".join(f"{outlet} ({count})" for outlet, count in one.outlets),
        }
        for one in found
    ]
    return Rows("origins", columns, rows)
