"""Triggers: the words that say an event, with the type that a trained model reads from their context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model.vocabulary import EventType
from dateline.reading.features import Context, is_candidate
from dateline.reading.lexicon import Entry, Lexicon, Match
from dateline.reading.weights import Weights

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

THRESHOLD = 0.7
"""Least probability of being an event at all; chosen on annotated reports, see docs/models/events.md."""

_NONE = "none"
_DEFAULT_FRAMES = {"VERB": "act", "AUX": "act"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """`token` heads the words `start` to `end` (token indices, end exclusive) that say an event of `type`.

    `entry` is the row of the lexicon that fits, None where only the context speaks for the event.
    `score` is the model's probability of an event of any type, 1 where the user's lexicon decides.
    """

    token: Token
    start: int
    end: int
    type: EventType
    entry: Entry | None
    score: float

    @property
    def frame(self) -> str:
        """The name of the frame that says where the roles usually stand."""
        return self.entry.frame if self.entry else _DEFAULT_FRAMES.get(self.token.pos_, "strike")

    @property
    def reason(self) -> str:
        """Why this is an event: the row of the lexicon, or the model alone, with the score."""
        return f"{self.entry.name if self.entry else 'model:events'} {self.score:.2f}"


def match(doc: Doc, lexicon: Lexicon) -> dict[int, Match]:
    """What the lexicon matches in `doc`, by the index of the head word."""
    return {token.i: found for token in doc if (found := lexicon.match(token))}


def find_triggers(context: Context, spans: Iterable[tuple[int, int]]) -> tuple[Trigger, ...]:
    """Every trigger that lies in one of `spans` (character offsets), in text order."""
    weights, bounds = Weights.load("events"), list(spans)
    found = []
    for token in context.doc:
        if is_candidate(token, context.matches) and any(s <= token.idx < e for s, e in bounds):
            trigger = _decide(token, context, weights)
            if trigger is not None:
                found.append(trigger)
    return tuple(found)


def _decide(token: Token, context: Context, weights: Weights) -> Trigger | None:
    fitting = context.matches.get(token.i)
    entries = fitting.entries if fitting else ()
    fixed = next((e for e in entries if e.strength == "always"), None)
    if fitting and fixed:
        return Trigger(token, fitting.start, fitting.end, fixed.type, fixed, 1.0)
    odds = weights.probabilities(context.features(token))
    none = weights.classes.index(_NONE)
    score = 1.0 - float(odds[none])
    if score < THRESHOLD:
        return None
    odds[none] = 0.0
    likeliest: EventType = weights.classes[int(odds.argmax())]  # type: ignore[assignment]
    entry = next((e for e in entries if e.type == likeliest), None)
    if fitting and entry:
        return Trigger(token, fitting.start, fitting.end, likeliest, entry, score)
    return Trigger(token, token.i, token.i + 1, likeliest, None, score)
