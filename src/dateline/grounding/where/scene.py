"""Scene: where a report plays at a given point, for events that name no place of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.grounding.where.spots import Spot, is_speakers

if TYPE_CHECKING:
    from dateline.language.tree import Doc, Token

FADE = 0.85  # what a mention keeps of its weight one sentence later
LEAD = 0.5  # extra weight of what the first sentences name: they set the scene of the whole
LEAD_SENTENCES = 2
BESIDE = 0.3  # and of what the same paragraph names
LEAST = 0.2  # less than that is a name in passing
# By how a place stands: a subject or a possessor is more often a government than a place.
WEIGHTS = {"in": 1.0, "of": 0.6, "to": 0.6, "object": 0.6, "against": 0.6, "compound": 0.4, "": 0.4}
OTHER_WEIGHT = 0.2
SPEAKERS_WEIGHT = 0.2
DOERS_WEIGHT = 0.2  # of a country before a noun: "US airstrikes"
HEADING_WEIGHT = 3.0  # of a place in brackets that ends a line: "2. Esra Demir (Turkey)" heads a new case
_ENDS_HEADING = re.compile(r"\)[ \t]*(?:\n|$)")


class Scene:
    """Where one document plays, sentence by sentence."""

    def __init__(self, doc: Doc, spots: Sequence[Spot]) -> None:
        self._numbers = {sentence.start: number for number, sentence in enumerate(doc.sents)}
        self._text = text = doc.text
        self._spots = [(self._numbers[spot.root.sent.start], spot, _weight(spot, text)) for spot in spots]

    def at(self, token: Token) -> list[Spot]:
        """The spot that names where the report plays at `token`, from what is read so far; or none."""
        here = self._numbers[token.sent.start]
        weights: dict[str, float] = {}
        latest: dict[str, Spot] = {}
        for number, spot, weight in self._spots:
            if number > here:
                break
            key = spot.where.entry or spot.where.name
            fresh = FADE ** (here - number) + self._favour(number, spot, token)
            weights[key] = weights.get(key, 0.0) + weight * fresh
            latest[key] = spot
        best = max(weights, key=lambda key: (weights[key], latest[key].start), default=None)
        return [latest[best]] if best is not None and weights[best] >= LEAST else []

    def _favour(self, number: int, spot: Spot, token: Token) -> float:
        """What a mention is worth beyond its nearness."""
        lead = LEAD if number < LEAD_SENTENCES else 0.0
        is_beside = self._text.find("\n", spot.where.span.end, token.idx) < 0
        return max(lead, BESIDE) if is_beside else lead


def _weight(spot: Spot, text: str) -> float:
    span = spot.where.span
    if text.startswith("(", span.start - 1) and _ENDS_HEADING.match(text, span.end):
        return HEADING_WEIGHT
    if is_speakers(spot.root):
        return SPEAKERS_WEIGHT
    if spot.how == "compound" and spot.where.kind == "country":
        return DOERS_WEIGHT
    return WEIGHTS.get(spot.how, OTHER_WEIGHT)
