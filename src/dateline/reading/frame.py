"""Frames: where the roles of a kind of event usually stand in a sentence, as a table.

A cell lists paths as `clause.path` writes them, separated by "|"; columns are told in
docs/reference/events.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.reading.table import rows


class Frames:
    """The table of frames by name; an unknown frame has no usual places."""

    def __init__(self, places: dict[str, dict[str, str]]) -> None:
        self._places = places

    @classmethod
    def load(cls) -> Frames:
        """The shipped table."""
        return _shipped()

    @property
    def names(self) -> frozenset[str]:
        """Every frame that a row of the event lexicon may name."""
        return frozenset(self._places)

    def roles(self, frame: str, steps: Sequence[str]) -> list[str]:
        """The roles that usually stand at the end of the path `steps`: "actor", "target", both or none."""
        role = self._places.get(frame, {}).get(" ".join(steps))
        return role.split("+") if role else []


@cache
def _shipped() -> Frames:
    places: dict[str, dict[str, str]] = {}
    for row in rows("frames"):
        paths = places.setdefault(row["frame"], {})
        for role in ("actor", "target"):
            for path in filter(None, (cell.strip() for cell in row[role].split("|"))):
                paths[path] = f"{paths[path]}+{role}" if path in paths else role
    return Frames(places)
