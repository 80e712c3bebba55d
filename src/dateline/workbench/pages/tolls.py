"""Tolls: numbers of single events as they were told over time, and all of them by month."""

from collections.abc import Mapping, Sequence

from dateline.case import Rows
from dateline.case.columns import SideSeen
from dateline.case.views import VIEWS
from dateline.model import Event, EventClaim
from dateline.workbench.draw.chart import months, toll_charts
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups
from dateline.workbench.paging import part_of

_WHATS = ("killed", "injured", "detained", "abducted", "displaced")
_PART = 10


def tolls(ask: Ask) -> Page:
    """A chart for each event of which more than one number is told, and one of all by month."""
    what = ask.params.get("what") or "killed"
    if what not in _WHATS:
        raise ValueError(f"{what} is not counted here; there are {', '.join(_WHATS)}")
    index = ask.state.index
    chosen = ask.state.once("retold", lambda: [event for event in index.events if _is_retold(event)])
    part = part_of(chosen, ask.whole("page", 1, len(chosen) + 1, 1), _PART)

    def context() -> Mapping[str, object]:
        return {
            "what": what,
            "whats": _WHATS,
            "months": ask.state.once(f"months {what}", lambda: months(index.events, what)),
            "part": part,
            "charts": {
                event.id: toll_charts(event, _claims(ask, event), ask.state.shelf) for event in part.items
            },
            "updates": index.updates,
            **lookups(ask),
        }

    def rows() -> Rows:
        updates = ask.state.shelf.record.updates
        return VIEWS["updates"].rows(
            ask.state.shelf, [SideSeen(u, n, step) for u in updates for n, step in enumerate(u.steps, 1)]
        )

    return Page("tolls", "Tolls", "tolls.html", context, rows)


def _is_retold(event: Event) -> bool:
    """True when more than one number is given for one thing, in more than one report."""
    given = [count.what for count in event.counts]
    return len(event.reports) > 1 and len(set(given)) < len(given)


def _claims(ask: Ask, event: Event) -> Sequence[EventClaim]:
    claims = (ask.state.shelf.claims[claim] for claim in event.claims)
    return [claim for claim in claims if isinstance(claim, EventClaim)]
