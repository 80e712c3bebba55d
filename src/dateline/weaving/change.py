"""Change: what kind of fact a copy changed: a number, a time, a place or another name."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.grounding.where.gazetteer import default_gazetteer
from dateline.model.vocabulary import ChangeField

_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr"
    " jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed"
    " thu fri sat sun".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?$")
# Words of a date stand side by side: "14 February", "Feb 14 2016".
_BESIDE = 2


def field_of(words: Sequence[str], at: int) -> ChangeField:
    """The kind of fact that `words[at]`, a number or a name, is among the words of its text as written."""
    word = words[at].lower()
    if word in _CALENDAR or _YEAR.match(word):
        return "time"
    if _DAY.match(word) and any(
        w.lower() in _CALENDAR for w in words[max(0, at - _BESIDE) : at + _BESIDE + 1]
    ):
        return "time"
    if not words[at][:1].isupper():
        return "count"
    return "place" if _is_place(_name_around(words, at)) else "name"


def _name_around(words: Sequence[str], at: int) -> str:
    """The run of capitalised words that the word stands in."""
    first = last = at
    while first > 0 and words[first - 1][:1].isupper():
        first -= 1
    while last + 1 < len(words) and words[last + 1][:1].isupper():
        last += 1
    return " ".join(words[first : last + 1])


@cache
def _is_place(name: str) -> bool:
    gazetteer = default_gazetteer()
    return not gazetteer.is_people(name) and bool(gazetteer.candidates(name))
