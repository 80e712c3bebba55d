"""Headcounts: how many bear a role of an event, where no word beside the number says what befell them.

"2,000 people marched" counts protesters, "dozens were rounded up" counts the detained. What a number of those
who act or are hit says for each kind of event stands in `data/headcounts.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.model import Count, Party, Report
from dateline.reading.amount import find_amounts
from dateline.reading.befalling import Toll
from dateline.reading.count import count_of
from dateline.reading.role import Roles
from dateline.reading.table import rows
from dateline.reading.toll import find_tolls

if TYPE_CHECKING:
    from dateline.grounding.who import Cast
    from dateline.language.tree import Doc
    from dateline.model.vocabulary import EventType


def headcounts(
    roles: Roles, type: EventType, mode: str | None, doc: Doc, report: Report, cast: Cast
) -> Iterator[Count]:
    """The numbers of those who bear a role in an event of `type` and `mode`, tolls left out."""
    told = {toll.amount.number.start for toll in find_tolls(doc, cast)}
    for role, parties in (("actor", roles.actors), ("target", roles.targets)):
        what = _meanings().get((type, mode or "", role)) or _meanings().get((type, "", role))
        if what is None:
            continue
        for amount in find_amounts(doc):
            if amount.number.start not in told and _is_of(amount.noun.idx, parties):
                yield count_of(Toll(what, amount, amount.noun), report)


def _is_of(at: int, parties: Iterable[Party]) -> bool:
    return any(party.span.start <= at < party.span.end for party in parties)


@cache
def _meanings() -> dict[tuple[str, str, str], str]:
    return {(row["type"], row["mode"], row["role"]): row["what"] for row in rows("headcounts")}
