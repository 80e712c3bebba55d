"""Events: the list with its filters, and one event with all that it rests on."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.case import Rows
from dateline.case.decided import edits_of
from dateline.case.handle import named
from dateline.case.views import VIEWS
from dateline.export.grounds import Ground, values
from dateline.model import Event, EventClaim
from dateline.model.codec import to_plain
from dateline.workbench.choice import FACETS, SORTS, Choice
from dateline.workbench.draw.chart import toll_charts
from dateline.workbench.draw.map import little_map
from dateline.workbench.facet import Counted, Mask
from dateline.workbench.index import Index
from dateline.workbench.page import Ask, Page
from dateline.workbench.paging import Part, part_of

_SHOWN_VALUES = 8
_ROWS_AT_ONCE = 500


def events(ask: Ask) -> Page:
    """The events that the address chooses, a part at a time."""
    choice, index = Choice.of(ask.params), ask.state.index
    mask = choice.mask(index)
    order = choice.ordered(index, mask)
    part = part_of(order, ask.whole("page", 1, len(order) + 1, 1))
    shown = [index.events[at] for at in part.items]

    def context() -> Mapping[str, object]:
        return {
            "choice": choice,
            "part": part,
            "events": shown,
            "facets": facets(index, choice, mask),
            "sorts": SORTS,
            "total": len(index.events),
            **lookups(ask),
        }

    def plain() -> Mapping[str, object]:
        return {"count": part.total, **_next(ask, choice, part), "rows": rows_of(ask, shown).to_dicts()}

    return Page(
        "events",
        "Events",
        "events.html",
        context,
        lambda: rows_of(ask, [index.events[at] for at in order]),
        plain,
        lambda: parts_of(ask, order),
    )


def lookups(ask: Ask) -> dict[str, object]:
    """What every template that shows events needs."""
    return {"shelf": ask.state.shelf, "index": ask.state.index}


def rows_of(ask: Ask, chosen: Sequence[Event]) -> Rows:
    """The rows of events, with the columns that `dateline ref columns` explains."""
    return VIEWS["events"].rows(ask.state.shelf, chosen)


def parts_of(ask: Ask, order: Sequence[int]) -> Iterator[Rows]:
    """The rows of events by their positions, some at a time; one part without rows where there are none."""
    events = ask.state.index.events
    for start in range(0, max(1, len(order)), _ROWS_AT_ONCE):
        yield rows_of(ask, [events[at] for at in order[start : start + _ROWS_AT_ONCE]])


def facets(index: Index, choice: Choice, mask: Mask) -> dict[str, list[Counted]]:
    """The values to narrow by; those of a facet that is a filter are counted without it, as alternatives."""
    found = {}
    for name in FACETS:
        on = choice.on(name)
        among = choice.mask(index, without=name) if on else mask
        found[name] = index.facets[name].counted(among, on, _SHOWN_VALUES)
    return found


def _next(ask: Ask, choice: Choice, part: Part[int]) -> dict[str, object]:
    after = choice.address(page=str(part.after)) if part.after else None
    return {"next": ask.address.to("/events.json", after) if after else None}


def event(ask: Ask) -> Page:
    """One event, by its id or the beginning of it."""
    index, shelf = ask.state.index, ask.state.shelf
    found = named(ask.named["id"], index.position)
    if len(found) != 1:
        raise LookupError(ask.named["id"])
    one = index.event(found[0])
    claims = [c for c in (shelf.claims[claim] for claim in one.claims) if isinstance(c, EventClaim)]

    def context() -> Mapping[str, object]:
        return {
            "event": one,
            "claims": claims,
            "fields": _fields(ask, claims),
            "edits": edits_of(shelf, one.claims),
            "disputes": index.disagreements.get(one.id, []),
            "updates": index.updates.get(one.id, []),
            "charts": toll_charts(one, claims, shelf),
            "chain": _chain(index, one),
            "map": little_map(one.places),
            **lookups(ask),
        }

    def plain() -> Mapping[str, object]:
        return {"event": to_plain(one), "claims": [to_plain(claim) for claim in claims]}

    title = f"{shelf.handles[one.id]}"
    return Page(
        f"event-{title}", title, "event.html", context, lambda: VIEWS["claims"].rows(shelf, claims), plain
    )


_Fields = dict[str, dict[str, list[tuple[EventClaim, Ground]]]]
"""For each field, for each value it has anywhere: the claims that give it, with their words."""


def _fields(ask: Ask, claims: Sequence[EventClaim]) -> _Fields:
    fields: _Fields = {}
    for claim in claims:
        for ground in values(ask.state.shelf, claim):
            label, value = ground[0], ground[1]
            if label not in ("rule", "answers"):
                fields.setdefault(label, {}).setdefault(value, []).append((claim, ground))
    return fields


def _chain(index: Index, one: Event) -> dict[str, list[Event]]:
    """What the event answers, and what answers it."""
    before = [index.event(one.responds_to)] if one.responds_to in index.position else []
    return {"Answers": before, "Answered by": [index.event(id_) for id_ in index.answers.get(one.id, ())]}
