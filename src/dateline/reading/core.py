"""Core or background: would every trained coder enter this event as a row of its own?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.reading.features import Context
from dateline.reading.trigger import Trigger
from dateline.reading.weights import Weights

CORE = "core"
BACKGROUND = "background"
BACKGROUND_LEAST = 0.8
"""Least probability of an event that is background: more than core asks. See docs/models/events.md."""


CORE_LEAST = 0.65
"""Least probability of an event that is core; what is less likely to be one must be the likelier an event."""


def is_core(trigger: Trigger, context: Context) -> bool:
    """False for what is vague, habitual or only told to explain something else."""
    return core_chance(trigger, context) >= CORE_LEAST


def core_chance(trigger: Trigger, context: Context) -> float:
    """How likely the event of `trigger` is core, 0 to 1."""
    weights = Weights.load("core")
    odds = weights.probabilities(features(trigger, context))
    return float(odds[weights.classes.index(CORE)])


def features(trigger: Trigger, context: Context) -> list[str]:
    """What is seen of a trigger: its context and the type that it was given."""
    seen = context.features(trigger.token)
    return [*seen, *_typed(trigger, seen)]


def _typed(trigger: Trigger, seen: list[str]) -> Iterator[str]:
    yield f"type={trigger.type}"
    yield from (
        f"{trigger.type}+{name}" for name in seen if name.startswith(("dep=", "tag=", "sentence=", "det="))
    )
