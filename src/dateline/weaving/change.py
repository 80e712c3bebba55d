"""Change: what kind of fact a copy changed: a number, a time, a place, another name, or the means."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from dateline.grounding.where.gazetteer import default_gazetteer
from dateline.model.vocabulary import ChangeField
from dateline.weaving.facet import fold, stem_of

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


def means_of(words: Sequence[str]) -> dict[int, str]:
    """Which of the folded `words` name the means of an act, by place, and which one (`means.tsv`)."""
    stems = [stem_of(word) for word in words]
    found: dict[int, str] = {}
    at = 0
    while at < len(stems):
        phrases = _means().get(stems[at], ())
        fitting = next((p for p in phrases if tuple(stems[at : at + len(p[0])]) == p[0]), None)
        if fitting is None:
            at += 1
            continue
        phrase, means = fitting
        found.update(dict.fromkeys(range(at, at + len(phrase)), means))
        at += len(phrase)
    return found


@cache
def _means() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """The phrases by the stem of their first word, the longest first, each as stems with its means."""
    lines = files("dateline.weaving").joinpath("means.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, means in rows:
        stems = tuple(stem_of(word) for word in fold(phrase).split())
        phrases.setdefault(stems[0], []).append((stems, means))
    return {first: sorted(listed, key=lambda p: (-len(p[0]), p)) for first, listed in phrases.items()}


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
