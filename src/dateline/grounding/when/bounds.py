"""Bounds: what the words before an expression do to it ("since", "until", "between"), and its EDTF form."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from dateline.grounding.when.period import Period
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.words import alternatives, meaning

_REACH = 40  # characters before an expression that can hold such words
_TO = re.compile(r"\s*(?:to|until|till|through|up to|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|or)\s*(?:the\s+)?", re.IGNORECASE)
_SEASON = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@cache
def _bound() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<word>{alternatives('bound')})(?:\s+(?:the|on|at least))?\s*$", re.IGNORECASE
    )


def bound_word(text: str, start: int) -> str | None:
    """The class of the bounding word that stands right before offset `start`, or None."""
    match = _bound().search(text[max(0, start - _REACH) : start])
    return meaning("bound", match["word"]) if match else None


def bounded(reading: Reading, word: str | None) -> Reading:
    """The reading as "since", "until", "before", "after" or "by" leaves it: open on one side."""
    if word not in ("since", "until", "before", "after", "by") or reading.kind not in ("DATE", "TIME"):
        return reading
    modifier = "before" if word == "by" else word
    if word in ("before", "after") and reading.kind == "TIME":
        return replace(reading, modifier=modifier)  # "before dawn on Friday" is still Friday
    if word in ("since", "after"):
        return replace(reading, last=None, modifier=modifier)
    last = reading.last
    if word == "before" and reading.first and reading.first > date.min:
        last = reading.first - timedelta(days=1)
    return replace(reading, first=None, last=last, modifier=modifier)


def joined(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """True when the words between two expressions make them the ends of one stretch."""
    gap = text[one[1] : two[0]]
    if _TO.fullmatch(gap):
        return True
    return bool(_AND.fullmatch(gap)) and bound_word(text, one[0]) == "between"


def stretched(one: Reading, two: Reading) -> tuple[Reading, Reading]:
    """Both ends of a stretch, each with the days of the whole and its own value."""
    if one.first is None or two.last is None or one.first > two.last:
        return one, two
    return (
        replace(one, last=two.last, modifier=None),
        replace(two, first=one.first, modifier=None),
    )


def edtf_of(reading: Reading) -> str | None:
    """The reading in Extended Date/Time Format (ISO 8601-2), None where no day is known."""
    if reading.kind in ("DURATION", "SET"):
        return None
    if reading.first is None and reading.last is None:
        unknown = re.fullmatch(r"XXXX-\d\d(-\d\d)?", reading.value)
        return reading.value if unknown else None
    whole = reading.period
    if whole and whole.first and whole.last and (whole.first, whole.last) == (reading.first, reading.last):
        return _exact(whole, "~" if reading.modifier == "about" else "")
    first = reading.first.isoformat() if reading.first else ".."
    last = reading.last.isoformat() if reading.last else ".."
    return first if first == last else f"{first}/{last}"


def _exact(whole: Period, about: str) -> str:
    """A whole period of the calendar, in the shortest form that EDTF has for it."""
    if whole.unit in ("month", "year") and re.fullmatch(r"\d{4}(-\d\d)?", whole.value):
        return whole.value + about
    if whole.unit == "season":
        return f"{whole.value[:4]}-{_SEASON[whole.value[-2:]]}"
    if whole.unit in ("decade", "century"):
        return whole.value.ljust(4, "X")
    first, last = (end.isoformat() if end else ".." for end in (whole.first, whole.last))
    return first + about if first == last else f"{first}/{last}"
