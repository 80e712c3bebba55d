"""Befalling: what a word says of those whom a number counts ("killed 12 people", "12 dead").

The words stand in `data/counted.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Span, Token
    from dateline.reading.amount import Amount

HARM = frozenset({"killed", "injured", "killed and injured"})
"""What violence does to people."""


@dataclass(frozen=True, slots=True)
class Toll:
    """`amount` and `what` befell it; `anchor` is the word that says so, `again` that it tells no act of its
    own but the number of one told before ("the number of injured rose to 34")."""

    what: str
    amount: Amount
    anchor: Token
    again: bool = False


@cache
def befalls(kind: str) -> dict[str, str]:
    """Words of one kind in `data/counted.tsv` with what they say of the counted."""
    return {row["word"]: row["what"] for row in rows("counted") if row["kind"] == kind}


def number_of(amount: Amount) -> Span | None:
    """The words of the number, bound words included; None where the tokens don't fit it."""
    number: Span | None = amount.noun.doc.char_span(
        amount.number.start, amount.number.end, alignment_mode="expand"
    )
    return number
