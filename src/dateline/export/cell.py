"""Cells: values as short words for people's eyes, honest about what is open or unknown."""

import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from dateline.case.column import bounds
from dateline.model import Count, Event, Party, Report, When, Where

UNKNOWN = "unknown"
_OUTLETS_NAMED = 2


def plain(words: str) -> str:
    """`words` without characters that could steer a terminal."""
    return "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf") else " " for c in words)


def lines(*parts: str | None) -> str:
    """Those of `parts` that hold something, a line each."""
    return "\n".join(part for part in parts if part)


def one_line(*parts: str | None) -> str:
    """The words of `parts` on one line."""
    return " ".join(word for part in parts if part for word in part.split())


def interval(when: When | None) -> str:
    """A time in at most two lines: "2020-01-03", "2020-01-02 to 2020-01-05", "2020-01" for a whole month."""
    if when is None or (when.earliest is None and when.latest is None):
        return UNKNOWN
    if when.earliest is None:
        return f"by\n{when.latest}"
    if when.latest is None:
        return f"from\n{when.earliest}"
    return _whole(when.earliest, when.latest) or f"{when.earliest}\nto {when.latest}"


def _whole(earliest: str, latest: str) -> str | None:
    """The day, the month or the year that the interval is, None when it is none of these."""
    first, after = date.fromisoformat(earliest), date.fromisoformat(latest)
    if first == after:
        return earliest
    if after == date.max or first.day != 1 or (after := after + timedelta(days=1)).day != 1:
        return None
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return earliest[:7]
    return earliest[:4] if months == 12 and first.month == 1 else None


def parties(listed: Iterable[Party]) -> str:
    """Names, separated by commas."""
    return ", ".join(dict.fromkeys(party.name for party in listed))


def place(places: tuple[Where, ...]) -> str:
    """The most specific place and the next wider one."""
    return ", ".join(dict.fromkeys(where.name for where in places[:2]))


def counted(counts: Iterable[Count]) -> str:
    """Numbers by what they count, rival ones side by side: "5 / 7 killed"."""
    by_what: dict[str, list[str]] = {}
    for count in sorted(counts, key=lambda c: (c.min or 0, c.max or 0)):
        by_what.setdefault(count.what, []).append(bounds(count))
    return "\n".join(f"{' / '.join(dict.fromkeys(numbers))} {what}" for what, numbers in by_what.items())


def toll(counts: Iterable[Count]) -> str:
    """As `counted`, on one line."""
    return ", ".join(filter(None, counted(counts).split("\n")))


def sayers(event: Event) -> str:
    """Who is quoted, who claims it and who denies it; empty where the reports speak themselves."""
    said = " > ".join(dict.fromkeys(s.party.name for s in event.speakers))
    claimed = f"claimed by {parties(event.claimed_by)}" if event.claimed_by else ""
    denied = f"denied by {parties(event.denied_by)}" if event.denied_by else ""
    return "\n".join(filter(None, (said, claimed, denied)))


def reports_told(listed: tuple[Report, ...], origins: int) -> str:
    """How many reports tell it, to how many origins they go back, and the first outlets."""
    outlets = list(dict.fromkeys(report.outlet or report.name for report in listed))
    named = ", ".join(outlets[:_OUTLETS_NAMED])
    more = f" and {len(outlets) - _OUTLETS_NAMED} more" if len(outlets) > _OUTLETS_NAMED else ""
    if len(listed) == 1:
        return named
    return f"{len(listed)} reports, {origins} {'origin' if origins == 1 else 'origins'}: {named}{more}"
