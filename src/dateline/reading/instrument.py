"""Instrument: the weapon or means of an event, in dateline's words and the report's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.model import Report, Term
from dateline.reading import clause
from dateline.reading.table import rows

if TYPE_CHECKING:
    from dateline.language.tree import Token

_LONGEST = 4
_MEANS = frozenset({"with", "by", "of", "from", "in", "using", "via", "through"})
_MEASURES = frozenset(
    "kg kilo kilogram gram pound ton stick charge burst volley salvo barrage round load amount".split()
)  # of which the means itself is told behind "of": "20 kg of dynamite"
_REACH = frozenset(
    {"nsubj", "obj", "nsubj:pass", "compound", "amod", "obl", "nmod", "obl:agent", "advcl", "acl"}
)


@dataclass(frozen=True, slots=True)
class Means:
    """A row of the table of means found at tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    value: str
    mode: str | None


def means_at(token: Token) -> Means | None:
    """The longest row of the table whose last word is `token`."""
    doc, table = token.doc, _table()
    if token.text == "-":
        return None
    words: list[str] = []
    found = None
    at = token.i
    while at >= 0 and len(words) < _LONGEST:
        if doc[at].text != "-":
            words.insert(0, doc[at].lemma_.lower())
            row = table.get(" ".join(words))
            if row:
                found = Means(at, token.i + 1, row[0], row[1] or None)
        at -= 1
    return found


def find_instrument(tokens: Iterable[Token], report: Report) -> tuple[Term | None, str | None]:
    """The means by which what `tokens` say was done, and the mode that it makes of an attack."""
    for token in tokens:
        for near in _around(token):
            found = means_at(near)
            if found:
                doc = token.doc
                end = doc[found.end - 1].idx + len(doc[found.end - 1])
                return Term(found.value, report.span(doc[found.start].idx, end)), found.mode
    return None, None


def _around(token: Token) -> Iterator[Token]:
    """The trigger, its dependents, then the noun that it stands under ("drones" in "drones that hit")."""
    yield token
    for child in token.children:
        if child.dep_ in _REACH and (child.dep_ not in {"obl", "nmod"} or clause.case(child) in _MEANS):
            yield child
            yield from (c for c in child.children if c.dep_ in {"compound", "amod", "conj", "obj"})
            yield from _measured(child)
    if token.dep_ in {"acl", "acl:relcl", "compound", "amod"} or (
        token.dep_ in {"nmod", "obl"} and clause.case(token) in _MEANS
    ):
        yield token.head
    yield from (t for t in token.subtree if clause.case(t) == "with" or t.head.lower_ == "using")


def _measured(noun: Token) -> Iterator[Token]:
    """What `noun` is a measure or a dose of."""
    if noun.lemma_.lower() in _MEASURES:
        yield from (child for child in noun.children if clause.case(child) == "of")


@cache
def _table() -> dict[str, tuple[str, str]]:
    return {row["phrase"]: (row["value"], row["mode"]) for row in rows("instruments")}
