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
    from dateline.language.tree import Doc, Token

LEAST = {"always": 0.0, "sure": 0.65, "likely": 0.55, "context": 0.55}
"""Least probability of being an event at all, by the strength of its row; LEAST_UNKNOWN where no row fits.

Chosen on annotated reports, see docs/models/events.md: the model trusts rows of strength "sure" too much.
"""
LEAST_UNKNOWN = 0.7
_KNOWN_TYPE = 2.0  # how far the types of a word's own rows go before those that the model takes from others

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
    def needed(self) -> float:
        """Least `score` at which the words are read as an event."""
        return LEAST[self.entry.strength] if self.entry else LEAST_UNKNOWN

    @property
    def reason(self) -> str:
        """Why this is an event: the row of the lexicon, or the model alone, with the score."""
        return f"{self.entry.name if self.entry else 'model:events'} {self.score:.2f}"


def match(doc: Doc, lexicon: Lexicon) -> dict[int, Match]:
    """What the lexicon matches in `doc`, by the index of the head word."""
    return {token.i: found for token in doc if (found := lexicon.match(token))}


def find_triggers(context: Context, spans: Iterable[tuple[int, int]]) -> tuple[Trigger, ...]:
    """Every trigger that lies in one of `spans` (character offsets), in text order."""
    bounds = list(spans)
    inside = (token for token in context.doc if any(s <= token.idx < e for s, e in bounds))
    candidates = (likeliest(token, context) for token in inside if is_candidate(token, context.matches))
    return tuple(trigger for trigger in candidates if trigger.score >= trigger.needed)


def likeliest(token: Token, context: Context) -> Trigger:
    """The event that `token` most likely says, be it likely enough or not."""
    fitting = context.matches.get(token.i)
    entries = fitting.entries if fitting else ()
    fixed = next((e for e in entries if e.strength == "always"), None)
    if fitting and fixed:
        return Trigger(token, fitting.start, fitting.end, fixed.type, fixed, 1.0)
    odds = _odds(token, context)
    score = 1.0 - odds.pop(_NONE)
    known = {entry.type for entry in entries}
    kind = max(odds, key=lambda each: odds[each] * (_KNOWN_TYPE if each in known else 1.0))
    entry = next((e for e in entries if e.type == kind), None)
    if fitting and entry:
        return Trigger(token, fitting.start, fitting.end, entry.type, entry, score)
    return Trigger(token, token.i, token.i + 1, kind, None, score)  # type: ignore[arg-type]


def _odds(token: Token, context: Context) -> dict[str, float]:
    """What the model gives to each type, and to no event."""
    weights = Weights.load("events")
    values = weights.probabilities(context.features(token))
    return dict(zip(weights.classes, map(float, values), strict=True))
