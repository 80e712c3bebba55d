"""The time line of the events that an address chooses."""

from collections.abc import Mapping, Sequence

from dateline.workbench.choice import Choice
from dateline.workbench.draw.timeline import MOST_LANES, time_line
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import facets, lookups, parts_of, rows_of

LANES = ("type", "actor", "target", "place", "status", "outlet")
"""What the lanes can be."""


def timeline(ask: Ask) -> Page:
    """Events as intervals, in lanes by type, actor, place and so on."""
    choice, index = Choice.of(ask.params), ask.state.index
    by = ask.params.get("lanes") or "type"
    if by not in LANES:
        raise ValueError(f"{by} makes no lanes; there are {', '.join(LANES)}")
    mask = choice.mask(index)

    def context() -> Mapping[str, object]:
        facet = index.facets[by]
        values = choice.on(by) or list(facet.counts(mask))[:MOST_LANES]
        return {
            "choice": choice,
            "facets": facets(index, choice, mask),
            "lanes": LANES,
            "by": by,
            "line": time_line(index, mask, {value: facet.mask([value]) for value in values}),
            "total": len(index.events),
            "chosen": int(mask.sum()),
            **lookups(ask),
        }

    def order() -> Sequence[int]:
        return choice.ordered(index, mask)

    return Page(
        "timeline",
        "Timeline",
        "timeline.html",
        context,
        lambda: rows_of(ask, [index.events[at] for at in order()]),
        parts=lambda: parts_of(ask, order()),
    )
