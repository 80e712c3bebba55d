"""Disagreements: what can't all be right, with the words of every side."""

from collections import Counter
from collections.abc import Mapping

from dateline.case import Rows
from dateline.case.columns import SideSeen
from dateline.case.views import VIEWS
from dateline.model import Disagreement
from dateline.workbench.index import folded
from dateline.workbench.page import Ask, Page
from dateline.workbench.pages.events import lookups
from dateline.workbench.paging import part_of

_PART = 20


def disagreements(ask: Ask) -> Page:
    """The disagreements; `field` narrows to what they are about, `q` to words of theirs."""
    every = ask.state.shelf.record.disagreements
    field, words = ask.params.get("field", ""), folded(ask.params.get("q", "")).split()
    chosen = [d for d in every if (not field or d.field == field) and _has(d, words)]
    part = part_of(chosen, ask.whole("page", 1, len(chosen) + 1, 1), _PART)

    def context() -> Mapping[str, object]:
        return {
            "part": part,
            "field": field,
            "fields": Counter(d.field for d in every),
            "q": ask.params.get("q", ""),
            **lookups(ask),
        }

    def rows() -> Rows:
        sides = [SideSeen(d, number, side) for d in chosen for number, side in enumerate(d.sides, 1)]
        return VIEWS["disagreements"].rows(ask.state.shelf, sides)

    return Page("disagreements", "Disagreements", "disagreements.html", context, rows)


def _has(one: Disagreement, words: list[str]) -> bool:
    if not words:
        return True
    text = folded(" ".join((one.about, *(q.text for side in one.sides for q in side.quotes))))
    return all(word in text for word in words)
