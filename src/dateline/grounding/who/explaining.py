"""Explaining: how the words at a spot of a report were brought to an actor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.grounding.who.cast import find_actors
from dateline.grounding.who.gathering import context_of
from dateline.grounding.who.inquiry import Inquiry, inquire
from dateline.grounding.who.names import find_names
from dateline.grounding.who.registry import Registry
from dateline.model import Party, Report

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token


@dataclass(frozen=True, slots=True)
class Explained:
    """A party at a spot of a report, and what the registry answers to the name that it goes by there.

    `context` are the ids of those whom the report names beyond doubt: they decide between namesakes.
    """

    party: Party
    inquiry: Inquiry
    context: tuple[str, ...]


def explain(doc: Doc, report: Report, registry: Registry, words: str) -> Iterator[Explained]:
    """Each party that `words` stand for, wherever they stand in `report`, in text order.

    Nothing where they stand nowhere, or for nobody.
    """
    cast = find_actors(doc, report, registry)
    context = context_of(list(find_names(doc, registry)), registry, report.published)
    for spot in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", report.text):
        start, end = spot.span()
        named = [party for party in cast.mentions if party.span.start < end and start < party.span.end]
        for party in named or cast.parties(_head(doc, start, end)):
            text = (party.via or party.span).text
            yield Explained(party, inquire(registry, text, context, report.published), tuple(sorted(context)))


def _head(doc: Doc, start: int, end: int) -> Token:
    """The token of the characters `start:end` that the others hang on."""
    tokens = [token for token in doc if token.idx < end and start < token.idx + len(token)]
    return next(token for token in tokens if token.head == token or token.head not in tokens)
