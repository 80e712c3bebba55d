"""How MUC-4 tells an incident: its stage, its days, and how far an organisation's part in it is certain."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.model import EventClaim

_CONFIDENCE = {
    "fact": "REPORTED AS FACT",
    "claimed": "CLAIMED OR ADMITTED",
    "possible": "POSSIBLE",
    "accused": "SUSPECTED OR ACCUSED",
    "accused_by_authorities": "SUSPECTED OR ACCUSED BY AUTHORITIES",
}
_THREATENED = frozenset({"threatened", "planned", "demanded"})
_DAY = re.compile(r"\d{2} [A-Z]{3} \d{2}")

Days = tuple[str | None, str | None]
"""First and last day in ISO form, None where that side is open."""


def stages(event: EventClaim) -> tuple[str, ...]:
    """The stages that the status of `event` may stand for; an attempt is no status of its own."""
    return ("THREATENED",) if event.status in _THREATENED else ("ACCOMPLISHED",)


def confidences(event: EventClaim) -> set[str]:
    """How the part of the organisation is told: who claims the act admits it."""
    told = {_CONFIDENCE[event.attribution]}
    return told | {_CONFIDENCE["claimed"]} if event.claimed_by else told


def dates(value: str) -> list[Days]:
    """What a date slot allows: "04 FEB 90", "02 FEB 90 - 04 FEB 90", "- 04 FEB 90" (on or before that day).

    Brackets mark a date that was inferred. A date by which it had happened also stands for that day itself.
    """
    days = [_iso(day) for day in _DAY.findall(value)]
    if not days:
        return []
    if value.strip("( ").startswith("-"):
        return [(None, days[0]), (days[0], days[0])]
    return [(days[0], days[-1])]


def _iso(day: str) -> str:
    return datetime.strptime(day.title(), "%d %b %y").date().isoformat()
