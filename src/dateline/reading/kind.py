"""Kind: the mode of an event, the short word that says how it was done."""

from __future__ import annotations

from dateline.reading.mention import Mention

GENERIC = frozenset(
    {"attack", "killing", "injury", "death", "violence", "military operation", "war", "destruction"}
)
"""Modes that say no more than that there was violence; a means or another word of the mention says more."""
_SHOOTING = "shooting"


def mode_of(mention: Mention, by_means: str | None) -> str | None:
    """The mode that the trigger words of `mention` name, else by its means, else a generic one."""
    named = [trigger.entry.mode for trigger in mention.triggers if trigger.entry and trigger.entry.mode]
    telling = next((mode for mode in named if mode not in GENERIC), None)
    # "rockets were fired at the base" is said in the words for a shooting
    if telling is not None and not (telling == _SHOOTING and by_means):
        return telling
    if by_means is not None and mention.best.type == "ASSAULT":
        return by_means
    return telling or next(iter(named), None)
