"""Home: the day a report speaks from: its own dateline where it has one, else its publication date."""

import re
from collections.abc import Callable
from datetime import date

from dateline.grounding.when.context import Context, Home
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.words import alternatives
from dateline.model import Report

_REACH = 400  # characters; a filing line stands at the top
_DASH = re.compile(r"^\s*[)\]]?\s*(?:\([^)\n]{2,40}\)\s*)?[-–—]")
_FULL_DAY = ("calendar", "numeric")

Resolver = Callable[[Expression, Context], Reading | None]


def home_of(report: Report, expressions: tuple[Expression, ...], resolve: Resolver) -> Home | None:
    """The day that `report` speaks from. A full date in its filing line wins over the front matter."""
    for found in expressions:
        if found.start > _REACH:
            break
        if found.resolver in _FULL_DAY and _files(report.text, found):
            reading = resolve(found, Context(_published(report), None, None, None, narrative=False))
            if (
                reading
                and reading.precision in ("day", "minute")
                and reading.first == reading.last
                and reading.first
            ):
                return Home(reading.first, "dateline")
    return _published(report)


def _published(report: Report) -> Home | None:
    try:
        return Home(date.fromisoformat((report.published or "")[:10]), "publication")
    except ValueError:
        return None


def _files(text: str, found: Expression) -> bool:
    """True where the date stands as filing lines have it: at the very top, on a line's end, before the dash
    that opens the story, in brackets after a place in capitals, or after an agency's name."""
    if not ({"year"} & found.slots.keys() or {"y", "yy"} & found.slots.keys()):
        return False
    line_start = text.rfind("\n", 0, found.start) + 1
    before = text[line_start : found.start]
    line_end = text.find("\n", found.end)
    after = text[found.end : line_end if line_end >= 0 else len(text)]
    if (
        not before.strip()
        and found.start < _REACH // 2
        and (not after.strip() or not text[: found.start].strip())
    ):
        return True
    if re.search(r"[A-Z]{3}[A-Z .,'’-]*(?:,\s*[\w .]+)?[\s,]*\($|^[A-Z][A-Z .,'’-]{2,}.{0,40},\s*$", before):
        return bool(_DASH.match(after)) or after.lstrip().startswith(")") or not after.strip()
    if re.search(rf"(?:{alternatives('agency')})\W+$", before, re.IGNORECASE):
        return True
    return bool(_DASH.match(after)) and len(before) < 60 and before[:1].isupper()
