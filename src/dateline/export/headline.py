"""Headline: an event in a line of words."""

from textwrap import shorten

from dateline.export.cell import parties, place
from dateline.export.shown import inert
from dateline.model import Event

_LONGEST = 240


def headline(event: Event) -> str:
    """What was done, by whom, to whom, where; and that it is not told as done, where it is not."""
    act = event.mode or event.type.lower()
    status = "" if event.status == "actual" else f" ({event.status})"
    by = f" by {parties(event.actors)}" if event.actors else ""
    target = f", target {parties(event.targets)}" if event.targets else ""
    at = f", {place(event.places)}" if event.places else ""
    words = shorten(inert(f"{act}{by}{target}{at}{status}"), _LONGEST, placeholder=" …")
    return words[:1].upper() + words[1:]
