"""Context: what an expression that isn't complete by itself is resolved against."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.grounding.when.period import Period

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Home:
    """The day a report speaks from and how it is known: "publication" or "dateline".

    `start` is where the filing line's own date stands, None for a day of the front matter.
    """

    day: date
    anchor: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Focus:
    """The time that the text spoke of last: its period and the offset of its words."""

    period: Period
    start: int

    @property
    def anchor(self) -> str:
        """The anchor that `When` names."""
        return f"expression:{self.start}"


@dataclass(frozen=True, slots=True)
class Context:
    """Where one expression stands: the report's day, the time spoken of last, the tense around it.

    `home` is None for a report without a day. `focus` is the last dated expression before this one, `dayful`
    the last one that names a day. `narrative`: the sentence tells a past story, so that a month or a weekday
    without year goes on from `focus` rather than from `home`.
    """

    home: Home | None
    focus: Focus | None
    dayful: Focus | None
    tense: Tense | None
    narrative: bool

    @property
    def forward(self) -> bool:
        """True when the words around speak of what is still to come."""
        return self.tense == "future"

    def story(self) -> Focus | None:
        """The focus, where an incomplete date goes on from it: in a story, or with no day to speak from.

        Outside a story a bare year is background ("was listed in 2009"), from which no later date goes on.
        """
        if self.narrative:
            return self.focus
        known = self.home is None and self.focus is not None and self.focus.period.unit in ("day", "month")
        return self.focus if known else None


class Course:
    """The course of a text from one expression to the next: it keeps what was spoken of last."""

    def __init__(self, home: Home | None, narrative: bool) -> None:
        self._home = home
        self._narrative = narrative
        self._focus: Focus | None = None
        self._dayful: Focus | None = None

    def context(self, tense: Tense | None) -> Context:
        """What the next expression, with that tense around it, is resolved against."""
        return Context(self._home, self._focus, self._dayful, tense, self._narrative and tense != "future")

    def note(self, period: Period | None, start: int, anchor: str | None) -> None:
        """Take in what the expression at offset `start` means.

        Nothing goes on from what is still to come, nor a story from the report's own day.
        """
        if period is None or not period.known:
            return
        if self._home and (period.first or self._home.day) > self._home.day:
            return
        if self._narrative and self._home and anchor == self._home.anchor:
            return
        self._focus = Focus(period, start)
        if period.unit == "day":
            self._dayful = self._focus
