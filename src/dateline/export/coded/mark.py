"""Mark: what a row of a fixed scheme says of where it came from: event, claims, reports, and the case."""

from collections.abc import Iterable

from dateline import __version__
from dateline.export.chosen import Chosen
from dateline.model import Event, Report
from dateline.model.ids import content_id

CODER = f"dateline {__version__}"
_DIGITS = 13  # 52 bits: whole numbers that R and JavaScript keep exactly


def number_of(*parts: object) -> int:
    """A whole number made of `parts`, for schemes whose ids are numbers."""
    return int(content_id("n", *parts)[2 : 2 + _DIGITS], 16)


def reports_of(chosen: Chosen, events: Iterable[Event]) -> list[Report]:
    """The reports that tell `events`, by day of publication."""
    found = {report.id: report for event in events for report in chosen.reports_of(event.claims)}
    return sorted(found.values(), key=lambda r: (r.published or "9999", r.id))


def outlet_of(report: Report) -> str:
    """Who published it; the report's name where it does not say."""
    return report.outlet or report.name


def listed(words: Iterable[object], between: str = "; ") -> str:
    """All of `words`, each once."""
    return between.join(dict.fromkeys(str(word) for word in words if word not in (None, "")))


def happened(event: Event) -> bool:
    """True for what is told as done, in doubt or not: schemes without modality hold nothing else."""
    return event.status in ("actual", "alleged")
