"""Numbers in words or digits, with the bounds that the words around them set.

"at least 14" is 14 or more, "up to 40" is 40 or fewer, "about 50" is 50, "dozens" is 24 or more,
"between 20 and 30" is 20 to 30. The words stand in `data/numbers.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.reading.table import rows

_WORDS = re.compile(r"[a-z]+|\d[\d,.]*")
_PERCENT = r"\s*(?:%|percent\b|per\s+cent\b)"
_HAS_PERCENT = re.compile(r"%|per\s?cent", re.IGNORECASE)
_NO_NUMBER = (
    r"(?![\w%/:]|[.,]\d|-(?:year|month|day|week|km|mile|metre|meter|hour|minute|strong|point|storey|story|mm)\b"
    r"|['’]s?\b|-\w)"
)
_RANGE_BREAK = r"(?:\s*[-–—]\s*|\s+(?:to|or)\s+|(?(between)\s+and\s+|\s+to\s+))"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start:end` (character offsets, bound words included); `digits_at` is where the number
    itself
    starts. `min`/`max` are None on a side that is open."""

    start: int
    end: int
    digits_at: int
    min: int | None
    max: int | None


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of `text` in order. Ordinals, parts of words ("F-16"), dates and clock times are none."""
    return _find(_pattern(_NO_NUMBER), text)


def find_shares(text: str) -> tuple[Number, ...]:
    """All percentages of `text` in order, the percent sign or word included; fractions of one are left
    out."""
    return _find(_pattern(_PERCENT), text) if _HAS_PERCENT.search(text) else ()


def _find(pattern: re.Pattern[str], text: str) -> tuple[Number, ...]:
    found = []
    for match in pattern.finditer(text):
        number = _read(match)
        if number is not None:
            found.append(number)
    return tuple(found)


def _read(match: re.Match[str]) -> Number | None:
    low, high = _value(match["first"]), None
    if low is None:
        return None
    if match["second"]:
        high = _value(match["second"])
        if high is None or high <= low:
            scaled = _scaled_like(low, match["second"])
            if high is None or scaled is None or high <= scaled[0]:
                return None
            low = scaled[0]
        else:
            low = (_scaled_like(low, match["second"]) or (low,))[0]
    return _bounded(match, low, high)


def _bounded(match: re.Match[str], low: int, high: int | None) -> Number:
    bound = _bound_kind(match["bound"])
    vague = " ".join(match["first"].lower().split()) in _phrases("vague")
    least: int | None = low
    most: int | None = high if match["second"] else low
    if bound == "low" or match["more"] or (vague and bound != "high"):
        most = None
    elif bound == "high":
        least, most = None, high or low
    start = next(match.start(part) for part in ("bound", "between", "first") if match[part])
    return Number(start, match.end(), match.start("first"), least, most)


def _scaled_like(low: int, second: str) -> tuple[int] | None:
    """ "1 to 2 million": the first number shares the second's scale where it is bare and smaller."""
    words = _WORDS.findall(second.lower())
    scales = _phrases("scale")
    if len(words) < 2 or words[-1] not in scales or low >= scales[words[-1]]:
        return None
    return (low * scales[words[-1]],)


def _bound_kind(words: str | None) -> str | None:
    if not words:
        return None
    phrase = " ".join(words.lower().split())
    found = [
        (len(bound), kind)
        for kind in ("low", "high")
        for bound in _phrases(kind)
        if f" {bound} " in f" {phrase} "
    ]
    return max(found)[1] if found else "about"


def _value(words: str) -> int | None:
    """The value of number words or digits; None for what is no whole number."""
    phrase = " ".join(words.lower().replace("-", " ").split())
    for kind in ("vague", "unit"):
        if phrase in _phrases(kind):
            return _phrases(kind)[phrase]
    total, current = 0.0, 0.0
    for word in _WORDS.findall(phrase):
        if word[0].isdigit():
            current += float(word.replace(",", "").rstrip("."))
        elif word in _phrases("scale"):
            scale = _phrases("scale")[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            current += _phrases("unit").get(word, 0)
    value = round(total + current, 6)
    return int(value) if value == int(value) and value > 0 else None


@cache
def _phrases(kind: str) -> dict[str, int]:
    return {row["phrase"]: int(row["value"] or 0) for row in rows("numbers") if row["kind"] == kind}


@cache
def _pattern(ending: str) -> re.Pattern[str]:
    scale = _either("scale")
    digits = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?:[ -]?(?:{scale})\b)*"
    unit = _either("unit")
    simple = rf"(?:{unit})(?:[ -](?:{unit})\b)?"
    words = rf"(?:{_either('vague')}|{simple}(?:[ -](?:{scale})\b(?:\s+(?:and\s+)?{simple}\b)?)*)"
    number = rf"(?:{digits}|\b{words}\b)"
    bound = rf"(?:(?:{_either('low')}|{_either('high')}|{_either('about')})\s+)"
    return re.compile(
        rf"(?<![\w.,$€£/:'’-])(?<!\bno )(?P<bound>\b{bound}{{1,2}}(?:the\s+)?)?"
        rf"(?:(?P<between>between\s+)|from\s+)?(?P<first>{number})"
        rf"(?:{_RANGE_BREAK}(?P<second>{number}))?(?P<more>\s+(?:{_either('or_more')})\b)?"
        rf"{ending}",
        re.IGNORECASE,
    )


@cache
def _either(kind: str) -> str:
    phrases = sorted(_phrases(kind), key=len, reverse=True)
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
