"""Ties: two words of a sentence that a third joins by a relation, before and after anybody is named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from dateline.model.vocabulary import RelationType
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Token
    from dateline.model import Party


VIEWING = frozenset(
    {"designate", "list", "label", "consider", "regard", "view", "brand", "see", "classify", "deem", "call"}
)
"""Verbs by which somebody holds somebody else for something ("lists X as terrorist")."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`source` TYPE `target`: heads of the two phrases; `word` says it; `core` whether a coder would enter
    it."""

    type: RelationType
    source: Token
    target: Token
    word: Token
    core: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A tie whose ends are known: `source` TYPE `target`, said by `word`."""

    type: RelationType
    source: Party
    target: Party
    word: Token
    core: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of `data/relations.tsv`."""

    type: RelationType
    word: str
    source: str
    target: str
    core: bool


@cache
def patterns(form: str) -> dict[str, tuple[Pattern, ...]]:
    """The rows of one form by their word."""
    found: dict[str, list[Pattern]] = {}
    for row in rows("relations"):
        if row["form"] == form:
            kind = cast(RelationType, row["type"])
            pattern = Pattern(kind, row["word"], row["from"], row["to"], row["core"] == "yes")
            found.setdefault(row["word"], []).append(pattern)
    return {word: tuple(items) for word, items in found.items()}


@cache
def words() -> frozenset[str]:
    """Every word that may state a tie: the last word of each row, and the verbs of viewing."""
    return frozenset(
        {row["word"].split()[-1] for row in rows("relations") if row["type"]}
        | VIEWING
        | {"led", "held", "ran"}
    )
