"""When: the time expressions of a report, what days they mean, and which of them dates an event."""

from dateline.grounding.when.dating import Dating, date_of
from dateline.grounding.when.finder import TimeFinder, find_times
from dateline.grounding.when.named import NamedEvent, NamedEvents

__all__ = ["Dating", "NamedEvent", "NamedEvents", "TimeFinder", "date_of", "find_times"]
