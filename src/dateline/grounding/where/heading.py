"""Heading: the place that opens an item of a list ("2) Aleppo: …") is the place of what the item tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.grounding.where.spots import Spot

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

HEADED = "heading of the item"
"""Evidence of a place that an event has from its item's heading."""

_MARK = re.compile(r"[ \t]*(?:[•◦▪*–—-]|\(?\d{1,3}[.):]|\(?[a-z]\))?[ \t]*(?:In |Near )?")
_COLON = re.compile(r" ?:[ \t]")


class Headings:
    """The items of one document that open with a place and a colon."""

    def __init__(self, doc: Doc, spots: Sequence[Spot]) -> None:
        text = doc.text
        self._items = [
            (span.start, end if end > 0 else len(text), spot)
            for spot in spots
            if _heads_item(text, (span := spot.where.span).start, span.end)
            for end in [text.find("\n", span.end)]
        ]

    def over(self, token: Token) -> list[Spot]:
        """The place that heads the item of `token`; or none."""
        return [spot for start, end, spot in self._items if start <= token.idx < end]


def _heads_item(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return _COLON.match(text, end) is not None and _MARK.fullmatch(text, line, start) is not None
