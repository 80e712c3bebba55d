"""Home: the day a report speaks from: its own dateline where it has one, else its publication date."""

import re
from collections.abc import Callable
from datetime import date

from dateline.grounding.when.context import Context, Course, Home
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.words import alternatives
from dateline.model import Report

FILING_LINE = "filing-line"  # the rule that `When` names for the report's own date
_NUMBER = "reference-number"  # the rule that finds a release's own number
_REACH = 400  # characters; a filing line stands at the top
_TITLE = 200  # characters; a date that stands alone above the story
_DASH = re.compile(r"\s*[)\]]?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[-–—]|:\s)")
_BRACKET = re.compile(r"[A-Z]{3}[A-Z .,'’-]*(?:,\s*[\w .]+)?[\s,]*\($")
_PLACE = re.compile(r"^\s*[A-Z][A-Z .'’-]{2,}(?:,[\w .]{2,40})?,\s*$")

Resolver = Callable[[Expression, Context], Reading | None]


def home_of(report: Report, expressions: tuple[Expression, ...], resolve: Resolver) -> Home | None:
    """The day that `report` speaks from. The day in its filing line wins over the front matter.

    A filing line without year takes the year from what stands before it, from the front matter, or from the
    release's own number ("2010-09-CA-325").
    """
    published = _published(report)
    course = Course(published, narrative=False)
    for found in expressions:
        if found.rule == _NUMBER and (told := resolve(found, course.context("past"))):
            course.note(told.period, found.start, told.anchor)
    for found in expressions:
        if found.start > _REACH:
            break
        reading = resolve(found, course.context("past"))
        if reading is None:
            continue
        on = reading.first
        is_day = on is not None and on == reading.last and reading.precision in ("day", "minute")
        if on and is_day and found.resolver in ("calendar", "numeric") and _files(report.text, found):
            return Home(on, "dateline", found.start)
        course.note(reading.period, found.start, reading.anchor)
    return published


def is_filing_date(found: Expression, reading: Reading, home: Home | None) -> bool:
    """True for the filing line's own date, and where the head of the report says it again."""
    if home is None or home.start is None:
        return False
    again = found.start < _REACH and reading.anchor is None and reading.first == reading.last == home.day
    return found.start == home.start or again


def _published(report: Report) -> Home | None:
    try:
        return Home(date.fromisoformat((report.published or "")[:10]), "publication")
    except ValueError:
        return None


def _files(text: str, found: Expression) -> bool:
    """True where a day stands as filing lines have it.

    In brackets or after a comma behind a place in capitals, before the dash that opens the story, right after
    an agency's name or "published", at the very top, or alone on a line above the story. Without a year it
    also opens a headline ("July 10: Operations in Ghazni").
    """
    start, end = text.rfind("\n", 0, found.start) + 1, text.find("\n", found.end)
    before, after = text[start : found.start], text[found.end : end if end >= 0 else len(text)]
    dashed = bool(_DASH.match(after))
    if _BRACKET.search(before) or _PLACE.search(before):
        return dashed or after.lstrip().startswith(")") or not after.strip()
    if not text[: found.start].strip() and after.startswith(": "):
        return True
    if not {"year", "y", "yy"} & found.slots.keys():
        return False
    if not before.strip():
        return not text[: found.start].strip() or (not after.strip() and found.start < _TITLE)
    told = rf"\b(?:{alternatives('agency')}|{alternatives('filed')})\W+$"
    return bool(re.search(told, before, re.IGNORECASE)) or (
        dashed and len(before) < _TITLE // 4 and before[:1].isupper()
    )
